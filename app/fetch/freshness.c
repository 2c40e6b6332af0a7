/* SPDX-License-Identifier: MIT */
#include "freshness.h"

#include <curl/curl.h>
#include <string.h>

/* RFC 9111, 1.2.2: delta-seconds are whole numbers; what is greater than this counts as this. */
static const guint64 freshness_seconds_max = 1U << 31;

/* The digits at the beginning of a text, which may be quoted; −1 when there are none. */
static gint64 freshness_number(const char *text)
{
    char *end;

    if (text == NULL)
        return -1;
    text += strspn(text, " \t\"");
    if (!g_ascii_isdigit(*text))
        return -1;
    const guint64 value = g_ascii_strtoull(text, &end, 10);
    return (gint64)MIN(value, freshness_seconds_max);
}

/* Where the value of a directive begins, or the end of its name; NULL when it is not there. */
static const char *freshness_directive(const char *cache_control, const char *name)
{
    const size_t length = strlen(name);

    for (const char *at = cache_control; at != NULL; at = strchr(at, ',')) {
        at += strspn(at, ", \t");
        if (g_ascii_strncasecmp(at, name, length) == 0 && strchr("=, \t", at[length]) != NULL)
            return at + length;
        if (*at == '\0')
            return NULL;
    }
    return NULL;
}

static gint64 freshness_by_date(const struct freshness_headers *headers, gint64 now_utc_s)
{
    const time_t expires = headers->expires == NULL ? -1 : curl_getdate(headers->expires, NULL);
    const time_t date = headers->date == NULL ? -1 : curl_getdate(headers->date, NULL);

    if (expires < 0)
        return 0;
    return MIN((gint64)expires - (date < 0 ? now_utc_s : (gint64)date),
               (gint64)freshness_seconds_max);
}

gint64 freshness_seconds(const struct freshness_headers *headers, gint64 now_utc_s)
{
    const char *max_age = freshness_directive(headers->cache_control, "max-age");
    const gint64 age_s = MAX(freshness_number(headers->age), 0);
    gint64 fresh_s;

    if (freshness_directive(headers->cache_control, "no-cache") != NULL ||
        freshness_directive(headers->cache_control, "no-store") != NULL)
        return 0;
    if (max_age != NULL && *max_age == '=')
        fresh_s = freshness_number(max_age + 1);
    else
        fresh_s = freshness_by_date(headers, now_utc_s);
    return MAX(fresh_s - age_s, 0);
}
