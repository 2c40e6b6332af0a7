/* SPDX-License-Identifier: MIT */
#include "placard/edition/story.h"

#include <string.h>

/* Scripts written without spaces between sentences, with their punctuation. Thai and its
 * neighbours have no spaces between words, but do between sentences. */
static const struct {
    gunichar first, last;
} spaceless[] = {
    {0x2E80, 0x312F},   /* Han radicals, CJK punctuation, kana, Bopomofo */
    {0x31A0, 0x31FF},   /* Bopomofo and kana extensions */
    {0x3400, 0x9FFF},   /* Han */
    {0xF900, 0xFAFF},   /* Han compatibility */
    {0xFE30, 0xFE4F},   /* vertical punctuation */
    {0xFF01, 0xFF60},   /* full-width forms */
    {0x20000, 0x3FFFF}, /* Han of the supplementary planes */
};

static bool character_is_spaceless(gunichar character)
{
    for (size_t i = 0; i < G_N_ELEMENTS(spaceless); i++)
        if (character >= spaceless[i].first && character <= spaceless[i].last)
            return true;
    return false;
}

/* The last character of a text before closing quotes that all scripts share, else 0. */
static gunichar text_last(const char *text)
{
    static const gunichar closing[] = {'"', '\'', ')', 0x2019, 0x201D};
    const char *end = text + strlen(text);
    while (end > text) {
        end = g_utf8_prev_char(end);
        gunichar character = g_utf8_get_char(end);
        bool is_closing = false;
        for (size_t i = 0; i < G_N_ELEMENTS(closing); i++)
            is_closing |= character == closing[i];
        if (!is_closing)
            return character;
    }
    return 0;
}

static void sentence_free(void *data)
{
    struct sentence *sentence = data;
    g_free(sentence->text);
    g_free(sentence);
}

struct story *story_new(void)
{
    struct story *story = g_new0(struct story, 1);
    story->sentences = g_ptr_array_new_with_free_func(sentence_free);
    story->also = g_ptr_array_new_with_free_func(g_free);
    story->published_utc_s = INSTANT_UNKNOWN;
    story->from_utc_s = INSTANT_UNKNOWN;
    story->until_utc_s = INSTANT_UNKNOWN;
    story->when = hours_always();
    return story;
}

struct story *story_copy(const struct story *story)
{
    struct story *copy = story_new();
    copy->id = g_strdup(story->id);
    copy->source = g_strdup(story->source);
    copy->headline = g_strdup(story->headline);
    copy->teaser = g_strdup(story->teaser);
    copy->body = g_strdup(story->body);
    copy->link = g_strdup(story->link);
    copy->image = g_strdup(story->image);
    copy->language = g_strdup(story->language);
    copy->published_utc_s = story->published_utc_s;
    copy->priority = story->priority;
    copy->from_utc_s = story->from_utc_s;
    copy->until_utc_s = story->until_utc_s;
    copy->when = story->when;
    for (guint i = 0; i < story->sentences->len; i++) {
        const struct sentence *sentence = story->sentences->pdata[i];
        story_add_sentence(copy, sentence->text, sentence->rank);
    }
    for (guint i = 0; i < story->also->len; i++)
        g_ptr_array_add(copy->also, g_strdup(story->also->pdata[i]));
    return copy;
}

void story_free(struct story *story)
{
    if (!story)
        return;
    g_free(story->id);
    g_free(story->source);
    g_free(story->headline);
    g_free(story->teaser);
    g_free(story->body);
    g_ptr_array_unref(story->sentences);
    g_free(story->link);
    g_free(story->image);
    g_free(story->language);
    g_ptr_array_unref(story->also);
    g_free(story);
}

void story_add_sentence(struct story *story, const char *text, unsigned rank)
{
    struct sentence *sentence = g_new(struct sentence, 1);
    sentence->text = g_strdup(text);
    sentence->rank = rank;
    g_ptr_array_add(story->sentences, sentence);
}

char *story_summary(const struct story *story)
{
    if (story->sentences->len == 0)
        return NULL;
    GString *summary = g_string_new(NULL);
    for (guint i = 0; i < story->sentences->len; i++) {
        const struct sentence *sentence = story->sentences->pdata[i];
        if (i > 0 && !character_is_spaceless(text_last(summary->str)))
            g_string_append_c(summary, ' ');
        g_string_append(summary, sentence->text);
    }
    return g_string_free(summary, FALSE);
}

static bool is_over(gint64 until_utc_s, gint64 utc_s)
{
    return until_utc_s != INSTANT_UNKNOWN && until_utc_s <= utc_s;
}

bool story_is_in_time(const struct story *story, gint64 utc_s, GTimeZone *zone)
{
    return story->from_utc_s <= utc_s && !is_over(story->until_utc_s, utc_s) &&
           (hours_are_always(&story->when) || hours_hold(&story->when, utc_s, zone));
}

gint64 story_next_change(const struct story *story, gint64 utc_s, GTimeZone *zone)
{
    if (is_over(story->until_utc_s, utc_s))
        return G_MAXINT64;
    gint64 change_utc_s = hours_next_change(&story->when, utc_s, zone);
    if (story->from_utc_s > utc_s)
        change_utc_s = story->from_utc_s;
    if (story->until_utc_s != INSTANT_UNKNOWN)
        change_utc_s = MIN(change_utc_s, story->until_utc_s);
    return change_utc_s;
}
