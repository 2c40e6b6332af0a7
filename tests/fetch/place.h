/* SPDX-License-Identifier: MIT
 *
 * A directory of a test's own, gone when the test ends.
 */
#ifndef PLACARD_TESTS_FETCH_PLACE_H
#define PLACARD_TESTS_FETCH_PLACE_H

#include <glib.h>

/* Makes one; its path. */
char *place_new(void);

/* Removes it with everything in it and frees the path. */
void place_free(char *place);

/* "PLACE/NAME"; g_free. */
char *place_path(const char *place, const char *name);

/* Writes a file of this name. */
void place_write(const char *place, const char *name, const char *text);

/* The names in the directory that begin with prefix, sorted; frees its members. */
GPtrArray *place_names(const char *place, const char *prefix);

#endif
