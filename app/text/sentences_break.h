/* SPDX-License-Identifier: MIT
 *
 * The sentence rules of Unicode Annex #29, SB5 to SB11. They are our own because almost every
 * character can be passed over: only a mark that ends sentences and what stands around it matters,
 * where ICU's iterator takes each through its tables. A test holds them against ICU.
 */
#ifndef PLACARD_APP_TEXT_SENTENCES_BREAK_H
#define PLACARD_APP_TEXT_SENTENCES_BREAK_H

#include <stddef.h>

/* Where the sentence that begins at start ends, with the white space behind it: at most length. The
 * text is of one paragraph. language matters for Greek, which asks with a semicolon. */
size_t sentence_break_next(const char *text, size_t start, size_t length, const char *language);

#endif
