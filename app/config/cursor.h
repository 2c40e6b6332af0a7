/* SPDX-License-Identifier: MIT
 *
 * A place in the text of a config that only moves forward, knows its line, and puts down both what
 * is wrong and the text as it was probably meant, so that one slip does not hide the next.
 */
#ifndef PLACARD_APP_CONFIG_CURSOR_H
#define PLACARD_APP_CONFIG_CURSOR_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct cursor {
    const char *at;
    const char *end;
    const char *counted; /* up to here the lines are counted */
    unsigned counted_line;
    GString *mended;     /* strict JSON without blanks; whoever made the cursor frees it */
    GPtrArray *problems; /* of struct config_problem */
};

/* Over valid UTF-8 without zero bytes. */
void cursor_init(struct cursor *cursor, const char *text, size_t length_bytes, GPtrArray *problems);

bool cursor_ended(const struct cursor *cursor);

/* The byte offset_bytes further on; '\0' at the end. */
char cursor_peek(const struct cursor *cursor, size_t offset_bytes);

/* 1-based. */
unsigned cursor_line(struct cursor *cursor);

/* Passes white space, and comments with a problem each; false with a problem when a comment does
 * not end. */
bool cursor_skip_blanks(struct cursor *cursor);

/* The length of the word at the cursor: up to a blank, a bracket, a comma, a quote or one of
 * stops. */
size_t cursor_word_bytes(const struct cursor *cursor, const char *stops);

/* What stands at the cursor, for a message; g_free. */
char *cursor_found(const struct cursor *cursor);

/* Adds a problem, whose message it takes. */
void cursor_report(struct cursor *cursor, unsigned line, char *message);

#endif
