/* SPDX-License-Identifier: MIT
 *
 * The headline of a page without the name of its site.
 */
#ifndef PLACARD_FEED_PAGE_TITLE_H
#define PLACARD_FEED_PAGE_TITLE_H

#include <stdbool.h>

/* Takes from one end of a clean title the name of the site where it stands behind a separator: the
 * name that the page gives (or NULL), the one that its host spells, or, of a <title> (is_raw), what
 * stands behind a separator that nobody writes in a headline. g_free. */
char *page_title_trim(const char *title, const char *site, const char *url, bool is_raw);

#endif
