/* SPDX-License-Identifier: MIT
 *
 * Sentences as places in their text, for those who must know what stood between them.
 */
#ifndef PLACARD_APP_TEXT_SENTENCES_SPAN_H
#define PLACARD_APP_TEXT_SENTENCES_SPAN_H

#include <stdbool.h>

#include <glib.h>

#include "rune.h"

struct sentence_span {
    struct rune_range range; /* trimmed, not empty */
    bool opens_paragraph;
    bool goes_on; /* a later part of a sentence that was too long (Thai writes no full stop) */
};

/* An array of struct sentence_span, of at most LIMIT_BODY_BYTES of the text. */
GArray *sentences_find(const char *text, const char *language);

#endif
