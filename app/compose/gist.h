/* SPDX-License-Identifier: MIT
 *
 * The words of a card: a story's headline and the sentences below it.
 */
#ifndef PLACARD_COMPOSE_GIST_H
#define PLACARD_COMPOSE_GIST_H

#include "placard/config/config.h"
#include "placard/edition/story.h"

struct gist_rule {
    enum summary_mode mode;
    unsigned max_words;   /* 0: no limit */
    const char *language; /* BCP 47, or NULL */
    const char *headline; /* the story's without the name of its site; NULL when it has none */
    const char *source;   /* the name that stands on the card as well */
};

/* Writes headline and sentences into an empty story. False when there is nothing to be shown of
 * from; then into is as it was. */
bool gist_write(const struct story *from, const struct gist_rule *rule, struct story *into);

#endif
