/* SPDX-License-Identifier: MIT
 *
 * Sentences: where one ends and the next begins, by Unicode Annex #29 and a repair pass of our own:
 * abbreviations, ordinal numbers, quotation marks, speech. (ICU's suppressions know fewer
 * abbreviations than our tables and cost up to half a millisecond each time they are opened.)
 */
#ifndef PLACARD_TEXT_SENTENCES_H
#define PLACARD_TEXT_SENTENCES_H

#include <glib.h>

/* Splits text (paragraphs separated by "\n", see text/clean.h) into sentences: an array of char *
 * that frees its members, in order, each trimmed and not empty. No sentence reaches over the end
 * of a paragraph, and no more than LIMIT_BODY_BYTES are read. A long paragraph of a script without a
 * full stop (Thai) is parted at spaces. language is a BCP 47 tag, or NULL for the language-neutral rules. */
GPtrArray *sentences_split(const char *text, const char *language);

#endif
