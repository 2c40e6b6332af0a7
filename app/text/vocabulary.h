/* SPDX-License-Identifier: MIT
 *
 * Words by number: each word that is new gets the next one, so that what is known of words can
 * stand in an array. A news story has hundreds: one block for all, and one look for each.
 */
#ifndef PLACARD_APP_TEXT_VOCABULARY_H
#define PLACARD_APP_TEXT_VOCABULARY_H

#include <glib.h>

struct vocabulary;

struct vocabulary *vocabulary_new(void);
void vocabulary_free(struct vocabulary *vocabulary);

/* How many words there are; their numbers are below. */
guint vocabulary_count(const struct vocabulary *vocabulary);

/* The number of a word: when it is new the count, and vocabulary_add adds it. */
guint vocabulary_find(const struct vocabulary *vocabulary, const char *word);
guint vocabulary_add(struct vocabulary *vocabulary, const char *word);

#endif
