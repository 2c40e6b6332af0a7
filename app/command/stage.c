/* SPDX-License-Identifier: MIT */
#include "placard/command/stage.h"

#include "shift.h"

#include <math.h>
#include <string.h>

/* Without a GPU a step of a fade costs ten milliseconds: two between the cards, no more. */
enum { FADE_STEPS = 2 };

/* A card with its picture. */
struct scene {
    struct card *card;
    struct picture *still;
    int x_px, y_px; /* by which it is shifted */
};

struct stage {
    struct display *display;
    struct fontbook *fontbook;
    struct card_style style;
    struct scene shown, leaving, prepared;
    struct picture *clock, *progress, *overlay;
    struct shift shift;
    bool shifts, dark;
    struct stage_times times;
    gint64 clock_minute; /* that the clock shows */
    /* What the progress shows; the fraction is negative before it shows anything. */
    unsigned progress_index, progress_count;
    double progress_fraction;
    gint64 fade_start_ms;
    unsigned fade_ms;
    unsigned fade_step; /* that is painted; FADE_STEPS + 1: the fade is over */
};

static const enum theme_look looks[] = {
    [THEME_DARK] = THEME_LOOK_DARK,
    [THEME_LIGHT] = THEME_LOOK_LIGHT,
    [THEME_CONTRAST] = THEME_LOOK_CONTRAST,
};

static const enum card_progress progresses[] = {
    [PROGRESS_FILL] = CARD_PROGRESS_FILL,
    [PROGRESS_STEPS] = CARD_PROGRESS_STEPS,
    [PROGRESS_NONE] = CARD_PROGRESS_NONE,
};

struct card_style stage_style(const struct config *config, const char *locale,
                              const struct fontbook *fontbook, int width_px, int height_px)
{
    return (struct card_style){
        .width_px = width_px,
        .height_px = height_px,
        .text_scale = config->display.text_scale,
        .theme = theme_get(looks[config->display.theme]),
        .typefaces = fontbook_typefaces(fontbook),
        .wording =
            {
                .locale = config->display.locale ? config->display.locale : locale,
                .timezone = config->display.timezone,
            },
        .clock = config->display.clock,
        .codes = config->display.qr,
        .progress = progresses[config->display.progress],
    };
}

static const char *url_of_source(const struct edition *edition, const char *name)
{
    for (guint i = 0; i < edition->sources->len; i++) {
        const struct source_report *report = g_ptr_array_index(edition->sources, i);
        if (g_strcmp0(report->name, name) == 0)
            return report->url;
    }
    return NULL;
}

const char *stage_accent(const struct config *config, const struct edition *edition,
                         const struct story *story)
{
    const char *url = url_of_source(edition, story->source);
    for (guint i = 0; i < config->sources->len; i++) {
        const struct config_source *source = g_ptr_array_index(config->sources, i);
        g_autofree char *shown = config_url_shown(source->url);
        const char *known = source->name ? story->source : url;
        bool same = g_strcmp0(source->name ? source->name : shown, known) == 0;
        if (same && source->accent)
            return source->accent;
    }
    return NULL;
}

static bool all_answered(const struct edition *reports)
{
    for (guint i = 0; reports && i < reports->sources->len; i++) {
        const struct source_report *report = g_ptr_array_index(reports->sources, i);
        if (report->status != SOURCE_STATUS_OK)
            return false;
    }
    return reports && reports->sources->len > 0;
}

struct card *stage_waiting_card(const struct card_style *style, const struct config *config,
                                const struct edition *reports, gint64 now_utc_s)
{
    enum phrase reason = PHRASE_WAITING;
    if (config->sources->len == 0)
        reason = PHRASE_NO_SOURCES;
    else if (all_answered(reports))
        reason = PHRASE_NO_MATCH;
    return card_waiting(style, catalogue_text(style->wording.catalogue, reason), reports,
                        now_utc_s);
}

static void scene_clear(struct scene *scene)
{
    picture_free(scene->still);
    card_free(scene->card);
    *scene = (struct scene){0};
}

static void clear_live(struct stage *stage)
{
    picture_free(stage->clock);
    picture_free(stage->progress);
    stage->clock = stage->progress = NULL;
    stage->clock_minute = G_MININT64;
    stage->progress_fraction = -1;
}

