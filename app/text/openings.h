/* SPDX-License-Identifier: MIT
 *
 * How sentences begin that are the page's and not the story's. A new one is a new row in
 * openings_words.h.
 */
#ifndef PLACARD_APP_TEXT_OPENINGS_H
#define PLACARD_APP_TEXT_OPENINGS_H

#include <stdbool.h>

/* What goes with such a sentence. */
enum opening_reach {
    OPENING_STORY,     /* nothing: it is the story's */
    OPENING_SENTENCE,  /* it alone: "Read more …" */
    OPENING_PARAGRAPH, /* what follows in its paragraph: "We use cookies …" */
    OPENING_REST,      /* all that follows: "About the author" */
};

enum opening_reach opening_judge(const char *sentence, const char *language);

/* True when the sentence is not the story's. */
bool opening_is_boilerplate(const char *sentence, const char *language);

#endif
