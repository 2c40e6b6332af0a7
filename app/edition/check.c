/* SPDX-License-Identifier: MIT */
#include "placard/edition/edition.h"

#include "placard/limits.h"

#include <stddef.h>
#include <string.h>

/* Characters that have no place in clean text, as text/clean.h lists them; non-characters and tags
 * are looked for by rule. */
static const struct {
    gunichar first, last;
} forbidden[] = {
    {0x0000, 0x001F}, /* C0 */
    {0x007F, 0x009F}, /* DEL, C1 */
    {0x2028, 0x2029}, /* line and paragraph separator: text of one line */
    {0x202A, 0x202E}, /* bidi embeddings and overrides */
    {0x2066, 0x2069}, /* bidi isolates */
    {0xFEFF, 0xFEFF}, /* byte order mark */
    {0xFFFC, 0xFFFC}, /* object replacement */
    {0xFDD0, 0xFDEF}, /* non-characters */
};

static bool character_is_tag(gunichar character)
{
    return character >= 0xE0000 && character <= 0xE007F;
}

/* Tags spell a region behind a black flag, and hide text anywhere else. */
static bool character_is_allowed(gunichar character, gunichar previous)
{
    static const gunichar black_flag = 0x1F3F4;
    if (character_is_tag(character))
        return previous == black_flag || character_is_tag(previous);
    if ((character & 0xFFFE) == 0xFFFE)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++)
        if (character >= forbidden[i].first && character <= forbidden[i].last)
            return false;
    return true;
}

static bool text_fail(const char *key, const char *expected, GError **error)
{
    g_set_error(error, EDITION_ERROR, EDITION_ERROR_TEXT, "%s: expected %s", key, expected);
    return false;
}

static bool text_check(const char *text, const char *key, GError **error)
{
    if (!g_utf8_validate(text, -1, NULL))
        return text_fail(key, "valid UTF-8", error);
    gunichar previous = 0;
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (!character_is_allowed(character, previous)) {
            g_set_error(error, EDITION_ERROR, EDITION_ERROR_TEXT,
                        "%s: expected clean text, found U+%04X", key, character);
            return false;
        }
        previous = character;
    }
    return true;
}

bool story_link_is_web(const char *link)
{
    size_t length_bytes = strlen(link);
    bool is_web = g_ascii_strncasecmp(link, "http://", 7) == 0 ||
                  g_ascii_strncasecmp(link, "https://", 8) == 0;
    /* No space and none of the characters by which a URL is told from the text around it. */
    return is_web && length_bytes <= LIMIT_URL_BYTES &&
           strcspn(link, " \"<>\\^`{|}") == length_bytes && text_check(link, "link", NULL);
}

struct text_rule {
    const char *key;
    size_t offset; /* of a char * in its struct */
    bool required;
    bool link;
};

static bool texts_check(const struct text_rule *rules, size_t count, const void *record,
                        GError **error)
{
    for (size_t i = 0; i < count; i++) {
        const char *text = *(char *const *)((const char *)record + rules[i].offset);
        if (!text && !rules[i].required)
            continue;
        if (!text || *text == '\0')
            return text_fail(rules[i].key, "text", error);
        if (!text_check(text, rules[i].key, error))
            return false;
        if (rules[i].link && !story_link_is_web(text))
            return text_fail(rules[i].key, "an http or https link", error);
    }
    return true;
}

static bool sentences_check(const GPtrArray *sentences, GError **error)
{
    if (sentences->len > LIMIT_SENTENCES) {
        g_set_error(error, EDITION_ERROR, EDITION_ERROR_LIMIT,
                    "sentences: expected at most %d, found %u", LIMIT_SENTENCES, sentences->len);
        return false;
    }
    g_autofree bool *is_taken = g_new0(bool, sentences->len + 1);
    for (guint i = 0; i < sentences->len; i++) {
        const struct sentence *sentence = sentences->pdata[i];
        g_autofree char *key = g_strdup_printf("sentences[%u]", i);
        if (!sentence->text || *sentence->text == '\0')
            return text_fail(key, "text", error);
        if (!text_check(sentence->text, key, error))
            return false;
        if (sentence->rank < 1 || sentence->rank > sentences->len || is_taken[sentence->rank])
            return text_fail(key, "ranks from 1 on, each of them once", error);
        is_taken[sentence->rank] = true;
    }
    return true;
}

