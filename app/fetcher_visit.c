/* SPDX-License-Identifier: MIT */
#include "fetcher_visit.h"

#include <string.h>

enum {
    VISIT_RETRY_S = 60 * 60,
    VISIT_DOUBLINGS_MAX = 6,
};

static struct visit *visit_find(const struct record *record, const char *story)
{
    for (guint i = 0; i < record->visits->len; i++) {
        struct visit *visit = record->visits->pdata[i];
        if (g_str_equal(visit->story, story))
            return visit;
    }
    return NULL;
}

static size_t text_bytes(const char *text)
{
    return text != NULL ? strlen(text) : 0;
}

static void text_carry(char **text, const char *had)
{
    if (text_bytes(had) <= text_bytes(*text))
        return;
    g_free(*text);
    *text = g_strdup(had);
}

static void story_carry(struct story *story, const struct story *had)
{
    text_carry(&story->body, had->body);
    text_carry(&story->teaser, had->teaser);
    if (story->image == NULL)
        story->image = g_strdup(had->image);
    if (story->published_utc_s == INSTANT_UNKNOWN)
        story->published_utc_s = had->published_utc_s;
}

/* By their ids; borrowed. */
static GHashTable *stories_by_id(const GPtrArray *stories)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < stories->len; i++) {
        struct story *story = stories->pdata[i];
        if (story->id != NULL)
            g_hash_table_insert(table, story->id, story);
    }
    return table;
}

bool visit_is_due(const struct record *record, const char *story, gint64 now_utc_s)
{
    const struct visit *visit = visit_find(record, story);

    if (visit == NULL)
        return true;
    if (visit->failures == 0)
        return false;
    const unsigned doublings = MIN(visit->failures - 1, VISIT_DOUBLINGS_MAX);
    const gint64 wait_s = (gint64)VISIT_RETRY_S << doublings;
    return visit->asked_utc_s > now_utc_s || now_utc_s - visit->asked_utc_s >= wait_s;
}

void visit_note(struct record *record, const char *story, bool is_good, gint64 now_utc_s)
{
    struct visit *visit = visit_find(record, story);

    if (visit == NULL) {
        visit = visit_new(story, now_utc_s, 0);
        g_ptr_array_add(record->visits, visit);
    }
    visit->asked_utc_s = now_utc_s;
    visit->failures = is_good ? 0 : visit->failures + 1;
}

void visit_carry(struct record *record, const GPtrArray *stories)
{
    g_autoptr(GHashTable) old = stories_by_id(record->stories);
    g_autoptr(GHashTable) new = stories_by_id(stories);

    for (guint i = record->visits->len; i > 0; i--) {
        const struct visit *visit = record->visits->pdata[i - 1];
        struct story *story = g_hash_table_lookup(new, visit->story);
        const struct story *had = g_hash_table_lookup(old, visit->story);

        if (story == NULL)
            g_ptr_array_remove_index(record->visits, i - 1);
        else if (had != NULL && visit->failures == 0)
            story_carry(story, had);
    }
}
