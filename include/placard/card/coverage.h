/* SPDX-License-Identifier: MIT
 *
 * Coverage: what of an edition no font of this system can draw.
 */
#ifndef PLACARD_CARD_COVERAGE_H
#define PLACARD_CARD_COVERAGE_H

#include "placard/card/typefaces.h"
#include "placard/edition/edition.h"

/* The characters of one script that no font has. */
struct coverage_gap {
    const char *script;  /* its English name; "emoji", "symbols"; static storage */
    const char *package; /* of Debian, which has a font for it; NULL: none is known */
    char *example;       /* the first of them, as UTF-8 */
    unsigned count;
};

/* Of one character, which no font is known to have; without an example. */
struct coverage_gap coverage_name(gunichar c);

/* An array of struct coverage_gap that frees its members, in the order in which they are met. */
GArray *coverage_find(const struct edition *edition, const struct typefaces *typefaces);

#endif
