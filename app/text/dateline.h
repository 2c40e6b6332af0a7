/* SPDX-License-Identifier: MIT
 *
 * What stands before a story: "LONDON, March 3 (Reuters) - ", "(CNN) ", and before a paragraph of
 * it: "14:05 – ", "A: ", "• ".
 */
#ifndef PLACARD_APP_TEXT_DATELINE_H
#define PLACARD_APP_TEXT_DATELINE_H

#include <stddef.h>

/* The bytes of the dateline at the head of a text, with the space behind it; 0 when there is none. */
size_t dateline_length(const char *text);

/* The bytes of a time, a single letter with a colon, or a bullet at the head of a paragraph. */
size_t dateline_label_length(const char *paragraph);

#endif
