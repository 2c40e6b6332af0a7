/* SPDX-License-Identifier: MIT */
#include "placard/edition/hours.h"

enum {
    MINUTE_SECONDS = 60,
    DAY_SECONDS = 24 * 60 * 60,
    WEEK_DAYS = 7,
    /* 1970-01-01 was a Thursday. */
    EPOCH_WEEKDAY = 3,
    /* Midnight, beginning and end of eight days, and what the zone changes in them. */
    CHANGES_MOST = 64,
};

/* A point in time on the wall. */
struct wall {
    unsigned weekday; /* 0: Monday */
    int second;       /* after midnight */
};

static gint64 zone_offset_s(GTimeZone *zone, gint64 utc_s)
{
    gint interval = g_time_zone_find_interval(zone, G_TIME_TYPE_UNIVERSAL, utc_s);
    return g_time_zone_get_offset(zone, interval);
}

static struct wall wall_at(gint64 utc_s, GTimeZone *zone)
{
    gint64 local_s = utc_s + zone_offset_s(zone, utc_s);
    gint64 second = ((local_s % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
    gint64 day = (local_s - second) / DAY_SECONDS + EPOCH_WEEKDAY;
    return (struct wall){
        .weekday = (unsigned)(((day % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS),
        .second = (int)second,
    };
}

struct hours hours_always(void)
{
    return (struct hours){.days = HOURS_DAYS_ALL, .to_minute = HOURS_DAY_MINUTES};
}

bool hours_are_always(const struct hours *hours)
{
    return hours->days == HOURS_DAYS_ALL && hours->from_minute == 0 &&
           hours->to_minute == HOURS_DAY_MINUTES;
}

bool hours_hold(const struct hours *hours, gint64 utc_s, GTimeZone *zone)
{
    struct wall wall = wall_at(utc_s, zone);
    int minute = wall.second / MINUTE_SECONDS;
    bool began_today = hours->days >> wall.weekday & 1;
    bool began_yesterday = hours->days >> (wall.weekday + WEEK_DAYS - 1) % WEEK_DAYS & 1;
    if (hours->from_minute < hours->to_minute)
        return began_today && minute >= hours->from_minute && minute < hours->to_minute;
    return (began_today && minute >= hours->from_minute) ||
           (began_yesterday && minute < hours->to_minute);
}

/* The first instant after which the zone has another offset, of two between which it changes. */
static gint64 zone_change(GTimeZone *zone, gint64 before_utc_s, gint64 after_utc_s)
{
    gint64 offset_s = zone_offset_s(zone, before_utc_s);
    while (after_utc_s - before_utc_s > 1) {
        gint64 middle_utc_s = before_utc_s + (after_utc_s - before_utc_s) / 2;
        if (zone_offset_s(zone, middle_utc_s) == offset_s)
            before_utc_s = middle_utc_s;
        else
            after_utc_s = middle_utc_s;
    }
    return after_utc_s;
}

/* The next instant at which the hours may begin or end: one of their minutes, midnight, or a change
 * of the zone. */
static gint64 hours_next_chance(const struct hours *hours, gint64 utc_s, GTimeZone *zone)
{
    const int minutes[] = {hours->from_minute, hours->to_minute};
    int second = wall_at(utc_s, zone).second;
    int next = DAY_SECONDS;
    for (size_t i = 0; i < G_N_ELEMENTS(minutes); i++)
        if (minutes[i] * MINUTE_SECONDS > second)
            next = MIN(next, minutes[i] * MINUTE_SECONDS);
    gint64 next_utc_s = utc_s + next - second;
    bool is_steady = zone_offset_s(zone, next_utc_s) == zone_offset_s(zone, utc_s);
    return is_steady ? next_utc_s : zone_change(zone, utc_s, next_utc_s);
}

gint64 hours_next_change(const struct hours *hours, gint64 utc_s, GTimeZone *zone)
{
    if (hours_are_always(hours))
        return G_MAXINT64;
    bool holds = hours_hold(hours, utc_s, zone);
    gint64 at_utc_s = utc_s;
    for (int i = 0; i < CHANGES_MOST; i++) {
        at_utc_s = hours_next_chance(hours, at_utc_s, zone);
        if (hours_hold(hours, at_utc_s, zone) != holds)
            return at_utc_s;
    }
    return G_MAXINT64;
}
