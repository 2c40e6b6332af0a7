/* SPDX-License-Identifier: MIT
 *
 * What a typesetter makes of typed text: quotation marks of the language, apostrophes, dashes and
 * ellipses, where there is no doubt what was meant. All else stays as it is.
 */
#ifndef PLACARD_TEXT_TYPOGRAPHY_H
#define PLACARD_TEXT_TYPOGRAPHY_H

/* text is clean; language is a BCP 47 tag, without which (NULL) nothing is changed. g_free. */
char *typography_apply(const char *text, const char *language);

#endif
