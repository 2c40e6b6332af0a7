/* SPDX-License-Identifier: MIT */
#include "placard/text/teaser.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "cut.h"
#include "phrases.h"
#include "placard/text/words.h"
#include "rune.h"
#include "sentences_span.h"

/* A shorter text with an ellipsis was written so; a longer one was cut by a machine, which may have
 * cut through the word that the ellipsis is glued to. */
enum { MACHINE_WORDS_MIN = 12 };

static const char *const marks[] = {"[…]", "[...]", "(…)", "(...)", "[more]", "(more)",
                                    "…",   "...",   "->",  "→",     ">>",     "[+]"};

/* The bytes of the mark of a cut that text ends with, 0 when it ends otherwise. */
static size_t mark_length(const char *text, size_t length)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        size_t size = strlen(marks[i]);

        if (size <= length && memcmp(text + length - size, marks[i], size) == 0)
            return size;
    }
    return 0;
}

/* The length of a text before the marks of a cut at its end: all of it when there are none. */
static size_t length_before_marks(const char *text)
{
    size_t length = strlen(text);

    for (size_t mark; (mark = mark_length(text, length)) > 0;)
        length = rune_trim(text, (struct rune_range){0, length - mark}).end;
    return length;
}

/* The text up to its last space. */
static size_t length_before_last_word(const char *text, size_t length)
{
    size_t at = length;

    while (at > 0 && !rune_is_space(rune_ahead(text, 0, at)))
        rune_before(text, 0, &at);
    return rune_trim(text, (struct rune_range){0, at}).end;
}

/* A line without a full stop may be whole; one that ends in "of the" or a comma is not. */
static bool text_breaks_off(const char *text, const char *language)
{
    const char *space = strrchr(text, ' ');

    return rune_parts_clause(rune_ahead(text, 0, strlen(text))) ||
           (space && phrase_is_function_word(space + 1, language));
}

static char *text_end_with_ellipsis(const char *text, size_t length)
{
    bool is_glued = text[length] != '\0' && text[length] != ' ';

    if (is_glued && words_budget_length(text) >= MACHINE_WORDS_MIN) {
        size_t whole = length_before_last_word(text, length);

        length = whole > 0 ? whole : length;
    }
    return cut_with_ellipsis(text, length);
}

char *teaser_mend(const char *text, const char *language)
{
    g_autoptr(GArray) spans = sentences_find(text, language);

    if (spans->len == 0)
        return g_strdup(text);

    struct rune_range range = g_array_index(spans, struct sentence_span, spans->len - 1).range;
    g_autofree char *last = g_strndup(text + range.start, range.end - range.start);
    size_t length = length_before_marks(last);
    bool is_marked = length < strlen(last);

    if (is_marked && (length == 0 || rune_text_is_ended(last, length)))
        return g_strndup(text, rune_trim(text, (struct rune_range){0, range.start + length}).end);
    if (!is_marked && rune_text_is_ended(last, length))
        return g_strdup(text);

    size_t before = rune_trim(text, (struct rune_range){0, range.start}).end;

    if (before > 0 && rune_text_is_ended(text, before))
        return g_strndup(text, before);
    if (!is_marked && !text_breaks_off(last, language))
        return g_strdup(text);

    g_autofree char *ending = text_end_with_ellipsis(last, length);

    return g_strdup_printf("%.*s%s", (int)range.start, text, ending);
}
