/* SPDX-License-Identifier: MIT
 *
 * The main text of a page, found without rules for any site: by what its elements say of
 * themselves, and by where running text without links stands close together.
 */
#ifndef PLACARD_FEED_PAGE_TEXT_H
#define PLACARD_FEED_PAGE_TEXT_H

#include "page_tree.h"

/* Paragraphs and headings in their order, separated by "\n", at most LIMIT_BODY_BYTES; "" when the
 * page has no running text. title, which may be NULL, is not repeated. g_free; not yet clean. */
char *page_text_find(const struct page_tree *tree, const char *title);

#endif
