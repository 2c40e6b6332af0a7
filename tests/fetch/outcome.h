/* SPDX-License-Identifier: MIT
 *
 * What placard-picture makes of a picture.
 */
#ifndef PLACARD_TESTS_FETCH_OUTCOME_H
#define PLACARD_TESTS_FETCH_OUTCOME_H

#include "placard/fetch/frame.h"

struct outcome {
    int status;     /* −1: it was killed */
    GBytes *output; /* NULL when it failed */
    struct frame frame;
    const guint8 *bytes; /* after the line */
    size_t length_bytes;
};

/* Runs the program, "keep" or "draw" for a place of the size; to be cleared. */
struct outcome outcome_of(const char *use, const char *size, GBytes *input);
struct outcome outcome_of_fixture(const char *use, const char *size, const char *name);
void outcome_clear(struct outcome *outcome);

/* A picture of tests/fixtures/picture. */
GBytes *outcome_fixture(const char *name);

#endif
