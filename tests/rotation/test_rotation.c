/* SPDX-License-Identifier: MIT */
#include "placard/rotation/rotation.h"

#include "example.h"

static unsigned dwell_one_second(const struct story *story, void *user)
{
    (void)story;
    (void)user;
    return 1000;
}

static unsigned dwell_nothing(const struct story *story, void *user)
{
    (void)story;
    (void)user;
    return 0;
}

static void test_deadline_and_fraction(void)
{
    struct rotation *rotation = rotation_new();
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, G_MAXINT64);
    g_assert_cmpfloat(rotation_fraction(rotation, 0), ==, 0);

    struct edition *edition = example_edition("a b");
    rotation_adopt(rotation, edition, example_dwell_ms, NULL, 1000);
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, 11000);
    g_assert_cmpfloat(rotation_fraction(rotation, 1000), ==, 0);
    g_assert_cmpfloat_with_epsilon(rotation_fraction(rotation, 3500), 0.25, 1e-9);
    g_assert_cmpfloat(rotation_fraction(rotation, 99000), ==, 1);

    rotation_pause(rotation, 6000);
    g_assert_true(rotation_is_paused(rotation));
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, G_MAXINT64);
    g_assert_cmpfloat_with_epsilon(rotation_fraction(rotation, 99000), 0.5, 1e-9);
    rotation_resume(rotation, 100000);
    g_assert_false(rotation_is_paused(rotation));
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, 105000);

    struct edition *single = example_edition("a");
    rotation_adopt(rotation, single, example_dwell_ms, NULL, 101000);
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, G_MAXINT64);
    g_assert_cmpfloat(rotation_fraction(rotation, 101000), ==, 1);

    rotation_free(rotation);
    edition_free(edition);
    edition_free(single);
}

static void test_place(void)
{
    struct rotation *rotation = rotation_new();
    g_assert_cmpuint(rotation_count(rotation), ==, 0);
    g_assert_cmpuint(rotation_index(rotation), ==, 0);

    struct edition *edition = example_edition("a b c");
    rotation_adopt(rotation, edition, example_dwell_ms, NULL, 0);
    rotation_tick(rotation, 10000);
    rotation_tick(rotation, 20000);
    g_assert_cmpuint(rotation_index(rotation), ==, 2);
    g_assert_cmpuint(rotation_count(rotation), ==, 3);

    struct edition *moved = example_edition("c x y z");
    rotation_adopt(rotation, moved, example_dwell_ms, NULL, 21000);
    g_assert_cmpuint(rotation_index(rotation), ==, 0);
    g_assert_cmpuint(rotation_count(rotation), ==, 4);
    rotation_tick(rotation, 30000);
    rotation_tick(rotation, 40000);
    rotation_tick(rotation, 50000);
    g_assert_cmpuint(rotation_index(rotation), ==, 3);

    struct edition *shorter = example_edition("c x");
    rotation_adopt(rotation, shorter, example_dwell_ms, NULL, 51000);
    g_assert_cmpstr(rotation_current(rotation)->id, ==, "z");
    g_assert_cmpuint(rotation_index(rotation), ==, 1);

    rotation_free(rotation);
    edition_free(edition);
    edition_free(moved);
    edition_free(shorter);
}

/* A config with other dwell times holds from the next card on. */
static void test_new_dwell(void)
{
    struct rotation *rotation = rotation_new();
    struct edition *edition = example_edition("a b c");
    rotation_adopt(rotation, edition, example_dwell_ms, NULL, 0);
    rotation_adopt(rotation, edition, dwell_one_second, NULL, 5000);
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, 10000);
    g_assert_true(rotation_tick(rotation, 10000));
    g_assert_cmpint(rotation_deadline_ms(rotation), ==, 11000);

    /* A dwell of nothing still lets time pass. */
    rotation_adopt(rotation, edition, dwell_nothing, NULL, 10500);
    g_assert_true(rotation_tick(rotation, 11000));
    g_assert_false(rotation_tick(rotation, 11000));
    rotation_free(rotation);
    edition_free(edition);
}

/* The shown story outlives its edition: the card may be laid out again after a resize. */
static void test_shown_outlives_edition(void)
{
    struct rotation *rotation = rotation_new();
    struct edition *edition = example_edition("a=headline b");
    rotation_adopt(rotation, edition, example_dwell_ms, NULL, 0);
    struct edition *other = example_edition("b c");
    rotation_adopt(rotation, other, example_dwell_ms, NULL, 1000);
    edition_free(edition);
    g_assert_cmpstr(rotation_current(rotation)->headline, ==, "headline");
    rotation_free(rotation);
    edition_free(other);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rotation/deadline-and-fraction", test_deadline_and_fraction);
    g_test_add_func("/rotation/place", test_place);
    g_test_add_func("/rotation/new-dwell", test_new_dwell);
    g_test_add_func("/rotation/shown-outlives-edition", test_shown_outlives_edition);
    return g_test_run();
}
