/* SPDX-License-Identifier: MIT
 *
 * An edition that another placard, or a program of somebody else, has made, as a source.
 */
#ifndef PLACARD_FEED_EDITION_H
#define PLACARD_FEED_EDITION_H

#include "placard/feed/feed.h"

/* Adds to feed the stories of an edition with all text cleaned: a headline or sentence of which
 * nothing is left is dropped, and the story with its last one; so is what is no web link. Stories
 * keep the name of their source. None is breaking: that is for the config to say. */
bool edition_read(const struct feed_input *input, const char *text, size_t length_bytes,
                  struct feed *feed, GError **error);

#endif
