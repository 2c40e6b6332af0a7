/* SPDX-License-Identifier: MIT */
#include "fetcher_intake.h"

#include "fetcher_harvest.h"
#include "fetcher_headers.h"
#include "fetcher_visit.h"

#include "placard/feed/feed.h"
#include "placard/fetch/local.h"
#include "placard/fetch/refresh.h"
#include "placard/text/clean.h"

/* What is common in the headlines and words of a source does not show from fewer. */
enum { STORIES_LEAST = 50 };

/* After so many failures of the network the place that a source had moved to is given up. */
enum { ASTRAY_FAILURES = 5 };

/* How many of the newest stories are kept for the config to choose from; 0: all. */
static unsigned intake_newest(const struct intake *intake)
{
    const struct config_source *source = intake->source;
    const bool is_chosen_by_words = source->block->len > 0 || source->keep->len > 0;

    return source->limit == 0 || is_chosen_by_words ? 0
                                                    : (unsigned)MAX(source->limit, STORIES_LEAST);
}

static struct harvest_limits intake_limits(const struct intake *intake)
{
    const struct config *config = intake->config;

    return (struct harvest_limits){
        .max_bytes = (size_t)config->network.max_bytes,
        .max_items = (unsigned)config->network.max_items,
        .newest = intake_newest(intake),
    };
}

static struct refresh intake_refresh(const struct intake *intake, gint64 now_utc_s)
{
    return (struct refresh){.source = intake->source, .now_utc_s = now_utc_s};
}

static void intake_note(struct intake *intake)
{
    intake->has_answered = true;
    g_clear_pointer(&intake->warning, g_free);
    if (intake->record == NULL)
        intake->record = record_new();
}

static void intake_fail(struct intake *intake, const GError *error,
                        const struct transfer_answer *answer, gint64 now_utc_s)
{
    /* The name of a file may hold anything. */
    g_autofree char *sentence = text_clean_line(error->message, -1);
    const struct refresh refresh = intake_refresh(intake, now_utc_s);
    const struct refresh_failure failure = {
        .sentence = sentence,
        .connection_failed = g_error_matches(error, TRANSFER_ERROR, TRANSFER_ERROR_CONNECT),
        .retry_after_seconds = answer == NULL ? 0 : answer->retry_after_seconds,
        .is_gone = answer != NULL && answer->is_gone,
    };

    intake_note(intake);
    if (g_error_matches(error, FEED_ERROR, FEED_ERROR_PAGE))
        intake->record->page_seen_utc_s = now_utc_s;
    refresh_fail(intake->record, &refresh, &failure);
}

/* The answer was good: where it came from is where the source is. */
static void intake_note_way(struct intake *intake, const struct transfer_answer *answer)
{
    intake->is_settled = true;
    g_free(intake->moved);
    intake->moved = answer->is_moved ? g_strdup(answer->url) : NULL;
    intake->is_local = answer->is_local;
}

/* A feed that a page once named, and that is not one now, is not asked again; the page is. */
static void intake_forget_alternate(struct intake *intake)
{
    refresh_move(intake->record, NULL, false, 0);
    g_clear_pointer(&intake->record->alternate, g_free);
    g_clear_pointer(&intake->record->etag, g_free);
    g_clear_pointer(&intake->record->last_modified, g_free);
}

/* Empties the harvest. answer: whose validators are kept; NULL for files. */
static void intake_store(struct intake *intake, struct harvest *harvest,
                         const struct transfer_answer *answer, gint64 now_utc_s)
{
    struct refresh refresh = intake_refresh(intake, now_utc_s);

    refresh.fresh_seconds = answer == NULL ? 0 : answer->fresh_seconds;
    intake_note(intake);
    visit_carry(intake->record, harvest->stories);
    intake->record->is_page = harvest->is_page;
    intake->record->rhythm = harvest->rhythm;
    if (answer != NULL)
        intake_note_way(intake, answer);
    intake->record->newest = harvest->is_selection ? intake_newest(intake) : 0;
    if (intake->next != NULL) {
        g_free(intake->record->alternate);
        intake->record->alternate = harvest->is_page ? NULL : g_strdup(intake->next);
    }
    refresh_renew(intake->record, &refresh, g_steal_pointer(&harvest->stories),
                  answer == NULL ? NULL : answer->etag,
                  answer == NULL ? NULL : answer->last_modified);
    g_free(intake->record->report->name);
    intake->record->report->name = g_steal_pointer(&harvest->title);
    intake->warning = g_steal_pointer(&harvest->warning);
}

/* Failure, unless there is the article of the page that named the feed. */
static void intake_lose(struct intake *intake, const struct transfer_answer *answer,
                        const GError *error, gint64 now_utc_s)
{
    const gint64 retry_after_seconds = answer == NULL ? 0 : answer->retry_after_seconds;
    const bool is_network = g_error_matches(error, TRANSFER_ERROR, TRANSFER_ERROR_CONNECT) ||
                            g_error_matches(error, TRANSFER_ERROR, TRANSFER_ERROR_TIMEOUT);

    if (intake->spare != NULL) {
        harvest_warn(intake->spare, error->message);
        intake_store(intake, intake->spare, NULL, now_utc_s);
        return;
    }
    intake_fail(intake, error, answer, now_utc_s);
    const bool is_lost = intake->record->alternate != NULL && !is_network;
    const bool is_astray = refresh_moved(intake->record) != NULL &&
                           (!is_network || intake->record->failures >= ASTRAY_FAILURES);
    if ((is_lost || is_astray) && retry_after_seconds == 0)
        intake_forget_alternate(intake);
}

static bool intake_had_feed(const struct intake *intake)
{
    return intake->record != NULL && intake->record->stories->len > 0 && !intake->record->is_page;
}

