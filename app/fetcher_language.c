/* SPDX-License-Identifier: MIT */
#include "fetcher_language.h"

#include "placard/edition/story.h"
#include "placard/text/language.h"

#include <stdbool.h>

/* As much of a text as tells its language. */
enum { SAMPLE_BYTES = 400 };

/* The texts that are sure of their language: of so many, at least, and of these so many of three in
 * one, before the language of these is that of a text that is not,
 * although the feed says another, or is near to both. */
enum { WITNESSES = 3, AGREED_OF_THREE = 2 };

static char *story_sample(const struct story *story)
{
    const char *text = story->body != NULL ? story->body : story->teaser;

    return g_strdup_printf("%s\n%.*s", story->headline != NULL ? story->headline : "", SAMPLE_BYTES,
                           text != NULL ? text : "");
}

static void story_set_language(struct story *story, const char *language)
{
    char *own = g_strdup(language);

    g_free(story->language);
    story->language = own;
}

/* False when what was said does not stand, or stands only as the text is not sure. */
static bool story_settle(struct story *story, const char *said, bool *is_sure)
{
    g_autofree char *sample = story_sample(story);
    g_autofree char *language = language_settle(sample, said, is_sure);
    bool stands = *is_sure && g_strcmp0(language, said) == 0;

    story_set_language(story, language);
    return stands;
}

/* What two thirds of the stories are in; borrowed from one of them. */
static const char *usual_language(const GPtrArray *stories)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < stories->len; i++) {
        const struct story *story = stories->pdata[i];
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, story->language)) + 1;

        if (count * 3 >= stories->len * AGREED_OF_THREE)
            return story->language;
        g_hash_table_insert(counts, story->language, GUINT_TO_POINTER(count));
    }
    return NULL;
}

void languages_settle(GPtrArray *stories, const char *configured, const char *feed)
{
    g_autoptr(GPtrArray) sure = g_ptr_array_new();
    g_autoptr(GPtrArray) doubtful = g_ptr_array_new();

    for (guint i = 0; i < stories->len; i++) {
        struct story *story = stories->pdata[i];
        bool is_sure = false;

        if (configured != NULL) {
            story_set_language(story, configured);
            continue;
        }
        if (!story_settle(story, story->language != NULL ? story->language : feed, &is_sure))
            g_ptr_array_add(doubtful, story);
        if (is_sure)
            g_ptr_array_add(sure, story);
    }

    g_autofree char *usual = g_strdup(usual_language(sure));

    for (guint i = 0; usual != NULL && i < doubtful->len; i++) {
        struct story *story = doubtful->pdata[i];
        bool is_sure;

        if (story->language == NULL || sure->len >= WITNESSES)
            story_settle(story, usual, &is_sure);
    }
}
