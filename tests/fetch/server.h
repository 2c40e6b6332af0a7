/* SPDX-License-Identifier: MIT
 *
 * A small HTTP server on a loopback port of its own that serves the files of one directory with
 * validators, and misbehaves where it is told to:
 *
 *   /NAME            the file with ETag and Last-Modified; 304 when one of them is echoed
 *   /hang            takes the request and never answers
 *   /drip            an answer of which one byte comes in each tenth of a second
 *   /endless         a body without end
 *   /gzip-bomb       the same, packed to a few bytes
 *   /cut             closes in the middle of the body that it announced
 *   /close           closes without an answer
 *   /redirect/NAME   sends on to /NAME
 *   /away/STATUS/PORT/PATH   sends on, with this status, to that path on another loopback port
 *   /empty-redirect  sends on to nowhere
 *   /redirect-loop   sends on to itself
 *   /redirect-ftp    sends on to ftp://
 *   /charset/TYPE    a short answer of this Content-Type
 *   /304             nothing has changed, even if it was not asked
 *   /404 /410 /429 /500 /503   that status with a body; 429 and 503 with Retry-After: 120
 */
#ifndef PLACARD_TESTS_FETCH_SERVER_H
#define PLACARD_TESTS_FETCH_SERVER_H

#include <glib.h>

struct server;

/* Starts serving; ends the program when there is no port to be had. */
struct server *server_new(const char *directory);

/* Ends all connections, also those that hang. */
void server_free(struct server *server);

unsigned server_port(const struct server *server);

/* The URL of a path ("/404") on this server; g_free. */
char *server_url(const struct server *server, const char *path);

/* How many requests for this path have come. */
unsigned server_requests(struct server *server, const char *path);

/* How many connections were open at once at most. */
unsigned server_peak(struct server *server);

/* The value of a header in the last request for this path, or NULL; g_free. */
char *server_header(struct server *server, const char *path, const char *name);

#endif
