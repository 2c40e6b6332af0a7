/* SPDX-License-Identifier: MIT
 *
 * One start tag as it stands in a feed, well-formed or not.
 */
#ifndef PLACARD_FEED_TAG_H
#define PLACARD_FEED_TAG_H

#include "placard/limits.h"
#include "span.h"

#include <stdbool.h>
#include <stddef.h>

struct tag_attribute {
    struct span name;
    struct span value; /* without quotes, references as they stand; empty when there was none */
};

struct tag {
    struct span name;
    struct tag_attribute attributes[LIMIT_TAG_ATTRIBUTES];
    size_t count;
    bool is_empty;   /* "/>" */
    const char *end; /* behind the ">" */
};

enum tag_result {
    TAG_RESULT_FOUND,
    TAG_RESULT_NONE, /* the "<" begins no tag */
    TAG_RESULT_CUT,  /* the text ends within the tag */
    TAG_RESULT_LONG, /* more than LIMIT_TAG_BYTES */
    TAG_RESULT_MANY, /* more than LIMIT_TAG_ATTRIBUTES */
};

/* Length in bytes of the qualified name (Namespaces in XML, 4; ASCII) at the beginning of a text, 0
 * when there is none. */
size_t tag_name_length(const char *text, const char *end);

/* Reads the start tag at text, which begins with "<". *tag is filled only when it is found. */
enum tag_result tag_read(const char *text, const char *end, struct tag *tag);

#endif
