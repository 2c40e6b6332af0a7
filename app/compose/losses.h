/* SPDX-License-Identifier: MIT
 *
 * Losses: how many stories of a source were left out, and why.
 */
#ifndef PLACARD_COMPOSE_LOSSES_H
#define PLACARD_COMPOSE_LOSSES_H

#include <glib.h>

/* What a candidate is left out for when another one tells its story. */
#define LOSSES_REPEATS "repeats"

/* For each of count sources "3 older than 48 h, 2 repeats", or NULL when nothing of it was left
 * out: an array of char * that frees its members. Of all struct candidate of an edition, source by
 * source. */
GPtrArray *losses_describe(const GPtrArray *candidates, guint count);

#endif
