/* SPDX-License-Identifier: MIT
 *
 * Whether bytes are the UTF-8 that JSON is written in.
 */
#ifndef PLACARD_APP_CONFIG_ENCODING_H
#define PLACARD_APP_CONFIG_ENCODING_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* The bytes to skip at the start: 3 for a byte order mark, else 0. */
size_t encoding_skip(const char *bytes, size_t length_bytes);

/* False with a problem that names the encoding, or the line of the first wrong byte. */
bool encoding_check(const char *bytes, size_t length_bytes, GPtrArray *problems);

#endif
