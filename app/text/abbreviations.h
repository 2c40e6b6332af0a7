/* SPDX-License-Identifier: MIT
 *
 * Words whose full stop does not end a sentence. A new language is a new row in abbreviations.c.
 */
#ifndef PLACARD_APP_TEXT_ABBREVIATIONS_H
#define PLACARD_APP_TEXT_ABBREVIATIONS_H

#include <stdbool.h>
#include <stddef.h>

/* word: as it stands before its last stop, which may have stops inside ("e.g", "U.S"); next: what
 * follows. True when the sentence goes on over the stop. */
bool abbreviation_goes_on(const char *word, size_t word_bytes, const char *next, size_t next_bytes,
                          const char *language);

#endif
