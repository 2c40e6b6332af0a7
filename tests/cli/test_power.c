/* SPDX-License-Identifier: MIT */
#include "../../app/command/night.h"
#include "../../app/command/power.h"
#include "../../app/command/shift.h"

#include "placard/edition/hours.h"
#include "placard/edition/instant.h"

#include <math.h>
#include <stdlib.h>

/* A Monday, in winter. */
#define MONDAY "2026-11-23T"
#define TUESDAY "2026-11-24T"

static gint64 instant(const char *text)
{
    gint64 utc_s = 0;
    g_assert_true(instant_parse(text, &utc_s));
    return utc_s;
}

static const struct config_night night = {22 * 60, 6 * 60, 0.75};

static const struct {
    const char *now;
    double depth;
    const char *next;
} shades[] = {
    {MONDAY "12:00:00Z", 0.0, MONDAY "22:00:00Z"},
    {MONDAY "21:59:59Z", 0.0, MONDAY "22:00:00Z"},
    {MONDAY "22:00:00Z", 0.1, MONDAY "22:00:06Z"},
    {MONDAY "22:00:26Z", 0.5, MONDAY "22:00:30Z"},
    {MONDAY "22:00:54Z", 1.0, TUESDAY "06:00:00Z"},
    {TUESDAY "03:00:00Z", 1.0, TUESDAY "06:00:00Z"},
    {TUESDAY "06:00:00Z", 0.9, TUESDAY "06:00:06Z"},
    {TUESDAY "06:00:54Z", 0.0, TUESDAY "22:00:00Z"},
};

static void test_night(void)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    for (size_t i = 0; i < G_N_ELEMENTS(shades); i++) {
        gint64 now = instant(shades[i].now);
        g_assert_cmpfloat_with_epsilon(night_depth(&night, now, zone), shades[i].depth, 0.001);
        g_assert_cmpint(night_change_utc_s(&night, now, zone), ==, instant(shades[i].next));
    }
}

static void test_no_night(void)
{
    static const struct config_night none = {0, 0, 0.75};
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    g_assert_cmpfloat(night_depth(&none, instant(MONDAY "00:30:00Z"), zone), ==, 0);
    g_assert_cmpint(night_change_utc_s(&none, instant(MONDAY "00:30:00Z"), zone), ==, G_MAXINT64);
}

/* Round it goes, a step a minute, none larger than two pixels, never out of reach. */
static void test_shift(void)
{
    static const int sizes[][2] = {{1920, 1080}, {1080, 1920}, {800, 480}, {3840, 2160}};
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct shift shift = {0};
        int side = MIN(sizes[i][0], sizes[i][1]);
        int last_x = 0, last_y = 0, x = 0, y = 0, moves = 0;
        for (gint64 now_ms = 1000; now_ms <= 1000 + 60000 * SHIFT_PLACES; now_ms += 15000) {
            shift_move(&shift, now_ms);
            shift_offset(&shift, sizes[i][0], sizes[i][1], &x, &y);
            g_assert_cmpint(abs(x), <=, 0.004 * side);
            g_assert_cmpint(abs(y), <=, 0.004 * side);
            g_assert_cmpint(abs(x - last_x), <=, ceil(2 * side / 1080.0));
            g_assert_cmpint(abs(y - last_y), <=, ceil(2 * side / 1080.0));
            moves += x != last_x || y != last_y;
            last_x = x;
            last_y = y;
        }
        g_assert_cmpint(x, ==, 0);
        g_assert_cmpint(y, ==, 0);
        g_assert_cmpint(moves, >=, 4);
    }
}

/* On from 7 to 19 on weekdays; the clocks run together. */
static const struct config_power schedule = {
    .on_minute = 7 * 60, .off_minute = 19 * 60, .days = 0x1F};

static const struct {
    const char *now;
    bool somebody; /* comes just before */
    enum power_order order;
    bool off;
    gint64 wait_s;
} turns[] = {
    {MONDAY "12:00:00Z", false, POWER_ORDER_NONE, false, 7 * 3600},
    {MONDAY "18:59:59Z", true, POWER_ORDER_NONE, false, 1},
    {MONDAY "19:00:00Z", false, POWER_ORDER_NONE, false, 299},
    {MONDAY "19:04:59Z", false, POWER_ORDER_OFF, true, 600},
    {MONDAY "19:05:00Z", false, POWER_ORDER_NONE, true, 599},
    {MONDAY "19:14:59Z", false, POWER_ORDER_OFF, true, 600},
    {MONDAY "23:00:00Z", true, POWER_ORDER_ON, false, 300},
    {MONDAY "23:04:00Z", true, POWER_ORDER_NONE, false, 300},
    {MONDAY "23:09:00Z", false, POWER_ORDER_OFF, true, 600},
    {TUESDAY "06:59:59Z", false, POWER_ORDER_OFF, true, 1},
    {TUESDAY "07:00:00Z", false, POWER_ORDER_ON, false, 12 * 3600},
    {"2026-11-28T12:00:00Z", false, POWER_ORDER_OFF, true, 600},
};

static void test_schedule(void)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    struct power power = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(turns); i++) {
        gint64 utc_s = instant(turns[i].now);
        struct power_moment moment = {utc_s, (utc_s - instant(MONDAY "00:00:00Z")) * 1000, zone};
        if (turns[i].somebody)
            power_wake(&power, moment.now_ms);
        g_test_message("%s", turns[i].now);
        g_assert_cmpint(power_turn(&power, &schedule, &moment), ==, turns[i].order);
        g_assert_cmpint(power.off, ==, turns[i].off);
        g_assert_cmpint(power_deadline_ms(&power, &schedule, &moment), ==,
                        moment.now_ms + turns[i].wait_s * 1000);
    }
}

/* Without a schedule, and when there is none any more, the panel is on. */
static void test_no_schedule(void)
{
    static const struct config_power none = {.days = HOURS_DAYS_ALL};
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    struct power power = {0};
    struct power_moment moment = {instant(MONDAY "23:00:00Z"), 1000000, zone};
    g_assert_cmpint(power_turn(&power, &none, &moment), ==, POWER_ORDER_NONE);
    g_assert_cmpint(power_deadline_ms(&power, &none, &moment), ==, G_MAXINT64);
    g_assert_cmpint(power_turn(&power, &schedule, &moment), ==, POWER_ORDER_OFF);
    g_assert_cmpint(power_turn(&power, NULL, &moment), ==, POWER_ORDER_ON);
    g_assert_false(power.off);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/power/night", test_night);
    g_test_add_func("/power/no-night", test_no_night);
    g_test_add_func("/power/shift", test_shift);
    g_test_add_func("/power/schedule", test_schedule);
    g_test_add_func("/power/no-schedule", test_no_schedule);
    return g_test_run();
}