struct stage *stage_new(struct display *display, struct fontbook *fontbook)
{
    struct stage *stage = g_new0(struct stage, 1);
    stage->display = display;
    stage->fontbook = fontbook;
    stage->fade_step = FADE_STEPS + 1;
    clear_live(stage);
    return stage;
}

static void clear_scenes(struct stage *stage)
{
    scene_clear(&stage->shown);
    scene_clear(&stage->leaving);
    scene_clear(&stage->prepared);
    stage->fade_step = FADE_STEPS + 1;
    clear_live(stage);
}

void stage_free(struct stage *stage)
{
    if (!stage)
        return;
    clear_scenes(stage);
    picture_free(stage->overlay);
    g_free(stage);
}

void stage_set_style(struct stage *stage, const struct card_style *style)
{
    clear_scenes(stage);
    stage->style = *style;
}

const struct card_style *stage_get_style(const struct stage *stage)
{
    return &stage->style;
}

void stage_prepare(struct stage *stage, struct card *card)
{
    scene_clear(&stage->prepared);
    stage->prepared =
        (struct scene){.card = card, .still = picture_new(stage->fontbook, card->still)};
}

bool stage_is_prepared(const struct stage *stage)
{
    return stage->prepared.card != NULL;
}

void stage_forget_prepared(struct stage *stage)
{
    scene_clear(&stage->prepared);
}

static bool is_fading(const struct stage *stage)
{
    return stage->fade_step <= FADE_STEPS;
}

static struct picture *make_picture(struct stage *stage, struct drawing *drawing)
{
    struct picture *picture = drawing ? picture_new(stage->fontbook, drawing) : NULL;
    drawing_free(drawing);
    return picture;
}

/* True when the clock shows another minute than before. */
static bool renew_clock(struct stage *stage, const struct stage_moment *moment)
{
    gint64 minute = moment->now_utc_s / 60;
    if (minute == stage->clock_minute)
        return false;
    stage->clock_minute = minute;
    picture_free(stage->clock);
    stage->clock = make_picture(stage, card_clock(stage->shown.card, moment->now_utc_s));
    return true;
}

/* True when the progress has moved by something that can be seen. */
static bool has_progressed(const struct stage *stage, const struct stage_moment *moment)
{
    bool fills = stage->style.progress == CARD_PROGRESS_FILL;
    return stage->progress_fraction < 0 || moment->index != stage->progress_index ||
           moment->count != stage->progress_count ||
           (fills && fabs(moment->fraction - stage->progress_fraction) >= 0.005);
}

static bool renew_progress(struct stage *stage, const struct stage_moment *moment)
{
    if (!has_progressed(stage, moment))
        return false;
    stage->progress_index = moment->index;
    stage->progress_count = moment->count;
    stage->progress_fraction = moment->fraction;
    picture_free(stage->progress);
    stage->progress = make_picture(
        stage, card_progress(stage->shown.card, moment->index, moment->count, moment->fraction));
    return true;
}

static void paint_scene(struct canvas *canvas, const struct scene *scene, double share)
{
    canvas_set_origin(canvas, scene->x_px, scene->y_px);
    canvas_paint(canvas, scene->still, share);
}

/* Everything, with a share of 0 to 1 of the new card where two are to be seen. */
static void paint_card(struct stage *stage, struct canvas *canvas, double share)
{
    canvas_fill(canvas, NULL, stage->style.theme->background);
    if (share < 1)
        paint_scene(canvas, &stage->leaving, 1 - share);
    paint_scene(canvas, &stage->shown, share);
    canvas_paint(canvas, stage->clock, 1);
    canvas_paint(canvas, stage->progress, 1);
    canvas_set_origin(canvas, 0, 0);
    canvas_paint(canvas, stage->overlay, 1);
}

static void paint_all(struct stage *stage, double share)
{
    gint64 begun_us = g_get_monotonic_time();
    struct canvas *canvas = display_canvas(stage->display);
    if (!canvas || !stage->shown.card)
        return;
    if (stage->dark)
        canvas_fill(canvas, NULL, 0x000000);
    else
        paint_card(stage, canvas, share);
    display_present(stage->display, NULL);
    stage->times.last_us = g_get_monotonic_time() - begun_us;
    stage->times.longest_us = MAX(stage->times.longest_us, stage->times.last_us);
}

