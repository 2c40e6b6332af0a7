/* SPDX-License-Identifier: MIT
 *
 * Articles as pages describe them to search engines (schema.org in JSON-LD).
 */
#ifndef PLACARD_FEED_JSONLD_H
#define PLACARD_FEED_JSONLD_H

#include "page_meta.h"

/* Takes from one script of a page what it says of the first article in it, which may stand by
 * itself, in an array, in an @graph, or as a page's main entity. What is no JSON says nothing. */
void jsonld_read(const struct span *script, struct page_meta *meta);

#endif
