/* SPDX-License-Identifier: MIT
 *
 * Clean text: what may stand in an edition and on the screen. Valid UTF-8 in NFC, without C0, C1,
 * DEL, U+FEFF, U+FFFC, non-characters, bidi embeddings, overrides and isolates (U+202A–202E,
 * U+2066–2069), tag characters outside a flag sequence, and at most LIMIT_MARKS combining marks on
 * a base. Runs of white space are one space, a no-break one only where nothing but no-break spaces
 * stood; no space at either end. Bytes that are not UTF-8 become U+FFFD, one each. A text with
 * nothing to see is "". Cleaning clean text changes nothing. At most LIMIT_TEXT_BYTES are read.
 */
#ifndef PLACARD_TEXT_CLEAN_H
#define PLACARD_TEXT_CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Text of one line. length_bytes −1: up to the NUL. Never NULL, "" when nothing is left; g_free. */
char *text_clean_line(const char *text, ssize_t length_bytes);

/* Text of several paragraphs: every run of white space that holds a line break becomes one "\n". */
char *text_clean_paragraphs(const char *text, ssize_t length_bytes);

/* Paragraphs of a plain-text file. Every line break ends one, unless the text is hard-wrapped (of the
 * lines that another one follows, most are 60 to 80 characters long and do not end in a full stop):
 * then lines are joined up to a blank line. */
char *text_clean_plain(const char *text, ssize_t length_bytes);

#endif
