/* SPDX-License-Identifier: MIT */
#include "rhythm.h"

#include <glib.h>
#include <string.h>

enum { HOURS = 24, TTL_MOST_MINUTES = 366 * 24 * 60 };

static bool number_read(const char *text, unsigned most, unsigned *number)
{
    guint64 value;

    if (!g_ascii_string_to_unsigned(text, 10, 0, G_MAXUINT64, &value, NULL))
        return false;
    *number = (unsigned)MIN(value, most);
    return true;
}

/* RSS 0.91 counts to 24, which is midnight. */
static void hour_take(struct rhythm *rhythm, const char *text)
{
    unsigned hour;

    if (number_read(text, HOURS + 1, &hour) && hour <= HOURS)
        rhythm->skip_hours |= 1U << hour % HOURS;
}

static void day_take(struct rhythm *rhythm, const char *text)
{
    static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                       "Friday", "Saturday", "Sunday"};

    for (size_t i = 0; i < G_N_ELEMENTS(days); i++) {
        if (g_ascii_strcasecmp(text, days[i]) == 0)
            rhythm->skip_days |= 1U << i;
    }
}

void rhythm_take(struct rhythm *rhythm, enum field field, const char *text)
{
    g_autofree char *plain = g_strstrip(g_strdup(text));

    if (field == FIELD_TTL)
        number_read(plain, TTL_MOST_MINUTES, &rhythm->ttl_minutes);
    else if (field == FIELD_SKIP_HOUR)
        hour_take(rhythm, plain);
    else if (field == FIELD_SKIP_DAY)
        day_take(rhythm, plain);
}
