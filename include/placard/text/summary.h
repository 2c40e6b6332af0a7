/* SPDX-License-Identifier: MIT
 *
 * The gist of a story: whole sentences chosen by word density, position, the headline and
 * redundancy, within a budget of words.
 */
#ifndef PLACARD_TEXT_SUMMARY_H
#define PLACARD_TEXT_SUMMARY_H

#include <glib.h>
#include <stdbool.h>

struct summary_options {
    const char *language;  /* BCP 47, or NULL */
    const char *headline;  /* what already stands above the summary, or NULL */
    bool headline_is_lead; /* the headline is the sentence before the text: it may be hung on */
    unsigned max_words;    /* 0: all sentences */
};

/* One chosen sentence; ranks are 1…n without gaps, and every prefix of ranks stands by itself. */
struct summary_sentence {
    char *text;
    unsigned rank;
};

/* Chooses from text (paragraphs separated by "\n"): an array of struct summary_sentence that frees
 * its members, in document order, empty when the text has no sentence. Boilerplate must be gone
 * already (text/boilerplate.h). When no sentence is within the budget the first one is cut at a
 * clause with "…". */
GPtrArray *summary_extract(const char *text, const struct summary_options *options);

/* True when a publisher's teaser can stand as the summary as it is: whole sentences, no trailing
 * "…" or cut, at least two sentences or 15 words, within max_words (0: no limit). */
bool summary_teaser_is_whole(const char *teaser, const char *language, unsigned max_words);

#endif
