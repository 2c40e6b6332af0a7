/* SPDX-License-Identifier: MIT
 *
 * How sentences begin that are the page's and not the story's. A new one is a new row in openings.c.
 */
#ifndef PLACARD_APP_TEXT_OPENINGS_H
#define PLACARD_APP_TEXT_OPENINGS_H

#include <stdbool.h>

/* True when the sentence is such a one: "Read more …", "© …". */
bool opening_is_boilerplate(const char *sentence, const char *language);

#endif