static void paint_part(struct stage *stage, const struct area *area, const struct picture *picture)
{
    struct canvas *canvas = display_canvas(stage->display);
    if (!canvas || area->width == 0)
        return;
    const struct scene *shown = &stage->shown;
    const struct area shifted = {area->x + shown->x_px, area->y + shown->y_px, area->width,
                                 area->height};
    canvas_set_origin(canvas, shown->x_px, shown->y_px);
    canvas_fill(canvas, area, stage->style.theme->background);
    canvas_paint(canvas, picture, 1);
    canvas_set_origin(canvas, 0, 0);
    display_present(stage->display, &shifted);
}

/* With a change of card, and only then, the place of all that is shown may be another. */
static void place_scene(struct stage *stage, struct scene *scene, gint64 now_ms)
{
    if (!stage->shifts)
        return;
    shift_move(&stage->shift, now_ms);
    shift_offset(&stage->shift, stage->style.width_px, stage->style.height_px, &scene->x_px,
                 &scene->y_px);
}

void stage_change(struct stage *stage, unsigned fade_ms, const struct stage_moment *moment)
{
    if (!stage->prepared.card)
        return;
    scene_clear(&stage->leaving);
    stage->leaving = stage->shown;
    stage->shown = stage->prepared;
    stage->prepared = (struct scene){0};
    place_scene(stage, &stage->shown, moment->now_ms);
    clear_live(stage);
    bool fades = fade_ms > 0 && stage->leaving.card && !stage->dark;
    stage->fade_start_ms = moment->now_ms;
    stage->fade_ms = fade_ms;
    stage->fade_step = fades ? 0 : FADE_STEPS + 1;
    renew_clock(stage, moment);
    renew_progress(stage, moment);
    if (!fades) {
        scene_clear(&stage->leaving);
        paint_all(stage, 1);
    }
}

static gint64 step_ms(const struct stage *stage, unsigned step)
{
    return stage->fade_start_ms + (gint64)stage->fade_ms * step / (FADE_STEPS + 1);
}

gint64 stage_deadline_ms(const struct stage *stage)
{
    return is_fading(stage) ? step_ms(stage, stage->fade_step + 1) : G_MAXINT64;
}

/* How much of the new card a step shows: slow at both ends. */
static double step_share(unsigned step)
{
    double linear = (double)step / (FADE_STEPS + 1);
    return linear * linear * (3 - 2 * linear);
}

/* The last step whose time has come; steps that are late are left out. */
static void update_fade(struct stage *stage, gint64 now_ms)
{
    unsigned step = stage->fade_step;
    while (step <= FADE_STEPS && step_ms(stage, step + 1) <= now_ms)
        step++;
    if (step == stage->fade_step)
        return;
    stage->fade_step = step;
    if (is_fading(stage)) {
        paint_all(stage, step_share(step));
    } else {
        paint_all(stage, 1);
        scene_clear(&stage->leaving);
    }
}

void stage_update(struct stage *stage, const struct stage_moment *moment)
{
    if (!stage->shown.card || stage->dark)
        return;
    if (is_fading(stage)) {
        update_fade(stage, moment->now_ms);
        return;
    }
    bool clock = renew_clock(stage, moment);
    bool progress = renew_progress(stage, moment);
    if (stage->overlay && (clock || progress)) {
        paint_all(stage, 1);
        return;
    }
    if (clock)
        paint_part(stage, &stage->shown.card->clock_area, stage->clock);
    if (progress)
        paint_part(stage, &stage->shown.card->progress_area, stage->progress);
}

void stage_repaint(struct stage *stage, const struct stage_moment *moment)
{
    if (!stage->shown.card)
        return;
    renew_clock(stage, moment);
    renew_progress(stage, moment);
    paint_all(stage, step_share(stage->fade_step));
}

void stage_set_overlay(struct stage *stage, const struct drawing *drawing)
{
    picture_free(stage->overlay);
    stage->overlay = drawing ? picture_new(stage->fontbook, drawing) : NULL;
}

void stage_set_shifting(struct stage *stage, bool shifts)
{
    stage->shifts = shifts;
}

void stage_set_dark(struct stage *stage, bool dark)
{
    stage->dark = dark;
    stage->fade_step = FADE_STEPS + 1;
    scene_clear(&stage->leaving);
    paint_all(stage, 1);
}

struct stage_times stage_get_times(const struct stage *stage)
{
    return stage->times;
}
