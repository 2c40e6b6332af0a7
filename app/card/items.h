/* SPDX-License-Identifier: MIT
 *
 * Items: the stretches of a paragraph that one face draws in one script and direction.
 */
#ifndef PLACARD_CARD_ITEMS_H
#define PLACARD_CARD_ITEMS_H

#include "placard/card/typefaces.h"

#include <glib.h>
#include <unicode/ubidi.h>

struct item {
    int start, end; /* UTF-16 units */
    int face;       /* TYPEFACE_NONE: not drawn */
    UBiDiLevel level;
    char script[5];  /* ISO 15924 */
    double tight_em; /* how much closer it stands to the item before it on its line */
};

struct item_style {
    const struct typefaces *typefaces;
    enum type_role role;
    const char *language;
    bool compact; /* Arabic in Naskh whatever the language: lines are too low for Nastaliq */
};

/* The items of a text in logical order, covering it without gaps; levels as by ubidi_getLevels.
 * Spaces and hyphens that no font has are exchanged in text for plainer ones. g_array_unref. */
GArray *items_find(UChar *text, int length, const UBiDiLevel *levels,
                   const struct item_style *style);

/* True when a UTF-16 unit of an item is a mark that leaves the second half of its square blank. */
bool items_blank_end(const struct item_style *style, const struct item *item, UChar unit);

#endif
