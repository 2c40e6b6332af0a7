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

/* A paragraph as its sentences. */
struct paragraph {
    const char *text; /* the whole, which the ranges are places of */
    const struct sentence_span *sentences;
    guint count;
};

static char *range_take(const char *text, struct rune_range range)
{
    return g_strndup(text + range.start, range.end - range.start);
}

static bool paragraph_is_heading(const struct paragraph *paragraph)
{
    struct rune_range range = {paragraph->sentences[0].range.start,
                               paragraph->sentences[paragraph->count - 1].range.end};
    g_autofree char *whole = range_take(paragraph->text, range);

    return !rune_text_is_ended(whole, strlen(whole)) &&
           words_budget_length(whole) < PARAGRAPH_WORDS_MIN;
}

static bool sentence_is_dropped(const char *sentence, const char *language)
{
    return words_budget_length(sentence) < SENTENCE_WORDS_MIN ||
           opening_is_boilerplate(sentence, language);
}

/* Appends the sentences of one paragraph that are the story's, with what stood between them. */
static void paragraph_keep(const struct paragraph *paragraph, const char *language, GString *kept)
{
    bool opened = false;
    size_t story = paragraph->sentences[0].range.start;

    if (kept->len == 0)
        story += dateline_length(paragraph->text + story);
    for (guint i = 0; i < paragraph->count; i++) {
        struct rune_range range = paragraph->sentences[i].range;

        range.start = MAX(range.start, story);
        if (range.start >= range.end)
            continue;

        g_autofree char *sentence = range_take(paragraph->text, range);

        if (sentence_is_dropped(sentence, language))
            continue;
        if (opened) {
            size_t before = paragraph->sentences[i - 1].range.end;

            g_string_append_len(kept, paragraph->text + before, (gssize)(range.start - before));
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
    GString *kept = g_string_sized_new(strlen(parted));

    for (guint start = 0, end; start < spans->len; start = end) {
        for (end = start + 1; end < spans->len; end++)
            if (g_array_index(spans, struct sentence_span, end).opens_paragraph)
                break;

        struct paragraph paragraph = {parted, &g_array_index(spans, struct sentence_span, start),
                                      end - start};

        if (!paragraph_is_heading(&paragraph))
            paragraph_keep(&paragraph, language, kept);
    }
    return g_string_free(kept, FALSE);
}
