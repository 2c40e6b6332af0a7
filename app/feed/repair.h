/* SPDX-License-Identifier: MIT
 *
 * The pass over a feed before an XML parser sees it. What comes out is XML without declaration,
 * document type, comments, processing instructions and CDATA; its tags are balanced and bounded,
 * its only references are to the five characters of XML. The cost is linear.
 */
#ifndef PLACARD_FEED_REPAIR_H
#define PLACARD_FEED_REPAIR_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct repaired {
    char *xml; /* "" when there is no feed element */
    size_t length_bytes;
    bool is_cut; /* the input ended before the feed did; what is open then stays open */
};

/* text: UTF-8, NULs allowed. Mends what feeds do wrong:
 * - junk before the feed's root element, and all behind its end, is dropped; so are control
 *   characters, also where they are referred to
 * - references to HTML's names and to simple entities of the internal DTD are replaced; a "&" and a
 *   "<" that begin nothing are escaped, as is "]]>"
 * - attributes are quoted; "<br>" and its like are closed
 * - an end tag closes what was left open within its element, and is dropped when it closes nothing;
 *   an item or entry is closed before the next one begins
 * Fails with FEED_ERROR_LIMIT on a tag over LIMIT_TAG_BYTES or LIMIT_TAG_ATTRIBUTES and on elements
 * deeper than LIMIT_DEPTH, naming the line. */
bool repair_xml(const char *text, size_t length_bytes, struct repaired *repaired, GError **error);
void repaired_clear(struct repaired *repaired);

#endif
