/* SPDX-License-Identifier: MIT
 *
 * A gzip stream (RFC 1951, 1952) without end: of 13 bytes the reader makes 2064.
 */
#ifndef PLACARD_TESTS_FETCH_BOMB_H
#define PLACARD_TESTS_FETCH_BOMB_H

#include <glib.h>

enum {
    BOMB_PERIOD_BYTES = 13,
    BOMB_BLOCK_BYTES = 128 * BOMB_PERIOD_BYTES,
};

/* Writes the first BOMB_PERIOD_BYTES of the stream. */
void bomb_head(guint8 *bytes);

/* Writes BOMB_BLOCK_BYTES of how it goes on, for ever. */
void bomb_block(guint8 *bytes);

#endif
