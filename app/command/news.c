/* SPDX-License-Identifier: MIT */
#include "placard/command/news.h"

#include "placard/command/child.h"
#include "placard/command/message.h"
#include "placard/command/paths.h"

#include <string.h>

/* Between two runs of the fetcher, however soon a source is due. */
static const gint64 shortest_pause_ms = 3000;

/* Where nothing is remembered, every run asks every source: seldom, once there is news to show. */
static const gint64 forgetful_pause_ms = 300000;

/* After a run that failed as a whole; doubled each time. */
static const gint64 first_retry_ms = 10000;
static const gint64 longest_retry_ms = 600000;

/* Between two writes of the edition to the disk. */
static const gint64 keep_interval_ms = 3600000;

struct news {
    struct frame_size image_place;
    const struct setup *setup;
    struct cache *cache;
    const struct options *options;
    struct edition *edition, *before, *reports;
    char *kept; /* the stories that the cache holds, as JSON */
    bool sample;
    bool take_any;       /* the config has changed: an edition of other sources counts whatever
                            it holds */
    bool has_edition;    /* the fetcher at work has printed one */
    bool is_kept;        /* the cache holds the edition in force */
    gint64 next_keep_ms; /* not before: cards wear by writing */
    struct child *child;
    unsigned failures;  /* of the fetcher as a whole, in a row */
    gint64 next_run_ms; /* monotonic; G_MAXINT64: never */
    bool next_asks_all;
};

/* The stories alone: what decides whether an edition is worth a write to the disk. */
static char *stories_json(const struct edition *edition)
{
    struct edition *bare = edition_new();
    for (guint i = 0; i < edition->stories->len; i++)
        g_ptr_array_add(bare->stories, story_copy(g_ptr_array_index(edition->stories, i)));
    char *json = edition_to_json(bare, false);
    edition_free(bare);
    return json;
}

struct news *news_new(const struct setup *setup, struct cache *cache, const struct options *options)
{
    struct news *news = g_new0(struct news, 1);
    news->setup = setup;
    news->cache = cache;
    news->options = options;
    news->edition = setup_load_kept(setup, cache);
    news->is_kept = news->edition != NULL;
    if (news->edition)
        news->kept = stories_json(news->edition);
    else
        news->sample = (news->edition = setup_load_sample(setup)) != NULL;
    return news;
}

/* Keeps the edition over a restart: at most once in an hour and at the end, and only when its
 * stories are others than those that are kept. */
static void keep(struct news *news, gint64 now_ms)
{
    if (news->is_kept || !news->edition || news->edition->stories->len == 0)
        return;
    news->is_kept = true;
    news->next_keep_ms = now_ms + keep_interval_ms;
    g_autofree char *stories = stories_json(news->edition);
    if (g_strcmp0(stories, news->kept) == 0)
        return;
    g_autofree char *json = edition_to_json(news->edition, false);
    if (!cache_store(news->cache, CACHE_KIND_EDITION, news->setup->edition_key, json, strlen(json),
                     NULL))
        return;
    g_free(news->kept);
    news->kept = g_steal_pointer(&stories);
    cache_forget(news->cache, CACHE_KIND_EDITION,
                 (const char *const[]){news->setup->edition_key, NULL});
}

static void end_child(struct news *news, gint64 now_ms)
{
    if (news->child)
        child_finish(news->child, now_ms, NULL, NULL);
    news->child = NULL;
}

void news_free(struct news *news)
{
    if (!news)
        return;
    end_child(news, 0);
    if (!news->sample)
        keep(news, 0);
    edition_free(news->edition);
    edition_free(news->before);
    edition_free(news->reports);
    g_free(news->kept);
    g_free(news);
}

const struct edition *news_edition(const struct news *news)
{
    return news->edition;
}

const struct edition *news_reports(const struct news *news)
{
    return news->reports;
}

bool news_is_sample(const struct news *news)
{
    return news->sample;
}

static unsigned count_troubled(const struct edition *reports)
{
    unsigned count = 0;
    for (guint i = 0; reports && i < reports->sources->len; i++) {
        const struct source_report *report = g_ptr_array_index(reports->sources, i);
        count += report->status != SOURCE_STATUS_OK;
    }
    return count;
}

char *news_describe(const struct news *news)
{
    if (!news->edition || news->edition->stories->len == 0)
        return g_strdup("no stories yet");
    if (news->sample)
        return g_strdup("sample stories");
    const struct edition *reports = news->reports ? news->reports : news->edition;
    g_autofree char *made = instant_format(news->edition->made_utc_s);
    return g_strdup_printf("%u stories of %s, %u of %u sources in trouble",
                           news->edition->stories->len, made, count_troubled(reports),
                           reports->sources->len);
}

void news_set_image_place(struct news *news, struct frame_size place)
{
    news->image_place = place;
}

bool news_is_fetching(const struct news *news)
{
    return news->child != NULL;
}

void news_ask(struct news *news, bool all, gint64 now_ms)
{
    end_child(news, now_ms);
    news->next_run_ms = now_ms;
    news->next_asks_all = all;
}

void news_config_changed(struct news *news, gint64 now_ms)
{
    news->take_any = true;
    news_ask(news, false, now_ms);
}

/* A fetcher at work tells what is due when it ends. */
void news_clock_was_set(struct news *news, gint64 now_ms)
{
    if (!news->child)
        news->next_run_ms = MIN(news->next_run_ms, now_ms + shortest_pause_ms);
}

