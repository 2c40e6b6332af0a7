/* SPDX-License-Identifier: MIT
 *
 * What a few languages' small words tell: which sentence hangs on the one before, where a headline
 * may end. A new language is a new row in phrases_words.h and in phrases.c.
 */
#ifndef PLACARD_APP_TEXT_PHRASES_H
#define PLACARD_APP_TEXT_PHRASES_H

#include <stdbool.h>

/* True for "He …", "However, …", "“…”, she said": what such a sentence says does not stand without
 * the one before. A text of unknown language is taken for English; false in languages without a
 * row. */
bool phrase_hangs(const char *sentence, const char *language);

/* True for "I …", "… my …": what an answer says of the one who answers. */
bool phrase_is_personal(const char *sentence, const char *language);

/* Classes of words; case and marks around the word do not count. Those of a text of unknown language
 * are looked up in every language, English ones excepted as told. */
bool phrase_is_function_word(const char *word, const char *language);
bool phrase_opens_adverbial(const char *word, const char *language); /* "On", "Selon" … */
bool phrase_begins_clause(const char *word);             /* English: "who", "because" … */
bool phrase_is_article(const char *word);                /* English */
bool phrase_tells_source(const char *word);              /* English: "said" … */
bool phrase_is_verb(const char *word, const char *next); /* English, finite, before next */

#endif
