/* SPDX-License-Identifier: MIT
 *
 * Cards that tell no story: waiting for news, and a config that cannot be read.
 */
#include "card_private.h"
#include "grid.h"
#include "label.h"

#include <math.h>

/* Text set in lines down a card. */
struct sheet {
    struct card *card;
    const struct grid *grid;
    double top_px;
};

static void add_text(struct sheet *sheet, const struct label *label, double leading,
                     const struct column *place)
{
    struct paragraph_style style = {
        .typefaces = sheet->card->style->typefaces,
        .role = label->role,
        .language = label->language,
        .headline = label->role == TYPE_ROLE_HEADLINE,
    };
    struct paragraph *paragraph = paragraph_new(label->text, &style);
    double width_em = place->width_px / label->size_px;
    g_autoptr(GArray) lines = paragraph_fill(paragraph, width_em, FILL_EFFORT_ANY);
    struct column column = *place;
    column.top_px = sheet->top_px;
    column.size_px = label->size_px;
    column.leading_px = leading * label->size_px;
    column.colour = label->colour;
    sheet->top_px += column_draw(sheet->card, paragraph, lines, &column);
    paragraph_free(paragraph);
}

/* The big clock in cells is part of the picture: a waiting card is laid out anew each minute. */
static void add_moment(struct sheet *sheet, gint64 now_utc_s)
{
    struct card *card = sheet->card;
    double b = sheet->grid->b_px;
    g_autofree char *clock = wording_clock(&card->style->wording, now_utc_s);
    g_autofree char *date = wording_date(&card->style->wording, now_utc_s);
    double size = 6.5 * b;
    struct label big = {clock, card->style->wording.locale, TYPE_ROLE_LIGHT, size,
                        card->style->theme->text};
    double widest = sheet->grid->column_px;
    double width = label_width(card, &big);
    if (width > widest)
        big.size_px = size = size * widest / width;
    double baseline = sheet->grid->margin_y_px + 0.57 * b + size;
    /* The middle of a line box stands 0.364 em above the baseline of Inter. */
    label_draw(card, card->still, &big, sheet->grid->margin_x_px, baseline - 0.364 * size);
    struct label day = {date, card->style->wording.locale, TYPE_ROLE_TEXT, 1.3 * b,
                        card->style->theme->text_2};
    label_draw(card, card->still, &day, sheet->grid->margin_x_px,
               baseline + 2.63 * b - 0.364 * day.size_px);
}

static char *source_words(const struct card *card, const struct source_report *report)
{
    if (report->status == SOURCE_STATUS_OK)
        return g_strdup_printf("%s — answered", report->name);
    if (report->due_utc_s == INSTANT_UNKNOWN || !report->error)
        return g_strdup_printf("%s — connecting", report->name);
    g_autofree char *next = wording_clock(&card->style->wording, report->due_utc_s);
    return g_strdup_printf("%s — next try %s", report->name, next);
}

/* One source with its ring (waiting) or dot (answered); false when the line is full. */
static bool add_source(struct card *card, const struct grid *grid,
                       const struct source_report *report, double *start_px)
{
    double b = grid->b_px;
    double size = 0.70 * b;
    double middle = card->style->height_px - grid->margin_y_px - 0.6 * size;
    double end = card->style->width_px - grid->margin_x_px;
    g_autofree char *text = source_words(card, report);
    struct label label = {text, NULL, TYPE_ROLE_TEXT, size, card->style->theme->text_3};
    double ring = round(0.43 * b);
    if (*start_px + ring + 0.43 * b + label_width(card, &label) > end)
        return false;
    bool answered = report->status == SOURCE_STATUS_OK;
    struct shape shape = {
        .kind = answered ? SHAPE_KIND_BOX : SHAPE_KIND_RING,
        .x_px = *start_px,
        .y_px = round(middle - ring / 2),
        .width_px = ring,
        .height_px = ring,
        .radius_px = ring / 2,
        .stroke_px = fmax(1.5, 0.09 * b),
        .colour = card->style->theme->amber,
    };
    card_add_shape(card, card->still, shape);
    double text_start = *start_px + ring + 0.43 * b;
    *start_px = text_start + label_draw(card, card->still, &label, text_start, middle) + 1.5 * b;
    return true;
}

