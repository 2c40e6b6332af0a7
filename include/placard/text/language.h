/* SPDX-License-Identifier: MIT
 *
 * Which language a text is in, and which way it is written.
 */
#ifndef PLACARD_TEXT_LANGUAGE_H
#define PLACARD_TEXT_LANGUAGE_H

#include <stdbool.h>

/* A BCP 47 tag when the text's script alone tells (one with a single language in the news, kana,
 * Hangul, "zh-Hans" or "zh-Hant" where the characters differ), NULL when it does not. Static
 * storage. */
const char *language_detect(const char *text);

/* The tag in its usual form ("en_us" gives "en-US") without extensions, to be freed with g_free;
 * NULL when it is not a BCP 47 tag that begins with a language of two or three letters, or is
 * "und". */
char *language_canonical(const char *tag);

/* True when the likely script of the language (CLDR likely subtags) is written right to left. */
bool language_is_right_to_left(const char *tag);

#endif
