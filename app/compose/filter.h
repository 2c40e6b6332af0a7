/* SPDX-License-Identifier: MIT
 *
 * Which stories of one source are shown.
 */
#ifndef PLACARD_COMPOSE_FILTER_H
#define PLACARD_COMPOSE_FILTER_H

#include "placard/config/config.h"

struct filter {
    const struct config_source *source;
    gint64 now_utc_s;
    int max_age_hours; /* 0: no limit */
};

/* Sorts one source's candidates (in the order of the feed) newest first, those without time after
 * them in the order of the feed, and leaves out what has nothing to read, what the source's block
 * and keep leave out, what is too old, and what is beyond its limit. Age never empties a source:
 * where all are too old, the newest three stay. */
void filter_candidates(GPtrArray *candidates, const struct filter *filter);

#endif
