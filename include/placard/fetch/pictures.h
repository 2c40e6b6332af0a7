/* SPDX-License-Identifier: MIT
 *
 * The pictures of the stories, kept in the cache under their URLs: fetched, made small by
 * placard-picture, and there until their room is needed.
 *
 * No edition says whether a picture has come. Who draws a card asks for it by pictures_load with
 * the story's image each time a card is prepared: a picture that is missing now may be there for
 * the same story a minute later. It lies in the cache's directory as "picture-" and the first 24 hex
 * digits of the SHA-256 of its URL.
 */
#ifndef PLACARD_FETCH_PICTURES_H
#define PLACARD_FETCH_PICTURES_H

#include "placard/fetch/cache.h"
#include "placard/fetch/frame.h"
#include "placard/fetch/transfer.h"

struct pictures_request {
    const char *program;     /* placard-picture */
    struct frame_size place; /* the largest that a picture has on the screen */
    struct transfer_options transfer;
    const GPtrArray *own_urls; /* of strings: what the config names; only pictures of these hosts
                                * may have a local address. NULL: none */
    gint64 now_utc_s;
    gint64 end_ms; /* of the monotonic clock: when the last ones must have come */
};

/* What became of one picture: NULL when it is there now, else why not. */
typedef void pictures_told(const char *url, const char *problem, void *user);

/* Fetches of the URLs (strings, the most needed first; some may stand there twice) those that are
 * not kept for this place: a few at a time, until the time or LIMIT_PICTURES_BYTES is used up. One
 * that cannot be decoded is not asked for again, one that cannot be fetched is later. What no URL
 * names goes first when room is needed. Writes nothing when nothing is new. False with an error
 * when nothing can be kept. */
bool pictures_fetch(struct cache *cache, const GPtrArray *urls,
                    const struct pictures_request *request, pictures_told *told, void *user,
                    GError **error);

/* The picture of a URL as a JPEG and its sizes, in *frame; NULL when it is not there. */
GBytes *pictures_load(struct cache *cache, const char *url, struct frame *frame);

#endif
