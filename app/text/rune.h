/* SPDX-License-Identifier: MIT
 *
 * Code points of a UTF-8 text and the classes that the rules of this folder speak of.
 */
#ifndef PLACARD_APP_TEXT_RUNE_H
#define PLACARD_APP_TEXT_RUNE_H

#include <stdbool.h>
#include <stddef.h>

#include <unicode/utypes.h>

/* How a script's text is counted. */
enum rune_script {
    RUNE_SCRIPT_SPACED, /* everything that is written with spaces, and what is no letter */
    RUNE_SCRIPT_HAN,
    RUNE_SCRIPT_KANA,
    RUNE_SCRIPT_HANGUL,
    RUNE_SCRIPT_SOUTHEAST,
};

/* A part of a text, in bytes. */
struct rune_range {
    size_t start;
    size_t end;
};

/* rune_next for what is no ASCII. */
UChar32 rune_next_wide(const char *text, size_t *at, size_t end);

/* The code point at *at, which moves behind it and never past end; U+FFFD for bytes that are not
 * UTF-8, 0 at the end. Inline, as all reading of text is made of it. */
static inline UChar32 rune_next(const char *text, size_t *at, size_t end)
{
    if (*at >= end)
        return 0;
    return (unsigned char)text[*at] < 0x80 ? text[(*at)++] : rune_next_wide(text, at, end);
}

/* The code point before *at, which moves in front of it; 0 at start. */
UChar32 rune_before(const char *text, size_t start, size_t *at);

/* The code point at or before a place, without moving; 0 where there is none. */
UChar32 rune_at(const char *text, size_t at, size_t end);
UChar32 rune_ahead(const char *text, size_t start, size_t at);

/* A range without the white space at its ends. */
struct rune_range rune_trim(const char *text, struct rune_range range);

/* rune_is_space for what is no ASCII. */
bool rune_is_wide_space(UChar32 rune);

/* White_Space. */
static inline bool rune_is_space(UChar32 rune)
{
    return rune < 0x80 ? rune == ' ' || (rune >= '\t' && rune <= '\r') : rune_is_wide_space(rune);
}

enum rune_script rune_script(UChar32 rune);
bool rune_is_unspaced(UChar32 rune);   /* of a script without spaces between words */
bool rune_is_mark(UChar32 rune);       /* combines with what precedes it, or joins to it */
bool rune_is_word(UChar32 rune);       /* letter, digit or mark */
bool rune_opens(UChar32 rune);         /* opening quotes and brackets */
bool rune_closes(UChar32 rune);        /* closing quotes and brackets, also the straight quote */
bool rune_ends_sentence(UChar32 rune); /* . ! ? and their like in every script, and … */
bool rune_is_full_stop(UChar32 rune);  /* those of them that a headline goes without */
bool rune_parts_clause(UChar32 rune);  /* comma, colon, semicolon, dash and their like */

/* The bytes of a text in lower case, letter by letter; g_free. */
char *rune_text_lower(const char *text, size_t length);

/* True when the text ends a sentence: a mark of its end, with or without closing marks behind. */
bool rune_text_is_ended(const char *text, size_t length);

#endif
