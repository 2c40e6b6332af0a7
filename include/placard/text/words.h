/* SPDX-License-Identifier: MIT
 *
 * Words and the length of a text as a reader feels it.
 */
#ifndef PLACARD_TEXT_WORDS_H
#define PLACARD_TEXT_WORDS_H

#include <glib.h>

/* How long a text is, by the way its scripts are read. words counts white-space separated words of
 * scripts that write spaces; the others are counted by character. */
struct text_length {
    unsigned words;
    unsigned alphabetic; /* letters and digits within these words */
    unsigned han;        /* Han outside Japanese text */
    unsigned japanese;   /* Han and kana in text that holds kana */
    unsigned hangul;     /* syllables; their words are not counted in words */
    unsigned southeast;  /* Thai, Lao, Khmer, Myanmar */
};

struct text_length words_measure(const char *text);

/* The length in words that a budget of words is compared with: white-space words, or half the
 * characters in scripts without spaces, rounded up. A word of more than 40 characters counts as
 * several. */
unsigned words_budget_length(const char *text);

/* The distinct words of a text in order of their first occurrence, case folded and NFKC; numbers
 * are words, punctuation is not: an array of char * that frees its members. */
GPtrArray *words_fold(const char *text, const char *language);

#endif
