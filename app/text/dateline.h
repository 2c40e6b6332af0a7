/* SPDX-License-Identifier: MIT
 *
 * Datelines: "LONDON, March 3 (Reuters) - ", "(CNN) ".
 */
#ifndef PLACARD_APP_TEXT_DATELINE_H
#define PLACARD_APP_TEXT_DATELINE_H

#include <stddef.h>

/* The bytes of the dateline at the head of a text, with the space behind it; 0 when there is none. */
size_t dateline_length(const char *text);

#endif
