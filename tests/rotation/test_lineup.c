/* SPDX-License-Identifier: MIT */
#include "placard/rotation/rotation.h"

#include "example.h"

#include <string.h>

enum { DWELL_MS = 10000 };

static const struct story *advance(struct rotation *rotation, gint64 *now_ms)
{
    *now_ms += DWELL_MS;
    const struct story *next = rotation_next_story(rotation);
    g_assert_true(rotation_tick(rotation, *now_ms));
    g_assert_cmpstr(rotation_current(rotation)->id, ==, next->id);
    return rotation_current(rotation);
}

static struct story *story_at(const struct edition *edition, unsigned place)
{
    return edition->stories->pdata[place];
}

/* Passed over before its time, shown in it, passed over again; the wait is known. */
static void test_in_time(void)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    struct rotation *rotation = rotation_new();
    struct edition *edition = example_edition("a b c");
    story_at(edition, 1)->from_utc_s = 1000;
    story_at(edition, 1)->until_utc_s = 2000;
    gint64 now_ms = 0;
    g_assert_false(rotation_set_time(rotation, 900, zone, now_ms));
    g_assert_true(rotation_adopt(rotation, edition, example_dwell_ms, NULL, now_ms));
    g_assert_cmpuint(rotation_count(rotation), ==, 2);
    g_assert_cmpint(rotation_change_utc_s(rotation), ==, 1000);
    g_assert_cmpstr(advance(rotation, &now_ms)->id, ==, "c");
    g_assert_cmpstr(advance(rotation, &now_ms)->id, ==, "a");

    g_assert_false(rotation_set_time(rotation, 1000, zone, now_ms));
    g_assert_cmpuint(rotation_count(rotation), ==, 3);
    g_assert_cmpint(rotation_change_utc_s(rotation), ==, 2000);
    g_assert_cmpstr(advance(rotation, &now_ms)->id, ==, "b");

    /* Its time ends while it is shown: it has its dwell. */
    g_assert_false(rotation_set_time(rotation, 2000, zone, now_ms + 1));
    g_assert_cmpstr(rotation_current(rotation)->id, ==, "b");
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, now_ms + DWELL_MS);
    g_assert_cmpint(rotation_change_utc_s(rotation), ==, G_MAXINT64);
    g_assert_cmpstr(advance(rotation, &now_ms)->id, ==, "c");
    g_assert_cmpstr(advance(rotation, &now_ms)->id, ==, "a");
    g_assert_cmpstr(advance(rotation, &now_ms)->id, ==, "c");

    /* A clock that is set back brings it again. */
    g_assert_false(rotation_set_time(rotation, 1500, zone, now_ms));
    g_assert_cmpuint(rotation_count(rotation), ==, 3);
    rotation_free(rotation);
    edition_free(edition);
}

static void test_none_in_time(void)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    struct rotation *rotation = rotation_new();
    struct edition *edition = example_edition("a b");
    story_at(edition, 0)->from_utc_s = 5000;
    story_at(edition, 0)->until_utc_s = 6000;
    story_at(edition, 1)->until_utc_s = 500;
    g_assert_false(rotation_set_time(rotation, 900, zone, 0));
    g_assert_false(rotation_adopt(rotation, edition, example_dwell_ms, NULL, 0));
    g_assert_null(rotation_current(rotation));
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, G_MAXINT64);
    g_assert_cmpint(rotation_change_utc_s(rotation), ==, 5000);

    g_assert_true(rotation_set_time(rotation, 5000, zone, 1000));
    g_assert_cmpstr(rotation_current(rotation)->id, ==, "a");
    /* Alone it stays, and has had its dwell long since when its time ends. */
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, G_MAXINT64);
    g_assert_false(rotation_set_time(rotation, 6000, zone, 900000));
    g_assert_true(rotation_tick(rotation, 900000));
    g_assert_null(rotation_current(rotation));
    rotation_free(rotation);
    edition_free(edition);
}

/* 1970-01-01 was a Thursday; at 00:00 in UTC it is 01:00 an hour to the east. */
static void test_zone(void)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autoptr(GTimeZone) east = g_time_zone_new_offset(3600);
    struct rotation *rotation = rotation_new();
    struct edition *edition = example_edition("a b");
    story_at(edition, 1)->when = (struct hours){HOURS_DAYS_ALL, 60, 120};
    rotation_set_time(rotation, 0, utc, 0);
    rotation_adopt(rotation, edition, example_dwell_ms, NULL, 0);
    g_assert_cmpuint(rotation_count(rotation), ==, 1);
    g_assert_cmpint(rotation_change_utc_s(rotation), ==, 3600);
    rotation_set_time(rotation, 0, east, 0);
    g_assert_cmpuint(rotation_count(rotation), ==, 2);
    g_assert_cmpint(rotation_change_utc_s(rotation), ==, 3600);
    rotation_free(rotation);
    edition_free(edition);
}

