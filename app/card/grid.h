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
    double story_gap_px;                  /* headline to summary */
    double story_top_px, story_bottom_px; /* between rail and foot, less the padding */
    double rail_middle_px;
    double clock_size_px;
    double clock_baseline_px; /* portrait: in the foot; else 0 */
    double foot_bottom_px;    /* portrait: what stands there ends */
    double padding_below_px;
    double progress_top_px, progress_height_px;
};

/* breaking: the rail holds a pill, which is higher than its text. */
struct grid grid_make(const struct card_style *style, bool breaking);

/* Makes room for the tile of a QR code: beside the summary, or in the foot of a portrait. */
void grid_reserve_code(struct grid *grid, int tile_px);

#endif
