/* SPDX-License-Identifier: MIT
 *
 * What must hold of text and stories, whatever they were made of; aborts where it does not.
 */
#ifndef PLACARD_TESTS_FUZZ_ORACLE_H
#define PLACARD_TESTS_FUZZ_ORACLE_H

#include "placard/edition/story.h"

/* NULL, or clean text of one line or of paragraphs: cleaning it changes nothing. */
void oracle_line(const char *text);
void oracle_paragraphs(const char *text);

/* A story of a feed, with its texts and links. */
void oracle_story(const struct story *story);

#endif
