/* SPDX-License-Identifier: MIT */
#include "placard/text/boilerplate.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "dateline.h"
#include "glue.h"
#include "measure.h"
#include "openings.h"
#include "placard/text/words.h"
#include "sentences_span.h"

/* Shorter ones are no sentence, or a heading, caption or byline; half the characters in scripts
 * without spaces, as words_budget_length counts. */
enum { SENTENCE_WORDS_MIN = 3, PARAGRAPH_WORDS_MIN = 7 };

static char *range_take(const char *text, struct rune_range range)
{
    return g_strndup(text + range.start, range.end - range.start);
}

static bool paragraph_is_heading(const char *text, const struct sentence_span *first,
                                 const struct sentence_span *last)
{
    struct rune_range range = {first->range.start, last->range.end};
    g_autofree char *paragraph = range_take(text, range);

    return !rune_text_is_ended(paragraph, strlen(paragraph)) &&
           words_budget_length(paragraph) < PARAGRAPH_WORDS_MIN;
}

static bool sentence_is_dropped(const char *sentence, const char *language)
{
    return words_budget_length(sentence) < SENTENCE_WORDS_MIN ||
           opening_is_boilerplate(sentence, language);
}

/* Appends the sentences of one paragraph that are the story's, with what stood between them. */
static void paragraph_keep(GString *kept, const char *text, const GArray *spans, guint start,
                           guint end, const char *language)
{
    bool opened = false;
    size_t story = g_array_index(spans, struct sentence_span, start).range.start;

    if (kept->len == 0)
        story += dateline_length(text + story);
    for (guint i = start; i < end; i++) {
        struct rune_range range = g_array_index(spans, struct sentence_span, i).range;

        range.start = MAX(range.start, story);
        if (range.start >= range.end)
            continue;

        g_autofree char *sentence = range_take(text, range);

        if (sentence_is_dropped(sentence, language))
            continue;
        if (opened) {
            size_t before = g_array_index(spans, struct sentence_span, i - 1).range.end;

            g_string_append_len(kept, text + before, (gssize)(range.start - before));
        } else if (kept->len > 0) {
            g_string_append_c(kept, '\n');
        }
        g_string_append(kept, sentence);
        opened = true;
    }
}

char *boilerplate_remove(const char *text, const char *language)
{
    g_autofree char *parted = glue_part(text);
    g_autoptr(GArray) spans = sentences_find(parted, language);
    const struct sentence_span *all = (const struct sentence_span *)(const void *)spans->data;
    GString *kept = g_string_sized_new(strlen(parted));

    for (guint start = 0, end; start < spans->len; start = end) {
        for (end = start + 1; end < spans->len && !all[end].opens_paragraph;)
            end++;
        if (!paragraph_is_heading(parted, &all[start], &all[end - 1]))
            paragraph_keep(kept, parted, spans, start, end, language);
    }
    return g_string_free(kept, FALSE);
}
