/* SPDX-License-Identifier: MIT
 *
 * What two stories with many words in common may contradict each other in: results, who did what to
 * whom, names.
 */
#ifndef PLACARD_COMPOSE_CONTRADICTION_H
#define PLACARD_COMPOSE_CONTRADICTION_H

#include "terms.h"

/* "A beats B 2–1" and "B beats A 2–1", "Storm warning for A" and "Storm warning for B", "Shares rise
 * in A" and "Shares fall in A". */
bool contradiction_exists(const struct terms *one, const struct terms *other);

/* What is left of a similarity between stories whose names or numbers do not fit: 0 to 1, or a
 * little more where they do. */
double contradiction_factor(const struct terms *one, const struct terms *other);

#endif
