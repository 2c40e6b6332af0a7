/* SPDX-License-Identifier: MIT
 *
 * A web page as a stream of events. The tags come as they stand, balanced or not.
 */
#ifndef PLACARD_FEED_PAGE_SCAN_H
#define PLACARD_FEED_PAGE_SCAN_H

#include "tag.h"

/* What is passed in is borrowed for the call. Text comes in pieces, references replaced. */
struct page_handler {
    void (*start)(void *data, const struct tag *tag);
    void (*end)(void *data, const struct span *name);
    void (*text)(void *data, const char *text, size_t length_bytes);
    /* An element whose content is no markup, start and end tag included. */
    void (*raw)(void *data, const struct tag *tag, const struct span *content);
};

/* text: UTF-8, NULs allowed. Comments and declarations are passed over; so is a tag over
 * LIMIT_TAG_BYTES or LIMIT_TAG_ATTRIBUTES, and what a page that was cut short has of its last one.
 * The cost is linear. */
void page_scan(const char *text, size_t length_bytes, const struct page_handler *handler,
               void *data);

/* The value of an attribute, references replaced, g_free; NULL when the tag has none such. */
char *page_attribute(const struct tag *tag, const char *name);

/* The text of a piece of markup without tags, references replaced; g_free. */
char *page_decode(const struct span *span);

#endif
