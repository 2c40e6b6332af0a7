/* SPDX-License-Identifier: MIT
 *
 * Labels: short texts of one line, and where things lie on a card whichever way it is written.
 * Positions count from the start edge: the left one, or the right one of a card that is written
 * right to left.
 */
#ifndef PLACARD_CARD_LABEL_H
#define PLACARD_CARD_LABEL_H

#include "paragraph.h"
#include "placard/card/card.h"

struct label {
    const char *text;
    const char *language; /* or NULL */
    enum type_role role;
    double size_px;
    unsigned colour;
    bool flush; /* the ink, not the advance, begins at the start */
};

double label_width(const struct card *card, const struct label *label);

/* The label's text, shortened with "…" to a width, "" where not even a letter fits; g_free. */
char *label_shorten(const struct card *card, const struct label *label, double width_px);

/* Draws a label whose line box has its middle at a height; returns its width. */
double label_draw(const struct card *card, struct drawing *drawing, const struct label *label,
                  double start_px, double middle_px);

/* Draws lines of a paragraph below one another, from a top edge; returns their height. */
struct column {
    double start_px, width_px;
    double top_px;
    double size_px;
    double leading_px; /* height of a line; 0: by the scripts of each line */
    double size_b;
    unsigned colour;
};
double column_draw(const struct card *card, struct paragraph *paragraph, const GArray *lines,
                   const struct column *column);

/* Adds a shape whose x_px counts from the start edge. */
void card_add_shape(const struct card *card, struct drawing *drawing, struct shape shape);

#endif
