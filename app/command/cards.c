/* SPDX-License-Identifier: MIT */
#include "cards.h"

#include "fonts.h"
#include "night.h"
#include "placard/fetch/local.h"

/* A screen without news for so many refresh intervals says so. */
enum { OFFLINE_INTERVALS = 3 };

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

/* By day the theme of the config, or the other one; at night a dark one, dimmed. */
static const struct theme *choose_theme(struct show *show, const struct config *config,
                                        const struct theme *theme)
{
    bool light = theme == theme_get(THEME_LOOK_LIGHT);
    if (show->other_theme)
        theme = theme_get(light ? THEME_LOOK_DARK : THEME_LOOK_LIGHT);
    show->night_depth = night_depth(&config->display.night, show_now_utc_s(show), show->zone);
    return night_theme(&config->display.night, show->night_depth, theme, &show->night_theme);
}

/* By the setup's config, or the defaults where it could never be read. */
struct card_style cards_style(struct show *show)
{
    struct config *defaults = NULL;
    const struct config *config = show->setup->config;
    if (!config)
        config = defaults = config_new();
    int width = 0;
    int height = 0;
    display_set_turn(show->display, (unsigned)config->display.rotate);
    display_size(show->display, &width, &height);
    struct card_style style = stage_style(config, show->locale, show->fontbook, width, height);
    style.wording.catalogue = catalogues_find(show->setup->catalogues, style.wording.locale);
    style.theme = choose_theme(show, config, style.theme);
    style.distance_m = config->display.viewing_distance_m;
    style.pixel_mm = display_pixel_mm(show->display);
    config_free(defaults);
    return style;
}

static enum card_mark current_mark(const struct show *show, gint64 *updated_utc_s)
{
    if (show->setup->problems->len > 0)
        return CARD_MARK_TROUBLE;
    if (news_is_sample(show->news))
        return CARD_MARK_SAMPLE;
    return is_offline(show, updated_utc_s) ? CARD_MARK_OFFLINE : CARD_MARK_NONE;
}

struct card *cards_story(struct show *show, const struct story *story)
{
    struct card_request request = {
        .style = stage_get_style(show->stage),
        .story = story,
        .accent = stage_accent(show->setup->config, news_edition(show->news), story),
        .image = gallery_find(show->gallery, story->image),
        .now_utc_s = show_now_utc_s(show),
    };
    request.mark = current_mark(show, &request.updated_utc_s);
    struct card *card = card_for_story(&request);
    fonts_tell(card->still->missing, show->missing_told);
    return card;
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

bool cards_show_story(const struct show *show)
{
    return show->setup->config && rotation_current(show->rotation);
}

struct card *cards_current(struct show *show)
{
    if (!show->setup->config)
        return make_trouble_card(show);
    const struct story *story = rotation_current(show->rotation);
    return story ? cards_story(show, story) : make_waiting_card(show);
}
