/* SPDX-License-Identifier: MIT
 *
 * RSS and Atom: events of the XML parser to stories, by the table of element.h.
 */
#ifndef PLACARD_FEED_XMLFEED_H
#define PLACARD_FEED_XMLFEED_H

#include "pieces.h"
#include "placard/feed/feed.h"

/* Adds to feed what the pieces, which hold a feed in XML, say. Stories are added when their element
 * has ended; an end before its time is told in feed->warning, or as an error when there is no story
 * by then. */
bool xmlfeed_read(const struct feed_input *input, struct pieces *pieces, struct feed *feed,
                  GError **error);

#endif
