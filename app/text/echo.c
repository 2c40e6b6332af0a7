/* SPDX-License-Identifier: MIT */
#include "placard/text/echo.h"

#include <string.h>

#include <glib.h>

#include "phrases.h"
#include "placard/text/words.h"

enum {
    STEM_CHARACTERS_MIN = 4,   /* that words of one stem have in common */
    ENDING_CHARACTERS_MAX = 3, /* behind it: "open", "opened", "opening" */
    WEIGHTY_PER_NEW = 4,       /* a text with one new word of so many says little */
};

static bool word_is_number(const char *word)
{
    return g_unichar_isdigit(g_utf8_get_char(word));
}

/* True for forms of one word, as far as their beginnings tell. */
static bool words_are_akin(const char *one, const char *other)
{
    /* Nearly all pairs. */
    if (*one != *other)
        return false;
    if (strcmp(one, other) == 0)
        return true;

    glong longer = MAX(g_utf8_strlen(one, -1), g_utf8_strlen(other, -1));
    glong common = 0;

    while (*one && g_utf8_get_char(one) == g_utf8_get_char(other)) {
        one = g_utf8_next_char(one);
        other = g_utf8_next_char(other);
        common++;
    }
    return common >= STEM_CHARACTERS_MIN && common + ENDING_CHARACTERS_MAX >= longer;
}

static bool word_is_known(const char *word, const GPtrArray *known)
{
    for (guint i = 0; i < known->len; i++) {
        const char *other = g_ptr_array_index(known, i);

        if (word_is_number(word) ? strcmp(word, other) == 0 : words_are_akin(word, other))
            return true;
    }
    return false;
}

enum echo echo_measure(const char *text, const char *known, const char *language)
{
    g_autoptr(GPtrArray) words = words_fold(text, language);
    g_autoptr(GPtrArray) known_words = words_fold(known, language);
    unsigned weighty = 0;
    unsigned fresh = 0;

    for (guint i = 0; i < words->len; i++) {
        const char *word = g_ptr_array_index(words, i);
        bool is_known = word_is_known(word, known_words);

        if (!is_known && word_is_number(word))
            return ECHO_NONE;
        if (!is_known && phrase_is_function_word(word, language))
            continue;
        weighty++;
        fresh += !is_known;
    }
    if (fresh == 0)
        return ECHO_WHOLE;
    return WEIGHTY_PER_NEW * fresh <= weighty ? ECHO_MOST : ECHO_NONE;
}
