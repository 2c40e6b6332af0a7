/* SPDX-License-Identifier: MIT */
#include "placard/compose/compose.h"

#include "candidate.h"
#include "filter.h"
#include "gist.h"
#include "headlines.h"
#include "merge.h"
#include "order.h"
#include "placard/limits.h"
#include "report.h"

#include <string.h>

/* A name that a story brings (from an edition that gathers for others) goes before the source's. */
static struct candidate *candidate_of(const struct story *story, const struct config_source *source,
                                      const char *source_name)
{
    struct candidate *candidate = candidate_new(story);
    bool is_named = story->source && *story->source != '\0';
    candidate->source = g_strdup(is_named ? story->source : source_name);
    candidate->language = source->language ? source->language : story->language;
    for (guint i = 0; i < story->also->len; i++)
        candidate_add_source(candidate, story->also->pdata[i]);
    return candidate;
}

/* A source is called by its config, and calls itself, what its headlines need not repeat. */
static void headlines_of_source(GPtrArray *candidates, const char *name,
                                const struct record *record)
{
    const char *const names[] = {name, record->report->name, NULL};
    g_autoptr(GPtrArray) headlines = g_ptr_array_new();
    for (guint i = 0; i < record->stories->len; i++) {
        const struct story *story = record->stories->pdata[i];
        g_ptr_array_add(headlines, story->headline);
    }
    g_autoptr(GPtrArray) trimmed = headlines_trim(headlines, names);
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        candidate->headline = g_steal_pointer(&trimmed->pdata[i]);
    }
}

static GPtrArray *source_candidates(const struct config *config, unsigned index,
                                    const struct record *record, gint64 now_utc_s)
{
    const struct config_source *source = config->sources->pdata[index];
    g_autofree char *name = report_source_name(source, record);
    GPtrArray *candidates = g_ptr_array_new_with_free_func(candidate_free);
    for (guint i = 0; i < record->stories->len; i++) {
        struct candidate *candidate = candidate_of(record->stories->pdata[i], source, name);
        candidate->source_index = index;
        g_ptr_array_add(candidates, candidate);
    }
    headlines_of_source(candidates, name, record);
    struct filter filter = {
        .now_utc_s = now_utc_s,
        .max_age_hours =
            source->max_age_hours < 0 ? config->edition.max_age_hours : source->max_age_hours,
        .limit = source->limit,
    };
    filter_candidates(candidates, &filter);
    return candidates;
}

static GPtrArray *all_candidates(const struct config *config, const GPtrArray *records,
                                 gint64 now_utc_s)
{
    GPtrArray *candidates = g_ptr_array_new_with_free_func(candidate_free);
    for (unsigned i = 0; i < MIN(config->sources->len, records->len); i++)
        if (records->pdata[i])
            g_ptr_array_extend_and_steal(
                candidates, source_candidates(config, i, records->pdata[i], now_utc_s));
    return candidates;
}

static bool candidate_stands(const struct candidate *candidate, const void *user)
{
    (void)user;
    return !candidate->merged_into;
}

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
        .mode = (enum summary_mode)config->summary.mode,
        .max_words = (unsigned)config->summary.max_words,
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

static void stories_compose(const GPtrArray *candidates, const struct config *config,
                            struct edition *edition)
{
    g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    size_t bytes = 256;
    for (guint i = 0; i < edition->sources->len; i++)
        bytes += report_weigh(edition->sources->pdata[i]);
    for (guint i = 0; i < candidates->len && edition->stories->len < LIMIT_EDITION_STORIES; i++) {
        const struct candidate *candidate = candidates->pdata[i];
        struct story *story = story_compose(candidate, config, ids);
        if (!story)
            continue;
        bytes += story_weigh(story);
        if (bytes > LIMIT_EDITION_BYTES) {
            story_free(story);
            return;
        }
        g_ptr_array_add(edition->stories, story);
        struct source_report *report = edition->sources->pdata[candidate->source_index];
        report->stories++;
    }
}

struct edition *compose_edition(const struct config *config, const GPtrArray *records,
                                gint64 now_utc_s)
{
    struct edition *edition = edition_new();
    edition->made_utc_s = now_utc_s;
    for (guint i = 0; i < config->sources->len; i++) {
        const struct record *record = i < records->len ? records->pdata[i] : NULL;
        g_ptr_array_add(edition->sources, report_make(config->sources->pdata[i], record));
    }
    g_autoptr(GPtrArray) candidates = all_candidates(config, records, now_utc_s);
    if (config->edition.merge_duplicates) {
        g_autoptr(GPtrArray) others = g_ptr_array_new();
        merge_candidates(candidates, others);
        candidates_keep(candidates, candidate_stands, NULL);
    }
    order_candidates(candidates, (enum edition_order)config->edition.order);
    stories_compose(candidates, config, edition);
    return edition;
}
