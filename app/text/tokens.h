/* SPDX-License-Identifier: MIT
 *
 * The words of a text as they are compared: folded, without punctuation. A tokenizer serves many
 * texts, as opening ICU's rules costs more than a sentence.
 */
#ifndef PLACARD_APP_TEXT_TOKENS_H
#define PLACARD_APP_TEXT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>

struct tokenizer {
    UBreakIterator *breaks; /* NULL without ICU's data: then there are no words */
    const UNormalizer2 *folding;
    bool dotless_i; /* Turkish and Azerbaijani tell I and İ apart */
};

void tokenizer_init(struct tokenizer *tokenizer, const char *language);
void tokenizer_clear(struct tokenizer *tokenizer);

/* Appends every word of the text to words, an array that frees its members, repeated ones too. */
void tokenizer_split(const struct tokenizer *tokenizer, const char *text, size_t length_bytes,
                     GPtrArray *words);

#endif
