/* SPDX-License-Identifier: MIT */
#include "report.h"

#include "placard/text/clean.h"

#include <string.h>

/* Clean text of one line; NULL when there is none. */
static char *text_clean(const char *text)
{
    char *clean = text ? text_clean_line(text, -1) : NULL;
    if (clean && *clean == '\0')
        g_clear_pointer(&clean, g_free);
    return clean;
}

/* The part of a URL between "://" and its path; false for what has none. */
static bool authority_find(const char *url, const char **authority, size_t *length_bytes)
{
    const char *separator = strstr(url, "://");
    if (!separator)
        return false;
    *authority = separator + strlen("://");
    *length_bytes = strcspn(*authority, "/?#");
    return true;
}

/* "example.org" of a URL, "news" of "articles/news.txt". */
static char *url_name(const char *url)
{
    g_autofree char *plain = config_url_shown(url);
    const char *authority;
    size_t length_bytes;
    if (authority_find(plain, &authority, &length_bytes) && length_bytes > 0) {
        bool is_www = g_ascii_strncasecmp(authority, "www.", 4) == 0;
        return g_strndup(authority + 4 * is_www, length_bytes - 4 * is_www);
    }
    char *name = g_path_get_basename(plain);
    char *dot = strrchr(name, '.');
    if (dot && dot > name)
        *dot = '\0';
    return name;
}

char *report_source_name(const struct config_source *source, const struct record *record)
{
    char *name = text_clean(source->name);
    if (!name && record)
        name = text_clean(record->report->name);
    if (name)
        return name;
    g_autofree char *from_url = url_name(source->url);
    name = text_clean(from_url);
    return name ? name : g_strdup("?");
}

struct source_report *report_make(const struct config_source *source, const struct record *record)
{
    struct source_report *report = source_report_new();
    g_autofree char *url = config_url_shown(source->url);
    report->name = report_source_name(source, record);
    report->url = text_clean(url);
    report->status = record ? record->report->status : SOURCE_STATUS_FAILED;
    if (record) {
        report->error = text_clean(record->report->error);
        report->fetched_utc_s = record->report->fetched_utc_s;
        report->due_utc_s = record->report->due_utc_s;
    } else {
        report->error = g_strdup("no answer yet");
    }
    return report;
}
