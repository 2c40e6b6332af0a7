/* SPDX-License-Identifier: MIT
 *
 * Sources that are files.
 */
#ifndef PLACARD_FETCH_LOCAL_H
#define PLACARD_FETCH_LOCAL_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* True when a source's url is an http(s) URL, false when it is a path or a glob. */
bool local_is_remote(const char *url);

/* The regular files that a path, a glob or a file:// URL names, sorted by name: an array of char *
 * that frees its members. Relative ones are looked up below base_directory. An error of
 * G_FILE_ERROR when there is none, or more than LIMIT_GLOB_FILES. */
GPtrArray *local_expand(const char *url, const char *base_directory, GError **error);

/* Below which directory the files of a glob are looked for; NULL for what is no glob; g_free. */
char *local_glob_directory(const char *url, const char *base_directory);

/* A file that is being read. */
struct local_file {
    int descriptor;
    size_t length_bytes; /* as it was found; it may change */
};

/* Opens a regular file of at most max_bytes; never waits on a FIFO or a device. */
bool local_open(struct local_file *file, const char *path, size_t max_bytes, GError **error);
void local_close(struct local_file *file);

/* Copies at most so many bytes from a place in the file on; how many, 0 at its end or when it cannot
 * be read. */
size_t local_read(const struct local_file *file, size_t at, char *to, size_t most_bytes);

#endif
