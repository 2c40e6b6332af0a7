/* SPDX-License-Identifier: MIT
 *
 * What the cache and local sources share: reading and writing through a descriptor, and errors.
 */
#ifndef PLACARD_FETCH_FILE_H
#define PLACARD_FETCH_FILE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* "a directory", "a FIFO", … for a message. */
const char *file_kind(mode_t mode);

/* An error of G_FILE_ERROR from errno: "cannot open NAME: no such file or directory". */
void file_set_error(GError **error, const char *what, const char *name);

/* False with an error for what is no regular file, or one of more than max_bytes. */
bool file_check(int descriptor, const char *name, size_t max_bytes, size_t *length_bytes,
                GError **error);

/* The content of a regular file of at most max_bytes; name is for the message. The descriptor must
 * have been opened with O_NONBLOCK. */
GBytes *file_read(int descriptor, const char *name, size_t max_bytes, GError **error);

/* Writes all bytes; on failure errno tells why. */
bool file_write(int descriptor, const char *bytes, size_t length_bytes);

#endif
