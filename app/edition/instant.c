/* SPDX-License-Identifier: MIT */
#include "placard/edition/instant.h"

#include <string.h>

/* The fields of an RFC 3339 date-time before its fraction and offset: "2026-11-23T14:32:00". */
struct calendar_time {
    int year, month, day, hour, minute, second;
};

/* Reads exactly digits decimal digits and moves *text past them. */
static bool digits_take(const char **text, int digits, int *value)
{
    int sum = 0;
    for (int i = 0; i < digits; i++) {
        if (!g_ascii_isdigit((*text)[i]))
            return false;
        sum = sum * 10 + ((*text)[i] - '0');
    }
    *text += digits;
    *value = sum;
    return true;
}

static bool one_of_take(const char **text, const char *characters)
{
    if (**text == '\0' || !strchr(characters, **text))
        return false;
    (*text)++;
    return true;
}

static bool calendar_time_take(const char **text, struct calendar_time *time)
{
    return digits_take(text, 4, &time->year) && one_of_take(text, "-") &&
           digits_take(text, 2, &time->month) && one_of_take(text, "-") &&
           digits_take(text, 2, &time->day) && one_of_take(text, "Tt ") &&
           digits_take(text, 2, &time->hour) && one_of_take(text, ":") &&
           digits_take(text, 2, &time->minute) && one_of_take(text, ":") &&
           digits_take(text, 2, &time->second);
}

/* An instant is whole seconds: the fraction is read and forgotten. */
static bool fraction_skip(const char **text)
{
    if (!one_of_take(text, "."))
        return true;
    const char *first = *text;
    while (g_ascii_isdigit(**text))
        (*text)++;
    return *text > first;
}

static bool offset_take(const char **text, int *offset_s)
{
    int hours = 0, minutes = 0;
    if (one_of_take(text, "Zz")) {
        *offset_s = 0;
        return true;
    }
    int sign = **text == '-' ? -1 : 1;
    if (!one_of_take(text, "+-") || !digits_take(text, 2, &hours) || !one_of_take(text, ":") ||
        !digits_take(text, 2, &minutes) || hours > 23 || minutes > 59)
        return false;
    *offset_s = sign * (hours * 3600 + minutes * 60);
    return true;
}

bool instant_parse(const char *text, gint64 *instant_utc_s)
{
    struct calendar_time time;
    int offset_s;
    if (!calendar_time_take(&text, &time) || !fraction_skip(&text) ||
        !offset_take(&text, &offset_s) || *text != '\0')
        return false;
    /* A leap second is the first second after it: Unix time has no other place for it. */
    int leap_s = time.second == 60;
    g_autoptr(GDateTime) date = g_date_time_new_utc(time.year, time.month, time.day, time.hour,
                                                    time.minute, time.second - leap_s);
    if (!date)
        return false;
    gint64 seconds = g_date_time_to_unix(date) + leap_s - offset_s;
    g_autofree char *writable = instant_format(seconds);
    if (!writable)
        return false;
    *instant_utc_s = seconds;
    return true;
}

char *instant_format(gint64 instant_utc_s)
{
    g_autoptr(GDateTime) date =
        instant_utc_s == INSTANT_UNKNOWN ? NULL : g_date_time_new_from_unix_utc(instant_utc_s);
    if (!date)
        return NULL;
    return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02dZ", g_date_time_get_year(date),
                           g_date_time_get_month(date), g_date_time_get_day_of_month(date),
                           g_date_time_get_hour(date), g_date_time_get_minute(date),
                           g_date_time_get_second(date));
}
