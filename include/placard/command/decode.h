/* SPDX-License-Identifier: MIT
 *
 * A story's picture for the card that is being prepared: taken from the cache, decoded by
 * placard-picture during the dwell of the card before. The loop never waits: it polls, and a card
 * whose picture is not there in time is laid out without one.
 */
#ifndef PLACARD_COMMAND_DECODE_H
#define PLACARD_COMMAND_DECODE_H

#include "placard/fetch/cache.h"
#include "placard/fetch/frame.h"

struct decode;

/* Everything is borrowed for the call of decode_start only. */
struct decode_request {
    struct cache *cache;
    const char *program;     /* paths_program("placard-picture") */
    const char *url;         /* the story's image */
    struct frame_size place; /* on the card */
};

/* Starts decoding; NULL when the picture is not in the cache (yet: ask again with the next card), or
 * the program cannot be started. now_ms is the monotonic clock. */
struct decode *decode_start(const struct decode_request *request, gint64 now_ms);

/* What to poll for POLLIN, owned by decode, and when to give up. */
int decode_descriptor(const struct decode *decode);
gint64 decode_deadline_ms(const struct decode *decode);

/* Takes what is waiting and never blocks. True when nothing more will come. */
bool decode_read(struct decode *decode);

/* Waits for the end, at most until the deadline: for a snapshot. */
void decode_wait(struct decode *decode);

/* Frees it, having ended what still runs. The rows of the place from above, three bytes a pixel for
 * red, green and blue, without gaps: width × height × 3 bytes; NULL when there is no picture. NULL
 * is legal. */
GBytes *decode_finish(struct decode *decode);

#endif
