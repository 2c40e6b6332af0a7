/* SPDX-License-Identifier: MIT
 *
 * Which stories of one source are shown.
 */
#ifndef PLACARD_COMPOSE_FILTER_H
#define PLACARD_COMPOSE_FILTER_H

#include <glib.h>

struct filter {
    gint64 now_utc_s;
    int max_age_hours; /* 0: no limit */
    int limit;         /* 0: no limit */
};

/* Leaves of one source's candidates (in the order of the feed) those to show, newest first and
 * those without time after them in the order of the feed. Age never empties a source: where all
 * are too old, the newest three stay. */
void filter_candidates(GPtrArray *candidates, const struct filter *filter);

#endif
