/* SPDX-License-Identifier: MIT
 *
 * Where a line may end: Unicode Annex #14 by ICU, less the places where a typesetter would not
 * break.
 */
#ifndef PLACARD_CARD_BREAKS_H
#define PLACARD_CARD_BREAKS_H

#include <glib.h>
#include <stdbool.h>
#include <unicode/utypes.h>

enum break_kind {
    BREAK_KIND_GOOD,
    BREAK_KIND_WEAK, /* only when the piece between good ones is wider than the column */
};

/* A position in UTF-16 units before which a new line may begin. */
struct line_break {
    int position;
    enum break_kind kind;
};

/* All of a text, in order, the last at its end; free with g_array_unref. headline: phrases of
 * Japanese and Korean and words of
 * Chinese stay whole, compounds are not parted at their hyphen. */
GArray *breaks_find(const UChar *text, int length, const char *language, bool headline);

#endif
