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
 * kept are summarised. Never NULL; the records are not changed. */
struct edition *compose_edition(const struct config *config, const GPtrArray *records,
                                gint64 now_utc_s);

#endif
