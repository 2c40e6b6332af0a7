/* SPDX-License-Identifier: MIT
 *
 * ICU's strings: the only place where UTF-8 becomes UTF-16 and goes back.
 */
#ifndef PLACARD_APP_TEXT_UTF16_H
#define PLACARD_APP_TEXT_UTF16_H

#include <stddef.h>

#include <unicode/unorm2.h>
#include <unicode/utypes.h>

struct utf16 {
    UChar *units;
    int32_t length;
};

/* Room for a text of so many units; nothing in it yet. */
struct utf16 utf16_sized(size_t units);

/* Bytes that are not UTF-8 become U+FFFD. To be cleared with utf16_clear, like all results. */
struct utf16 utf16_from(const char *text, size_t length_bytes);

/* Never NULL; g_free. A lone surrogate becomes U+FFFD. */
char *utf16_take_utf8(const UChar *units, int32_t length);

/* Puts the text into a normalisation form; without a normaliser, or when it fails, nothing changes. */
void utf16_normalize(struct utf16 *text, const UNormalizer2 *form);

void utf16_clear(struct utf16 *text);

#endif
