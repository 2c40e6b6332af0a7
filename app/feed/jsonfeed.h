/* SPDX-License-Identifier: MIT
 *
 * JSON Feed 1.0 and 1.1.
 */
#ifndef PLACARD_FEED_JSONFEED_H
#define PLACARD_FEED_JSONFEED_H

#include "placard/feed/feed.h"

/* True when the text is an object that has a list of items or says that it is a JSON Feed; also when
 * what follows is broken. */
bool jsonfeed_is_one(const char *text, size_t length_bytes);

/* Adds to feed its stories. Items are read one by one: what is broken costs one item, and those
 * before the end of a feed that is cut short are kept; the warning names the line. */
bool jsonfeed_read(const struct feed_input *input, const char *text, size_t length_bytes,
                   struct feed *feed, GError **error);

#endif
