/* SPDX-License-Identifier: MIT
 *
 * The last resort for a text without a sentence that fits.
 */
#ifndef PLACARD_APP_TEXT_CUT_H
#define PLACARD_APP_TEXT_CUT_H

#include <stddef.h>

/* The text, or as much of it as is within the budget, up to a clause where one ends in its last two
 * thirds, with "…"; g_free. */
char *cut_at_clause(const char *text, unsigned max_words);

/* The first bytes of a text without white space and marks that part or open at its end, with "…". */
char *cut_with_ellipsis(const char *text, size_t length_bytes);

#endif