/* A story that breaks comes next when its time has come. */
static void test_breaking_in_time(void)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    struct rotation *rotation = rotation_new();
    struct edition *edition = example_edition("a b c x!");
    story_at(edition, 3)->from_utc_s = 1000;
    rotation_set_time(rotation, 900, zone, 0);
    rotation_adopt(rotation, edition, example_dwell_ms, NULL, 0);
    g_assert_cmpstr(rotation_next_story(rotation)->id, ==, "b");
    rotation_set_time(rotation, 1000, zone, 1);
    g_assert_cmpstr(rotation_next_story(rotation)->id, ==, "x");
    rotation_free(rotation);
    edition_free(edition);
}

/* Stories "00", "01", … of which each is an hour older than the one before. */
static struct edition *edition_of(unsigned count)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (unsigned i = 0; i < count; i++)
        g_string_append_printf(ids, "%02u ", i);
    struct edition *edition = example_edition(ids->str);
    for (unsigned i = 0; i < count; i++)
        story_at(edition, i)->published_utc_s = 1000000 - 3600 * (gint64)i;
    return edition;
}

static unsigned story_number(const struct story *story)
{
    return (unsigned)g_ascii_strtoull(story->id, NULL, 10);
}

static void test_fresh(void)
{
    enum { COUNT = 60, LAST = 5 };
    struct rotation *rotation = rotation_new();
    struct edition *edition = edition_of(COUNT);
    unsigned shown[COUNT] = {1};
    unsigned last[LAST] = {0};
    gint64 now_ms = 0;
    rotation_adopt(rotation, edition, example_dwell_ms, NULL, now_ms);
    /* A whole round, up to the last of the order. */
    for (unsigned cards = 1; shown[COUNT - 1] == 0; cards++) {
        unsigned number = story_number(advance(rotation, &now_ms));
        for (unsigned i = 0; i < MIN(cards, LAST); i++)
            g_assert_cmpuint(number, !=, last[i]);
        last[cards % LAST] = number;
        shown[number]++;
        g_assert_cmpuint(cards, <=, 2 * COUNT);
    }
    /* A tenth of them are the newest: they came at least twice more, the others once. */
    for (unsigned i = 0; i < COUNT; i++) {
        g_test_message("%u: %u", i, shown[i]);
        if (i < COUNT / 10)
            g_assert_cmpuint(shown[i], >=, 3);
        else
            g_assert_cmpuint(shown[i], ==, 1);
    }
    rotation_free(rotation);
    edition_free(edition);
}

/* What is short, or of no known time, goes round as it stands. */
static void test_not_fresh(void)
{
    static const struct {
        unsigned count;
        bool is_dated;
    } cases[] = {{23, true}, {40, false}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct rotation *rotation = rotation_new();
        struct edition *edition = edition_of(cases[i].count);
        for (unsigned j = 0; j < cases[i].count && !cases[i].is_dated; j++)
            story_at(edition, j)->published_utc_s = INSTANT_UNKNOWN;
        gint64 now_ms = 0;
        rotation_adopt(rotation, edition, example_dwell_ms, NULL, now_ms);
        for (unsigned j = 1; j < 2 * cases[i].count; j++)
            g_assert_cmpuint(story_number(advance(rotation, &now_ms)), ==, j % cases[i].count);
        rotation_free(rotation);
        edition_free(edition);
    }
}

/* An edition that comes while one of the newest is shown out of its turn keeps the place. */
static void test_place_beside_fresh(void)
{
    struct rotation *rotation = rotation_new();
    struct edition *edition = edition_of(40);
    struct edition *other = edition_of(40);
    gint64 now_ms = 0;
    unsigned before = 0;
    unsigned number = 0;
    rotation_adopt(rotation, edition, example_dwell_ms, NULL, now_ms);
    while (number >= before) {
        before = number;
        number = story_number(advance(rotation, &now_ms));
    }
    g_assert_cmpuint(number, <, 4);
    rotation_adopt(rotation, other, example_dwell_ms, NULL, now_ms);
    g_assert_cmpuint(story_number(rotation_current(rotation)), ==, number);
    g_assert_cmpuint(story_number(advance(rotation, &now_ms)), ==, before + 1);
    rotation_free(rotation);
    edition_free(edition);
    edition_free(other);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rotation/lineup/in-time", test_in_time);
    g_test_add_func("/rotation/lineup/none-in-time", test_none_in_time);
    g_test_add_func("/rotation/lineup/zone", test_zone);
    g_test_add_func("/rotation/lineup/breaking-in-time", test_breaking_in_time);
    g_test_add_func("/rotation/lineup/fresh", test_fresh);
    g_test_add_func("/rotation/lineup/not-fresh", test_not_fresh);
    g_test_add_func("/rotation/lineup/place-beside-fresh", test_place_beside_fresh);
    return g_test_run();
}
