/* SPDX-License-Identifier: MIT */
#include "show.h"

#include "cards.h"
#include "night.h"
#include "overlay.h"

#include "placard/card/dwell.h"
#include "placard/command/message.h"
#include "placard/text/language.h"

#include <string.h>

/* One step of the progress a second. */
static const gint64 progress_ms = 1000;

static unsigned story_dwell_ms(const struct story *story, void *user)
{
    const struct show *show = user;
    const struct config *config = show->setup->config;
    const struct dwell_rule rule = {
        .fixed_seconds = config->rotation.dwell_seconds,
        .words_per_minute = (unsigned)config->rotation.words_per_minute,
        .min_seconds = (unsigned)config->rotation.min_dwell_seconds,
        .max_seconds = (unsigned)config->rotation.max_dwell_seconds,
    };
    return dwell_ms(story, &rule);
}

/* The locale for times by the environment; none where that says nothing. */
static char *environment_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_TIME", "LANG"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);
        if (!value || !*value)
            continue;
        g_autofree char *tag = g_strndup(value, strcspn(value, ".@"));
        bool plain = g_str_equal(tag, "C") || g_str_equal(tag, "POSIX");
        return plain ? NULL : language_canonical(tag);
    }
    return NULL;
}

gint64 show_now_utc_s(const struct show *show)
{
    if (show->options->now_utc_s != INSTANT_UNKNOWN)
        return show->options->now_utc_s;
    return g_get_real_time() / G_USEC_PER_SEC;
}

/* Tells the rotation which stories are in their time; true when the card changes now. */
static bool tell_time(struct show *show, gint64 now_ms)
{
    const struct story *next = rotation_next_story(show->rotation);
    bool changes = rotation_set_time(show->rotation, show_now_utc_s(show), show->zone, now_ms);
    if (rotation_next_story(show->rotation) != next)
        stage_forget_prepared(show->stage);
    return changes;
}

static void renew_zone(struct show *show)
{
    g_clear_pointer(&show->zone, g_time_zone_unref);
    show->zone =
        show->setup->config ? config_timezone(show->setup->config) : g_time_zone_new_local();
}

static struct stage_moment make_moment(const struct show *show, gint64 now_ms)
{
    return (struct stage_moment){
        .index = rotation_index(show->rotation),
        .count = cards_show_story(show) ? rotation_count(show->rotation) : 0,
        .fraction = rotation_fraction(show->rotation, now_ms),
        .now_utc_s = show_now_utc_s(show),
        .now_ms = now_ms,
    };
}

/* By a person, not by the night. */
static bool is_held(const struct show *show)
{
    return rotation_is_paused(show->rotation) && !show->held_by_power;
}

static void set_title(struct show *show)
{
    const struct story *story = rotation_current(show->rotation);
    const struct config *config = show->setup->config;
    const char *name = config && config->title && *config->title ? config->title : "placard";
    g_autofree char *title =
        story ? g_strdup_printf("%s%s — %s", is_held(show) ? "Paused: " : "", story->headline, name)
              : g_strdup(name);
    display_set_title(show->display, title);
}

/* Shows what is prepared, else the current card; fades where the config wants it. */
static void change_card(struct show *show, bool may_fade, gint64 now_ms)
{
    if (!stage_is_prepared(show->stage))
        stage_prepare(show->stage, cards_current(show));
    const struct config *config = show->setup->config;
    bool fades = may_fade && config && config->rotation.transition == TRANSITION_FADE &&
                 !config->display.reduced_motion;
    struct stage_moment moment = make_moment(show, now_ms);
    show->story_minute = show_now_utc_s(show) / 60;
    stage_change(show->stage, fades ? (unsigned)config->rotation.transition_ms : 0, &moment);
    set_title(show);
}

/* The fetcher and the gallery make images as large as the cards have them. */
static void set_image_place(struct show *show, const struct card_style *style)
{
    bool wanted = show->setup->config && show->setup->config->display.images;
    struct area place = wanted ? card_image_place(style) : (struct area){0};
    struct frame_size size = {(unsigned)place.width, (unsigned)place.height};
    gallery_set_place(show->gallery, size);
    news_set_image_place(show->news, size);
}

void show_again(struct show *show, gint64 now_ms)
{
    struct card_style style = cards_style(show);
    stage_set_style(show->stage, &style);
    stage_set_shifting(show->stage,
                       show->setup->config && show->setup->config->display.pixel_shift);
    set_image_place(show, &style);
    overlay_draw(show, now_ms);
    change_card(show, false, now_ms);
}

/* After a change of the config, and after the sample stories, a story that is no more makes way at
 * once; else it has its time. */
