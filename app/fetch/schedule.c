/* SPDX-License-Identifier: MIT */
#include "placard/fetch/schedule.h"

enum {
    SCHEDULE_DAY_S = 24 * 60 * 60,
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

static gint64 schedule_delay(const struct schedule_input *input)
{
    const gint64 fresh_s = CLAMP(input->fresh_seconds, 0, SCHEDULE_FRESH_S);

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

    return input->now_utc_s + MAX(schedule_delay(input), asked_s);
}

bool schedule_is_due(gint64 due_utc_s, gint64 now_utc_s)
{
    return due_utc_s <= now_utc_s || due_utc_s - now_utc_s > 2 * SCHEDULE_DAY_S;
}
