/* SPDX-License-Identifier: MIT */
#include "rail.h"

#include "label.h"
#include "live.h"

#include <math.h>

/* A rail in the making: positions count from the start edge. */
struct rail {
    struct card *card;
    const struct card_request *request;
    const struct grid *grid;
    double gap_px;
    double start_px; /* where the next part begins */
    double end_px;   /* where the far end's parts begin */
    double middle_px;
    double size_px;
};

static const char *mark_words(const struct card_request *request, char **storage)
{
    g_autofree char *clock = NULL;
    switch (request->mark) {
    case CARD_MARK_NONE:
        return NULL;
    case CARD_MARK_SAMPLE:
        return "Sample stories";
    case CARD_MARK_TROUBLE:
        return "Settings need attention";
    case CARD_MARK_OFFLINE:
        clock = wording_clock(&request->style->wording, request->updated_utc_s);
        *storage = request->updated_utc_s == INSTANT_UNKNOWN
                       ? g_strdup("Offline")
                       : g_strdup_printf("Offline · updated %s", clock);
        return *storage;
    }
    return NULL;
}

static void draw_mark(struct rail *rail)
{
    double b = rail->grid->b_px;
    struct shape mark = {
        .kind = SHAPE_KIND_BOX,
        .x_px = rail->start_px,
        .width_px = round(0.18 * b),
        .height_px = round(0.74 * b),
        .radius_px = 0.09 * b,
        .colour = rail->card->accent,
    };
    mark.y_px = round(rail->middle_px - mark.height_px / 2);
    card_add_shape(rail->card, rail->card->still, mark);
    rail->start_px += mark.width_px + rail->gap_px;
}

static void draw_pill(struct rail *rail)
{
    double b = rail->grid->b_px;
    const struct theme *theme = rail->card->style->theme;
    struct label word = {
        .text = "Breaking",
        .language = "en",
        .role = TYPE_ROLE_BOLD,
        .size_px = rail->size_px,
        .colour = theme->alert_text,
    };
    double padding = round(0.38 * b);
    struct shape pill = {
        .kind = SHAPE_KIND_BOX,
        .x_px = rail->start_px,
        .width_px = ceil(label_width(rail->card, &word)) + 2 * padding,
        .height_px = round((0.70 * 1.2 + 2 * 0.16) * b),
        .radius_px = 0.14 * b,
        .colour = theme->alert,
    };
    pill.y_px = round(rail->middle_px - pill.height_px / 2);
    card_add_shape(rail->card, rail->card->still, pill);
    label_draw(rail->card, rail->card->still, &word, rail->start_px + padding, rail->middle_px);
    rail->start_px += pill.width_px + rail->gap_px;
}

/* The clock of a landscape rail, or of a portrait foot: as wide as it is now and a digit more. */
static void reserve_clock(struct rail *rail)
{
    struct card *card = rail->card;
    const struct grid *grid = rail->grid;
    if (!card->style->clock)
        return;
    double width = ceil(live_clock_width(card, rail->request->now_utc_s) + grid->clock_size_px);
    double height = ceil(1.3 * grid->clock_size_px);
    double middle =
        grid->portrait ? grid->clock_baseline_px - 0.364 * grid->clock_size_px : rail->middle_px;
    double start = grid->portrait ? grid->margin_x_px : rail->end_px - width;
    card->clock_area = (struct area){
        .x = (int)floor(card->right_to_left ? card->style->width_px - start - width : start),
        .y = (int)floor(middle - height / 2),
        .width = (int)width + 1,
        .height = (int)height,
    };
    if (!grid->portrait)
        rail->end_px -= width + 0.5 * grid->b_px;
}

/* The note hangs on the far end, before the clock; without room it is left out. */
static void draw_note(struct rail *rail)
{
    g_autofree char *storage = NULL;
    const struct theme *theme = rail->card->style->theme;
    bool trouble = rail->request->mark == CARD_MARK_TROUBLE;
    double b = rail->grid->b_px;
    struct label note = {
        .text = mark_words(rail->request, &storage),
        .language = "en",
        .role = TYPE_ROLE_MEDIUM,
        .size_px = rail->size_px,
        .colour = trouble ? theme->coral : theme->amber,
    };
    if (!note.text)
        return;
    double icon = trouble ? round(0.66 * b) : 0;
    double gap = trouble ? 0.3 * b : 0;
    double width = label_width(rail->card, &note);
    bool has_room = rail->end_px - rail->start_px - width - icon - gap > 6 * b;
    if (!has_room && !trouble)
        return;
    if (!has_room)
        width = gap = 0; /* the triangle alone */
    double start = rail->end_px - width - gap - icon;
    struct shape triangle = {
        .kind = SHAPE_KIND_TRIANGLE,
        .x_px = start,
        .y_px = round(rail->middle_px - 0.48 * icon),
        .width_px = icon,
        .height_px = round(0.9 * icon),
        .stroke_px = fmax(1.5, 0.06 * b),
        .colour = note.colour,
    };
    if (trouble)
        card_add_shape(rail->card, rail->card->still, triangle);
    if (has_room)
        label_draw(rail->card, rail->card->still, &note, start + icon + gap, rail->middle_px);
    rail->end_px = start - b;
}

static double draw_part(struct rail *rail, const struct label *label)
{
    double width =
        label_draw(rail->card, rail->card->still, label, rail->start_px, rail->middle_px);
    rail->start_px += width + rail->gap_px;
    return width;
}

/* Source, dot and age; a source that is too long for the rail is shortened, never the age. */
static void draw_source_and_age(struct rail *rail)
{
    const struct card_style *style = rail->card->style;
    const struct story *story = rail->request->story;
    struct wording wording = style->wording;
    /* In the words of the story, but in the digits of the clock. */
    g_autofree char *story_locale =
        story->language ? g_strconcat(story->language, "-u-nu-latn", NULL) : NULL;
    if (!wording.locale)
        wording.locale = story_locale;
    g_autofree char *words =
        wording_age(&wording, story->published_utc_s, rail->request->now_utc_s);
    struct label age = {words, style->wording.locale ? style->wording.locale : story->language,
                        TYPE_ROLE_MEDIUM, rail->size_px, style->theme->text_3};
    struct label dot = {"·", "en", TYPE_ROLE_MEDIUM, rail->size_px, style->theme->text_3};
    double after =
        words ? label_width(rail->card, &dot) + label_width(rail->card, &age) + 2 * rail->gap_px
              : 0;
    struct label source = {story->source, story->language, TYPE_ROLE_SEMIBOLD, rail->size_px,
                           rail->card->accent};
    g_autofree char *shown =
        label_shorten(rail->card, &source, rail->end_px - rail->start_px - after);
    source.text = shown;
    draw_part(rail, &source);
    if (words) {
        draw_part(rail, &dot);
        draw_part(rail, &age);
    }
}

void rail_draw(struct card *card, const struct card_request *request, const struct grid *grid)
{
    struct rail rail = {
        .card = card,
        .request = request,
        .grid = grid,
        .gap_px = 0.42 * grid->b_px,
        .start_px = grid->margin_x_px,
        .end_px = card->style->width_px - grid->margin_x_px,
        .middle_px = grid->rail_middle_px,
        .size_px = 0.70 * grid->b_px,
    };
    reserve_clock(&rail);
    if (request->story->priority == STORY_PRIORITY_BREAKING)
        draw_pill(&rail);
    else
        draw_mark(&rail);
    draw_note(&rail);
    draw_source_and_age(&rail);
}
