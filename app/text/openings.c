/* SPDX-License-Identifier: MIT */
#include "openings.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "openings_words.h"
#include "placard/text/words.h"
#include "rune.h"
#include "tag.h"

enum {
    ALONE_WORDS_MAX = 3,    /* a heading may have a full stop: "All rights reserved." */
    HEADING_WORDS_MAX = 14, /* "Sign up for …" without a full stop */
    BYLINE_WORDS_MAX = 12,
    STOPPED_BYLINE_WORDS_MAX = 5,
    SMALL_WORD_BYTES_MAX = 3, /* "and", "for", "und", "de" between names */
};

/* A sentence with what its rows ask of it. */
struct subject {
    const char *sentence;
    char *folded;
    const char *language;
    bool is_ended;
    unsigned words;
};

static UChar32 rune_plain(UChar32 rune)
{
    if (rune == 0x2019)
        return '\'';
    return rune == 0xA0 || rune == 0x202F ? ' ' : u_foldCase(rune, U_FOLD_CASE_DEFAULT);
}

/* Rune by rune, so that what is at a place in one is at the same in the other. */
static char *text_fold(const char *text)
{
    GString *folded = g_string_new(text);
    size_t plain = 0;

    while (plain < folded->len && (guchar)folded->str[plain] < 0x80) {
        folded->str[plain] = g_ascii_tolower(folded->str[plain]);
        plain++;
    }

    size_t length = folded->len;

    g_string_truncate(folded, plain);
    for (size_t at = plain; at < length;) {
        UChar32 rune = rune_next(text, &at, length);

        if (rune < 0x80)
            g_string_append_c(folded, g_ascii_tolower((char)rune));
        else
            g_string_append_unichar(folded, (gunichar)rune_plain(rune));
    }
    return g_string_free(folded, FALSE);
}

/* The first of a list parted by "|" that begins a word of text and, being one of a few letters, is
 * one. */
static bool text_holds_any(const char *text, const char *list)
{
    for (const char *item = list; *item;) {
        size_t length = strcspn(item, "|");
        g_autofree char *wanted = g_strndup(item, length);
        bool is_short = length <= SMALL_WORD_BYTES_MAX;

        for (const char *at = strstr(text, wanted); at; at = strstr(at + 1, wanted)) {
            size_t start = (size_t)(at - text);
            UChar32 next = rune_at(at, length, strlen(at));

            if (!rune_is_word(rune_ahead(text, 0, start)) && !(is_short && rune_is_word(next)))
                return true;
        }
        item += length;
        item += *item == '|';
    }
    return false;
}

/* Names, and between them words like "and" and "of the". */
static bool subject_is_byline(const struct subject *subject)
{
    unsigned words_max = subject->is_ended ? STOPPED_BYLINE_WORDS_MAX : BYLINE_WORDS_MAX;
    g_auto(GStrv) words = g_strsplit(subject->sentence, " ", -1);

    if (subject->words > words_max || g_strv_length(words) < 2)
        return false;
    if (!u_isupper(rune_at(words[1], 0, strlen(words[1]))))
        return false;
    for (char **word = words + 1; *word; word++)
        if (u_islower(rune_at(*word, 0, strlen(*word))) && strlen(*word) > SMALL_WORD_BYTES_MAX)
            return false;
    return true;
}

/* A heading without its text, or with it glued to it: "CommentsAnna: …". */
static bool subject_is_heading(const struct subject *subject, UChar32 next)
{
    return u_isupper(next) || subject->words <= ALONE_WORDS_MAX ||
           (!subject->is_ended && subject->words <= HEADING_WORDS_MAX);
}

/* Whether a row is of the language, and the sentence begins as it says: true for few. */
static bool opening_begins(const struct opening *opening, const struct subject *subject)
{
    return g_str_has_prefix(subject->folded, opening->text) &&
           (!opening->languages || !subject->language ||
            tag_is_among(subject->language, opening->languages));
}

static bool opening_matches(const struct opening *opening, const struct subject *subject)
{
    const char *rest = subject->folded + strlen(opening->text);
    glong offset = g_utf8_strlen(opening->text, -1);
    const char *behind = g_utf8_offset_to_pointer(subject->sentence, offset);
    UChar32 next = rune_at(behind, 0, strlen(behind));
    UChar32 last = rune_ahead(opening->text, 0, strlen(opening->text));

    /* "Subscribers" is another word than "Subscribe". */
    if (u_isalpha(last) && u_islower(next))
        return false;

    bool follows = opening->within && text_holds_any(rest, opening->within);

    if (opening->kind == OPENING_BYLINE)
        return subject_is_byline(subject);
    if (opening->kind == OPENING_HEADING || opening->kind == OPENING_END)
        return follows || subject_is_heading(subject, next);
    return follows || !opening->within;
}

/* What only the few sentences that begin as some row says are asked for. */
static void subject_measure(struct subject *subject)
{
    subject->is_ended = rune_text_is_ended(subject->sentence, strlen(subject->sentence));
    subject->words = words_budget_length(subject->sentence);
}

enum opening_reach opening_judge(const char *sentence, const char *language)
{
    static const enum opening_reach reaches[] = {
        [OPENING_ALWAYS] = OPENING_SENTENCE, [OPENING_HEADING] = OPENING_SENTENCE,
        [OPENING_BYLINE] = OPENING_SENTENCE, [OPENING_BOX] = OPENING_PARAGRAPH,
        [OPENING_END] = OPENING_REST,
    };
    g_autofree char *folded = text_fold(sentence);
    struct subject subject = {.sentence = sentence, .folded = folded, .language = language};
    enum opening_reach reach = OPENING_STORY;

    for (size_t i = 0; i < G_N_ELEMENTS(openings); i++) {
        const struct opening *opening = &openings[i];

        /* Nearly all rows. */
        if (*opening->text != *folded && *opening->text != '\0')
            continue;
        if (reaches[opening->kind] <= reach || !opening_begins(opening, &subject))
            continue;
        subject_measure(&subject);
        if (opening_matches(opening, &subject))
            reach = reaches[opening->kind];
    }
    return reach;
}

bool opening_is_boilerplate(const char *sentence, const char *language)
{
    return opening_judge(sentence, language) != OPENING_STORY;
}
