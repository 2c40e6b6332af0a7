/* SPDX-License-Identifier: MIT
 *
 * The parts of a card that change while it is shown: clock and progress.
 */
#include "grid.h"
#include "label.h"
#include "live.h"

#include <math.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>

/* More cards than this share one bar with a thumb. */
static const unsigned max_segments = 20;

/* Draws the parts of a clock one after another. */
struct pen {
    const struct card *card;
    struct drawing *drawing; /* NULL: it is only measured */
    const struct label *label;
    double x_px, middle_px;
    UChar zero; /* of the digits whose cells are known; 0: of none */
    double cell_px;
};

/* The widest of the digits that a digit belongs to, for cells of equal width: figures must not
 * dance. */
static double cell_width(struct pen *pen, UChar digit)
{
    UChar zero = (UChar)(digit - u_charDigitValue(digit));
    double widest = 0;
    if (zero == pen->zero)
        return pen->cell_px;
    for (int value = 0; value <= 9; value++) {
        char text[7] = "";
        g_unichar_to_utf8((gunichar)(zero + value), text);
        struct label label = *pen->label;
        label.text = text;
        widest = fmax(widest, label_width(pen->card, &label));
    }
    pen->zero = zero;
    return pen->cell_px = widest;
}

/* A digit in its cell, or what stands between two. */
static void draw_part(struct pen *pen, const UChar *units, int length)
{
    g_autofree char *text = g_utf16_to_utf8(units, length, NULL, NULL, NULL);
    struct label part = *pen->label;
    part.text = text ? text : "";
    double own = label_width(pen->card, &part);
    double width = u_isdigit(units[0]) ? cell_width(pen, units[0]) : own;
    double left = pen->x_px + (width - own) / 2;
    double start = pen->card->right_to_left ? pen->card->style->width_px - left - own : left;
    if (pen->drawing)
        label_draw(pen->card, pen->drawing, &part, start, pen->middle_px);
    pen->x_px += width;
}

static void draw_from_left(struct pen *pen, const UChar *units, int length)
{
    for (int start = 0, end = 0; start < length; start = end) {
        end = start + 1;
        while (!u_isdigit(units[start]) && end < length && !u_isdigit(units[end]))
            end++;
        draw_part(pen, units + start, end - start);
    }
}

/* Draws the clock, "٢:٣٢ م" as well as "2:32 PM", and returns its width; with a NULL drawing only
 * measures. */
static double draw_characters(const struct card *card, struct drawing *drawing,
                              const struct label *label, double left_px, double middle_px)
{
    struct pen pen = {card, drawing, label, left_px, middle_px, 0, 0};
    glong length = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(label->text, -1, NULL, &length, NULL);
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_open();
    ubidi_setPara(bidi, units, (int)length, UBIDI_DEFAULT_LTR, NULL, &status);
    int count = ubidi_countRuns(bidi, &status);
    for (int i = 0; U_SUCCESS(status) && i < count; i++) {
        int start = 0;
        int size = 0;
        if (ubidi_getVisualRun(bidi, i, &start, &size) == UBIDI_RTL)
            draw_part(&pen, units + start, size);
        else
            draw_from_left(&pen, units + start, size);
    }
    ubidi_close(bidi);
    return pen.x_px - left_px;
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
