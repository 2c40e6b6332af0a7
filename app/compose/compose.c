/* SPDX-License-Identifier: MIT */
#include "placard/compose/compose.h"

#include "candidate.h"
#include "gist.h"
#include "intake.h"
#include "losses.h"
#include "merge.h"
#include "order.h"
#include "placard/limits.h"
#include "report.h"

#include <string.h>

static char *link_copy(const char *link)
{
    return link && story_link_is_web(link) ? g_strdup(link) : NULL;
}

/* An id that no story of the edition has: the story's own, or one made of it where another source
 * has taken that. ids owns it. */
static char *id_make(const struct candidate *candidate, GHashTable *ids)
{
    const struct story *story = candidate->story;
    const char *own = story->id ? story->id : story->link ? story->link : story->headline;
    char *id = g_strdup(own ? own : "");
    for (unsigned attempt = candidate->source_index; *id == '\0' || g_hash_table_contains(ids, id);
         attempt++) {
        g_autofree char *seed = g_strdup_printf("%u %s", attempt, id);
        g_free(id);
        id = g_compute_checksum_for_string(G_CHECKSUM_SHA256, seed, -1);
    }
    g_hash_table_add(ids, g_strdup(id));
    return id;
}

/* The story for the edition; NULL when there is nothing to show. What only our own mistake could
 * have let through costs this story, not the edition. */
static struct story *story_compose(const struct candidate *candidate, const struct config *config,
                                   GHashTable *ids)
{
    const struct story *from = candidate->story;
    struct gist_rule rule = {
        .mode =
            candidate->is_handwritten ? SUMMARY_MODE_NONE : (enum summary_mode)config->summary.mode,
        .max_words = candidate->is_handwritten ? 0 : (unsigned)config->summary.max_words,
        .language = candidate->language,
        .headline = candidate->headline,
        .source = candidate->source,
    };
    struct story *story = story_new();
    bool is_shown = gist_write(from, &rule, story);
    if (is_shown) {
        story->id = id_make(candidate, ids);
        story->source = g_strdup(candidate->source);
        story->link = link_copy(from->link);
        story->image = link_copy(from->image);
        story->language = g_strdup(candidate->language);
        story->published_utc_s = from->published_utc_s;
        story->priority = candidate->is_breaking ? STORY_PRIORITY_BREAKING : STORY_PRIORITY_NORMAL;
        story->from_utc_s = from->from_utc_s;
        story->until_utc_s = from->until_utc_s;
        story->when = candidate->when;
        for (guint i = 0; i < candidate->also->len; i++)
            g_ptr_array_add(story->also, g_strdup(candidate->also->pdata[i]));
    }
    if (!is_shown || !story_check(story, NULL))
        g_clear_pointer(&story, story_free);
    return story;
}

static size_t text_weigh(const char *text)
{
    return text ? strlen(text) : 0;
}

/* At most so many bytes of JSON: every sentence stands there twice, and a quotation mark or
 * backslash takes two. */
static size_t story_weigh(const struct story *story)
{
    size_t bytes = 512 + text_weigh(story->id) + text_weigh(story->source) +
                   text_weigh(story->headline) + text_weigh(story->link) +
                   text_weigh(story->image) + text_weigh(story->language);
    for (guint i = 0; i < story->also->len; i++)
        bytes += 8 + text_weigh(story->also->pdata[i]);
    for (guint i = 0; i < story->sentences->len; i++) {
        const struct sentence *sentence = story->sentences->pdata[i];
        bytes += 64 + 2 * text_weigh(sentence->text);
    }
    return 2 * bytes;
}

static size_t report_weigh(const struct source_report *report)
{
    return 2 *
           (256 + text_weigh(report->name) + text_weigh(report->url) + text_weigh(report->error));
}

static void story_count(struct edition *edition, const struct candidate *candidate)
{
    if (candidate->source_index >= edition->sources->len)
        return;
    struct source_report *report = edition->sources->pdata[candidate->source_index];
    report->stories++;
}

static void stories_compose(const GPtrArray *candidates, const struct config *config,
                            struct edition *edition)
{
    g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t bytes = 256;
    for (guint i = 0; i < edition->sources->len; i++)
        bytes += report_weigh(edition->sources->pdata[i]);
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        bool is_full =
            edition->stories->len >= LIMIT_EDITION_STORIES || bytes > LIMIT_EDITION_BYTES;
        struct story *story = is_full ? NULL : story_compose(candidate, config, ids);
        bytes += story ? story_weigh(story) : 0;
        if (bytes > LIMIT_EDITION_BYTES)
            g_clear_pointer(&story, story_free);
        if (!story) {
            bool is_beyond = is_full || bytes > LIMIT_EDITION_BYTES;
            candidate_leave_out(candidate,
                                is_beyond ? "beyond the size of an edition" : "without text");
            continue;
        }
        g_ptr_array_add(edition->stories, story);
        story_count(edition, candidate);
    }
}

/* Those that are left out go to others, in their order. */
static GPtrArray *candidates_standing(const GPtrArray *candidates, GPtrArray *others)
{
    GPtrArray *standing = g_ptr_array_new();
    for (guint i = 0; i < candidates->len; i++) {
        const struct candidate *candidate = candidates->pdata[i];
        g_ptr_array_add(candidate->left_out ? others : standing, candidates->pdata[i]);
    }
    return standing;
}

static void repeats_leave_out(const GPtrArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        if (candidate->merged_into)
            candidate_leave_out(candidate, LOSSES_REPEATS);
    }
}

static char *local_day(const struct compose_request *request)
{
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(request->now_utc_s);
    g_autoptr(GDateTime) local = utc ? g_date_time_to_timezone(utc, request->zone) : NULL;
    return local ? g_date_time_format(local, "%F") : g_strdup("");
}

static struct edition *edition_of_reports(const struct compose_request *request)
{
    const GPtrArray *records = request->records;
    struct edition *edition = edition_new();
    edition->made_utc_s = request->now_utc_s;
    for (guint i = 0; i < request->config->sources->len; i++) {
        const struct record *record = i < records->len ? records->pdata[i] : NULL;
        g_ptr_array_add(edition->sources, report_make(request->config->sources->pdata[i], record));
    }
    return edition;
}

struct edition *compose_edition(const struct compose_request *request, GPtrArray **losses)
{
    const struct config *config = request->config;
    struct edition *edition = edition_of_reports(request);
    g_autoptr(GPtrArray) cards = intake_cards(config);
    g_autoptr(GPtrArray) candidates = intake_candidates(request, cards);
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    g_autoptr(GPtrArray) worthy = candidates_standing(candidates, others);
    if (config->edition.merge_duplicates) {
        merge_candidates(worthy, others);
        repeats_leave_out(worthy);
    }
    g_autoptr(GPtrArray) shown = candidates_standing(worthy, others);
    g_autofree char *day = local_day(request);
    order_candidates(shown, (enum edition_order)config->edition.order, day);
    stories_compose(shown, config, edition);
    if (losses)
        *losses = losses_describe(candidates, config->sources->len);
    return edition;
}
