/* SPDX-License-Identifier: MIT
 *
 * A headline for a story that came without one.
 */
#ifndef PLACARD_TEXT_HEADLINE_H
#define PLACARD_TEXT_HEADLINE_H

#include <stdbool.h>

/* Takes a headline from *body (clean paragraphs) and, where the headline is a line or a sentence of
 * its own there, removes it from *body: the first line of 3 to 20 words without a final stop; else
 * a first sentence of at most 20 words, without its stop; else at most 12 words derived from the
 * first sentence, which then stays in the body. To be called before boilerplate_remove, which would
 * take a short first line for a caption; *body has no boilerplate afterwards. Returns the headline,
 * to be freed with g_free, or NULL when the body is empty or nothing but lines of the page; *is_lead
 * tells that the body goes on from the headline (it was its first sentence), so that its next
 * sentence may hang on it. */
char *headline_take(char **body, const char *language, bool *is_lead);

#endif
