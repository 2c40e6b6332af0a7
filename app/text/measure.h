/* SPDX-License-Identifier: MIT
 *
 * The ruler behind words_budget_length, for those who cut a text to a budget.
 */
#ifndef PLACARD_APP_TEXT_MEASURE_H
#define PLACARD_APP_TEXT_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

/* False when most letters are of scripts without spaces between words. */
bool words_are_spaced(const char *text);

/* The bytes of the longest beginning of text within a budget of words, whole words and, in scripts
 * without spaces, whole characters; without white space at its end. */
size_t words_prefix(const char *text, unsigned max_words);

#endif
