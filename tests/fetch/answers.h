/* SPDX-License-Identifier: MIT
 *
 * What the test server says, and how it misbehaves.
 */
#ifndef PLACARD_TESTS_FETCH_ANSWERS_H
#define PLACARD_TESTS_FETCH_ANSWERS_H

#include <glib.h>

struct answers_request {
    const char *path;
    const char *text; /* the whole request */
    const char *directory;
    int socket;
    int wake; /* readable or closed when the server ends */
};

/* Answers by the path; returns when the connection is to be closed. */
void answers_send(const struct answers_request *request);

/* The value of a header in the text of a request, or NULL; g_free. */
char *answers_header(const char *text, const char *name);

#endif
