/* SPDX-License-Identifier: MIT
 *
 * Lines that look like no paragraph of a story, in whichever language: addresses, credits, menus.
 */
#ifndef PLACARD_APP_TEXT_SHAPE_H
#define PLACARD_APP_TEXT_SHAPE_H

#include <stdbool.h>

/* True for a paragraph that is a heading, a line of addresses, of capitals or of a menu.
 * stops_are_usual: the paragraphs around end as sentences do. */
bool shape_is_foreign(const char *paragraph, bool stops_are_usual);

/* True for what ends with a credit: "The ferry at sea. Photo: Anna Reed". */
bool shape_is_caption(const char *paragraph);

/* True for a heading with a number, "3. Castle hill", as the items of a list have it. */
bool shape_is_item(const char *line);

/* The rest of a heading "About Lumen Bay" that names someone, "Lumen Bay"; NULL for other lines. */
const char *shape_about(const char *line);

#endif
