/* SPDX-License-Identifier: MIT */
#include "repeat.h"

#include "candidate.h"
#include "placard/text/words.h"

#include <string.h>

/* Shorter headlines ("Live", "In brief") are of many stories. */
enum { HEADLINE_WORDS_LEAST = 3 };
/* The same headline later than this is the next part of a series. */
enum { HEADLINE_SECONDS_APART = 36 * 3600 };
/* A link that more stories of one source have is that of a page about all of them. */
enum { LINK_STORIES_MOST = 2 };

/* Which candidate has taken an id, a link, a headline. All keys are owned, no values. */
struct seen {
    GHashTable *ids;
    GHashTable *links;
    GHashTable *headlines;
    GHashTable *vague_links; /* a set of links that name no story */
};

static struct seen seen_new(void)
{
    struct seen seen;
    seen.ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    seen.links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    seen.headlines = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    seen.vague_links = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return seen;
}

static void seen_clear(struct seen *seen)
{
    g_hash_table_unref(seen->ids);
    g_hash_table_unref(seen->links);
    g_hash_table_unref(seen->headlines);
    g_hash_table_unref(seen->vague_links);
}

/* "https://example.org" and "https://example.org/": a site, not a story. */
static bool link_is_site(const char *link)
{
    const char *host = strstr(link, "://");
    const char *path = host ? strpbrk(host + 3, "/?#") : NULL;
    return !path || g_str_equal(path, "/");
}

static void vague_links_find(GHashTable *vague_links, const GPtrArray *candidates)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < candidates->len; i++) {
        const struct candidate *candidate = candidates->pdata[i];
        const char *link = candidate->story->link;
        if (!link)
            continue;
        char *key = g_strdup_printf("%u %s", candidate->source_index, link);
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1;
        g_hash_table_replace(counts, key, GUINT_TO_POINTER(count));
        if (count > LINK_STORIES_MOST || link_is_site(link))
            g_hash_table_add(vague_links, g_strdup(link));
    }
}

static char *link_key(const struct seen *seen, const struct candidate *candidate)
{
    const char *link = candidate->story->link;
    return link && !g_hash_table_contains(seen->vague_links, link) ? g_strdup(link) : NULL;
}

static char *headline_key(const struct candidate *candidate)
{
    if (!candidate->headline)
        return NULL;
    g_autoptr(GPtrArray) words = words_fold(candidate->headline, candidate->language);
    if (words->len < HEADLINE_WORDS_LEAST)
        return NULL;
    GString *key = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++)
        g_string_append_printf(key, "%s ", (const char *)words->pdata[i]);
    return g_string_free(key, FALSE);
}

static struct candidate *key_lookup(GHashTable *table, const char *key)
{
    struct candidate *candidate = key ? g_hash_table_lookup(table, key) : NULL;
    return candidate ? candidate_standing(candidate) : NULL;
}

/* The first to come keeps a key; the key is taken and may be NULL. */
static void key_take(GHashTable *table, char *key, struct candidate *candidate)
{
    if (key && !g_hash_table_contains(table, key))
        g_hash_table_insert(table, key, candidate);
    else
        g_free(key);
}

static bool candidates_are_near(const struct candidate *one, const struct candidate *other)
{
    gint64 one_utc_s = one->story->published_utc_s, other_utc_s = other->story->published_utc_s;
    if (one_utc_s == INSTANT_UNKNOWN || other_utc_s == INSTANT_UNKNOWN)
        return true;
    return MAX(one_utc_s, other_utc_s) - MIN(one_utc_s, other_utc_s) <= HEADLINE_SECONDS_APART;
}

/* The candidate that tells the same story, or NULL; the keys that are new are noted down. */
static struct candidate *repeat_find(struct seen *seen, struct candidate *candidate)
{
    char *id = g_strdup(candidate->story->id);
    char *link = link_key(seen, candidate);
    char *headline = headline_key(candidate);
    struct candidate *first = key_lookup(seen->ids, id);
    if (!first)
        first = key_lookup(seen->links, link);
    if (!first) {
        first = key_lookup(seen->headlines, headline);
        if (first && !candidates_are_near(first, candidate))
            first = NULL;
    }
    key_take(seen->ids, id, candidate);
    key_take(seen->links, link, candidate);
    key_take(seen->headlines, headline, candidate);
    return first;
}

/* Of two versions of one source the newer, else the first that has anything to read. */
static bool candidate_replaces(const struct candidate *candidate, const struct candidate *first)
{
    bool is_update = candidate->source_index == first->source_index &&
                     candidate->story->published_utc_s > first->story->published_utc_s;
    if (candidate_has_text(candidate) != candidate_has_text(first))
        return candidate_has_text(candidate);
    return is_update;
}

void repeat_merge(GPtrArray *candidates)
{
    struct seen seen = seen_new();
    vague_links_find(seen.vague_links, candidates);
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        struct candidate *first = candidate->is_handwritten ? NULL : repeat_find(&seen, candidate);
        if (!first)
            continue;
        if (candidate_replaces(candidate, first))
            first->merged_into = candidate;
        else
            candidate->merged_into = first;
    }
    seen_clear(&seen);
}