static bool also_check(const GPtrArray *also, GError **error)
{
    for (guint i = 0; i < also->len; i++) {
        g_autofree char *key = g_strdup_printf("also[%u]", i);
        const char *name = also->pdata[i];
        if (*name == '\0')
            return text_fail(key, "text", error);
        if (!text_check(name, key, error))
            return false;
    }
    return true;
}

/* What was never to be shown would be in the edition by mistake. */
static bool time_check(const struct story *story, GError **error)
{
    const struct hours *when = &story->when;
    if (story->from_utc_s != INSTANT_UNKNOWN && story->until_utc_s != INSTANT_UNKNOWN &&
        story->until_utc_s <= story->from_utc_s)
        return text_fail("until", "a time after from", error);
    if (when->days == 0 || when->days > HOURS_DAYS_ALL)
        return text_fail("when.days", "days of the week", error);
    if (when->from_minute < 0 || when->from_minute > HOURS_DAY_MINUTES || when->to_minute < 0 ||
        when->to_minute > HOURS_DAY_MINUTES)
        return text_fail("when", "times of a day", error);
    return true;
}

bool story_check(const struct story *story, GError **error)
{
    static const struct text_rule rules[] = {
        {"id", offsetof(struct story, id), .required = true},
        {"source", offsetof(struct story, source), .required = true},
        {"headline", offsetof(struct story, headline), .required = true},
        {"link", offsetof(struct story, link), .link = true},
        {"image", offsetof(struct story, image), .link = true},
        {"language", offsetof(struct story, language)},
    };
    if (!texts_check(rules, G_N_ELEMENTS(rules), story, error))
        return false;
    if (strlen(story->headline) > LIMIT_HEADLINE_BYTES) {
        g_set_error(error, EDITION_ERROR, EDITION_ERROR_LIMIT,
                    "headline: expected at most %d bytes, found %zu", LIMIT_HEADLINE_BYTES,
                    strlen(story->headline));
        return false;
    }
    return sentences_check(story->sentences, error) && also_check(story->also, error) &&
           time_check(story, error);
}

static bool report_check(const struct source_report *report, GError **error)
{
    static const struct text_rule rules[] = {
        {"name", offsetof(struct source_report, name)},
        {"url", offsetof(struct source_report, url)},
        {"error", offsetof(struct source_report, error)},
    };
    return texts_check(rules, G_N_ELEMENTS(rules), report, error);
}

static bool stories_check(const GPtrArray *stories, GError **error)
{
    if (stories->len > LIMIT_EDITION_STORIES) {
        g_set_error(error, EDITION_ERROR, EDITION_ERROR_LIMIT,
                    "stories: expected at most %d, found %u", LIMIT_EDITION_STORIES, stories->len);
        return false;
    }
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < stories->len; i++) {
        const struct story *story = stories->pdata[i];
        if (!story_check(story, error) ||
            (!g_hash_table_add(ids, story->id) &&
             !text_fail("id", "one that no other story has", error))) {
            g_prefix_error(error, "stories[%u].", i);
            return false;
        }
    }
    return true;
}

bool edition_check(const struct edition *edition, GError **error)
{
    if (!stories_check(edition->stories, error))
        return false;
    for (guint i = 0; i < edition->sources->len; i++) {
        if (!report_check(edition->sources->pdata[i], error)) {
            g_prefix_error(error, "sources[%u].", i);
            return false;
        }
    }
    return true;
}
