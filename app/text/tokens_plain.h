/* SPDX-License-Identifier: MIT
 *
 * Words of plain text, which are found without ICU: letters that are folded one by one and the
 * punctuation that European newspapers use. A test holds the words against ICU's.
 */
#ifndef PLACARD_APP_TEXT_TOKENS_PLAIN_H
#define PLACARD_APP_TEXT_TOKENS_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

/* How words are written that are the same otherwise. */
struct tokens_style {
    bool keeps_dots;  /* Turkish and Azerbaijani tell I and İ apart */
    bool colon_joins; /* Swedish and Finnish: "EU:n" */
};

/* True when all characters of a text are plain ones. */
bool tokens_are_plain(const char *text, size_t length_bytes);

/* Reads the next word of a plain text into word, folded, from *at, which moves behind it; false when
 * there is none. */
bool tokens_plain_next(const char *text, size_t length_bytes, const struct tokens_style *style,
                       size_t *at, GString *word);

#endif
