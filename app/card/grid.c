/* SPDX-License-Identifier: MIT */
#include "grid.h"

#include <math.h>

/* What differs between a screen across the room and a small panel at hand. */
struct class_row {
    double b_of_side;
    double code_of_side;
    int code_least_module_px;
    double gap_b, padding_above_b, padding_below_b;
    unsigned max_headline_lines;
    struct size_list headline_sizes, lone_sizes;
};

static const double far_sizes[] = {4.0, 3.2, 2.6, 2.3, 2.0, 1.75, 1.55};
static const double near_sizes[] = {4.0, 3.2, 1.95, 1.75, 1.55, 1.4};

static const struct class_row far_class = {
    .b_of_side = 0.0426,
    .code_of_side = 0.2075,
    .code_least_module_px = 4,
    .gap_b = 0.85,
    .padding_above_b = 1.0,
    .padding_below_b = 0.9,
    .max_headline_lines = 3,
    .headline_sizes = {far_sizes + 2, 5},
    .lone_sizes = {far_sizes, 7},
};

static const struct class_row near_class = {
    .b_of_side = 0.0585,
    .code_of_side = 0.25,
    .code_least_module_px = 3,
    .gap_b = 0.62,
    .padding_above_b = 0.75,
    .padding_below_b = 0.7,
    .max_headline_lines = 4,
    .headline_sizes = {near_sizes + 2, 4},
    .lone_sizes = {near_sizes, 6},
};

/* Panels up to this shorter side are read from an arm's length or two. */
static const int near_side_px = 640;

/* The em of the summary. A capital of Inter is 0.727 em high and should fill 20 minutes of arc, the
 * preferred height of ISO 9241-303, as far as that leaves lines of a good length. */
static double em_px(const struct card_style *style, const struct class_row *row)
{
    static const double of_distance = 0.0080; /* tan(20') / 0.727 */
    double side = fmin(style->width_px, style->height_px);
    double em = row->b_of_side * side;
    if (style->distance_m > 0 && style->pixel_mm > 0)
        em = fmin(0.075 * side,
                  fmax(0.036 * side, of_distance * 1000 * style->distance_m / style->pixel_mm));
    return fmax(1, round(em * style->text_scale));
}

static double rail_height(const struct grid *grid, bool breaking)
{
    double text = grid->portrait ? 0.70 * 1.2 : 0.78 * 1.2;
    return grid->b_px * (breaking ? fmax(text, 0.70 * 1.2 + 2 * 0.16) : text);
}

/* Everything below the story; returns where it begins. */
static double place_foot(struct grid *grid, const struct card_style *style)
{
    double bottom = style->height_px - grid->margin_y_px;
    grid->progress_height_px = fmax(3, round(0.11 * grid->b_px));
    grid->progress_top_px = round(bottom - grid->progress_height_px);
    double top = style->progress == CARD_PROGRESS_NONE ? bottom : grid->progress_top_px;
    grid->foot_bottom_px = top - 0.75 * grid->b_px;
    if (!grid->portrait || !style->clock)
        return top;
    grid->clock_baseline_px = round(top - 0.82 * grid->b_px);
    return grid->foot_bottom_px - grid->clock_size_px;
}

/* As wide as high, give or take a twentieth: there is room for an image neither beside the text nor
 * above it. */
static bool is_square(const struct card_style *style)
{
    return style->width_px < 1.05 * style->height_px && style->width_px > 0.95 * style->height_px;
}

struct area grid_image(const struct card_style *style)
{
    double width = style->width_px;
    double height = style->height_px;
    int over = (int)ceil(0.005 * fmin(width, height));
    int left = (int)round(0.60 * width);

    if (is_square(style))
        return (struct area){0};
    if (width < 1.05 * height)
        return (struct area){-over, -over, style->width_px + 2 * over,
                             (int)round(0.335 * height) + over};
    return (struct area){left, -over, style->width_px - left + over, style->height_px + 2 * over};
}

/* The text makes room: on the side of the image, or below it. */
static void make_room(struct grid *grid, const struct card_style *style)
{
    struct area image = grid_image(style);

    if (grid->portrait) {
        grid->rail_top_px = image.y + image.height + 1.1 * grid->b_px;
        return;
    }
    grid->column_px = image.x - 0.036 * style->width_px - grid->margin_x_px;
    grid->headline_px = grid->column_px;
    grid->measure_px = fmin(grid->column_px, grid->measure_px);
    grid->code_end_px = style->width_px - 0.045 * fmin(style->width_px, style->height_px);
    grid->max_headline_lines = 4;
    /* What is larger than this breaks too often. */
    while (grid->headline_sizes.count > 1 && grid->headline_sizes.sizes_b[0] > 2.3) {
        grid->headline_sizes.sizes_b++;
        grid->headline_sizes.count--;
    }
}

struct grid grid_make(const struct card_style *style, struct grid_parts parts)
{
    double width = style->width_px;
    double height = style->height_px;
    double side = fmin(width, height);
    const struct class_row *row = side <= near_side_px ? &near_class : &far_class;
    struct grid grid = {
        .b_px = em_px(style, row),
        .portrait = width < 1.05 * height,
        .max_headline_lines = row->max_headline_lines,
        .headline_sizes = row->headline_sizes,
        .lone_sizes = row->lone_sizes,
    };
    if (grid.portrait)
        grid.max_headline_lines = 4;
    double b = grid.b_px;
    grid.margin_x_px = round((grid.portrait ? 0.0667 : 0.050) * width);
    grid.margin_y_px = (grid.portrait ? 0.045 : 0.060) * height;
    grid.column_px = width - 2 * grid.margin_x_px;
    grid.headline_px = grid.column_px * (grid.portrait ? 1 : 0.94);
    grid.measure_px = grid.portrait ? grid.column_px : fmin(grid.column_px, 33 * b);
    grid.code_px = row->code_of_side * side;
    grid.code_least_module_px = row->code_least_module_px;
    grid.code_gap_px = 1.5 * b;
    grid.story_gap_px = row->gap_b * b;
    grid.clock_size_px = (grid.portrait ? 1.5 : 0.78) * b;
    grid.code_end_px = grid.margin_x_px + grid.column_px;
    grid.rail_top_px = grid.margin_y_px;
    if (parts.image)
        make_room(&grid, style);
    double rail = rail_height(&grid, parts.pill);
    grid.rail_middle_px = grid.rail_top_px + rail / 2;
    grid.story_top_px = grid.rail_top_px + rail + row->padding_above_b * b;
    grid.padding_below_px = row->padding_below_b * b;
    grid.story_bottom_px = place_foot(&grid, style) - grid.padding_below_px;
    return grid;
}

void grid_reserve_code(struct grid *grid, int tile_px)
{
    if (grid->portrait) {
        double bottom = grid->foot_bottom_px - tile_px - grid->padding_below_px;
        grid->story_bottom_px = fmin(grid->story_bottom_px, bottom);
        return;
    }
    double left = grid->column_px - tile_px - grid->code_gap_px;
    grid->measure_px = fmin(grid->measure_px, left);
}
