/* SPDX-License-Identifier: MIT
 *
 * Which language a text is in, and which way it is written.
 */
#ifndef PLACARD_TEXT_LANGUAGE_H
#define PLACARD_TEXT_LANGUAGE_H

#include <stdbool.h>

/* A BCP 47 tag: by the text's script where news in it is in one language, else by its trigrams and
 * words; "zh-Hans" or "zh-Hant" where the characters differ. NULL when the text is too short or too
 * like two languages to be sure. Static storage. */
const char *language_detect(const char *text);

/* The language of a text that is said, by its feed or its page, to be in one, which may be NULL or a
 * template's default. That stands, with its region, unless the text is clearly in another. Says
 * whether the text itself was sure of a language. To be freed with g_free; NULL: nobody knows. */
char *language_settle(const char *text, const char *said, bool *is_sure);

/* The tag in its usual form ("en_us" gives "en-US") without extensions, to be freed with g_free;
 * NULL when it is not a BCP 47 tag that begins with a language of two or three letters, or is
 * "und". */
char *language_canonical(const char *tag);

/* True when the likely script of the language (CLDR likely subtags) is written right to left. */
bool language_is_right_to_left(const char *tag);

#endif
