/* SPDX-License-Identifier: MIT */
#include "card_private.h"
#include "grid.h"
#include "label.h"

#include <math.h>

struct drawing *card_help(const struct card_style *style, const struct card_key *keys,
                          unsigned count)
{
    struct card *card = card_new(style);
    struct grid grid = grid_make(style, false);
    double size = 0.70 * grid.b_px;
    double line = fmin(1.7 * size, (style->height_px - 2 * grid.margin_y_px) / (count + 2));
    double width = fmin(grid.column_px, 20 * size);
    double left = round((style->width_px - width) / 2);
    double top = round((style->height_px - (count + 1) * line) / 2);
    struct shape box = {
        .kind = SHAPE_KIND_BOX,
        .x_px = left,
        .y_px = top,
        .width_px = width,
        .height_px = round((count + 1) * line),
        .radius_px = 0.2 * grid.b_px,
        .colour = style->theme->rule,
    };
    struct drawing *drawing = drawing_new();
    drawing_add_shape(drawing, box);
    for (unsigned i = 0; i < count; i++) {
        double middle = top + (i + 1) * line;
        struct label key = {keys[i].key, "en", TYPE_ROLE_BOLD, size, style->theme->text};
        struct label meaning = {keys[i].meaning, "en", TYPE_ROLE_TEXT, size, style->theme->text};
        label_draw(card, drawing, &key, left + size, middle);
        label_draw(card, drawing, &meaning, left + 6.5 * size, middle);
    }
    card_free(card);
    return drawing;
}
