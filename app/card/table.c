/* SPDX-License-Identifier: MIT */
#include "card_private.h"
#include "grid.h"
#include "label.h"
#include "placard/text/language.h"

#include <math.h>

/* Of the text's size: the height of a line, and the space beside and between the columns. */
static const double line_share = 1.7;
static const double gap_share = 1.2;

/* A box over a card, as wide and high as what stands in it. */
static void add_box(const struct card_style *style, struct drawing *drawing, double b_px,
                    struct shape place)
{
    place.kind = SHAPE_KIND_BOX;
    place.radius_px = 0.2 * b_px;
    place.colour = style->theme->rule;
    drawing_add_shape(drawing, place);
}

static struct label row_label(const struct card_style *style, const char *text, enum type_role role,
                              double size_px)
{
    return (struct label){text, catalogue_language(style->wording.catalogue), role, size_px,
                          style->theme->text};
}

/* The widths of the two columns, the second of which gives way. */
static void measure_rows(const struct card *card, const struct card_row *rows, unsigned count,
                         double size_px, double widths_px[2])
{
    widths_px[0] = widths_px[1] = 0;
    for (unsigned i = 0; i < count; i++) {
        struct label key = row_label(card->style, rows[i].key, TYPE_ROLE_BOLD, size_px);
        struct label meaning = row_label(card->style, rows[i].meaning, TYPE_ROLE_TEXT, size_px);
        widths_px[0] = fmax(widths_px[0], label_width(card, &key));
        widths_px[1] = fmax(widths_px[1], label_width(card, &meaning));
    }
}

struct drawing *card_table(const struct card_style *style, const struct card_row *rows,
                           unsigned count)
{
    struct card *card = card_new(style);
    card->right_to_left = language_is_right_to_left(catalogue_language(style->wording.catalogue));
    struct grid grid = grid_make(style, (struct grid_parts){0});
    double line = fmin(line_share * 0.70 * grid.b_px,
                       (style->height_px - 2 * grid.margin_y_px) / (count + 1));
    double size = line / line_share;
    double gap = gap_share * size;
    double widths[2];
    measure_rows(card, rows, count, size, widths);
    double room = style->width_px - 2 * grid.margin_x_px - 3 * gap;
    widths[0] = fmin(widths[0], 0.4 * room);
    widths[1] = fmin(widths[1], room - widths[0]);
    double width = ceil(widths[0] + widths[1] + 3 * gap);
    double height = round((count + 1) * line);
    double left = round((style->width_px - width) / 2);
    double top = round((style->height_px - height) / 2);
    struct drawing *drawing = drawing_new();
    add_box(style, drawing, grid.b_px,
            (struct shape){.x_px = left, .y_px = top, .width_px = width, .height_px = height});
    for (unsigned i = 0; i < count; i++) {
        double middle = top + (i + 1) * line;
        struct label key = row_label(style, rows[i].key, TYPE_ROLE_BOLD, size);
        struct label meaning = row_label(style, rows[i].meaning, TYPE_ROLE_TEXT, size);
        g_autofree char *short_key = label_shorten(card, &key, widths[0] + 1);
        g_autofree char *short_meaning = label_shorten(card, &meaning, widths[1] + 1);
        key.text = short_key;
        meaning.text = short_meaning;
        label_draw(card, drawing, &key, left + gap, middle);
        label_draw(card, drawing, &meaning, left + widths[0] + 2 * gap, middle);
    }
    card_free(card);
    return drawing;
}

struct drawing *card_notice(const struct card_style *style, const char *text)
{
    struct card *card = card_new(style);
    struct grid grid = grid_make(style, (struct grid_parts){0});
    double size = 0.70 * grid.b_px;
    double gap = gap_share * size;
    struct label label = row_label(style, text, TYPE_ROLE_TEXT, size);
    g_autofree char *shortened =
        label_shorten(card, &label, style->width_px - 2 * grid.margin_x_px - 2 * gap);
    label.text = shortened;
    double width = ceil(label_width(card, &label) + 2 * gap);
    double height = round(2 * line_share * size);
    double left = round((style->width_px - width) / 2);
    double top = round(style->height_px - grid.margin_y_px - height);
    struct drawing *drawing = drawing_new();
    add_box(style, drawing, grid.b_px,
            (struct shape){.x_px = left, .y_px = top, .width_px = width, .height_px = height});
    label_draw(card, drawing, &label, left + gap, top + height / 2);
    card_free(card);
    return drawing;
}
