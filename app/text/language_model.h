/* SPDX-License-Identifier: MIT
 *
 * How like each language a text is that is written in a script of many: by its trigrams, its
 * frequent words and its letters beyond a to z, which language_model.py has counted in much text.
 */
#ifndef PLACARD_APP_TEXT_LANGUAGE_MODEL_H
#define PLACARD_APP_TEXT_LANGUAGE_MODEL_H

#include <stddef.h>

#include <unicode/uscript.h>

enum { LANGUAGE_MODEL_MAX = 64 };

/* One language. Of a family are those that a short text seldom tells apart. */
struct language_row {
    const char *tag;
    UScriptCode script;
    const char *family;
    const char *subtags; /* the primary ones that mean it, parted by spaces */
};

/* What a text has earned in the order of the languages, for its words read so far. */
struct language_likeness {
    unsigned words;
    unsigned points[LANGUAGE_MODEL_MAX];
};

size_t language_model_count(void);

/* Static storage; index under the count. */
const struct language_row *language_model_row(size_t index);

/* Adds what the words of the text are worth. A text that is cut may lose its last letter. */
void language_model_weigh(struct language_likeness *likeness, const char *text, size_t length);

#endif
