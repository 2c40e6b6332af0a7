/* SPDX-License-Identifier: MIT
 *
 * Numbers terms from 0 on, and counts in how many stories each stands.
 */
#ifndef PLACARD_COMPOSE_DICTIONARY_H
#define PLACARD_COMPOSE_DICTIONARY_H

#include <glib.h>

struct dictionary;

struct dictionary *dictionary_new(void);
void dictionary_free(struct dictionary *dictionary);

/* The number of a term, which is new to the dictionary or not. */
guint dictionary_number(struct dictionary *dictionary, guint64 term);
guint dictionary_size(const struct dictionary *dictionary);

/* To be called once for each story that has the term of this number. */
void dictionary_count(struct dictionary *dictionary, guint number);
guint dictionary_stories(const struct dictionary *dictionary, guint number);

#endif
