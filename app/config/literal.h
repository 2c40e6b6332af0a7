/* SPDX-License-Identifier: MIT
 *
 * Reads what has no parts in JSON: texts, numbers, true, false and null.
 */
#ifndef PLACARD_APP_CONFIG_LITERAL_H
#define PLACARD_APP_CONFIG_LITERAL_H

#include <stdbool.h>

#include "cursor.h"

struct literal {
    bool broken; /* a problem was reported; what is in the mended text stands in for it */
    bool zero;   /* the text has a \u0000, which ends it early for C */
};

/* The text at the cursor, which stands on a double or single quote. False with a problem when it
 * does not end on its line. */
bool literal_text(struct cursor *cursor, struct literal *literal);

/* The number or word at the cursor, which is not empty. */
void literal_word(struct cursor *cursor, struct literal *literal);

/* The same for a key without quotes. */
void literal_bare_key(struct cursor *cursor);

#endif
