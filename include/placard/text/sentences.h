/* SPDX-License-Identifier: MIT
 *
 * Sentences: where one ends and the next begins, by Unicode Annex #29 with the suppressions of the
 * CLDR and a repair pass of our own for what these miss.
 */
#ifndef PLACARD_TEXT_SENTENCES_H
#define PLACARD_TEXT_SENTENCES_H

#include <glib.h>

/* Splits text (paragraphs separated by "\n", see text/clean.h) into sentences: an array of char *
 * that frees its members, in order, each trimmed and not empty. No sentence reaches over the end
 * of a paragraph. language is a BCP 47 tag, or NULL for the language-neutral rules. */
GPtrArray *sentences_split(const char *text, const char *language);

#endif
