/* SPDX-License-Identifier: MIT
 *
 * How much each sentence of a text says: word density, position, overlap with the headline, and how
 * much two of them say the same.
 */
#ifndef PLACARD_APP_TEXT_RANKING_H
#define PLACARD_APP_TEXT_RANKING_H

#include <glib.h>

struct ranking;

/* sentences: char *, in document order. headline may be NULL. */
struct ranking *ranking_new(const GPtrArray *sentences, const char *headline, const char *language);

void ranking_free(struct ranking *ranking);

/* Words of the sentence; 0 for a line of stars. */
unsigned ranking_words(const struct ranking *ranking, guint sentence);

/* The worth of a sentence, at least 0. */
double ranking_score(const struct ranking *ranking, guint sentence);

/* Names the sentence that others are compared with. */
void ranking_refer_to(struct ranking *ranking, guint sentence);

/* The cosine of the word vectors of a sentence and the one referred to, 0 to 1. */
double ranking_similarity(const struct ranking *ranking, guint sentence);

#endif
