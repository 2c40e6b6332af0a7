/* SPDX-License-Identifier: MIT
 *
 * Which picture stands for a story whose feed names none.
 */
#ifndef PLACARD_FEED_PICTURE_H
#define PLACARD_FEED_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

/* The absolute URL of the first real picture in a fragment of HTML, to be freed with g_free; NULL when
 * there is none. Where a script would load the picture later, the one that it would load. base: as
 * for link_resolve. The cost is linear. */
char *picture_find(const char *markup, size_t length_bytes, const char *base);

/* False for what counts readers, fills space, or shows an author or a face by its URL. */
bool picture_is_real(const char *url);

/* False for a side in pixels, as an attribute states it, that no picture of a story has; true for
 * NULL and what is no number of pixels. */
bool picture_side_is_real(const char *side);

#endif
