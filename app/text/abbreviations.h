/* SPDX-License-Identifier: MIT
 *
 * Words whose full stop does not end a sentence. A new language is a new row in
 * abbreviations_words.h.
 */
#ifndef PLACARD_APP_TEXT_ABBREVIATIONS_H
#define PLACARD_APP_TEXT_ABBREVIATIONS_H

#include <stdbool.h>
#include <stddef.h>

/* A full stop and what stands around it, as places in a text. */
struct stop {
    const char *text;
    size_t start; /* of what may be a sentence */
    size_t at;
    size_t next; /* behind the white space */
    size_t end;
};

/* Those of a language, to be looked up once for a text. */
struct abbreviations {
    const struct abbreviation_list *common;
    const struct abbreviation_list *own; /* NULL when nothing is known of the language */
    const char *ordinal_starters;        /* NULL when ordinal numbers have no stop there */
};

struct abbreviations abbreviations_of(const char *language);

/* True when the sentence goes on over the stop. */
bool abbreviation_goes_on(const struct stop *stop, const struct abbreviations *abbreviations);

#endif
