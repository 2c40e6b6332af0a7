/* SPDX-License-Identifier: MIT */
#include "placard/text/words.h"

#include <limits.h>
#include <string.h>

#include <unicode/uchar.h>

#include "measure.h"
#include "rune.h"
#include "tokens.h"
#include "vocabulary.h"

/* A word of more letters, an address for example, takes the room of several. */
enum { WORD_LETTERS_MAX = 40 };

/* Measures in units, which are words, or half words in scripts without spaces. */
struct ruler {
    bool spaced;
    unsigned max_units;
    unsigned units;
    unsigned letters; /* of the word that is being read, from its last WORD_LETTERS_MAX on */
};

static bool ruler_takes(struct ruler *ruler, UChar32 rune)
{
    if (rune_is_space(rune)) {
        ruler->letters = 0;
        return true;
    }

    bool begins = !ruler->spaced || ruler->letters == 0;

    if (begins && ruler->units == ruler->max_units)
        return false;
    ruler->units += begins;
    ruler->letters = ruler->letters + 1 < WORD_LETTERS_MAX ? ruler->letters + 1 : 0;
    return true;
}

/* Returns where the ruler was full, or the length of the text. */
static size_t ruler_read(struct ruler *ruler, const char *text, size_t length)
{
    size_t at = 0;

    while (at < length) {
        size_t next = at;

        if (!ruler_takes(ruler, rune_next(text, &next, length)))
            break;
        at = next;
    }
    return at;
}

/* Nothing below this byte begins a character of a script without spaces. */
static size_t text_wide_from(const char *text)
{
    size_t at = 0;

    while (text[at] != '\0' && (unsigned char)text[at] < 0xE0)
        at++;
    return at;
}

bool words_are_spaced(const char *text)
{
    size_t length = strlen(text);
    size_t letters = 0;
    size_t unspaced = 0;

    if (text_wide_from(text) == length)
        return true;
    for (size_t at = 0; at < length;) {
        UChar32 rune = rune_next(text, &at, length);

        letters += rune < 0x80 ? g_ascii_isalpha((char)rune) : rune_is_word(rune);
        unspaced += rune_is_unspaced(rune);
    }
    return unspaced == 0 || unspaced * 2 < letters;
}

size_t words_prefix(const char *text, unsigned max_words)
{
    bool spaced = words_are_spaced(text);
    struct ruler ruler = {.spaced = spaced, .max_units = spaced ? max_words : max_words * 2};
    size_t length = strlen(text);
    size_t end = ruler_read(&ruler, text, length);

    while (end > 0 && end < length && rune_is_mark(rune_at(text, end, length)))
        rune_before(text, 0, &end);
    return rune_trim(text, (struct rune_range){0, end}).end;
}

unsigned words_budget_length(const char *text)
{
    struct ruler ruler = {.spaced = words_are_spaced(text), .max_units = UINT_MAX};

    ruler_read(&ruler, text, strlen(text));
    return ruler.spaced ? ruler.units : ruler.units / 2 + ruler.units % 2;
}

struct text_length words_measure(const char *text)
{
    struct text_length length = {0};
    size_t end = strlen(text);
    unsigned kana = 0;
    bool inside_word = false;

    for (size_t at = 0; at < end;) {
        UChar32 rune = rune_next(text, &at, end);
        enum rune_script script = rune_script(rune);

        if (!rune_is_word(rune)) {
            inside_word = inside_word && !rune_is_space(rune);
            continue;
        }
        length.han += script == RUNE_SCRIPT_HAN;
        kana += script == RUNE_SCRIPT_KANA;
        length.hangul += script == RUNE_SCRIPT_HANGUL;
        length.southeast += script == RUNE_SCRIPT_SOUTHEAST;
        if (script != RUNE_SCRIPT_SPACED) {
            inside_word = false;
        } else if (!rune_is_mark(rune)) {
            length.words += !inside_word;
            length.alphabetic++;
            inside_word = true;
        }
    }
    if (kana > 0) {
        length.japanese = length.han + kana;
        length.han = 0;
    }
    return length;
}

GPtrArray *words_fold(const char *text, const char *language)
{
    struct vocabulary *seen = vocabulary_new();
    GPtrArray *distinct = g_ptr_array_new_with_free_func(g_free);
    struct tokenizer tokenizer;

    tokenizer_init(&tokenizer, language);
    tokenizer_start(&tokenizer, text, strlen(text));
    for (const char *word = tokenizer_next(&tokenizer); word; word = tokenizer_next(&tokenizer))
        if (vocabulary_add(seen, word) == distinct->len)
            g_ptr_array_add(distinct, g_strdup(word));
    tokenizer_clear(&tokenizer);
    vocabulary_free(seen);
    return distinct;
}
