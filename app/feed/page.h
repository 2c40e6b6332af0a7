/* SPDX-License-Identifier: MIT
 *
 * A web page in place of a feed: an article, or the way to a feed.
 */
#ifndef PLACARD_FEED_PAGE_H
#define PLACARD_FEED_PAGE_H

#include "placard/feed/feed.h"

/* Adds to feed the story of a page, if it is one, and the feed that it names, if it names one; an
 * error when there is neither. A page that asks for a password beside a few words is neither. */
bool page_read(const struct feed_input *input, const char *text, size_t length_bytes,
               struct feed *feed, GError **error);

#endif
