/* SPDX-License-Identifier: MIT
 *
 * From what the sources have to one edition: filter, once each, order, headline and summary.
 */
#ifndef PLACARD_COMPOSE_COMPOSE_H
#define PLACARD_COMPOSE_COMPOSE_H

#include "placard/config/config.h"
#include "placard/edition/edition.h"
#include "placard/edition/record.h"

/* The edition of these records (of struct record, one for each source of the config in its order;
 * NULL where a source has not answered yet and nothing is remembered). Only the stories that are
 * kept are summarised. A story keeps the source name that it brings (from an edition that gathers
 * for others), else it has its source's: by the config, by the feed, by the URL. A report counts
 * the stories of its source that are in the edition, and shows no password. The edition passes
 * edition_check and its JSON is at most LIMIT_EDITION_BYTES. Never NULL; the records are not
 * changed. */
struct edition *compose_edition(const struct config *config, const GPtrArray *records,
                                gint64 now_utc_s);

#endif
