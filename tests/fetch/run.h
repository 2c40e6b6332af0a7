/* SPDX-License-Identifier: MIT
 *
 * One call of transfer_run against a test server, with all that it told.
 */
#ifndef PLACARD_TESTS_FETCH_RUN_H
#define PLACARD_TESTS_FETCH_RUN_H

#include "placard/fetch/transfer.h"

#include "server.h"

#include <stdbool.h>

enum { RUN_MOST_REQUESTS = 16 };

/* How one request ended. */
struct ending {
    unsigned calls;
    unsigned place; /* the first to end is 0 */
    bool answered;
    bool not_modified;
    bool is_moved;
    int code; /* −1: no error */
    gint64 retry_after_seconds;
    size_t length_bytes;
    char *text;
    char *message;
    char *url;
    char *charset;
    char *etag;
    char *last_modified;
};

struct run {
    struct server *server;
    struct transfer_options options;
    struct ending endings[RUN_MOST_REQUESTS];
    unsigned ended;
    unsigned wakes;
};

/* A server for a directory and patient options; nothing has run yet. */
void run_init(struct run *run, const char *directory);
void run_clear(struct run *run);

/* Runs the requests; each must end exactly once. Once for each run_init. */
void run_requests(struct run *run, const struct transfer_request *requests, size_t count);

/* The same for paths on the server, or URLs elsewhere, without validators. */
void run_paths(struct run *run, const char *const *paths, size_t count);
const struct ending *run_path(struct run *run, const char *path);

#endif
