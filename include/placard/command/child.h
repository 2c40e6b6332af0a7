/* SPDX-License-Identifier: MIT
 *
 * The fetcher as a child: started with a config on its standard input, read without waiting, and
 * never left behind. Whatever it does costs one refresh at most.
 */
#ifndef PLACARD_COMMAND_CHILD_H
#define PLACARD_COMMAND_CHILD_H

#include "placard/edition/edition.h"

#include <glib.h>
#include <stdbool.h>

#define CHILD_ERROR (child_error_quark())
GQuark child_error_quark(void);
enum child_error {
    CHILD_ERROR_START,
    CHILD_ERROR_OUTPUT,      /* what it printed is not an edition, or too long */
    CHILD_ERROR_STATUS,      /* killed by a signal, or an unknown exit status */
    CHILD_ERROR_TIMEOUT,     /* over LIMIT_FETCHER_MS */
    CHILD_ERROR_INTERRUPTED, /* by child_finish, before it had ended */
};

struct child;

/* Everything is borrowed for the call of child_start only. */
struct child_request {
    const char *program;        /* paths_program("placard-fetcher") */
    GBytes *config_json;        /* for its standard input; NULL or empty: the defaults */
    const char *directory;      /* where relative paths of the config start */
    const char *const *sources; /* in place of the config's sources; NULL or ends with NULL */
    gint64 now_utc_s;           /* the fixed time; INSTANT_UNKNOWN: the clock's */
    const char *pictures;       /* "WxH", their place: it ends when they are fetched; NULL: none */
    bool due;                   /* ask only the sources that are due */
    bool verbose;
    bool progress;
};

/* Starts the fetcher with default signals and this program's standard error. NULL with an error of
 * CHILD_ERROR_START. now_ms, here and below, is the monotonic clock. */
struct child *child_start(const struct child_request *request, gint64 now_ms, GError **error);

/* What to poll for POLLIN next, owned by the child; ask anew before each poll: it is first the
 * child's output and then its end. */
int child_descriptor(const struct child *child);

/* When to give the child up with child_finish. */
gint64 child_deadline_ms(const struct child *child);

/* Takes what is waiting and never blocks. Returns the newest edition that has come complete, whole
 * and checked, to be freed with edition_free; NULL without an error when there is none yet; NULL
 * with an error of CHILD_ERROR_OUTPUT when what came is not an edition: go on, or finish. */
struct edition *child_read(struct child *child, GError **error);

/* True when the child has printed all and ended: nothing is left but child_finish. */
bool child_is_ended(const struct child *child);

/* Frees the child and everything it holds, having killed it if it still runs. True when it ended by
 * itself with a status that the fetcher knows (*exit_status 0, 1 or 2; may be NULL); else false
 * with a sentence ("fetcher was killed by signal 11"). child may not be NULL. */
bool child_finish(struct child *child, gint64 now_ms, int *exit_status, GError **error);

#endif
