/* SPDX-License-Identifier: MIT
 *
 * Full text without what is not the story: datelines, "Read more", comment and copyright lines,
 * sub-headings and captions.
 */
#ifndef PLACARD_TEXT_BOILERPLATE_H
#define PLACARD_TEXT_BOILERPLATE_H

/* text: clean paragraphs (text/clean.h); glued ones ("workplace.The") are parted. Returns clean
 * paragraphs; "" when nothing is left; g_free. language is a BCP 47 tag or NULL. */
char *boilerplate_remove(const char *text, const char *language);

#endif
