/* SPDX-License-Identifier: MIT
 *
 * The images of the cards that are shown and come next: decoded one at a time during the dwell, and
 * kept for this card and the next, so that a card that is laid out again has its image again.
 */
#ifndef PLACARD_COMMAND_GALLERY_H
#define PLACARD_COMMAND_GALLERY_H

#include "placard/fetch/cache.h"
#include "placard/fetch/frame.h"

struct gallery;

/* The cache is borrowed. */
struct gallery *gallery_new(struct cache *cache);
void gallery_free(struct gallery *gallery);

/* The size of an image on the card; another one forgets all. Nothing: no images. */
void gallery_set_place(struct gallery *gallery, struct frame_size place);

/* Starts decoding an image, unless it is there, under way, not in the cache, or NULL. */
void gallery_want(struct gallery *gallery, const char *url, gint64 now_ms);

/* True while it is being decoded. */
bool gallery_awaits(const struct gallery *gallery, const char *url);

/* The rows of an image (decode_finish), borrowed until the next gallery_turn; NULL when it is not
 * there, or url is NULL. */
GBytes *gallery_find(const struct gallery *gallery, const char *url);

/* Takes what has been decoded; never waits. */
void gallery_turn(struct gallery *gallery, gint64 now_ms);

/* −1 when there is nothing to poll; G_MAXINT64 when there is nothing to give up. */
int gallery_descriptor(const struct gallery *gallery);
gint64 gallery_deadline_ms(const struct gallery *gallery);

#endif
