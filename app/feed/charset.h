/* SPDX-License-Identifier: MIT
 *
 * Bytes of unknown charset to UTF-8.
 */
#ifndef PLACARD_FEED_CHARSET_H
#define PLACARD_FEED_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

#include "utf8.h"

/* Decodes by the first of these that holds: a byte order mark; the pattern of NULs that UTF-16 and
 * UTF-32 leave in markup; valid UTF-8 with a character of several bytes; the charset of the
 * Content-Type, then the one that the bytes declare (XML, HTML), if they decode under it, labels
 * read as browsers do (WHATWG Encoding, 4.2); and where errors remain, the charset that leaves few
 * of them, else windows-1252. What cannot be decoded is U+FFFD; a character cut off at the end is
 * no error. Returns valid UTF-8 of *length_out bytes (there may be NULs in it) with a NUL behind,
 * to be freed with g_free; content_charset may be NULL. */
char *charset_decode(const char *bytes, size_t length_bytes, const char *content_charset,
                     size_t *length_out);

enum { CHARSET_HEAD_BYTES = 4096 };

/* True when charset_decode would read bytes as UTF-8 that begin with this head, of at least
 * CHARSET_HEAD_BYTES or all there are, and in which utf8_read has counted so much. */
bool charset_is_utf8(const char *head, size_t head_bytes, const struct utf8_count *count,
                     const char *content_charset);

#endif
