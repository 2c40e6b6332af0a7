/* SPDX-License-Identifier: MIT
 *
 * How long an answer says that it stays fresh (RFC 9111, 4.2.1). Pure.
 */
#ifndef PLACARD_FETCH_FRESHNESS_H
#define PLACARD_FETCH_FRESHNESS_H

#include <glib.h>

/* The header fields of an answer that speak of it; NULL: not there. */
struct freshness_headers {
    const char *cache_control;
    const char *expires;
    const char *date;
    const char *age;
};

/* In seconds; 0 when the answer does not say, or says that it is not fresh at all. What cannot be
 * read counts as not said. */
gint64 freshness_seconds(const struct freshness_headers *headers, gint64 now_utc_s);

#endif
