/* SPDX-License-Identifier: MIT
 *
 * What two stories are compared by: the words of headline and lead, in their order, with what tells
 * names and numbers from other words. Nothing here knows a language.
 */
#ifndef PLACARD_COMPOSE_TERMS_H
#define PLACARD_COMPOSE_TERMS_H

#include <glib.h>
#include <stdbool.h>

/* One word, folded; of scripts written without spaces, two neighbouring characters. Words are
 * known by hashes of 64 bits, as none of them is shown. */
struct token {
    guint64 word;
    guint64 stem;     /* of its first characters */
    guint64 singular; /* without its last character; 0 for short words */
    bool is_name;     /* written with a capital where it need not be */
    bool is_number;   /* "12", "4.25", "10,000" */
    bool is_telling;  /* long enough to mean something by itself, or a number */
    bool may_be_name; /* written with a capital, which may be that of a sentence */
    unsigned letters;
};

/* A result, "2–1". */
struct score {
    unsigned left, right;
    unsigned place; /* of its first number among the tokens */
};

/* One text of a story. */
struct term_text {
    GArray *tokens; /* of struct token */
    GArray *grams;  /* of guint64: four characters each, with the edges of words; NULL: forgotten */
    GArray *scores; /* of struct score */
};

struct terms {
    struct term_text headline;
    struct term_text lead;
};

/* Of a headline and the beginning of the text below it; either may be NULL. */
struct terms *terms_new(const char *headline, const char *lead);
void terms_free(void *terms);

/* The grams are most of what the terms take, and counted once. */
void terms_forget_grams(struct terms *terms);

#endif
