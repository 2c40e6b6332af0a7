/* SPDX-License-Identifier: MIT
 *
 * How likely two stories tell the same news: by the words and the groups of four characters that
 * they share, each the weightier the fewer stories have it, and by what they contradict each other
 * in.
 */
#ifndef PLACARD_COMPOSE_SIMILARITY_H
#define PLACARD_COMPOSE_SIMILARITY_H

#include "candidate.h"
#include "terms.h"

struct similarity;

/* Of these candidates, borrowed. The other ones, which are compared with nothing, say which words
 * are common. */
struct similarity *similarity_new(const GPtrArray *candidates, const GPtrArray *others);
void similarity_free(struct similarity *similarity);

/* What a story is compared by; borrowed. */
const struct terms *similarity_terms(const struct similarity *similarity, guint one);

/* From 0, nothing in common, to 1 and a little more; the stories by their places in the array. */
double similarity_measure(const struct similarity *similarity, guint one, guint other);

/* True when the two tell different news for certain, however much they share. */
bool similarity_excludes(const struct similarity *similarity, guint one, guint other);

/* The places of the stories before this one that may be the same news, of guint; g_array_unref. A
 * bounded number, found through the words that they share. To be called for each story once, in
 * their order. */
GArray *similarity_near(struct similarity *similarity, guint one);

#endif
