/* SPDX-License-Identifier: MIT */
#include "placard/edition/story.h"

#define HOUR_SECONDS 3600

/* Monday, 2026-11-23. */
#define MONDAY "2026-11-23T"

enum { MON = 1, TUE = 2, FRI = 16, SAT = 32, SUN = 64, ALL = HOURS_DAYS_ALL };

static const struct {
    const char *name;
    struct hours hours;
    const char *zone;
    const char *now;
    bool holds;
    const char *next; /* NULL: never */
} cases[] = {
    {"always", {ALL, 0, 1440}, "UTC", MONDAY "12:00:00Z", true, NULL},
    {"in its hours", {ALL, 480, 1080}, "UTC", MONDAY "12:00:00Z", true, MONDAY "18:00:00Z"},
    {"the first second", {ALL, 480, 1080}, "UTC", MONDAY "08:00:00Z", true, MONDAY "18:00:00Z"},
    {"the last second", {ALL, 480, 1080}, "UTC", MONDAY "17:59:59Z", true, MONDAY "18:00:00Z"},
    {"over", {ALL, 480, 1080}, "UTC", MONDAY "18:00:00Z", false, "2026-11-24T08:00:00Z"},
    {"before", {ALL, 480, 1080}, "UTC", MONDAY "07:59:59Z", false, MONDAY "08:00:00Z"},
    {"another day", {FRI, 480, 1080}, "UTC", MONDAY "12:00:00Z", false, "2026-11-27T08:00:00Z"},
    {"the whole of a day",
     {TUE, 0, 1440},
     "UTC",
     MONDAY "12:00:00Z",
     false,
     "2026-11-24T00:00:00Z"},
    {"to the end of a day",
     {MON, 0, 1440},
     "UTC",
     MONDAY "12:00:00Z",
     true,
     "2026-11-24T00:00:00Z"},
    {"days in a row",
     {MON | TUE, 0, 1440},
     "UTC",
     MONDAY "12:00:00Z",
     true,
     "2026-11-25T00:00:00Z"},
    {"the same day next week",
     {MON, 480, 1080},
     "UTC",
     MONDAY "19:00:00Z",
     false,
     "2026-11-30T08:00:00Z"},
    {"overnight, in the evening",
     {MON, 1320, 360},
     "UTC",
     MONDAY "23:00:00Z",
     true,
     "2026-11-24T06:00:00Z"},
    {"overnight, in the morning after",
     {SUN, 1320, 360},
     "UTC",
     MONDAY "05:00:00Z",
     true,
     MONDAY "06:00:00Z"},
    {"overnight, in the morning before",
     {MON, 1320, 360},
     "UTC",
     MONDAY "05:00:00Z",
     false,
     MONDAY "22:00:00Z"},
    {"from an hour to the same",
     {MON, 480, 480},
     "UTC",
     MONDAY "09:00:00Z",
     true,
     "2026-11-24T08:00:00Z"},
    {"every day from an hour to the same", {ALL, 480, 480}, "UTC", MONDAY "09:00:00Z", true, NULL},
    {"by the clock of the zone",
     {ALL, 480, 1080},
     "Europe/Zurich",
     MONDAY "07:00:00Z",
     true,
     MONDAY "17:00:00Z"},
    {"by the day of the zone",
     {TUE, 0, 1440},
     "Asia/Tokyo",
     MONDAY "16:00:00Z",
     true,
     "2026-11-24T15:00:00Z"},
    /* 2026-03-29, 02:00 becomes 03:00 in Zurich; 2026-10-25, 03:00 becomes 02:00. */
    {"an hour that is skipped",
     {SUN, 135, 165},
     "Europe/Zurich",
     "2026-03-29T00:30:00Z",
     false,
     "2026-04-05T00:15:00Z"},
    {"a beginning that is skipped",
     {SUN, 150, 240},
     "Europe/Zurich",
     "2026-03-29T00:30:00Z",
     false,
     "2026-03-29T01:00:00Z"},
    {"an end that is skipped",
     {SUN, 60, 150},
     "Europe/Zurich",
     "2026-03-29T00:30:00Z",
     true,
     "2026-03-29T01:00:00Z"},
    {"a night made shorter",
     {SAT, 1320, 360},
     "Europe/Zurich",
     "2026-03-28T22:00:00Z",
     true,
     "2026-03-29T04:00:00Z"},
    {"a night made longer",
     {SAT, 1320, 360},
     "Europe/Zurich",
     "2026-10-24T21:00:00Z",
     true,
     "2026-10-25T05:00:00Z"},
    {"an hour that comes twice, first",
     {SUN, 120, 150},
     "Europe/Zurich",
     "2026-10-25T00:10:00Z",
     true,
     "2026-10-25T00:30:00Z"},
    {"between the two",
     {SUN, 120, 150},
     "Europe/Zurich",
     "2026-10-25T00:40:00Z",
     false,
     "2026-10-25T01:00:00Z"},
    {"an hour that comes twice, again",
     {SUN, 120, 150},
     "Europe/Zurich",
     "2026-10-25T01:10:00Z",
     true,
     "2026-10-25T01:30:00Z"},
};

