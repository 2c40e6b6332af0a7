/* SPDX-License-Identifier: MIT
 *
 * The elements that are open while a feed is repaired.
 */
#ifndef PLACARD_FEED_REPAIR_OPEN_H
#define PLACARD_FEED_REPAIR_OPEN_H

#include "placard/limits.h"
#include "span.h"

#include <glib.h>
#include <stdbool.h>

struct repair_element {
    size_t name_start; /* in the names of all */
    size_t name_bytes;
    unsigned namespaces; /* that it declares */
    bool is_story;
    bool is_line; /* a field that holds no other: "title", "pubDate"… */
};

struct repair_open {
    struct repair_element elements[LIMIT_DEPTH]; /* the innermost last */
    unsigned count;
    unsigned namespaces; /* declared by all of them */
    GString *names;
};

void repair_open_init(struct repair_open *open);
void repair_open_clear(struct repair_open *open);

/* Opens an element within the others; there must be room. */
void repair_open_push(struct repair_open *open, const struct span *name, unsigned namespaces);

/* Closes elements up to and with the innermost of this name, if one is open, and writes their end
 * tags to xml; only the end of the feed's own structure reaches out of a story. */
void repair_open_pop(struct repair_open *open, const struct span *name, GString *xml);

/* Closes the innermost element, as one that was never closed, if an element of this name cannot
 * stand in it: a field in a field of one line. */
void repair_open_make_way(struct repair_open *open, const struct span *name, GString *xml);

/* True for an element that everything else may stand in: "rss", "feed", "item"… of any prefix. */
bool repair_open_is_structure(const struct span *name);

/* True for "item" and "entry" of any prefix. */
bool repair_open_is_story(const struct span *name);

#endif
