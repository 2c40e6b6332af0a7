/* SPDX-License-Identifier: MIT
 *
 * A plain text as one story.
 */
#ifndef PLACARD_FEED_ARTICLE_H
#define PLACARD_FEED_ARTICLE_H

#include "placard/feed/feed.h"

/* Adds to feed one story whose body is the text; without a headline, which is found later. What
 * comes over the network and is too short for an article is an error: a server's "OK" is no news. */
bool article_read(const struct feed_input *input, const char *text, size_t length_bytes,
                  struct feed *feed, GError **error);

#endif
