/* SPDX-License-Identifier: MIT */
#include "placard/text/boilerplate.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "dateline.h"
#include "glue.h"
#include "openings.h"
#include "placard/text/words.h"
#include "sentences_span.h"
#include "shape.h"

/* Shorter ones are no sentence; half the characters in scripts without spaces, as
 * words_budget_length counts. */
enum {
    SENTENCE_WORDS_MIN = 3,
    INTRODUCTION_WORDS_MIN = 12,
    ITEMS_MIN = 3,
    STOPS_MIN = 3,             /* sentences from which a habit can be told */
    CAPTION_SENTENCES_MAX = 2, /* with its credit */
    CAPTION_SENTENCES_MIN = 6, /* of the text: in a short one the story may stand before a credit */
};

/* A paragraph as its sentences. */
struct paragraph {
    char *text; /* the whole */
    const struct sentence_span *sentences;
    guint count;
};

/* A text while the story in it is kept. */
struct story {
    const char *text; /* which the ranges of the sentences are places of */
    const char *language;
    bool stops_are_usual;
    guint sentences;
    bool is_list;
    GString *kept;
};

static struct paragraph paragraph_take(const char *text, const GArray *spans, guint start)
{
    guint end = start + 1;

    while (end < spans->len && !g_array_index(spans, struct sentence_span, end).opens_paragraph)
        end++;

    const struct sentence_span *first = &g_array_index(spans, struct sentence_span, start);
    size_t length = g_array_index(spans, struct sentence_span, end - 1).range.end;

    return (struct paragraph){
        .text = g_strndup(text + first->range.start, length - first->range.start),
        .sentences = first,
        .count = end - start,
    };
}

/* True when most sentences end as such: then a short line that does not is none. */
static bool stops_are_usual(const char *text, const GArray *spans)
{
    unsigned ended = 0;

    for (guint i = 0; i < spans->len; i++) {
        struct rune_range range = g_array_index(spans, struct sentence_span, i).range;

        ended += rune_text_is_ended(text + range.start, range.end - range.start);
    }
    return ended >= STOPS_MIN && ended > spans->len - ended;
}

/* True when the paragraphs are items of a list, each below its numbered heading. */
static bool text_is_list(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    unsigned items = 0;

    for (char **line = lines; *line; line++)
        items += shape_is_item(*line);
    return items >= ITEMS_MIN;
}

/* "Fixed prices" behind the last full stop of a paragraph is the heading of the next; what ends in
 * a colon announces it. */
static bool sentence_is_dropped(const char *sentence, const struct story *story)
{
    UChar32 last = rune_ahead(sentence, 0, strlen(sentence));

    return words_budget_length(sentence) < SENTENCE_WORDS_MIN ||
           opening_is_boilerplate(sentence, story->language) ||
           (story->stops_are_usual &&
            (last == ':' || last == 0xFF1A || shape_is_foreign(sentence, false)));
}

/* Appends the sentences of a paragraph that are the story's, with what stood between them. */
static void paragraph_keep(const struct paragraph *paragraph, struct story *story)
{
    size_t begin = paragraph->sentences[0].range.start;
    bool opened = false;

    begin += dateline_label_length(story->text + begin);
    if (story->kept->len == 0)
        begin += dateline_length(story->text + begin);
    for (guint i = 0; i < paragraph->count; i++) {
        struct rune_range range = paragraph->sentences[i].range;

        range.start = MAX(range.start, begin);
        if (range.start >= range.end)
            continue;

        g_autofree char *sentence = g_strndup(story->text + range.start, range.end - range.start);

        if (sentence_is_dropped(sentence, story))
            continue;
        if (opened) {
            size_t before = paragraph->sentences[i - 1].range.end;

            g_string_append_len(story->kept, story->text + before, (gssize)(range.start - before));
        } else if (story->kept->len > 0) {
            g_string_append_c(story->kept, '\n');
        }
        g_string_append(story->kept, sentence);
        opened = true;
    }
}

/* What comes with a paragraph that is not the story's: OPENING_STORY when it is. rest: behind it. */
static enum opening_reach paragraph_judge(const struct paragraph *paragraph,
                                          const struct story *story, const char *rest)
{
    const struct sentence_span *first = paragraph->sentences;
    g_autofree char *sentence = g_strndup(paragraph->text, first->range.end - first->range.start);
    enum opening_reach reach = opening_judge(sentence, story->language);
    const char *about = shape_about(paragraph->text);

    /* Without its heading an item says nothing: what stands before the first is the gist. */
    if (story->is_list && shape_is_item(paragraph->text) &&
        words_budget_length(story->kept->str) >= INTRODUCTION_WORDS_MIN)
        return OPENING_REST;
    /* "About Lumen Bay", and then: "Lumen Bay, founded in 2009, makes …" */
    if (about && g_str_has_prefix(rest + strspn(rest, "\n"), about))
        reach = OPENING_REST;
    /* A line in the middle that looks like the end is only a line. */
    if (reach == OPENING_REST && story->kept->len < strlen(rest))
        reach = OPENING_PARAGRAPH;
    if (reach >= OPENING_PARAGRAPH)
        return reach;

    bool is_caption = paragraph->count <= CAPTION_SENTENCES_MAX &&
                      story->sentences >= CAPTION_SENTENCES_MIN &&
                      shape_is_caption(paragraph->text);

    return is_caption || shape_is_foreign(paragraph->text, story->stops_are_usual)
               ? OPENING_PARAGRAPH
               : OPENING_STORY;
}

char *boilerplate_remove(const char *text, const char *language)
{
    g_autofree char *parted = glue_part(text);
    g_autoptr(GArray) spans = sentences_find(parted, language);
    struct story story = {
        .text = parted,
        .language = language,
        .stops_are_usual = stops_are_usual(parted, spans),
        .sentences = spans->len,
        .is_list = text_is_list(parted),
        .kept = g_string_sized_new(strlen(parted)),
    };
    enum opening_reach reach = OPENING_STORY;

    for (guint start = 0; start < spans->len && reach != OPENING_REST;) {
        struct paragraph paragraph = paragraph_take(parted, spans, start);
        size_t end = paragraph.sentences[paragraph.count - 1].range.end;

        reach = paragraph_judge(&paragraph, &story, parted + end);
        if (reach == OPENING_STORY)
            paragraph_keep(&paragraph, &story);
        start += paragraph.count;
        g_free(paragraph.text);
    }
    return g_string_free(story.kept, FALSE);
}
