/* SPDX-License-Identifier: MIT
 *
 * A paragraph: text in any script, analysed once, then broken into lines at any width. All widths
 * are in em, so that one analysis serves every size.
 */
#ifndef PLACARD_CARD_PARAGRAPH_H
#define PLACARD_CARD_PARAGRAPH_H

#include "placard/card/drawing.h"
#include "placard/card/typefaces.h"

enum paragraph_direction {
    PARAGRAPH_DIRECTION_AUTO, /* of the first strong character, left to right without one */
    PARAGRAPH_DIRECTION_LTR,
    PARAGRAPH_DIRECTION_RTL,
};

struct paragraph_style {
    const struct typefaces *typefaces;
    enum type_role role;
    const char *language; /* BCP 47, or NULL */
    bool headline;        /* phrases and compounds stay whole */
    enum paragraph_direction direction;
    bool compact; /* for lines of little height, which Nastaliq would leave */
};

struct paragraph;

/* text is clean (text/clean.h) and may be "". paragraph_free. */
struct paragraph *paragraph_new(const char *text, const struct paragraph_style *style);
void paragraph_free(struct paragraph *paragraph);

bool paragraph_is_empty(const struct paragraph *paragraph);

/* The text as UTF-8; g_free. */
char *paragraph_text(const struct paragraph *paragraph);

/* One line: UTF-16 units of the text, without the spaces at its end. */
struct line {
    int start, end;
    double width_em;
};

enum fill_effort {
    FILL_EFFORT_GOOD, /* only at good places */
    FILL_EFFORT_WEAK, /* also at weak ones */
    FILL_EFFORT_ANY,  /* also between any two grapheme clusters of a piece that is too wide */
};

/* Lines filled greedily, an array of struct line; NULL when with this effort some piece is wider
 * than the width (never with FILL_EFFORT_ANY). An empty paragraph has no lines. */
GArray *paragraph_fill(struct paragraph *paragraph, double width_em, enum fill_effort effort);

/* The narrowest lines of the same number, as even as they can be. */
GArray *paragraph_balance(struct paragraph *paragraph, double width_em, enum fill_effort effort);

/* Filled, and where the last line is one word or under a fifth of the width, filled again up to 12 %
 * narrower without adding a line. */
GArray *paragraph_fill_without_widow(struct paragraph *paragraph, double width_em,
                                     enum fill_effort effort);

/* The start of the text that fits in so many lines (at least one) with "…" after it, as a new
 * paragraph; NULL when the whole text fits. */
struct paragraph *paragraph_shorten(struct paragraph *paragraph, double width_em,
                                    unsigned max_lines);

/* The width of the whole text on one line. */
double paragraph_width_em(struct paragraph *paragraph);

/* The line height that the scripts of a line ask for, in em of size_b times B. */
double paragraph_leading_em(const struct paragraph *paragraph, const struct line *line,
                            double size_b);

/* How far below the top of a line box of some height its baseline is, in em: the lowest that any of
 * its faces asks for when its own ascent and descent stand in the middle of the box. */
double paragraph_baseline_em(const struct paragraph *paragraph, const struct line *line,
                             double leading_em);

/* Where a line is drawn. */
struct line_place {
    double left_px, right_px; /* of the column */
    bool at_right;            /* the line hangs on the right edge */
    bool flush;               /* its ink, not its advance, begins at the edge it hangs on */
    double baseline_px;
    double size_px;
    unsigned colour;
};

/* Adds the runs of a line to a drawing, in visual order. */
void paragraph_draw_line(struct paragraph *paragraph, const struct line *line,
                         const struct line_place *place, struct drawing *drawing);

#endif
