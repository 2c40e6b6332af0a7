/* SPDX-License-Identifier: MIT
 *
 * When a source is asked again. Pure: no clock, no randomness.
 */
#ifndef PLACARD_FETCH_SCHEDULE_H
#define PLACARD_FETCH_SCHEDULE_H

#include "placard/edition/rhythm.h"

#include <glib.h>
#include <stdbool.h>

struct schedule_input {
    gint64 now_utc_s;
    unsigned refresh_minutes;   /* of the config */
    unsigned failures;          /* in a row, this one included; 0: success */
    bool connection_failed;     /* the last failure was of the network, not of the server */
    gint64 retry_after_seconds; /* named by the server; 0: not named */
    gint64 fresh_seconds;       /* how long the server says that its answer holds; 0: not said */
    struct rhythm rhythm;       /* that the feed names for itself */
    bool is_gone;    /* the server says that there is nothing any more, and will not be */
    const char *url; /* spreads the times of many sources by its hash (±10 %) */
};

/* The next time, which is that of the feed's rhythm too: its ttl counts like what the server calls
 * fresh, and a time within what it skips moves to the first hour after it, if that comes within a
 * day. After a success the refresh interval; after failures of the network 3, 6, 12, 24,
 * 45 seconds and then as for all others: the interval doubled by each (further) failure, at most
 * six hours; never before Retry-After (at most a day), nor before what the server calls fresh is over
 * (at most five hours: feeds are often called fresh for longer than their news is). What is gone is
 * asked for once a day. */
gint64 schedule_due(const struct schedule_input *input);

/* Whether that time has come. INSTANT_UNKNOWN is due; so is a time further away than any that is
 * ever given, left by a clock that was wrong. */
bool schedule_is_due(gint64 due_utc_s, gint64 now_utc_s);

#endif