struct card *card_waiting(const struct card_style *style, const char *sentence,
                          const struct edition *edition, gint64 now_utc_s)
{
    struct card *card = card_new(style);
    struct grid grid = grid_make(style, false);
    struct sheet sheet = {.card = card, .grid = &grid};
    double b = grid.b_px;
    if (style->clock)
        add_moment(&sheet, now_utc_s);
    double start = grid.margin_x_px;
    for (guint i = 0; edition && i < edition->sources->len; i++)
        if (!add_source(card, &grid, g_ptr_array_index(edition->sources, i), &start))
            break;
    struct label words = {sentence, NULL, TYPE_ROLE_MEDIUM, b, style->theme->text};
    double lines = ceil(label_width(card, &words) / grid.column_px);
    sheet.top_px = style->height_px - grid.margin_y_px - (0.84 + 0.58 + 1.42 * lines) * b;
    struct column column = {.start_px = grid.margin_x_px, .width_px = grid.column_px};
    add_text(&sheet, &words, 1.42, &column);
    return card;
}

/* The box that shows what is wrong: place and key, then the message. */
static void add_box(struct sheet *sheet, const struct card_trouble *trouble)
{
    struct card *card = sheet->card;
    const struct theme *theme = card->style->theme;
    double b = sheet->grid->b_px;
    double size = 0.74 * b;
    double top = sheet->top_px;
    double inset = b;
    g_autofree char *where = trouble->key ? g_strdup_printf("%s  %s", trouble->place, trouble->key)
                                          : g_strdup(trouble->place);
    g_autofree char *example =
        trouble->example ? g_strdup_printf("Example: %s", trouble->example) : NULL;
    const struct label parts[] = {
        {where, "en", TYPE_ROLE_CODE, size, theme->coral},
        {trouble->message, "en", TYPE_ROLE_CODE, size, theme->text},
        {example, "en", TYPE_ROLE_CODE, size, theme->text_2},
    };
    struct column column = {
        .start_px = sheet->grid->margin_x_px + inset,
        .width_px = sheet->grid->column_px - 2 * inset,
    };
    sheet->top_px += 0.6 * b;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].text)
            add_text(sheet, &parts[i], 1.5, &column);
    sheet->top_px += 0.6 * b;
    struct shape box = {
        .kind = SHAPE_KIND_BOX,
        .x_px = sheet->grid->margin_x_px,
        .y_px = top,
        .width_px = sheet->grid->column_px,
        .height_px = sheet->top_px - top,
        .radius_px = 0.2 * b,
        .colour = theme->surface,
    };
    card_add_shape(card, card->still, box);
    box.width_px = round(0.23 * b);
    box.radius_px = 0;
    box.colour = theme->coral;
    card_add_shape(card, card->still, box);
    sheet->top_px += 0.85 * b;
}

static void add_warning(struct sheet *sheet)
{
    struct card *card = sheet->card;
    double b = sheet->grid->b_px;
    double middle = sheet->grid->rail_middle_px;
    double icon = round(0.66 * b);
    struct shape triangle = {
        .kind = SHAPE_KIND_TRIANGLE,
        .x_px = sheet->grid->margin_x_px,
        .y_px = round(middle - icon / 2),
        .width_px = icon,
        .height_px = round(0.9 * icon),
        .stroke_px = fmax(1.5, 0.06 * b),
        .colour = card->style->theme->coral,
    };
    card_add_shape(card, card->still, triangle);
    struct label words = {"Settings need attention", "en", TYPE_ROLE_SEMIBOLD, 0.70 * b,
                          card->style->theme->coral};
    label_draw(card, card->still, &words, sheet->grid->margin_x_px + icon + 0.35 * b, middle);
}

struct card *card_for_trouble(const struct card_style *style, const struct card_trouble *trouble)
{
    struct card *card = card_new(style);
    struct grid grid = grid_make(style, false);
    struct sheet sheet = {.card = card, .grid = &grid};
    double b = grid.b_px;
    add_warning(&sheet);
    sheet.top_px = grid.rail_middle_px + 1.25 * b;
    struct column column = {.start_px = grid.margin_x_px, .width_px = grid.column_px};
    struct label headline = {"placard can’t read its settings file", "en", TYPE_ROLE_HEADLINE,
                             1.55 * b, style->theme->text};
    add_text(&sheet, &headline, 1.12, &column);
    sheet.top_px += 0.62 * b;
    add_box(&sheet, trouble);
    struct label advice = {
        "Fix the file and save it: this screen goes on by itself. Check it first "
        "with “placard check”.",
        "en", TYPE_ROLE_TEXT, 0.85 * b, style->theme->text_2};
    add_text(&sheet, &advice, 1.42, &column);
    return card;
}
