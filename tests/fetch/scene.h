/* SPDX-License-Identifier: MIT
 *
 * The fetcher as the loop starts it: a config goes in, editions come out.
 */
#ifndef PLACARD_TESTS_FETCH_SCENE_H
#define PLACARD_TESTS_FETCH_SCENE_H

#include "placard/edition/edition.h"

#include "server.h"

/* A home of the fetcher's own, a server, and what the last run left. */
struct scene {
    char *place;
    char **environment;
    struct server *server;
    char *out;
    char *err;
    int status;
    struct edition *edition; /* the last one printed; NULL when there is none */
    guint editions;
};

/* The server has the fixtures, or what the test writes into the home. */
void scene_init(struct scene *scene);
void scene_init_own(struct scene *scene);
void scene_clear(struct scene *scene);

/* Writes a file of this name into the home, "$SERVER" replaced by the server's address. */
void scene_write(const struct scene *scene, const char *name, const char *text);

/* Runs a line of the shell in which $FETCHER is the program and $SERVER the server's address. Every
 * line that it prints must be a whole edition that keeps its promises. */
void scene_run(struct scene *scene, const char *line);

/* The report on a source of the last edition, which must be there. */
const struct source_report *scene_source(const struct scene *scene, guint index);
void scene_assert_source(const struct scene *scene, guint index, enum source_status status,
                         unsigned stories);

/* The line stands on standard error. */
void scene_assert_said(const struct scene *scene, const char *line);

#endif
