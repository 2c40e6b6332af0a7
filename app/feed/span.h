/* SPDX-License-Identifier: MIT
 *
 * A piece of a text, borrowed from it. Feeds hold NULs, so nothing here stops at one.
 */
#ifndef PLACARD_FEED_SPAN_H
#define PLACARD_FEED_SPAN_H

#include <stdbool.h>
#include <stddef.h>

struct span {
    const char *text;
    size_t length_bytes;
};

/* Compare without regard to the case of ASCII letters. */
bool span_is(const struct span *span, const char *word);
bool span_is_any(const struct span *span, const char *const *words); /* words end with NULL */

/* What stands behind the colon of a qualified name; the name itself when it has none. */
struct span span_local_name(const struct span *name);

/* The text between at and end: whether it begins with word, ASCII letters in any case; where word
 * stands in it, letter by letter, NULL when nowhere. */
bool span_begins(const char *at, const char *end, const char *word);
const char *span_find(const char *at, const char *end, const char *word);

#endif