static void adopt_edition(struct show *show, gint64 now_ms)
{
    const struct edition *edition = news_edition(show->news);
    bool changed = rotation_adopt(show->rotation, edition, story_dwell_ms, show, now_ms);
    stage_forget_prepared(show->stage);
    const struct story *current = rotation_current(show->rotation);
    bool gone = current && !edition_find(edition, current->id);
    if (gone && (show->sources_changed || show->sample_shown))
        changed |= rotation_step(show->rotation, 1, now_ms);
    show->sample_shown = news_is_sample(show->news);
    show->sources_changed = false;
    if (changed)
        change_card(show, true, now_ms);
}

/* A story that stays, alone or paused, keeps an honest age. */
static void renew_still_story(struct show *show, gint64 now_ms)
{
    gint64 minute = show_now_utc_s(show) / 60;
    if (!cards_show_story(show) || minute == show->story_minute || show->power.off ||
        rotation_deadline_ms(show->rotation) != G_MAXINT64)
        return;
    stage_forget_prepared(show->stage);
    change_card(show, false, now_ms);
}

/* A waiting card is laid out anew when its clock or what it says of the sources has changed. */
static void renew_message(struct show *show, gint64 now_ms)
{
    if (!show->setup->config || rotation_current(show->rotation))
        return;
    bool minute = show_now_utc_s(show) / 60 != show->message_minute;
    if (minute || news_reports(show->news) != show->reports_shown)
        change_card(show, false, now_ms);
}

/* A card that was prepared before the fetcher brought its image is made again. */
static void forget_bare(struct show *show, const struct story *next)
{
    bool fetching = news_is_fetching(show->news);
    if (show->was_fetching && !fetching && next && next->image &&
        !gallery_find(show->gallery, next->image))
        stage_forget_prepared(show->stage);
    show->was_fetching = fetching;
}

/* During the dwell, its image first. */
static void prepare_next(struct show *show, gint64 now_ms)
{
    const struct story *next = rotation_next_story(show->rotation);
    gallery_turn(show->gallery, now_ms);
    forget_bare(show, next);
    if (!next || !cards_show_story(show) || stage_is_prepared(show->stage))
        return;
    gallery_want(show->gallery, next->image, now_ms);
    bool rests = stage_deadline_ms(show->stage) == G_MAXINT64;
    if (rests && !gallery_awaits(show->gallery, next->image))
        stage_prepare(show->stage, cards_story(show, next));
}

static struct power_moment power_moment(const struct show *show, gint64 now_ms)
{
    return (struct power_moment){show_now_utc_s(show), now_ms, show->zone};
}

static const struct config_power *power_schedule(const struct show *show)
{
    return show->setup->config ? &show->setup->config->display.power : NULL;
}

/* While the panel is off the stage is dark and the card waits. */
static void renew_power(struct show *show, gint64 now_ms)
{
    const struct power_moment moment = power_moment(show, now_ms);
    bool was_off = show->power.off;
    enum power_order order = power_turn(&show->power, power_schedule(show), &moment);
    if (order == POWER_ORDER_NONE)
        return;
    bool on = order == POWER_ORDER_ON;
    panel_switch(show->display, power_schedule(show), on);
    if (show->power.off == was_off)
        return;
    if (on && show->held_by_power)
        rotation_resume(show->rotation, now_ms);
    show->held_by_power = !on && !rotation_is_paused(show->rotation);
    if (show->held_by_power)
        rotation_pause(show->rotation, now_ms);
    stage_set_dark(show->stage, !on);
    if (on)
        show_again(show, now_ms);
}

/* Another shade of the night. */
static void renew_night(struct show *show, gint64 now_ms)
{
    const struct config *config = show->setup->config;
    double depth = night_depth(&config->display.night, show_now_utc_s(show), show->zone);
    if (depth != show->night_depth && stage_deadline_ms(show->stage) == G_MAXINT64)
        show_again(show, now_ms);
}

void show_turn(struct show *show, gint64 now_ms)
{
    renew_power(show, now_ms);
    overlay_turn(show, now_ms);
    if (show->setup->config) {
        renew_night(show, now_ms);
        if (news_turn(show->news, now_ms, show_now_utc_s(show)))
            adopt_edition(show, now_ms);
        bool comes = tell_time(show, now_ms);
        if (rotation_tick(show->rotation, now_ms) || comes)
            change_card(show, true, now_ms);
        renew_message(show, now_ms);
        renew_still_story(show, now_ms);
    }
    struct stage_moment moment = make_moment(show, now_ms);
    stage_update(show->stage, &moment);
    prepare_next(show, now_ms);
}

/* The next full second of the card's time, where that moves the progress. */
static gint64 progress_deadline_ms(const struct show *show, gint64 now_ms)
{
    bool moves = cards_show_story(show) && show->setup->config->display.progress == PROGRESS_FILL &&
                 rotation_deadline_ms(show->rotation) != G_MAXINT64;
    if (!moves)
        return G_MAXINT64;
    return now_ms + 1 + (rotation_deadline_ms(show->rotation) - now_ms - 1) % progress_ms;
}

