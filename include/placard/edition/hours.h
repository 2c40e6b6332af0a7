/* SPDX-License-Identifier: MIT
 *
 * Hours: days of the week and a span of the day in which something is shown, by the clock on the
 * wall. Where summer time begins or ends that clock counts: a minute that it skips does not come, a
 * minute that it shows twice comes twice.
 */
#ifndef PLACARD_EDITION_HOURS_H
#define PLACARD_EDITION_HOURS_H

#include <glib.h>
#include <stdbool.h>

enum { HOURS_DAYS_ALL = 0x7F, HOURS_DAY_MINUTES = 24 * 60 };

/* Minutes after midnight, 0 to HOURS_DAY_MINUTES. Where to is not after from, it is of the next
 * day, and the day that counts is that on which the span begins. */
struct hours {
    unsigned days; /* bit 0: Monday … bit 6: Sunday */
    int from_minute;
    int to_minute;
};

/* All days, all day. */
struct hours hours_always(void);
bool hours_are_always(const struct hours *hours);

/* True when an instant is within the hours, in a time zone. */
bool hours_hold(const struct hours *hours, gint64 utc_s, GTimeZone *zone);

/* The first instant after this one at which hours_hold changes; G_MAXINT64 when it never does. */
gint64 hours_next_change(const struct hours *hours, gint64 utc_s, GTimeZone *zone);

#endif
