/* SPDX-License-Identifier: MIT
 *
 * What the classes, the id and the role of an element say that it is.
 */
#ifndef PLACARD_FEED_PAGE_NAMES_H
#define PLACARD_FEED_PAGE_NAMES_H

#include "tag.h"

enum page_names {
    PAGE_NAMES_NONE,
    PAGE_NAMES_SOFT, /* rather beside the story than of it */
    PAGE_NAMES_HARD, /* never of the story: comments, share bars, cookie banners, notices */
};

/* Names count by their words: "post-comments", "relatedStories", "cookie_banner". */
enum page_names page_names_judge(const struct tag *tag);

/* True when a browser does not show the element, or does not read it out. */
bool page_names_is_hidden(const struct tag *tag);

#endif
