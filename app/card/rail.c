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
    const char *age; /* NULL: the story's time is unknown */
    double gap_px;
    double start_px; /* where the next part begins */
    double end_px;   /* where the far end's parts begin */
    double middle_px;
    double size_px;
};

/* What a mark says, what it says where that has no room, and the icon before it, which trouble
 * keeps without any words. */
static const struct note {
    enum phrase words, brief;
    bool has_icon;
    enum shape_kind icon;
    double icon_b;      /* its width */
    double icon_height; /* of its width */
} notes[] = {
    [CARD_MARK_SAMPLE] = {PHRASE_SAMPLE, PHRASE_SAMPLE_BRIEF, false, SHAPE_KIND_BOX, 0, 0},
    [CARD_MARK_OFFLINE] = {PHRASE_OFFLINE, PHRASE_OFFLINE, true, SHAPE_KIND_CLOUD, 0.92, 0.7},
    [CARD_MARK_TROUBLE] = {PHRASE_TROUBLE, PHRASE_COUNT, true, SHAPE_KIND_TRIANGLE, 0.66, 0.9},
};

static char *note_words(const struct card_request *request)
{
    const struct catalogue *catalogue = request->style->wording.catalogue;
    if (request->mark != CARD_MARK_OFFLINE || request->updated_utc_s == INSTANT_UNKNOWN)
        return g_strdup(catalogue_text(catalogue, notes[request->mark].words));
    /* A time of day means today. */
    static const gint64 today_s = 18 * 3600;
    struct wording wording = request->style->wording;
    bool old = request->now_utc_s - request->updated_utc_s > today_s;
    if (old && !wording.locale)
        wording.locale = "en";
    g_autofree char *when = old ? wording_age(&wording, request->updated_utc_s, request->now_utc_s)
                                : wording_clock(&wording, request->updated_utc_s);
    return catalogue_fill(catalogue, PHRASE_OFFLINE_SINCE, when);
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
    const struct catalogue *catalogue = rail->card->style->wording.catalogue;
    struct label word = {
        .text = catalogue_text(catalogue, PHRASE_BREAKING),
        .language = catalogue_language(catalogue),
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

static struct label source_label(const struct rail *rail)
{
    const struct story *story = rail->request->story;
    return (struct label){story->source, story->language, TYPE_ROLE_SEMIBOLD, rail->size_px,
                          rail->card->accent};
}

static struct label dot_label(const struct rail *rail)
{
    return (struct label){"·", "en", TYPE_ROLE_MEDIUM, rail->size_px,
                          rail->card->style->theme->text_3};
}

static struct label age_label(const struct rail *rail)
{
    const struct card_style *style = rail->card->style;
    const char *language =
        style->wording.locale ? style->wording.locale : rail->request->story->language;
    return (struct label){rail->age, language, TYPE_ROLE_MEDIUM, rail->size_px,
                          style->theme->text_3};
}

/* What dot and age take after the source, with the gaps before them. */
static double after_source(const struct rail *rail)
{
    if (!rail->age)
        return 0;
    struct label dot = dot_label(rail);
    struct label age = age_label(rail);
    return label_width(rail->card, &dot) + label_width(rail->card, &age) + 2 * rail->gap_px;
}

/* Where a note may stand. */
struct berth {
    double start_px, end_px;
    double middle_px;
    bool at_end;
};

/* At the far end of the rail, as far as some of the source and all of the age have room before it;
 * in portrait beside the clock in the foot. */
static struct berth note_berth(const struct rail *rail)
{
    const struct area *clock = &rail->card->clock_area;
    double b = rail->grid->b_px;
    if (rail->grid->portrait && clock->width > 0)
        return (struct berth){
            .start_px = rail->grid->margin_x_px + clock->width,
            .end_px = rail->end_px,
            .middle_px = clock->y + clock->height / 2.0,
        };
    struct label source = source_label(rail);
    double before = fmin(4 * b, label_width(rail->card, &source)) + after_source(rail) + b;
    return (struct berth){rail->start_px + before, rail->end_px, rail->middle_px, true};
}

static void draw_icon(const struct rail *rail, const struct note *note, struct shape icon)
{
    icon.kind = note->icon;
    icon.height_px = round(note->icon_height * icon.width_px);
    icon.y_px = round(icon.y_px - icon.height_px / 2);
    icon.stroke_px = fmax(1.5, 0.06 * rail->grid->b_px);
    card_add_shape(rail->card, rail->card->still, icon);
}

/* Without room for all its words a note is brief, without room for those it is left out. */
static void draw_note(struct rail *rail)
{
    if (rail->request->mark == CARD_MARK_NONE)
        return;
    const struct note *note = &notes[rail->request->mark];
    const struct theme *theme = rail->card->style->theme;
    const struct catalogue *catalogue = rail->card->style->wording.catalogue;
    bool trouble = rail->request->mark == CARD_MARK_TROUBLE;
    struct berth berth = note_berth(rail);
    double room = berth.end_px - berth.start_px;
    double icon = note->has_icon ? round(note->icon_b * rail->grid->b_px) : 0;
    double gap = note->has_icon ? 0.3 * rail->grid->b_px : 0;
    g_autofree char *words = note_words(rail->request);
    struct label label = {words, catalogue_language(catalogue), TYPE_ROLE_MEDIUM, rail->size_px,
                          trouble ? theme->coral : theme->amber};
    double width = icon + gap + label_width(rail->card, &label);
    if (width > room) {
        label.text = trouble ? "" : catalogue_text(catalogue, note->brief);
        width = icon + (*label.text ? gap : 0) + label_width(rail->card, &label);
    }
    if (width > room && !trouble)
        return;
    double start = berth.at_end ? berth.end_px - width : berth.start_px;
    if (note->has_icon)
        draw_icon(
            rail, note,
            (struct shape){
                .x_px = start, .y_px = berth.middle_px, .width_px = icon, .colour = label.colour});
    label_draw(rail->card, rail->card->still, &label, start + icon + gap, berth.middle_px);
    if (berth.at_end)
        rail->end_px = start - rail->grid->b_px;
}

static void draw_part(struct rail *rail, const struct label *label)
{
    double width =
        label_draw(rail->card, rail->card->still, label, rail->start_px, rail->middle_px);
    rail->start_px += width + rail->gap_px;
}

/* Source, dot and age; a source that is too long for the rail is shortened, never the age: where
 * even that alone has no room it is left out. */
static void draw_source_and_age(struct rail *rail)
{
    struct label source = source_label(rail);
    struct label dot = dot_label(rail);
    struct label age = age_label(rail);
    double room = rail->end_px - rail->start_px;
    bool has_age = rail->age && label_width(rail->card, &age) <= room;
    g_autofree char *shown =
        label_shorten(rail->card, &source, has_age ? room - after_source(rail) : room);
    source.text = shown;
    if (*shown)
        draw_part(rail, &source);
    if (*shown && has_age)
        draw_part(rail, &dot);
    if (has_age)
        draw_part(rail, &age);
}

/* In the words of the story, but in the digits of the clock. */
static char *age_words(const struct card_request *request)
{
    const struct story *story = request->story;
    struct wording wording = request->style->wording;
    g_autofree char *locale =
        story->language ? g_strconcat(story->language, "-u-nu-latn", NULL) : NULL;
    if (!wording.locale)
        wording.locale = locale;
    return wording_age(&wording, story->published_utc_s, request->now_utc_s);
}

void rail_draw(struct card *card, const struct card_request *request, const struct grid *grid)
{
    g_autofree char *age = age_words(request);
    struct rail rail = {
        .card = card,
        .request = request,
        .grid = grid,
        .age = age,
        .gap_px = 0.42 * grid->b_px,
        .start_px = grid->margin_x_px,
        .end_px = grid->margin_x_px + grid->column_px,
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
