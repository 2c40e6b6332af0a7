/* SPDX-License-Identifier: MIT
 *
 * The text of a feed on its way into XML: references replaced, what XML forbids left out.
 */
#ifndef PLACARD_FEED_REPAIR_TEXT_H
#define PLACARD_FEED_REPAIR_TEXT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* No reference is longer: where so many bytes have been seen behind a "&", it can be judged. */
enum { REPAIR_TEXT_REFERENCE_BYTES = 80 };

struct repair_text {
    GString *xml;         /* what comes out */
    GHashTable *entities; /* of the DTD: char * to char * */
    size_t entity_bytes;  /* how much they have added */
    bool is_cdata;        /* xml ends within a CDATA section */
};

void repair_text_init(struct repair_text *text);
void repair_text_clear(struct repair_text *text);

/* Appends bytes as the content of an element: as they are or, since a parser then tells them in one
 * piece, in a CDATA section; has_references: a "&" may begin one. What is not content must not
 * follow before repair_text_end. */
void repair_text_append(struct repair_text *text, const char *at, const char *end,
                        bool has_references);
void repair_text_end(struct repair_text *text);

/* Appends a value for an attribute in double quotes, without the quotes. */
void repair_text_append_value(struct repair_text *text, const char *at, const char *end);

#endif