static gint64 clock_deadline_ms(const struct show *show, gint64 now_ms)
{
    bool has_clock = !show->setup->config || show->setup->config->display.clock;
    if (!has_clock || show->power.off || show->options->now_utc_s != INSTANT_UNKNOWN)
        return G_MAXINT64;
    gint64 second = show_now_utc_s(show) % 60;
    return now_ms + (60 - second) * 1000;
}

/* When a story comes into its time or goes out of it, or the night does. */
static gint64 hours_deadline_ms(const struct show *show, gint64 now_ms)
{
    const struct config_night *night = &show->setup->config->display.night;
    gint64 change_utc_s = MIN(rotation_change_utc_s(show->rotation),
                              night_change_utc_s(night, show_now_utc_s(show), show->zone));
    if (change_utc_s == G_MAXINT64 || show->options->now_utc_s != INSTANT_UNKNOWN)
        return G_MAXINT64;
    return now_ms + MAX(change_utc_s - show_now_utc_s(show), 0) * 1000;
}

gint64 show_deadline_ms(const struct show *show, gint64 now_ms)
{
    const struct power_moment moment = power_moment(show, now_ms);
    gint64 deadline = MIN(clock_deadline_ms(show, now_ms), stage_deadline_ms(show->stage));
    deadline = MIN(deadline, power_deadline_ms(&show->power, power_schedule(show), &moment));
    deadline = MIN(deadline, overlay_deadline_ms(show));
    deadline = MIN(deadline, gallery_deadline_ms(show->gallery));
    if (!show->setup->config)
        return deadline;
    deadline = MIN(deadline, progress_deadline_ms(show, now_ms));
    deadline = MIN(deadline, rotation_deadline_ms(show->rotation));
    deadline = MIN(deadline, hours_deadline_ms(show, now_ms));
    return MIN(deadline, news_deadline_ms(show->news));
}

static void take_setup(struct show *show, gint64 now_ms)
{
    renew_zone(show);
    show->sources_changed = true;
    news_config_changed(show->news, now_ms);
}

void show_open(struct show *show, const char *source, gint64 now_ms)
{
    if (!setup_open(show->setup, source, show->cache)) {
        message_print("%s: cannot be shown while the config is broken", source);
        return;
    }
    message_print("showing %s", source);
    take_setup(show, now_ms);
    show_again(show, now_ms);
}

void show_reload(struct show *show, gint64 now_ms)
{
    enum setup_change change = setup_reload(show->setup, show->cache);
    if (change == SETUP_CHANGE_NONE)
        return;
    if (change == SETUP_CHANGE_BROKEN) {
        setup_print_problems(show->setup);
    } else {
        message_print("%s: changes taken", show->setup->file_name);
        take_setup(show, now_ms);
    }
    overlay_notice(show, change == SETUP_CHANGE_BROKEN, now_ms);
    show_again(show, now_ms);
}

struct show *show_new(const struct show_parts *parts, gint64 now_ms)
{
    struct show *show = g_new0(struct show, 1);
    show->options = parts->options;
    show->display = parts->display;
    show->fontbook = parts->fontbook;
    show->cache = parts->cache;
    show->setup = parts->setup;
    show->locale = environment_locale();
    show->missing_told = g_hash_table_new(NULL, NULL);
    show->stage = stage_new(show->display, show->fontbook);
    show->rotation = rotation_new();
    show->gallery = gallery_new(show->cache);
    show->news = news_new(show->setup, show->cache, show->options);
    show->sample_shown = news_is_sample(show->news);
    renew_zone(show);
    tell_time(show, now_ms);
    const struct edition *edition = news_edition(show->news);
    if (edition && show->setup->config)
        rotation_adopt(show->rotation, edition, story_dwell_ms, show, now_ms);
    show_again(show, now_ms);
    return show;
}

void show_free(struct show *show)
{
    if (!show)
        return;
    g_free(show->notice);
    stage_free(show->stage);
    rotation_free(show->rotation);
    g_clear_pointer(&show->zone, g_time_zone_unref);
    gallery_free(show->gallery);
    news_free(show->news);
    g_hash_table_unref(show->missing_told);
    g_free(show->locale);
    g_free(show);
}

void show_step(struct show *show, int direction, gint64 now_ms)
{
    if (!rotation_step(show->rotation, direction, now_ms))
        return;
    if (direction < 0)
        stage_forget_prepared(show->stage);
    change_card(show, true, now_ms);
}

void show_pause(struct show *show, gint64 now_ms)
{
    if (is_held(show))
        rotation_resume(show->rotation, now_ms);
    else
        rotation_pause(show->rotation, now_ms);
    set_title(show);
}

void show_repaint(struct show *show, gint64 now_ms)
{
    struct stage_moment moment = make_moment(show, now_ms);
    stage_repaint(show->stage, &moment);
}
