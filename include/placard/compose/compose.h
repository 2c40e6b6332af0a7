/* SPDX-License-Identifier: MIT
 *
 * From what the sources have to one edition: filter, once each, order, headline and summary.
 */
#ifndef PLACARD_COMPOSE_COMPOSE_H
#define PLACARD_COMPOSE_COMPOSE_H

#include "placard/config/config.h"
#include "placard/edition/edition.h"
#include "placard/edition/record.h"

struct compose_request {
    const struct config *config;
    /* Of struct record, one for each source of the config in its order; NULL where a source has not
     * answered yet and nothing is remembered. */
    const GPtrArray *records;
    gint64 now_utc_s;
    GTimeZone *zone; /* of the day in which a shuffled order stays the same */
};

/* The edition of these records, and of the config's own cards. Only the stories that are
 * kept are summarised. A story keeps the source name that it brings (from an edition that gathers
 * for others), else it has its source's: by the config, by the feed, by the URL. A report counts
 * the stories of its source that are in the edition, and shows no password. The edition passes
 * edition_check and its JSON is at most LIMIT_EDITION_BYTES. Never NULL; the records are not
 * changed. losses, unless NULL, is set to an array of char * that frees its members, one for each
 * source: what was left out of it and why ("3 older than 48 h, 2 repeats"), NULL where nothing
 * was. */
struct edition *compose_edition(const struct compose_request *request, GPtrArray **losses);

#endif
