/* SPDX-License-Identifier: MIT
 *
 * Fitting: which size the headline gets and how much of the summary is shown, so that both fit
 * between rail and foot. Summaries are shortened by whole sentences, never set smaller.
 */
#ifndef PLACARD_CARD_FIT_H
#define PLACARD_CARD_FIT_H

#include "grid.h"
#include "paragraph.h"

/* Text set in lines. */
struct block {
    struct paragraph *paragraph;
    GArray *lines; /* of struct line */
    double size_px;
    double size_b;
    double height_px;
};

struct fit {
    struct block headline; /* without lines when the story has none */
    struct block summary;
    unsigned sentences_shown;
    bool headline_cut;
};

struct fit_input {
    const struct story *story;
    const struct typefaces *typefaces;
    const struct grid *grid;
    bool right_to_left;
};

/* fit_clear frees what it holds. */
struct fit fit_make(const struct fit_input *input);
void fit_clear(struct fit *fit);

/* The height of one line of a block, in pixels. */
double block_line_height(const struct block *block, const struct line *line);

#endif
