/* SPDX-License-Identifier: MIT
 *
 * The pass over a feed before an XML parser sees it. What comes out is XML without declaration,
 * document type, comments and processing instructions; its tags are balanced and bounded, its text
 * is plain or in CDATA sections, its only references are to the five characters of XML. The cost is
 * linear, and what is held is a bounded stretch of the text, however it comes.
 */
#ifndef PLACARD_FEED_REPAIR_H
#define PLACARD_FEED_REPAIR_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "span.h"

struct repair;

struct repair *repair_new(void);
void repair_free(struct repair *repair);

/* Takes the next piece of the text: UTF-8, whole characters, NULs allowed; NULL when there is no
 * more. *xml is what can be told of the result so far, borrowed until the next call; sections in it
 * are whole. Mends what feeds do wrong:
 * - junk before the feed's root element, and all behind its end, is dropped; so are control
 *   characters, also where they are referred to
 * - references to HTML's names and to simple entities of the internal DTD are replaced; a "&" and a
 *   "<" that begin nothing are text, as is "]]>"
 * - attributes are quoted; "<br>" and its like are closed; of namespaces declared within one another
 *   only the first LIMIT_NAMESPACES stay
 * - an end tag closes what was left open within its element, and is dropped when it closes nothing;
 *   an item or entry is closed before the next one begins
 * Fails with FEED_ERROR_LIMIT on a tag over LIMIT_TAG_BYTES or LIMIT_TAG_ATTRIBUTES and on elements
 * deeper than LIMIT_DEPTH, naming the line. */
bool repair_take(struct repair *repair, const struct span *text, struct span *xml, GError **error);

/* True when the root element has been closed: what comes behind it need not be looked at. */
bool repair_is_done(const struct repair *repair);

/* Once there is no more: true when the input ended before the feed did; what is open then stays
 * open. */
bool repair_is_cut(const struct repair *repair);

#endif
