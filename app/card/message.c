/* SPDX-License-Identifier: MIT
 *
 * Cards that tell no story: waiting for news, and a config that cannot be read.
 */
#include "card_private.h"
#include "grid.h"
#include "label.h"
#include "placard/text/language.h"

#include <math.h>

/* Text set in lines down a card. */
struct sheet {
    struct card *card;
    const struct grid *grid;
    double top_px;
};

/* A label in the lines of a column. */
struct setting {
    struct paragraph *paragraph;
    GArray *lines;
};

/* At most so many lines, 0: all of them. */
static struct setting setting_make(const struct card *card, const struct label *label,
                                   double width_px, unsigned max_lines)
{
    bool sentence = label->role != TYPE_ROLE_CODE;
    struct paragraph_style style = {
        .typefaces = card->style->typefaces,
        .role = label->role,
        .language = label->language,
        .headline = sentence,
    };
    double width_em = width_px / label->size_px;
    struct setting setting = {.paragraph = paragraph_new(label->text, &style)};
    struct paragraph *shorter =
        max_lines ? paragraph_shorten(setting.paragraph, width_em, max_lines) : NULL;
    if (shorter) {
        paragraph_free(setting.paragraph);
        setting.paragraph = shorter;
    }
    setting.lines =
        sentence ? paragraph_balance(setting.paragraph, width_em, FILL_EFFORT_WEAK) : NULL;
    if (!setting.lines)
        setting.lines = paragraph_fill(setting.paragraph, width_em, FILL_EFFORT_ANY);
    return setting;
}

static void setting_clear(struct setting *setting)
{
    paragraph_free(setting->paragraph);
    g_array_unref(setting->lines);
}

static unsigned count_lines(const struct card *card, const struct label *label, double width_px)
{
    struct setting setting = setting_make(card, label, width_px, 0);
    unsigned count = setting.lines->len;
    setting_clear(&setting);
    return count;
}

static void add_text(struct sheet *sheet, const struct label *label, double leading,
                     const struct column *place, unsigned max_lines)
{
    struct setting setting = setting_make(sheet->card, label, place->width_px, max_lines);
    struct column column = *place;
    column.top_px = sheet->top_px;
    column.size_px = label->size_px;
    column.leading_px = leading * label->size_px;
    column.colour = label->colour;
    sheet->top_px += column_draw(sheet->card, setting.paragraph, setting.lines, &column);
    setting_clear(&setting);
}

/* The big clock in cells is part of the picture: a waiting card is laid out anew each minute. The
 * date is left out where it would run into what stands below. */
static void add_moment(struct sheet *sheet, gint64 now_utc_s, double bottom_px)
{
    struct card *card = sheet->card;
    double b = sheet->grid->b_px;
    g_autofree char *clock = wording_clock(&card->style->wording, now_utc_s);
    g_autofree char *date = wording_date(&card->style->wording, now_utc_s);
    double size = 6.5 * b;
    struct label big = {clock, card->style->wording.locale, TYPE_ROLE_LIGHT,
                        size,  card->style->theme->text,    true};
    double widest = sheet->grid->column_px;
    double width = label_width(card, &big);
    if (width > widest)
        big.size_px = size = size * widest / width;
    double baseline = sheet->grid->margin_y_px + 0.57 * b + size;
    /* The middle of a line box stands 0.364 em above the baseline of Inter. */
    label_draw(card, card->still, &big, sheet->grid->margin_x_px, baseline - 0.364 * size);
    struct label day = {date,    card->style->wording.locale, TYPE_ROLE_TEXT,
                        1.3 * b, card->style->theme->text_2,  true};
    double day_baseline = baseline + 2.63 * b;
    if (day_baseline + 0.3 * day.size_px <= bottom_px)
        label_draw(card, card->still, &day, sheet->grid->margin_x_px,
                   day_baseline - 0.364 * day.size_px);
}

static char *source_words(const struct card *card, const struct source_report *report)
{
    const struct wording *wording = &card->style->wording;
    if (report->status == SOURCE_STATUS_OK)
        return g_strconcat("— ", catalogue_text(wording->catalogue, PHRASE_ANSWERED), NULL);
    if (report->due_utc_s == INSTANT_UNKNOWN || !report->error)
        return g_strconcat("— ", catalogue_text(wording->catalogue, PHRASE_CONNECTING), NULL);
    g_autofree char *clock = wording_clock(wording, report->due_utc_s);
    g_autofree char *next = catalogue_fill(wording->catalogue, PHRASE_NEXT_TRY, clock);
    return g_strconcat("— ", next, NULL);
}

