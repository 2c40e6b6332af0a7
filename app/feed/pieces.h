/* SPDX-License-Identifier: MIT
 *
 * The text of an input in pieces, so that no second copy of it all is needed.
 */
#ifndef PLACARD_FEED_PIECES_H
#define PLACARD_FEED_PIECES_H

#include <stdbool.h>
#include <stddef.h>

#include "placard/feed/feed.h"
#include "span.h"

struct pieces;

/* Finds out the charset, for which all bytes are looked at. The input is borrowed. */
struct pieces *pieces_new(const struct feed_input *input);
void pieces_free(struct pieces *pieces);

/* The next piece of the text: UTF-8, whole characters, NULs allowed; it may be empty. Borrowed until
 * the next call. False when there is none. */
bool pieces_next(struct pieces *pieces, struct span *text);

/* From the beginning again. */
void pieces_rewind(struct pieces *pieces);

/* The whole text in one. Borrowed until pieces_free. */
struct span pieces_join(struct pieces *pieces);

#endif