static void plan_retry(struct news *news, gint64 now_ms)
{
    gint64 pause = first_retry_ms << MIN(news->failures, 10);
    news->failures++;
    news->next_run_ms = now_ms + MIN(pause, longest_retry_ms);
}

static void start(struct news *news, gint64 now_ms)
{
    news->next_run_ms = G_MAXINT64;
    if (!news->setup->json)
        return;
    g_autofree char *program = paths_program("placard-fetcher");
    const struct frame_size place = news->image_place;
    g_autofree char *pictures =
        place.width_px > 0 ? g_strdup_printf("%ux%u", place.width_px, place.height_px) : NULL;
    const struct child_request request = {
        .program = program,
        .pictures = pictures,
        .config_json = news->setup->json,
        .directory = news->setup->directory,
        .sources = (const char *const *)news->setup->sources,
        .now_utc_s = news->options->now_utc_s,
        .due = !news->next_asks_all,
        .verbose = news->options->verbose,
    };
    news->next_asks_all = false;
    news->has_edition = false;
    g_autoptr(GError) error = NULL;
    news->child = child_start(&request, now_ms, &error);
    if (news->child)
        return;
    message_print("%s", error->message);
    plan_retry(news, now_ms);
}

/* When the first source is due by the last reports. */
static void plan_next(struct news *news, gint64 now_ms, gint64 now_utc_s)
{
    gint64 due = G_MAXINT64;
    for (guint i = 0; news->reports && i < news->reports->sources->len; i++) {
        const struct source_report *report = g_ptr_array_index(news->reports->sources, i);
        if (report->due_utc_s != INSTANT_UNKNOWN)
            due = MIN(due, report->due_utc_s);
    }
    bool has_news = news->edition && news->edition->stories->len > 0 && !news->sample;
    bool forgets = !cache_is_open(news->cache) && has_news;
    gint64 least_ms = forgets ? forgetful_pause_ms : shortest_pause_ms;
    if (due != G_MAXINT64)
        news->next_run_ms = now_ms + MAX((due - now_utc_s) * 1000, least_ms);
}

static bool has_same_sources(const struct edition *a, const struct edition *b)
{
    bool same = a->sources->len == b->sources->len;
    for (guint i = 0; same && i < a->sources->len; i++) {
        const struct source_report *one = g_ptr_array_index(a->sources, i);
        const struct source_report *other = g_ptr_array_index(b->sources, i);
        same = g_strcmp0(one->url, other->url) == 0;
    }
    return same;
}

/* An edition without stories says nothing that is better than what is on the screen, unless every
 * source answered and it is the config that leaves nothing, or the config has other sources now. */
static bool is_worth_showing(const struct news *news, const struct edition *edition)
{
    if (edition->stories->len > 0)
        return true;
    if (news->take_any && (!news->edition || !has_same_sources(news->edition, edition)))
        return true;
    for (guint i = 0; i < edition->sources->len; i++) {
        const struct source_report *report = g_ptr_array_index(edition->sources, i);
        if (report->status != SOURCE_STATUS_OK)
            return false;
    }
    return edition->sources->len > 0;
}

static struct edition *copy_reports(const struct edition *edition)
{
    struct edition *reports = edition_new();
    reports->made_utc_s = edition->made_utc_s;
    for (guint i = 0; i < edition->sources->len; i++)
        g_ptr_array_add(reports->sources,
                        source_report_copy(g_ptr_array_index(edition->sources, i)));
    return reports;
}

static bool adopt(struct news *news, struct edition *edition)
{
    struct edition *reports = copy_reports(edition);
    edition_free(news->reports);
    news->reports = reports;
    news->has_edition = true;
    if (!is_worth_showing(news, edition)) {
        edition_free(edition);
        return false;
    }
    edition_free(news->before);
    news->before = news->edition;
    news->edition = edition;
    news->sample = false;
    news->is_kept = false;
    return true;
}

static bool read_child(struct news *news)
{
    g_autoptr(GError) error = NULL;
    struct edition *edition = child_read(news->child, &error);
    if (error)
        message_print("%s", error->message);
    return edition && adopt(news, edition);
}

static void finish_child(struct news *news, gint64 now_ms, gint64 now_utc_s)
{
    g_autoptr(GError) error = NULL;
    int status = 0;
    bool known = child_finish(news->child, now_ms, &status, &error);
    news->child = NULL;
    if (known && status != 2 && news->has_edition) {
        news->failures = 0;
        news->take_any = false;
        plan_next(news, now_ms, now_utc_s);
        return;
    }
    message_print("%s", error ? error->message : "fetcher printed no edition");
    plan_retry(news, now_ms);
}

bool news_turn(struct news *news, gint64 now_ms, gint64 now_utc_s)
{
    if (!news->child && now_ms >= news->next_run_ms)
        start(news, now_ms);
    if (!news->child && !news->sample && now_ms >= news->next_keep_ms)
        keep(news, now_ms);
    if (!news->child)
        return false;
    bool changed = read_child(news);
    if (child_is_ended(news->child) || now_ms >= child_deadline_ms(news->child))
        finish_child(news, now_ms, now_utc_s);
    return changed;
}

int news_descriptor(const struct news *news)
{
    return news->child ? child_descriptor(news->child) : -1;
}

gint64 news_deadline_ms(const struct news *news)
{
    return news->child ? child_deadline_ms(news->child) : news->next_run_ms;
}