/* One source with its ring (waiting) or dot (answered); false when the line is full. Its name is a
 * text of its own, that it does not turn the words beside it round. */
static bool add_source(struct card *card, const struct grid *grid,
                       const struct source_report *report, double *start_px)
{
    double b = grid->b_px;
    double size = 0.70 * b;
    double middle = card->style->height_px - grid->margin_y_px - 0.6 * size;
    double end = card->style->width_px - grid->margin_x_px;
    g_autofree char *text = source_words(card, report);
    const char *language = catalogue_language(card->style->wording.catalogue);
    struct label name = {report->name, NULL, TYPE_ROLE_TEXT, size, card->style->theme->text_3};
    struct label words = {text, language, TYPE_ROLE_TEXT, size, card->style->theme->text_3};
    double ring = round(0.43 * b);
    double gap = 0.28 * size;
    double width = label_width(card, &name) + gap + label_width(card, &words);
    if (*start_px + ring + 0.43 * b + width > end)
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
    double at = *start_px + ring + 0.43 * b;
    at += label_draw(card, card->still, &name, at, middle) + gap;
    *start_px = at + label_draw(card, card->still, &words, at, middle) + 1.5 * b;
    return true;
}

/* A card that is written the way of its own words. */
static struct card *message_new(const struct card_style *style)
{
    struct card *card = card_new(style);
    card->right_to_left = language_is_right_to_left(catalogue_language(style->wording.catalogue));
    return card;
}

struct card *card_waiting(const struct card_style *style, const char *sentence,
                          const struct edition *edition, gint64 now_utc_s)
{
    struct card *card = message_new(style);
    struct grid grid = grid_make(style, (struct grid_parts){0});
    struct sheet sheet = {.card = card, .grid = &grid};
    double b = grid.b_px;
    double start = grid.margin_x_px;
    for (guint i = 0; edition && i < edition->sources->len; i++)
        if (!add_source(card, &grid, g_ptr_array_index(edition->sources, i), &start))
            break;
    const char *language = catalogue_language(style->wording.catalogue);
    struct label words = {sentence, language, TYPE_ROLE_MEDIUM, b, style->theme->text};
    unsigned lines = count_lines(card, &words, grid.column_px);
    sheet.top_px = style->height_px - grid.margin_y_px - (0.84 + 0.58 + 1.42 * lines) * b;
    if (style->clock)
        add_moment(&sheet, now_utc_s, sheet.top_px);
    struct column column = {.start_px = grid.margin_x_px, .width_px = grid.column_px};
    add_text(&sheet, &words, 1.42, &column, 0);
    return card;
}

/* What is wrong: place and key, message, example; each in so many lines. */
enum { TROUBLE_PARTS = 3 };
static const double box_padding_b = 0.6;
static const double box_size_b = 0.74;
static const double box_leading = 1.5;

struct box {
    struct label parts[TROUBLE_PARTS]; /* without text: not there */
    unsigned lines[TROUBLE_PARTS];
    struct column column;
};

static struct box box_make(const struct sheet *sheet, const char *const texts[TROUBLE_PARTS])
{
    const struct theme *theme = sheet->card->style->theme;
    const char *language = catalogue_language(sheet->card->style->wording.catalogue);
    double b = sheet->grid->b_px;
    struct box box = {
        .parts = {{texts[0], "en", TYPE_ROLE_CODE, box_size_b * b, theme->coral},
                  {texts[1], "en", TYPE_ROLE_CODE, box_size_b * b, theme->text},
                  {texts[2], language, TYPE_ROLE_CODE, box_size_b * b, theme->text_2}},
        .column = {.start_px = sheet->grid->margin_x_px + b,
                   .width_px = sheet->grid->column_px - 2 * b},
    };
    for (size_t i = 0; i < TROUBLE_PARTS; i++)
        if (texts[i])
            box.lines[i] = count_lines(sheet->card, &box.parts[i], box.column.width_px);
    return box;
}

static double box_height(const struct sheet *sheet, const struct box *box)
{
    unsigned lines = box->lines[0] + box->lines[1] + box->lines[2];
    return (2 * box_padding_b + box_leading * box_size_b * lines) * sheet->grid->b_px;
}

