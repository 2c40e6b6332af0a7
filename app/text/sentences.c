/* SPDX-License-Identifier: MIT */
#include "placard/text/sentences.h"

#include <string.h>

#include <unicode/uchar.h>

#include "placard/limits.h"
#include "rune.h"
#include "sentences_break.h"
#include "sentences_repair.h"
#include "sentences_span.h"

/* Thai has no full stop and ICU no rule for it: a paragraph longer than a card is parted at spaces,
 * which stand between clauses there. In characters. */
enum { PART_OVER = 120, PART_MIN = 60 };

struct splitter {
    const char *text;
    const char *language;
    struct abbreviations abbreviations;
    GArray *offsets; /* of one paragraph */
    GArray *spans;
};

/* Ends that Unicode's rules leave open: the Khmer full stop, and "…" where "..." would be one: at a
 * word, before a capital. The place behind the first of them, or the end. */
static size_t open_end(const char *text, size_t start, size_t end)
{
    for (size_t at = start; at < end;) {
        size_t mark = at;
        UChar32 rune = rune_next(text, &at, end);

        if (rune < 0x17D4 || (rune != 0x17D4 && rune != 0x17D5 && rune != 0x2026))
            continue;

        size_t behind = at;

        while (behind < end && rune_is_space(rune_at(text, behind, end)))
            rune_next(text, &behind, end);
        if (behind == at || behind == end)
            continue;
        if (rune != 0x2026 ||
            (rune_is_word(rune_ahead(text, start, mark)) && u_isupper(rune_at(text, behind, end))))
            return behind;
    }
    return end;
}

static void paragraph_break(struct splitter *splitter, struct rune_range paragraph)
{
    const char *text = splitter->text + paragraph.start;
    size_t length = paragraph.end - paragraph.start;

    g_array_set_size(splitter->offsets, 0);
    for (size_t at = 0; at < length;) {
        size_t end = sentence_break_next(text, at, length, splitter->language);

        while (at < end) {
            at = open_end(text, at, end);
            g_array_append_val(splitter->offsets, at);
        }
    }
}

/* Where the first part of a sentence that is too long ends; its end when it is short enough. */
static size_t part_end(const char *text, struct rune_range sentence)
{
    size_t southeast = 0;
    size_t characters = 0;
    size_t space = 0;

    if (sentence.end - sentence.start <= PART_OVER) /* fewer characters than bytes */
        return sentence.end;
    for (size_t at = sentence.start; at < sentence.end;) {
        size_t here = at;
        UChar32 rune = rune_next(text, &at, sentence.end);

        southeast += rune_script(rune) == RUNE_SCRIPT_SOUTHEAST;
        characters++;
        if (space == 0 && characters > PART_MIN && rune_is_space(rune))
            space = here;
        if (characters > PART_OVER && southeast * 2 > characters && space > 0)
            return space;
        if (characters > PART_OVER && southeast * 2 <= characters)
            break;
    }
    return sentence.end;
}

static void sentence_add(struct splitter *splitter, struct rune_range sentence,
                         bool opens_paragraph)
{
    struct sentence_span span = {.opens_paragraph = opens_paragraph};

    sentence = rune_trim(splitter->text, sentence);
    while (sentence.start < sentence.end) {
        size_t end = part_end(splitter->text, sentence);

        span.range = rune_trim(splitter->text, (struct rune_range){sentence.start, end});
        g_array_append_val(splitter->spans, span);
        sentence = rune_trim(splitter->text, (struct rune_range){end, sentence.end});
        span.opens_paragraph = false;
        span.goes_on = true;
    }
}

static void paragraph_add(struct splitter *splitter, struct rune_range paragraph)
{
    size_t start = paragraph.start;

    paragraph_break(splitter, paragraph);
    sentences_repair(splitter->text + paragraph.start, splitter->offsets, splitter->language,
                     &splitter->abbreviations);
    for (guint i = 0; i < splitter->offsets->len; i++) {
        size_t end = paragraph.start + g_array_index(splitter->offsets, size_t, i);

        sentence_add(splitter, (struct rune_range){start, end}, i == 0);
        start = end;
    }
}

static size_t text_length(const char *text)
{
    size_t length = strnlen(text, LIMIT_BODY_BYTES + 1);

    if (length <= LIMIT_BODY_BYTES)
        return length;
    length = LIMIT_BODY_BYTES;
    rune_before(text, 0, &length); /* the last character may be cut */
    return length;
}

GArray *sentences_find(const char *text, const char *language)
{
    g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(size_t));
    size_t length = text_length(text);
    struct splitter splitter = {
        .text = text,
        .language = language,
        .abbreviations = abbreviations_of(language),
        .offsets = offsets,
        .spans = g_array_new(FALSE, FALSE, sizeof(struct sentence_span)),
    };

    for (size_t start = 0; start < length;) {
        const char *line_break = memchr(text + start, '\n', length - start);
        size_t end = line_break ? (size_t)(line_break - text) : length;

        if (end > start)
            paragraph_add(&splitter, (struct rune_range){start, end});
        start = end + 1;
    }
    return splitter.spans;
}

GPtrArray *sentences_split(const char *text, const char *language)
{
    g_autoptr(GArray) spans = sentences_find(text, language);
    GPtrArray *sentences = g_ptr_array_new_full(spans->len, g_free);

    for (guint i = 0; i < spans->len; i++) {
        struct rune_range range = g_array_index(spans, struct sentence_span, i).range;

        g_ptr_array_add(sentences, g_strndup(text + range.start, range.end - range.start));
    }
    return sentences;
}
