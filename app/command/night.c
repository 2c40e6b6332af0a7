/* SPDX-License-Identifier: MIT */
#include "night.h"

#include "placard/edition/hours.h"

/* Ten steps of six seconds: each is too small to be seen happening. */
enum { STEPS = 10, STEP_SECONDS = 6 };

static struct hours night_hours(const struct config_night *night)
{
    return (struct hours){HOURS_DAYS_ALL, night->from_minute, night->to_minute};
}

/* How much of the last minute was night. */
double night_depth(const struct config_night *night, gint64 utc_s, GTimeZone *zone)
{
    const struct hours hours = night_hours(night);
    unsigned dark = 0;

    if (night->from_minute == night->to_minute)
        return 0;
    for (gint64 i = 0; i < STEPS; i++)
        dark += hours_hold(&hours, utc_s - i * STEP_SECONDS, zone);
    return (double)dark / STEPS;
}

gint64 night_change_utc_s(const struct config_night *night, gint64 utc_s, GTimeZone *zone)
{
    const struct hours hours = night_hours(night);
    double depth = night_depth(night, utc_s, zone);

    if (night->from_minute == night->to_minute)
        return G_MAXINT64;
    if (depth > 0 && depth < 1)
        return utc_s + STEP_SECONDS - utc_s % STEP_SECONDS;
    return hours_next_change(&hours, utc_s, zone);
}

const struct theme *night_theme(const struct config_night *night, double depth,
                                const struct theme *theme, struct theme *storage)
{
    if (depth == 0)
        return theme;
    if (theme == theme_get(THEME_LOOK_LIGHT))
        theme = theme_get(THEME_LOOK_DARK);
    *storage = theme_dimmed(theme, 1 - (1 - night->brightness) * depth);
    return storage;
}
