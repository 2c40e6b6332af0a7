/* SPDX-License-Identifier: MIT
 *
 * What paragraph.c (analysis, drawing) and lines.c (breaking into lines) share.
 */
#ifndef PLACARD_CARD_PARAGRAPH_PRIVATE_H
#define PLACARD_CARD_PARAGRAPH_PRIVATE_H

#include "paragraph.h"

#include <unicode/ubidi.h>

struct paragraph {
    struct paragraph_style style;
    char *language;
    UChar *text;
    int length;
    GArray *items;      /* of struct item */
    bool is_tightened;  /* some of them stand closer to the one before */
    GArray *breaks;     /* of struct line_break */
    UBiDi *bidi;        /* of the whole text */
    UBiDi *line_bidi;   /* of the line that is being drawn */
    GHashTable *widths; /* gint64 start << 32 | end → double */
};

/* The width of text between two positions, in em. */
double paragraph_measure(struct paragraph *paragraph, int start, int end);

/* The width of a whole line: what is blank in the square of a mark at its end may hang out. */
double paragraph_line_width(struct paragraph *paragraph, int start, int end);

/* The end of a range without the white space before it. */
int paragraph_trim_end(const struct paragraph *paragraph, int start, int end);

#endif