static bool intake_asks_alternate(const struct intake *intake)
{
    return intake->next != NULL || (intake->record != NULL && intake->record->alternate != NULL);
}

/* A page must not take the place of a feed: hotels, trains and broken servers answer everything
 * with one. It may lead to where the feed is now. */
static bool intake_accepts(const struct intake *intake, const struct harvest *harvest,
                           GError **error)
{
    const bool leads_on = harvest->alternate != NULL && !harvest->is_suspect;
    const bool is_wrong = harvest->is_page &&
                          (intake_asks_alternate(intake) || (intake_had_feed(intake) && !leads_on));

    if (is_wrong)
        g_set_error(error, FEED_ERROR, FEED_ERROR_PAGE,
                    "got a web page instead of a feed (log-in page?)");
    return !is_wrong;
}

/* The feed is asked next; the article is kept for when it fails. Empties the harvest. */
static void intake_turn(struct intake *intake, struct harvest *harvest, bool is_local)
{
    intake->next = g_steal_pointer(&harvest->alternate);
    intake->is_local = is_local;
    if (harvest->stories->len == 0 || intake_had_feed(intake))
        return;
    intake->spare = g_new0(struct harvest, 1);
    *intake->spare = *harvest;
    *harvest = (struct harvest){0};
}

static void intake_take_body(struct intake *intake, const struct transfer_answer *answer,
                             gint64 now_utc_s)
{
    const struct feed_input input = {
        .bytes = answer->bytes,
        .length_bytes = answer->length_bytes,
        .url = answer->url,
        .asked_url = intake_request(intake).url,
        .charset = answer->charset,
        .language = answer->language,
        .max_items = (unsigned)intake->config->network.max_items,
        .newest = intake_newest(intake),
    };
    struct harvest harvest = {.language = intake->source->language};
    g_autoptr(GError) error = NULL;

    if (!harvest_add(&harvest, &input, &error) || !intake_accepts(intake, &harvest, &error))
        intake_lose(intake, answer, error, now_utc_s);
    else if (harvest.alternate != NULL)
        intake_turn(intake, &harvest, answer->is_local);
    else
        intake_store(intake, &harvest, answer, now_utc_s);
    harvest_clear(&harvest);
}

void intake_init(struct intake *intake, const struct config *config,
                 const struct config_source *source, struct records *records)
{
    *intake = (struct intake){
        .config = config,
        .source = source,
        .record = records_load(records, source->url),
        .is_remote = local_is_remote(source->url),
    };
}

void intake_clear(struct intake *intake)
{
    record_free(intake->record);
    harvest_free(intake->spare);
    g_free(intake->next);
    g_free(intake->moved);
    g_strfreev(intake->headers);
    g_free(intake->warning);
}

void intake_take_files(struct intake *intake, gint64 now_utc_s)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) paths =
        local_expand(intake->source->url, intake->config->directory, &error);
    const struct harvest_limits limits = intake_limits(intake);
    struct harvest harvest = {.language = intake->source->language};

    if (paths != NULL && harvest_add_files(&harvest, paths, &limits, &error))
        intake_store(intake, &harvest, NULL, now_utc_s);
    else
        intake_fail(intake, error, NULL, now_utc_s);
    harvest_clear(&harvest);
}

bool intake_wants_more(const struct intake *intake)
{
    const unsigned kept = intake->record == NULL ? 0 : intake->record->newest;
    const unsigned newest = intake_newest(intake);

    return kept != 0 && (newest == 0 || newest > kept);
}

bool intake_prepare(struct intake *intake, gint64 now_utc_s)
{
    g_autoptr(GError) error = NULL;

    intake->headers = headers_of_source(intake->config, intake->source, &error);
    if (intake->headers == NULL)
        intake_fail(intake, error, NULL, now_utc_s);
    return intake->headers != NULL;
}

struct transfer_request intake_request(const struct intake *intake)
{
    const struct record *record = intake->record;
    struct transfer_request request = {
        .url = intake->source->url,
        .own_url = intake->source->url,
        .headers = (const char *const *)intake->headers,
        .user_agent = intake->source->user_agent,
    };

    /* What another page names is its word, not the config's. */
    if (intake->next != NULL) {
        request.url = intake->next;
        request.is_public_only = !intake->is_local;
        return request;
    }
    if (record == NULL)
        return request;
    const char *moved = refresh_moved(record);
    if (moved != NULL) {
        request.url = moved;
        request.is_public_only = !record->moved.is_local;
    } else if (record->alternate != NULL) {
        request.url = record->alternate;
    }
    if (!intake_wants_more(intake)) {
        request.etag = record->etag;
        request.last_modified = record->last_modified;
    }
    return request;
}

void intake_take_answer(struct intake *intake, const struct transfer_answer *answer,
                        const GError *error, gint64 now_utc_s)
{
    if (error != NULL) {
        intake_lose(intake, answer, error, now_utc_s);
        return;
    }
    intake->is_local = answer->is_local;
    if (!answer->not_modified) {
        intake_take_body(intake, answer, now_utc_s);
        return;
    }

    struct refresh refresh = intake_refresh(intake, now_utc_s);
    refresh.fresh_seconds = answer->fresh_seconds;
    intake_note(intake);
    intake_note_way(intake, answer);
    refresh_confirm(intake->record, &refresh);
}

void intake_settle(struct intake *intake, bool is_suspect, gint64 now_utc_s)
{
    const bool is_asked_there = intake->record != NULL && refresh_moved(intake->record) != NULL;

    if (!intake->is_settled || (intake->moved != NULL && is_suspect) ||
        (intake->moved == NULL && is_asked_there))
        return;
    refresh_move(intake->record, intake->moved, intake->is_local, now_utc_s);
}
