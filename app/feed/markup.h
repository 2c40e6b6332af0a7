/* SPDX-License-Identifier: MIT
 *
 * Fragments of HTML to plain text.
 */
#ifndef PLACARD_FEED_MARKUP_H
#define PLACARD_FEED_MARKUP_H

#include <stddef.h>

enum markup_kind {
    MARKUP_KIND_HTML,  /* of any validity */
    MARKUP_KIND_PLAIN, /* said to be plain text, which it may not be */
};

/* The text of a fragment, to be freed with g_free; not yet clean (text/clean.h). "\n" stands where a
 * block element begins or ends and, when there are no tags, for blank lines; other line breaks are
 * spaces. Scripts, styles, captions of figures, frames and players are left out with all that is in
 * them; comments too. "<" and "&" that begin no element and no reference of HTML are text ("a < b",
 * "AT&T"). What was escaped twice or three times, as shows from a reference or an end tag that is
 * left over, is decoded again; but "&lt;" and "&gt;" stay when no markup shows in them, and so do
 * tags in a text that had tags of its own: it is about HTML. The cost is linear. */
char *markup_to_text(const char *markup, size_t length_bytes, enum markup_kind kind);

/* The name of an HTML element as markup_to_text knows it, NULL when it does not; static storage. */
const char *markup_element_name(const char *name);

#endif
