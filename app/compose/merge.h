/* SPDX-License-Identifier: MIT
 *
 * One story, once: exact repeats become one candidate that names the other sources.
 */
#ifndef PLACARD_COMPOSE_MERGE_H
#define PLACARD_COMPOSE_MERGE_H

#include <glib.h>

/* Merges candidates (of all sources, in the order of the config) that have the same id, the same
 * link or the same headline but for case and punctuation. The first one stays, unless it has
 * nothing but a headline and a later one has more. */
void merge_candidates(GPtrArray *candidates);

#endif
