/* SPDX-License-Identifier: MIT
 *
 * A program that is given bytes and gives bytes back, run beside a loop: placard-picture. It has no
 * environment, its words are not heard, and it is never left behind.
 */
#ifndef PLACARD_FETCH_FILTER_H
#define PLACARD_FETCH_FILTER_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct filter;

/* Everything is borrowed for the call of filter_start only. */
struct filter_request {
    const char *const *arguments; /* the program's path first, NULL last */
    GBytes *input;
    size_t max_bytes;  /* of its output */
    unsigned limit_ms; /* from now to its end */
};

/* Starts the program; NULL when that fails. now_ms, here and below, is the monotonic clock. */
struct filter *filter_start(const struct filter_request *request, gint64 now_ms);

/* What to poll for POLLIN, owned by the filter, and until when to wait. */
int filter_descriptor(const struct filter *filter);
gint64 filter_deadline_ms(const struct filter *filter);

/* Takes what is waiting and never blocks. True when nothing more will come: finish it. */
bool filter_read(struct filter *filter);

/* The same, waiting until its end or its deadline. */
void filter_wait(struct filter *filter);

/* Frees the filter, having killed it when it still runs. All that it has written when it ended well
 * (status 0) and in time, else NULL. *status, which may be NULL: its exit status, −1 when it was
 * killed. */
GBytes *filter_finish(struct filter *filter, int *status);

#endif
