/* SPDX-License-Identifier: MIT
 *
 * Checks the text of a config against the grammar of JSON (RFC 8259) and notes where each value
 * stands, which cJSON cannot tell.
 */
#ifndef PLACARD_APP_CONFIG_SCAN_H
#define PLACARD_APP_CONFIG_SCAN_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Where a value stands. The places of a text are in its order, so that a walk through the tree
 * steps through them: the first part of a value is at place + 1, what follows the value and all
 * its parts at place + span. */
struct place {
    unsigned key_line; /* 0: it has no key */
    unsigned line;
    size_t offset; /* into the mended text */
    size_t length;
    size_t span;
    bool broken; /* its key or value is wrong, and that was reported */
    bool key_zero;
    bool zero; /* it has a \u0000, at which cJSON ends it */
};

struct scan {
    GArray *places;  /* of struct place; the first is the root's */
    GString *mended; /* strict JSON: the text, or what it was probably meant to be */
};

/* Reads valid UTF-8 without zero bytes. False with problems when no tree can be had of it; true
 * with problems when its slips could be mended. Clear the scan either way. */
bool scan_init(struct scan *scan, const char *text, size_t length_bytes, GPtrArray *problems);
void scan_clear(struct scan *scan);

#endif
