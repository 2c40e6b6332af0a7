/* SPDX-License-Identifier: MIT
 *
 * Stories that are one by their id, their link or the very words of their headline.
 */
#ifndef PLACARD_COMPOSE_REPEAT_H
#define PLACARD_COMPOSE_REPEAT_H

#include <glib.h>

/* Lets candidates (of all sources, in the order of the config) that have the same id, the same link
 * or the same headline but for case and punctuation be absorbed by one of them: the first, unless
 * it has nothing but a headline and a later one has more, or a later one of its source is newer. */
void repeat_merge(GPtrArray *candidates);

#endif
