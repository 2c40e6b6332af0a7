/* SPDX-License-Identifier: MIT
 *
 * Links as feeds write them to links that may stand in an edition.
 */
#ifndef PLACARD_FEED_LINK_H
#define PLACARD_FEED_LINK_H

#include <stdbool.h>

/* True for an absolute http or https URL with a host. */
bool link_is_web(const char *url);

/* The absolute http(s) URL that reference means below base (RFC 3986, 5), in ASCII, to be freed
 * with g_free. Spaces around it, line breaks in it and characters that should have been escaped are
 * forgiven. base may be NULL or no web URL: then only an absolute reference gives a link. NULL when
 * there is none, or it is longer than LIMIT_URL_BYTES. */
char *link_resolve(const char *base, const char *reference);

/* True when two web URLs are of one site: the same host, or one below the other; "www.", "m." and
 * "amp." before it count for nothing. */
bool link_is_same_site(const char *url, const char *other);

#endif
