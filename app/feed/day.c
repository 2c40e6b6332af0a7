/* SPDX-License-Identifier: MIT */
#include "day.h"

enum {
    YEAR_MIN = 1900, /* before that stand the zero dates of programs */
    YEAR_MAX = 2999,
};

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

struct day day_of_week(int year, int week, int weekday)
{
    GDate date;
    if (year < YEAR_MIN || year > YEAR_MAX || week < 1 || week > 53 || weekday < 1 || weekday > 7)
        return (struct day){0};
    /* The week of 4 January is the first. */
    g_date_set_dmy(&date, 4, G_DATE_JANUARY, (GDateYear)year);
    g_date_subtract_days(&date, (guint)g_date_get_weekday(&date) - 1);
    g_date_add_days(&date, (guint)((week - 1) * 7 + weekday - 1));
    return (struct day){.year = g_date_get_year(&date),
                        .month = (int)g_date_get_month(&date),
                        .day = g_date_get_day(&date)};
}

bool day_number(const struct day *day, gint64 *number)
{
    static const int lengths[] = {366, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    static const int before[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    if (day->year < YEAR_MIN || day->year > YEAR_MAX || day->month < 0 || day->month > 12)
        return false;
    if (day->month == 0 && !day->is_ordinal)
        return false;

    int length = lengths[day->month];
    if (!is_leap(day->year) && (day->month == 2 || day->month == 0))
        length--;
    if (day->day < 1 || day->day > length)
        return false;

    gint64 years = day->year - 1;
    gint64 days = years * 365 + years / 4 - years / 100 + years / 400 - 719162;
    days += before[day->month] + day->day - 1;
    *number = day->month > 2 && is_leap(day->year) ? days + 1 : days;
    return true;
}
