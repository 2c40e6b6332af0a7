/* SPDX-License-Identifier: MIT
 *
 * Language tags: which rows of a table a text's language takes.
 */
#ifndef PLACARD_APP_TEXT_TAG_H
#define PLACARD_APP_TEXT_TAG_H

#include <stdbool.h>

/* True when the primary subtag of tag is one of the space-separated languages; false for NULL. */
bool tag_is_among(const char *tag, const char *languages);

/* ICU's name of the locale, "" (the root) for NULL or what is no tag; g_free. */
char *tag_locale(const char *tag);

#endif
