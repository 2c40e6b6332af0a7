/* SPDX-License-Identifier: MIT
 *
 * The parts of a card that change while it is shown: clock and progress.
 */
#include "grid.h"
#include "label.h"
#include "live.h"

#include <math.h>

/* More cards than this share one bar with a thumb. */
static const unsigned max_segments = 20;

/* The widest digit of a face, for cells of equal width: figures must not dance. */
static double digit_width(const struct card *card, enum type_role role, double size_px)
{
    double widest = 0;
    for (const char *digit = "0123456789"; *digit; digit++) {
        const char text[2] = {*digit, '\0'};
        struct label label = {text, "en", role, size_px, 0};
        widest = fmax(widest, label_width(card, &label));
    }
    return widest;
}

/* Draws the clock's characters one by one; with a NULL drawing only measures. */
static double draw_characters(const struct card *card, struct drawing *drawing,
                              const struct label *label, double left_px, double middle_px)
{
    double cell = digit_width(card, label->role, label->size_px);
    double x = left_px;
    for (const char *c = label->text; *c; c = g_utf8_next_char(c)) {
        g_autofree char *text = g_strndup(c, (gsize)(g_utf8_next_char(c) - c));
        struct label part = *label;
        part.text = text;
        double own = label_width(card, &part);
        double width = g_ascii_isdigit(*c) ? cell : own;
        double inset = (width - own) / 2;
        double start = card->right_to_left ? card->style->width_px - x - inset - own : x + inset;
        if (drawing)
            label_draw(card, drawing, &part, start, middle_px);
        x += width;
    }
    return x - left_px;
}

static struct label clock_label(const struct card *card, const struct grid *grid, const char *text)
{
    const struct card_style *style = card->style;
    return (struct label){
        .text = text,
        .language = style->wording.locale,
        .role = grid->portrait ? TYPE_ROLE_TEXT : TYPE_ROLE_MEDIUM,
        .size_px = grid->clock_size_px,
        .colour = grid->portrait ? style->theme->text : style->theme->text_2,
    };
}

double live_clock_width(const struct card *card, gint64 now_utc_s)
{
    struct grid grid = grid_make(card->style, (struct grid_parts){.image = card->has_image});
    g_autofree char *text = wording_clock(&card->style->wording, now_utc_s);
    struct label label = clock_label(card, &grid, text);
    return draw_characters(card, NULL, &label, 0, 0);
}

struct drawing *card_clock(const struct card *card, gint64 now_utc_s)
{
    if (card->clock_area.width == 0)
        return NULL;
    struct grid grid = grid_make(card->style, (struct grid_parts){.image = card->has_image});
    g_autofree char *text = wording_clock(&card->style->wording, now_utc_s);
    struct label label = clock_label(card, &grid, text);
    double middle = card->clock_area.y + card->clock_area.height / 2.0;
    double width = draw_characters(card, NULL, &label, 0, middle);
    /* In the rail the clock hangs on the far edge of the text, in the foot on the near one. */
    double start = grid.portrait ? grid.margin_x_px : grid.margin_x_px + grid.column_px - width;
    double left = card->right_to_left ? card->style->width_px - start - width : start;
    struct drawing *drawing = drawing_new();
    draw_characters(card, drawing, &label, left, middle);
    return drawing;
}

struct bar {
    const struct card *card;
    struct drawing *drawing;
    double top_px, height_px;
};

static void add_bar(const struct bar *bar, double start_px, double width_px, unsigned colour)
{
    struct shape shape = {
        .kind = SHAPE_KIND_BOX,
        .x_px = start_px,
        .y_px = bar->top_px,
        .width_px = width_px,
        .height_px = bar->height_px,
        .radius_px = bar->height_px / 2,
        .colour = colour,
    };
    if (width_px >= 1)
        card_add_shape(bar->card, bar->drawing, shape);
}

static void add_segments(const struct bar *bar, const struct grid *grid, unsigned index,
                         unsigned count, double fraction)
{
    const struct theme *theme = bar->card->style->theme;
    unsigned past = theme_mix(theme->background, theme->text_3, 0.75);
    double gap = fmax(1, 0.16 * grid->b_px);
    double pitch = (grid->column_px + gap) / count;
    for (unsigned i = 0; i < count; i++) {
        double start = round(grid->margin_x_px + i * pitch);
        double width = round(grid->margin_x_px + (i + 1) * pitch - gap) - start;
        add_bar(bar, start, width, i < index ? past : theme->rule);
        if (i == index)
            add_bar(bar, start, fmax(bar->height_px, round(width * fraction)), bar->card->accent);
    }
}

static void add_thumb(const struct bar *bar, const struct grid *grid, unsigned index,
                      unsigned count, double fraction)
{
    const struct theme *theme = bar->card->style->theme;
    double width = fmax(bar->height_px * 2, grid->column_px / count);
    double travel = grid->column_px - width;
    add_bar(bar, grid->margin_x_px, grid->column_px, theme->rule);
    double at = fmin(1, (index + fraction) / count);
    add_bar(bar, round(grid->margin_x_px + travel * at), round(width), bar->card->accent);
}

struct drawing *card_progress(const struct card *card, unsigned index, unsigned count,
                              double fraction)
{
    if (card->progress_area.width == 0 || count == 0)
        return NULL;
    struct grid grid = grid_make(card->style, (struct grid_parts){.image = card->has_image});
    double shown = card->style->progress == CARD_PROGRESS_FILL ? fmin(1, fmax(0, fraction)) : 1;
    struct bar bar = {
        .card = card,
        .drawing = drawing_new(),
        .top_px = grid.progress_top_px,
        .height_px = grid.progress_height_px,
    };
    if (count <= max_segments)
        add_segments(&bar, &grid, index, count, shown);
    else
        add_thumb(&bar, &grid, index, count, shown);
    return bar.drawing;
}
