/* SPDX-License-Identifier: MIT
 *
 * A day of the Gregorian calendar.
 */
#ifndef PLACARD_FEED_DAY_H
#define PLACARD_FEED_DAY_H

#include <glib.h>
#include <stdbool.h>

struct day {
    int year, month, day;
    bool is_ordinal; /* the day is that of the year, the month 0 */
};

/* The day of a week, 1 to 53, from Monday, 1, to Sunday (ISO 8601); month 0: there is none. */
struct day day_of_week(int year, int week, int weekday);

/* Days since 1970-01-01; false when there is no such day. */
bool day_number(const struct day *day, gint64 *number);

#endif