/* Cuts the message, and without room for its first line leaves out the example. */
static void box_shorten(const struct sheet *sheet, struct box *box, double height_px)
{
    double b = sheet->grid->b_px;
    double room = floor((height_px / b - 2 * box_padding_b) / (box_leading * box_size_b));
    unsigned all = (unsigned)fmax(2, room);
    box->lines[0] = MIN(box->lines[0], all - 1);
    unsigned left = all - box->lines[0];
    if (box->lines[2] >= left)
        box->lines[2] = 0;
    box->lines[1] = MIN(box->lines[1], left - box->lines[2]);
}

static void box_draw(struct sheet *sheet, const struct box *box)
{
    struct card *card = sheet->card;
    const struct theme *theme = card->style->theme;
    double b = sheet->grid->b_px;
    struct shape shape = {
        .kind = SHAPE_KIND_BOX,
        .x_px = sheet->grid->margin_x_px,
        .y_px = sheet->top_px,
        .width_px = sheet->grid->column_px,
        .height_px = box_height(sheet, box),
        .radius_px = 0.2 * b,
        .colour = theme->surface,
    };
    card_add_shape(card, card->still, shape);
    shape.width_px = round(0.23 * b);
    shape.radius_px = 0;
    shape.colour = theme->coral;
    card_add_shape(card, card->still, shape);
    sheet->top_px += box_padding_b * b;
    for (size_t i = 0; i < TROUBLE_PARTS; i++)
        if (box->lines[i] > 0)
            add_text(sheet, &box->parts[i], box_leading, &box->column, box->lines[i]);
    sheet->top_px += box_padding_b * b;
}

/* The box, and below it what to do as far as there is room. */
static void add_box(struct sheet *sheet, const struct card_trouble *trouble)
{
    struct card *card = sheet->card;
    const struct catalogue *catalogue = card->style->wording.catalogue;
    double b = sheet->grid->b_px;
    g_autofree char *where = trouble->key ? g_strdup_printf("%s  %s", trouble->place, trouble->key)
                                          : g_strdup(trouble->place);
    g_autofree char *example =
        trouble->example ? catalogue_fill(catalogue, PHRASE_EXAMPLE, trouble->example) : NULL;
    const char *const texts[TROUBLE_PARTS] = {where, trouble->message, example};
    struct box box = box_make(sheet, texts);
    struct label advice = {catalogue_text(catalogue, PHRASE_ADVICE), catalogue_language(catalogue),
                           TYPE_ROLE_TEXT, 0.85 * b, card->style->theme->text_2};
    struct column column = {.start_px = sheet->grid->margin_x_px,
                            .width_px = sheet->grid->column_px};
    double gap = 0.85 * b;
    double below = gap + 1.42 * advice.size_px * count_lines(card, &advice, column.width_px);
    double room = card->style->height_px - sheet->grid->margin_y_px - sheet->top_px;
    bool has_room = box_height(sheet, &box) + below <= room;
    if (!has_room)
        box_shorten(sheet, &box, room);
    box_draw(sheet, &box);
    sheet->top_px += gap;
    if (has_room)
        add_text(sheet, &advice, 1.42, &column, 0);
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
    const struct catalogue *catalogue = card->style->wording.catalogue;
    struct label words = {catalogue_text(catalogue, PHRASE_TROUBLE), catalogue_language(catalogue),
                          TYPE_ROLE_SEMIBOLD, 0.70 * b, card->style->theme->coral};
    label_draw(card, card->still, &words, sheet->grid->margin_x_px + icon + 0.35 * b, middle);
}

struct card *card_for_trouble(const struct card_style *style, const struct card_trouble *trouble)
{
    struct card *card = message_new(style);
    const struct catalogue *catalogue = style->wording.catalogue;
    struct grid grid = grid_make(style, (struct grid_parts){0});
    struct sheet sheet = {.card = card, .grid = &grid};
    double b = grid.b_px;
    add_warning(&sheet);
    sheet.top_px = grid.rail_middle_px + 1.25 * b;
    struct column column = {.start_px = grid.margin_x_px, .width_px = grid.column_px};
    struct label headline = {catalogue_text(catalogue, PHRASE_UNREADABLE),
                             catalogue_language(catalogue), TYPE_ROLE_HEADLINE, 1.55 * b,
                             style->theme->text};
    add_text(&sheet, &headline, 1.12, &column, 0);
    sheet.top_px += 0.62 * b;
    add_box(&sheet, trouble);
    return card;
}
