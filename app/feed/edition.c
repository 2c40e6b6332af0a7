/* SPDX-License-Identifier: MIT */
#include "edition.h"

#include "identity.h"
#include "link.h"
#include "placard/edition/edition.h"
#include "placard/limits.h"
#include "placard/text/clean.h"
#include "placard/text/language.h"

static char *line_clean(const char *text)
{
    g_autofree char *clean = text ? text_clean_line(text, -1) : NULL;
    return clean && *clean ? g_steal_pointer(&clean) : NULL;
}

static gint rank_compare(gconstpointer first, gconstpointer second)
{
    const struct sentence *one = *(const struct sentence *const *)first;
    const struct sentence *other = *(const struct sentence *const *)second;
    return (one->rank > other->rank) - (one->rank < other->rank);
}

/* Ranks are 1…n again after sentences have been dropped. */
static void ranks_close(GPtrArray *sentences)
{
    g_autoptr(GPtrArray) chosen = g_ptr_array_copy(sentences, NULL, NULL);
    g_ptr_array_set_free_func(chosen, NULL);
    g_ptr_array_sort(chosen, rank_compare);
    for (guint i = 0; i < chosen->len; i++) {
        struct sentence *sentence = g_ptr_array_index(chosen, i);
        sentence->rank = i + 1;
    }
}

static void sentences_clean(struct story *clean, const struct story *story)
{
    guint count = MIN(story->sentences->len, LIMIT_SENTENCES);
    for (guint i = 0; i < count; i++) {
        const struct sentence *sentence = g_ptr_array_index(story->sentences, i);
        g_autofree char *text = line_clean(sentence->text);
        if (text)
            story_add_sentence(clean, text, sentence->rank);
    }
    ranks_close(clean->sentences);
}

static void also_clean(struct story *clean, const struct story *story)
{
    for (guint i = 0; i < story->also->len; i++) {
        char *name = line_clean(g_ptr_array_index(story->also, i));
        if (name)
            g_ptr_array_add(clean->also, name);
    }
}

static char *id_clean(const struct story *story, const struct story *clean)
{
    g_autofree char *id = line_clean(story->id);
    if (id)
        return identity_of(id);
    if (clean->link)
        return identity_of(clean->link);
    g_autofree char *summary = story_summary(clean);
    g_autofree char *key = g_strdup_printf("%s\n%s", clean->headline ? clean->headline : "",
                                           summary         ? summary
                                           : clean->teaser ? clean->teaser
                                                           : "");
    return identity_hash(key);
}

static struct story *story_clean(const struct story *story)
{
    struct story *clean = story_new();
    g_autofree char *language = line_clean(story->language);

    clean->source = line_clean(story->source);
    clean->headline = line_clean(story->headline);
    clean->teaser = line_clean(story->teaser);
    clean->link = link_resolve(NULL, story->link);
    clean->image = link_resolve(NULL, story->image);
    clean->language = language ? language_canonical(language) : NULL;
    clean->published_utc_s = story->published_utc_s;
    clean->from_utc_s = story->from_utc_s;
    clean->until_utc_s = story->until_utc_s;
    clean->when = story->when;
    sentences_clean(clean, story);
    also_clean(clean, story);
    clean->id = id_clean(story, clean);
    return clean;
}

static bool has_text(const struct story *story)
{
    return story->headline || story->teaser || story->sentences->len > 0;
}

bool edition_read(const struct feed_input *input, const char *text, size_t length_bytes,
                  struct feed *feed, GError **error)
{
    g_autoptr(GError) failure = NULL;
    struct edition *edition = edition_parse(text, length_bytes, &failure);
    if (!edition) {
        g_set_error(error, FEED_ERROR, FEED_ERROR_SYNTAX, "expected a JSON Feed or an edition: %s",
                    failure->message);
        return false;
    }
    guint limit = input->max_items > 0 ? input->max_items : LIMIT_EDITION_STORIES;
    for (guint i = 0; i < edition->stories->len && feed->stories->len < limit; i++) {
        struct story *story = story_clean(g_ptr_array_index(edition->stories, i));
        if (has_text(story))
            g_ptr_array_add(feed->stories, story);
        else
            story_free(story);
    }
    edition_free(edition);
    return true;
}
