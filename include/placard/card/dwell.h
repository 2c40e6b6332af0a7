/* SPDX-License-Identifier: MIT
 *
 * How long a card is shown, so that a slow reader has read it.
 */
#ifndef PLACARD_CARD_DWELL_H
#define PLACARD_CARD_DWELL_H

#include "placard/edition/story.h"

struct dwell_rule {
    double fixed_seconds; /* 0: from the text */
    unsigned words_per_minute;
    unsigned min_seconds;
    unsigned max_seconds;
};

/* Milliseconds for a story: 2 s and the time its headline and sentences take to read by their
 * scripts, within the rule's bounds; half as much again when it is breaking. */
unsigned dwell_ms(const struct story *story, const struct dwell_rule *rule);

#endif
