/* SPDX-License-Identifier: MIT
 *
 * A headline made of a long first sentence.
 */
#ifndef PLACARD_APP_TEXT_DERIVE_H
#define PLACARD_APP_TEXT_DERIVE_H

/* At most 12 words: a clause of the sentence that stands by itself, else its beginning with "…".
 * Never NULL; g_free. */
char *derive_headline(const char *sentence, const char *language);

/* The text without its final full stop, which a headline does not have; that of "U.S." stays. */
char *derive_without_stop(const char *text);

#endif
