/* SPDX-License-Identifier: MIT
 *
 * The feeds that a page names (RSS autodiscovery: <link rel="alternate">).
 */
#ifndef PLACARD_FEED_ALTERNATE_H
#define PLACARD_FEED_ALTERNATE_H

#include "tag.h"

#include <glib.h>

/* Hrefs as they stand, of char *. */
struct alternate {
    GPtrArray *feeds;
    GPtrArray *comments; /* feeds of what readers say */
};

void alternate_init(struct alternate *alternate);
void alternate_clear(struct alternate *alternate);

/* Takes note of a <link> if it names a feed. */
void alternate_take(struct alternate *alternate, const struct tag *link);

/* The first of the hrefs that leads somewhere else than to the page itself: an http(s) URL, g_free;
 * NULL when none does. */
char *alternate_choose(const GPtrArray *hrefs, const char *base, const char *page_url);

#endif
