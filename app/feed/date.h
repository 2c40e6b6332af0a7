/* SPDX-License-Identifier: MIT
 *
 * Dates as feeds write them.
 */
#ifndef PLACARD_FEED_DATE_H
#define PLACARD_FEED_DATE_H

#include <glib.h>

/* Reads RFC 822 with its usual deviations, RFC 3339 and W3C-DTF at any precision, asctime, dates of
 * databases and of several languages. A time without zone, or with one that nobody knows, is UTC; a
 * date without time is its midnight. INSTANT_UNKNOWN when it cannot be read. */
gint64 date_parse(const char *text);

#endif