static gint64 instant(const char *text)
{
    gint64 utc_s = 0;
    g_assert_true(instant_parse(text, &utc_s));
    return utc_s;
}

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].name);
        g_autoptr(GTimeZone) zone = g_time_zone_new_identifier(cases[i].zone);
        if (zone == NULL) {
            g_test_skip("the system has no time zones");
            return;
        }
        gint64 now_utc_s = instant(cases[i].now);
        g_assert_cmpint(hours_hold(&cases[i].hours, now_utc_s, zone), ==, cases[i].holds);
        gint64 next_utc_s = hours_next_change(&cases[i].hours, now_utc_s, zone);
        g_autofree char *next = next_utc_s == G_MAXINT64 ? NULL : instant_format(next_utc_s);
        g_assert_cmpstr(next, ==, cases[i].next);
    }
}

/* Whatever the hours: between now and the next change nothing changes, and there it does. */
static void test_every_minute(void)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_identifier("Europe/Zurich");
    if (zone == NULL) {
        g_test_skip("the system has no time zones");
        return;
    }
    static const struct hours samples[] = {
        {SAT | SUN, 90, 170}, {SUN, 150, 30}, {SAT, 1439, 1}, {ALL, 120, 180}};
    gint64 first_utc_s = instant("2026-10-24T12:00:00Z");
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
        gint64 next_utc_s = hours_next_change(&samples[i], first_utc_s - 60, zone);
        bool holds = hours_hold(&samples[i], first_utc_s - 60, zone);
        for (gint64 at_utc_s = first_utc_s; at_utc_s < first_utc_s + 36 * HOUR_SECONDS;
             at_utc_s += 60) {
            if (at_utc_s >= next_utc_s) {
                holds = !holds;
                next_utc_s = hours_next_change(&samples[i], at_utc_s, zone);
            }
            g_assert_cmpint(hours_hold(&samples[i], at_utc_s, zone), ==, holds);
        }
    }
}

static void test_story(void)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    struct story *story = story_new();
    gint64 now_utc_s = instant(MONDAY "12:00:00Z");
    g_assert_true(story_is_in_time(story, now_utc_s, zone));
    g_assert_cmpint(story_next_change(story, now_utc_s, zone), ==, G_MAXINT64);

    story->from_utc_s = now_utc_s + 10;
    story->until_utc_s = now_utc_s + 20;
    g_assert_false(story_is_in_time(story, now_utc_s, zone));
    g_assert_cmpint(story_next_change(story, now_utc_s, zone), ==, now_utc_s + 10);
    g_assert_true(story_is_in_time(story, now_utc_s + 10, zone));
    g_assert_cmpint(story_next_change(story, now_utc_s + 10, zone), ==, now_utc_s + 20);
    g_assert_false(story_is_in_time(story, now_utc_s + 20, zone));
    g_assert_cmpint(story_next_change(story, now_utc_s + 20, zone), ==, G_MAXINT64);

    story->when = (struct hours){TUE, 0, 1440};
    g_assert_false(story_is_in_time(story, now_utc_s + 10, zone));
    story_free(story);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hours/cases", test_cases);
    g_test_add_func("/hours/every-minute", test_every_minute);
    g_test_add_func("/hours/story", test_story);
    return g_test_run();
}
