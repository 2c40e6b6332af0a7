/* SPDX-License-Identifier: MIT
 *
 * After the edition: the pictures of its stories.
 */
#ifndef PLACARD_FETCHER_PICTURES_H
#define PLACARD_FETCHER_PICTURES_H

#include "placard/config/config.h"
#include "placard/edition/edition.h"
#include "placard/fetch/frame.h"

struct pictures_options {
    const char *disk;        /* the cache's directory */
    const char *program;     /* placard-picture */
    struct frame_size place; /* of a picture on the screen */
    gint64 now_utc_s;
    gint64 started_ms; /* by the monotonic clock: when the fetcher was */
    bool verbose;
};

/* Fetches what is not in the cache yet. What cannot be had is said only where that is asked for: a
 * card without a picture is a card. */
void pictures_run(const struct edition *edition, const struct config *config,
                  const struct pictures_options *options);

#endif
