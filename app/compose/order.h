/* SPDX-License-Identifier: MIT
 *
 * In which order stories are shown.
 */
#ifndef PLACARD_COMPOSE_ORDER_H
#define PLACARD_COMPOSE_ORDER_H

#include "placard/config/config.h"

/* Orders candidates that come source by source, each source's in its own order; those that are
 * breaking stand first. day: the local date, of which a shuffled order is made. */
void order_candidates(GPtrArray *candidates, enum edition_order order, const char *day);

#endif
