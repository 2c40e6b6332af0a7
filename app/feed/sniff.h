/* SPDX-License-Identifier: MIT
 *
 * What a text is, by its content: labels lie.
 */
#ifndef PLACARD_FEED_SNIFF_H
#define PLACARD_FEED_SNIFF_H

#include <stddef.h>

enum format {
    FORMAT_EMPTY,  /* nothing but white space */
    FORMAT_XML,    /* a feed in XML */
    FORMAT_HTML,   /* a web page */
    FORMAT_MARKUP, /* XML or the like that is neither */
    FORMAT_JSON,
    FORMAT_TEXT,
    FORMAT_BINARY,
};

/* How much of a text is looked at, white space at its beginning aside. */
enum { SNIFF_HEAD_BYTES = 64 * 1024 };

/* text: UTF-8, NULs allowed. *line is the one that decided. */
enum format sniff_format(const char *text, size_t length_bytes, size_t *line);

#endif
