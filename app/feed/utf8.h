/* SPDX-License-Identifier: MIT
 *
 * Bytes that may be UTF-8, taken in pieces.
 */
#ifndef PLACARD_FEED_UTF8_H
#define PLACARD_FEED_UTF8_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct utf8_count {
    size_t outside_ascii; /* bytes */
    size_t errors;        /* bytes that stand for nothing */
};

/* Reads the bytes up to a character that they may have the beginning of only; a last piece to its
 * end: a character cut off there is dropped, and no error. What is valid is appended to out as it
 * is, NULs too, and every other byte as U+FFFD; out may be NULL. Adds to *count; returns how many
 * bytes have been read. */
size_t utf8_read(const char *bytes, size_t length_bytes, bool is_last, GString *out,
                 struct utf8_count *count);

#endif
