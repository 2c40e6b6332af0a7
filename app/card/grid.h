/* SPDX-License-Identifier: MIT
 *
 * The grid of a screen: margins, columns and sizes, all in pixels, all from B.
 */
#ifndef PLACARD_CARD_GRID_H
#define PLACARD_CARD_GRID_H

#include "placard/card/card.h"

/* From largest to smallest, in B. */
struct size_list {
    const double *sizes_b;
    unsigned count;
};

struct grid {
    double b_px; /* em of the summary */
    bool portrait;
    double margin_x_px, margin_y_px;
    double column_px;   /* of text, from margin to margin */
    double headline_px; /* widest headline */
    double measure_px;  /* widest summary */
    unsigned max_headline_lines;
    struct size_list headline_sizes;
    struct size_list lone_sizes; /* headline without summary */
    double code_px;              /* the largest tile of a QR code */
    int code_least_module_px;
    double code_gap_px;                   /* summary to tile */
    double code_end_px;                   /* the tile ends here */
    double story_gap_px;                  /* headline to summary */
    double story_top_px, story_bottom_px; /* between rail and foot, less the padding */
    double rail_top_px, rail_middle_px;
    double clock_size_px;
    double clock_baseline_px; /* portrait: in the foot; else 0 */
    double foot_bottom_px;    /* portrait: what stands there ends */
    double padding_below_px;
    double progress_top_px, progress_height_px;
};

/* What of a card is not always there: in the rail a pill, which is higher than its text, and beside
 * or above the text an image. */
struct grid_parts {
    bool pill, image;
};
struct grid grid_make(const struct card_style *style, struct grid_parts parts);

/* Where an image lies on a card that is written from left to right; nowhere on a screen that is
 * nearly square. It reaches over the edges, so that none is seen when the card is shifted. */
struct area grid_image(const struct card_style *style);

/* Makes room for the tile of a QR code: beside the summary, or in the foot of a portrait. */
void grid_reserve_code(struct grid *grid, int tile_px);

#endif
