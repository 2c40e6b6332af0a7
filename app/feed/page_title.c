/* SPDX-License-Identifier: MIT */
#include "page_title.h"

#include <glib.h>
#include <string.h>

/* Of the first two a headline may have one itself. */
static const struct {
    const char *text;
    bool is_plain;
} separators[] = {
    {" - ", false}, {" – ", false}, {" — ", false}, {" | ", true}, {" :: ", true},
    {" · ", true},  {" » ", true},  {" « ", true},  {"｜", true},  {" / ", false},
};

/* A name has few words, and a headline more than one. */
enum { SITE_BYTES_MAX = 60, HEADLINE_BYTES_MIN = 12 };

/* The letters and digits alone, case folded. */
static char *fold(const char *text)
{
    g_autofree char *lower = g_utf8_casefold(text, -1);
    GString *out = g_string_new(NULL);
    for (const char *at = lower; *at; at = g_utf8_next_char(at))
        if (g_unichar_isalnum(g_utf8_get_char(at)))
            g_string_append_unichar(out, g_utf8_get_char(at));
    return g_string_free(out, FALSE);
}

static bool host_spells(const char *url, const char *folded)
{
    g_autoptr(GUri) uri = url ? g_uri_parse(url, G_URI_FLAGS_ENCODED, NULL) : NULL;
    g_autofree char *host = uri && g_uri_get_host(uri) ? fold(g_uri_get_host(uri)) : NULL;
    return host && strlen(folded) >= 4 && strstr(host, folded);
}

struct trim {
    const char *site, *url;
    bool is_raw;
};

/* Whether part is the name of the site, parted by the separator from the rest. */
static bool is_site(const char *part, const struct trim *trim, bool is_plain)
{
    g_autofree char *folded = fold(part);
    g_autofree char *site = trim->site ? fold(trim->site) : NULL;
    if (*folded == '\0' || strlen(part) > SITE_BYTES_MAX)
        return false;
    return (site && strcmp(folded, site) == 0) || host_spells(trim->url, folded) ||
           (trim->is_raw && is_plain);
}

static const char *last_of(const char *text, const char *separator)
{
    return g_strrstr(text, separator);
}

/* The title without its last or first part, NULL when neither is the site. */
static char *trim_once(const char *title, const struct trim *trim)
{
    for (size_t i = 0; i < G_N_ELEMENTS(separators); i++) {
        const size_t length = strlen(separators[i].text);
        const char *last = last_of(title, separators[i].text);
        if (!last)
            continue;
        if (last - title >= HEADLINE_BYTES_MIN &&
            is_site(last + length, trim, separators[i].is_plain))
            return g_strndup(title, (gsize)(last - title));
        const char *first = strstr(title, separators[i].text);
        g_autofree char *head = g_strndup(title, (gsize)(first - title));
        if (strlen(first + length) >= HEADLINE_BYTES_MIN && is_site(head, trim, false))
            return g_strdup(first + length);
    }
    return NULL;
}

char *page_title_trim(const char *title, const char *site, const char *url, bool is_raw)
{
    const struct trim trim = {.site = site, .url = url, .is_raw = is_raw};
    char *trimmed = g_strdup(title);
    char *shorter;
    while ((shorter = trim_once(trimmed, &trim))) {
        g_free(trimmed);
        trimmed = g_strstrip(shorter);
    }
    return trimmed;
}
