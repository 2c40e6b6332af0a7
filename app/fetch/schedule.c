/* SPDX-License-Identifier: MIT */
#include "placard/fetch/schedule.h"

enum {
    SCHEDULE_HOUR_S = 60 * 60,
    SCHEDULE_DAY_HOURS = 24,
    SCHEDULE_DAY_S = SCHEDULE_DAY_HOURS * SCHEDULE_HOUR_S,
    SCHEDULE_WEEK_DAYS = 7,
    SCHEDULE_FIRST_DAY = 3, /* 1970 began on a Thursday */
    SCHEDULE_BACKOFF_S = 6 * 60 * 60,
    SCHEDULE_FRESH_S = 5 * 60 * 60,
    SCHEDULE_SPREAD_PERMILLE = 100,
};

/* A network that comes up is noticed soon, and a server that is only unreachable is not harmed by
 * being tried. */
static const gint64 schedule_reconnect_s[] = {3, 6, 12, 24, 45};

static gint64 schedule_spread(gint64 delay_s, const char *url)
{
    const unsigned span = 2 * SCHEDULE_SPREAD_PERMILLE + 1;
    const gint64 permille = (gint64)(g_str_hash(url) % span) - SCHEDULE_SPREAD_PERMILLE;

    return delay_s + delay_s * permille / 1000;
}

static gint64 schedule_backoff(const struct schedule_input *input, unsigned doublings)
{
    gint64 delay_s = (gint64)input->refresh_minutes * 60;

    for (; doublings > 0 && delay_s < SCHEDULE_BACKOFF_S; doublings--)
        delay_s *= 2;
    return MIN(schedule_spread(MIN(delay_s, SCHEDULE_BACKOFF_S), input->url), SCHEDULE_BACKOFF_S);
}

static bool schedule_is_skipped(const struct rhythm *rhythm, gint64 hour)
{
    const gint64 day = hour / SCHEDULE_DAY_HOURS + SCHEDULE_FIRST_DAY;

    return hour >= 0 && ((rhythm->skip_hours >> hour % SCHEDULE_DAY_HOURS & 1) != 0 ||
                         (rhythm->skip_days >> day % SCHEDULE_WEEK_DAYS & 1) != 0);
}

/* The time itself, or the beginning of the first hour after it that is not skipped. */
static gint64 schedule_skip(const struct rhythm *rhythm, gint64 due_utc_s)
{
    const gint64 hour = due_utc_s / SCHEDULE_HOUR_S;

    if (!schedule_is_skipped(rhythm, hour))
        return due_utc_s;
    for (gint64 later = 1; later <= SCHEDULE_DAY_HOURS; later++) {
        if (!schedule_is_skipped(rhythm, hour + later))
            return (hour + later) * SCHEDULE_HOUR_S;
    }
    return due_utc_s;
}

static gint64 schedule_delay(const struct schedule_input *input)
{
    const gint64 ttl_s = (gint64)input->rhythm.ttl_minutes * 60;
    const gint64 fresh_s = CLAMP(MAX(input->fresh_seconds, ttl_s), 0, SCHEDULE_FRESH_S);

    if (input->is_gone)
        return SCHEDULE_DAY_S;
    if (input->failures == 0)
        return MAX(schedule_spread((gint64)input->refresh_minutes * 60, input->url), fresh_s);
    if (!input->connection_failed)
        return schedule_backoff(input, input->failures);
    if (input->failures <= G_N_ELEMENTS(schedule_reconnect_s))
        return schedule_reconnect_s[input->failures - 1];
    return schedule_backoff(input, input->failures - G_N_ELEMENTS(schedule_reconnect_s));
}

gint64 schedule_due(const struct schedule_input *input)
{
    const gint64 asked_s = CLAMP(input->retry_after_seconds, 0, SCHEDULE_DAY_S);

    const gint64 due_utc_s = input->now_utc_s + MAX(schedule_delay(input), asked_s);

    return input->failures == 0 ? schedule_skip(&input->rhythm, due_utc_s) : due_utc_s;
}

bool schedule_is_due(gint64 due_utc_s, gint64 now_utc_s)
{
    return due_utc_s <= now_utc_s || due_utc_s - now_utc_s > 2 * SCHEDULE_DAY_S;
}
