/* SPDX-License-Identifier: MIT
 *
 * The words of a text as they are compared: in NFKC_Casefold, without punctuation, parted as
 * Unicode Annex #29 does. A tokenizer serves many texts, one after the other.
 */
#ifndef PLACARD_APP_TEXT_TOKENS_H
#define PLACARD_APP_TEXT_TOKENS_H

#include <stddef.h>

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>

#include "tokens_plain.h"
#include "utf16.h"

struct tokenizer {
    struct tokens_style style;
    char *locale;
    UBreakIterator *breaks; /* opened for the first text that needs ICU */
    const UNormalizer2 *folding;

    const char *text; /* the one that is read, when it is plain */
    size_t length;
    size_t at;
    struct utf16 folded; /* and when it is not */
    int32_t folded_at;
    GString *word;
};

void tokenizer_init(struct tokenizer *tokenizer, const char *language);
void tokenizer_clear(struct tokenizer *tokenizer);

/* Begins a text, which must stay until its last word is read. */
void tokenizer_start(struct tokenizer *tokenizer, const char *text, size_t length_bytes);

/* The next word, valid until the next call; NULL behind the last one. */
const char *tokenizer_next(struct tokenizer *tokenizer);

#endif
