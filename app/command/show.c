/* SPDX-License-Identifier: MIT */
#include "keys.h"
#include "show.h"

#include "placard/card/dwell.h"
#include "placard/command/message.h"
#include "placard/fetch/local.h"
#include "placard/text/language.h"

#include <string.h>

/* A screen without news for so many refresh intervals says so. */
enum { OFFLINE_INTERVALS = 3 };

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

gint64 show_now_utc_s(const struct show *show)
{
    if (show->options->now_utc_s != INSTANT_UNKNOWN)
        return show->options->now_utc_s;
    return g_get_real_time() / G_USEC_PER_SEC;
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

/* The setup's config, or the defaults where it could never be read. */
static struct card_style make_style(struct show *show)
{
    int width = 0;
    int height = 0;
    if (show->setup->config)
        display_set_turn(show->display, (unsigned)show->setup->config->display.rotate);
    display_size(show->display, &width, &height);
    struct config *defaults = show->setup->config ? NULL : config_new();
    struct card_style style = stage_style(defaults ? defaults : show->setup->config, show->locale,
                                          show->fontbook, width, height);
    bool light = style.theme == theme_get(THEME_LOOK_LIGHT);
    if (show->other_theme)
        style.theme = theme_get(light ? THEME_LOOK_DARK : THEME_LOOK_LIGHT);
    config_free(defaults);
    return style;
}

/* True when no source on the network has answered for so many of its own intervals; files prove
 * nothing. *updated_utc_s is the last answer of any. */
static bool is_offline(const struct show *show, gint64 *updated_utc_s)
{
    const GPtrArray *sources = show->setup->config->sources;
    const GPtrArray *reports = news_edition(show->news)->sources;
    gint64 now = show_now_utc_s(show);
    *updated_utc_s = INSTANT_UNKNOWN;
    for (guint i = 0; i < MIN(sources->len, reports->len); i++) {
        const struct config_source *source = g_ptr_array_index(sources, i);
        const struct source_report *report = g_ptr_array_index(reports, i);
        gint64 longest_s = (gint64)source->refresh_minutes * 60 * OFFLINE_INTERVALS;
        if (!local_is_remote(source->url) || report->fetched_utc_s == INSTANT_UNKNOWN)
            continue;
        if (now - report->fetched_utc_s <= longest_s)
            return false;
        *updated_utc_s = MAX(*updated_utc_s, report->fetched_utc_s);
    }
    return *updated_utc_s != INSTANT_UNKNOWN;
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

static enum card_mark current_mark(const struct show *show, gint64 *updated_utc_s)
{
    if (show->setup->problems->len > 0)
        return CARD_MARK_TROUBLE;
    if (news_is_sample(show->news))
        return CARD_MARK_SAMPLE;
    return is_offline(show, updated_utc_s) ? CARD_MARK_OFFLINE : CARD_MARK_NONE;
}

static struct card *make_story_card(struct show *show, const struct story *story)
{
    struct card_request request = {
        .style = stage_get_style(show->stage),
        .story = story,
        .accent = stage_accent(show->setup->config, news_edition(show->news), story),
        .now_utc_s = show_now_utc_s(show),
    };
    request.mark = current_mark(show, &request.updated_utc_s);
    return card_for_story(&request);
}

static struct card *make_trouble_card(struct show *show)
{
    const struct config_problem *problem = g_ptr_array_index(show->setup->problems, 0);
    g_autofree char *name = g_path_get_basename(show->setup->file_name);
    g_autofree char *place =
        problem->line ? g_strdup_printf("%s:%u", name, problem->line) : g_strdup(name);
    const struct card_trouble trouble = {place, problem->key, problem->message, problem->example};
    return card_for_trouble(stage_get_style(show->stage), &trouble);
}

static struct card *make_waiting_card(struct show *show)
{
    const struct edition *reports = news_reports(show->news);
    show->message_minute = show_now_utc_s(show) / 60;
    show->reports_shown = reports;
    return stage_waiting_card(stage_get_style(show->stage), show->setup->config, reports,
                              show_now_utc_s(show));
}

static bool shows_story(const struct show *show)
{
    return show->setup->config && rotation_current(show->rotation);
}

static struct card *make_current_card(struct show *show)
{
    if (!show->setup->config)
        return make_trouble_card(show);
    const struct story *story = rotation_current(show->rotation);
    return story ? make_story_card(show, story) : make_waiting_card(show);
}

static struct stage_moment make_moment(const struct show *show, gint64 now_ms)
{
    return (struct stage_moment){
        .index = rotation_index(show->rotation),
        .count = shows_story(show) ? rotation_count(show->rotation) : 0,
        .fraction = rotation_fraction(show->rotation, now_ms),
        .now_utc_s = show_now_utc_s(show),
        .now_ms = now_ms,
    };
}

static void set_title(struct show *show)
{
    const struct story *story = rotation_current(show->rotation);
    const struct config *config = show->setup->config;
    const char *name = config && config->title && *config->title ? config->title : "placard";
    g_autofree char *title =
        story ? g_strdup_printf("%s%s — %s", rotation_is_paused(show->rotation) ? "Paused: " : "",
                                story->headline, name)
              : g_strdup(name);
    display_set_title(show->display, title);
}

/* Shows what is prepared, else the current card; fades where the config wants it. */
static void change_card(struct show *show, bool may_fade, gint64 now_ms)
{
    if (!stage_is_prepared(show->stage))
        stage_prepare(show->stage, make_current_card(show));
    const struct config *config = show->setup->config;
    bool fades = may_fade && config && config->rotation.transition == TRANSITION_FADE &&
                 !config->display.reduced_motion;
    struct stage_moment moment = make_moment(show, now_ms);
    show->story_minute = show_now_utc_s(show) / 60;
    stage_change(show->stage, fades ? (unsigned)config->rotation.transition_ms : 0, &moment);
    set_title(show);
}

void show_again(struct show *show, gint64 now_ms)
{
    struct card_style style = make_style(show);
    stage_set_style(show->stage, &style);
    if (show->help)
        keys_show_help(show);
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
    if (!shows_story(show) || minute == show->story_minute ||
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

static void prepare_next(struct show *show)
{
    const struct story *next = rotation_next_story(show->rotation);
    if (next && shows_story(show) && !stage_is_prepared(show->stage) &&
        stage_deadline_ms(show->stage) == G_MAXINT64)
        stage_prepare(show->stage, make_story_card(show, next));
}

void show_turn(struct show *show, gint64 now_ms)
{
    if (show->setup->config) {
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
    prepare_next(show);
}

/* The next full second of the card's time, where that moves the progress. */
static gint64 progress_deadline_ms(const struct show *show, gint64 now_ms)
{
    bool moves = shows_story(show) && show->setup->config->display.progress == PROGRESS_FILL &&
                 rotation_deadline_ms(show->rotation) != G_MAXINT64;
    if (!moves)
        return G_MAXINT64;
    return now_ms + 1 + (rotation_deadline_ms(show->rotation) - now_ms - 1) % progress_ms;
}

static gint64 clock_deadline_ms(const struct show *show, gint64 now_ms)
{
    bool has_clock = !show->setup->config || show->setup->config->display.clock;
    if (!has_clock || show->options->now_utc_s != INSTANT_UNKNOWN)
        return G_MAXINT64;
    gint64 second = show_now_utc_s(show) % 60;
    return now_ms + (60 - second) * 1000;
}

/* When a story comes into its time or goes out of it. */
static gint64 hours_deadline_ms(const struct show *show, gint64 now_ms)
{
    gint64 change_utc_s = rotation_change_utc_s(show->rotation);
    if (change_utc_s == G_MAXINT64 || show->options->now_utc_s != INSTANT_UNKNOWN)
        return G_MAXINT64;
    return now_ms + MAX(change_utc_s - show_now_utc_s(show), 0) * 1000;
}

gint64 show_deadline_ms(const struct show *show, gint64 now_ms)
{
    gint64 deadline = MIN(clock_deadline_ms(show, now_ms), stage_deadline_ms(show->stage));
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
    show->stage = stage_new(show->display, show->fontbook);
    show->rotation = rotation_new();
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
    stage_free(show->stage);
    rotation_free(show->rotation);
    g_clear_pointer(&show->zone, g_time_zone_unref);
    news_free(show->news);
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
    if (rotation_is_paused(show->rotation))
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
