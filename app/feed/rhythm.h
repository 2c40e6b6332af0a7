/* SPDX-License-Identifier: MIT
 *
 * Reads what a feed says of its rhythm.
 */
#ifndef PLACARD_FEED_RHYTHM_H
#define PLACARD_FEED_RHYTHM_H

#include "element.h"
#include "placard/edition/rhythm.h"

/* Takes the text of an element of this field; what cannot be read changes nothing. */
void rhythm_take(struct rhythm *rhythm, enum field field, const char *text);

#endif
