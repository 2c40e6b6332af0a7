/* SPDX-License-Identifier: MIT */
#include "fetcher_follow.h"

#include "fetcher_visit.h"

#include "placard/feed/feed.h"
#include "placard/limits.h"
#include "placard/text/sentences.h"
#include "placard/text/words.h"

#include <string.h>

enum {
    /* With so many sentences a story can be told. */
    FOLLOW_SENTENCES = 2,
    /* The share of a headline's words that the page must have, in percent, to be about the same. */
    FOLLOW_WORDS_PERCENT = 40,
};

static size_t text_bytes(const char *text)
{
    return text != NULL ? strlen(text) : 0;
}

static guint text_sentences(const char *text, const char *language)
{
    if (text == NULL)
        return 0;
    g_autoptr(GPtrArray) sentences = sentences_split(text, language);
    return sentences->len;
}

static bool follow_is_wanted(const struct intake *intake, const struct story *story)
{
    const int rule = intake->source->full_text;

    if (rule == FULL_TEXT_NEVER || story->link == NULL || story->sentences->len > 0)
        return false;
    /* What a file says is what somebody has put there: it asks nobody by itself. */
    return rule == FULL_TEXT_ALWAYS ||
           (intake->is_remote &&
            MAX(text_sentences(story->body, story->language),
                text_sentences(story->teaser, story->language)) < FOLLOW_SENTENCES);
}

static bool intake_is_fresh(const struct intake *intake)
{
    return intake->has_answered && intake->record != NULL && intake->record->failures == 0 &&
           !intake->record->is_page;
}

/* The stories that may be followed by their ids, each a struct follow; of sources that share an id
 * the first has it, as in an edition. */
static GHashTable *follow_table(struct intake *intakes, unsigned count)
{
    GHashTable *table = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);

    for (unsigned i = 0; i < count; i++) {
        const GPtrArray *stories = intake_is_fresh(&intakes[i]) ? intakes[i].record->stories : NULL;
        for (guint j = 0; stories != NULL && j < stories->len; j++) {
            struct story *story = stories->pdata[j];
            if (story->id == NULL || g_hash_table_contains(table, story->id))
                continue;
            struct follow *follow = g_new0(struct follow, 1);
            *follow = (struct follow){.intake = &intakes[i], .story = story};
            g_hash_table_insert(table, story->id, follow);
        }
    }
    return table;
}

/* Whether what the page is about has to do with the story. */
static bool page_is_about(const struct story *page, const struct story *story)
{
    const char *about = story->headline != NULL ? story->headline : story->teaser;
    g_autofree char *whole = g_strjoin("\n", page->headline != NULL ? page->headline : "",
                                       page->teaser != NULL ? page->teaser : "", page->body, NULL);
    g_autoptr(GPtrArray) wanted = words_fold(about != NULL ? about : "", story->language);
    g_autoptr(GPtrArray) there = words_fold(whole, story->language);
    g_autoptr(GHashTable) words = g_hash_table_new(g_str_hash, g_str_equal);
    guint found = 0;

    for (guint i = 0; i < there->len; i++)
        g_hash_table_add(words, there->pdata[i]);
    for (guint i = 0; i < wanted->len; i++)
        found += g_hash_table_contains(words, wanted->pdata[i]);
    return found * 100 >= wanted->len * FOLLOW_WORDS_PERCENT;
}

static bool text_take(char **text, char **longer, size_t least_bytes)
{
    if (text_bytes(*longer) <= least_bytes)
        return false;
    g_free(*text);
    *text = g_steal_pointer(longer);
    return true;
}

/* Takes from the page what the story lacks, if it is its page. */
static bool story_better(struct story *story, struct story *page)
{
    const size_t had = MAX(text_bytes(story->body), text_bytes(story->teaser));

    if (!page_is_about(page, story))
        return false;
    bool is_better = text_take(&story->body, &page->body, had);
    /* A page that shows no text, as one for sale, still says in a sentence what it is about. */
    is_better = is_better || text_take(&story->teaser, &page->teaser, had);
    if (story->image == NULL && page->image != NULL) {
        story->image = g_steal_pointer(&page->image);
        is_better = true;
    }
    if (story->published_utc_s == INSTANT_UNKNOWN)
        story->published_utc_s = page->published_utc_s;
    return is_better;
}

GPtrArray *follow_choose(struct intake *intakes, unsigned count, const struct edition *shown,
                         gint64 now_utc_s)
{
    g_autoptr(GHashTable) table = follow_table(intakes, count);
    GPtrArray *chosen = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < shown->stories->len && chosen->len < LIMIT_FOLLOWED; i++) {
        const struct story *story = shown->stories->pdata[i];
        const struct follow *follow = g_hash_table_lookup(table, story->id);

        if (follow != NULL && follow_is_wanted(follow->intake, follow->story) &&
            visit_is_due(follow->intake->record, story->id, now_utc_s))
            g_ptr_array_add(chosen, g_memdup2(follow, sizeof *follow));
    }
    return chosen;
}

bool follow_take(const struct follow *follow, const struct transfer_answer *answer,
                 const GError *error, gint64 now_utc_s)
{
    struct feed *feed = NULL;
    bool is_better = false;

    if (error == NULL && !answer->not_modified) {
        const struct feed_input input = {
            .bytes = answer->bytes,
            .length_bytes = answer->length_bytes,
            .url = answer->url,
            .charset = answer->charset,
            .max_items = 1,
        };
        feed = feed_parse(&input, NULL);
    }
    if (feed != NULL && feed->is_page && feed->stories->len == 1)
        is_better = story_better(follow->story, feed->stories->pdata[0]);
    visit_note(follow->intake->record, follow->story->id, is_better, now_utc_s);
    feed_free(feed);
    return is_better;
}
