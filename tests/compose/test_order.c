/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include "placard/limits.h"

#include <string.h>

enum { UNDATED = -1 };

static struct desk desk_of_three(void)
{
    struct desk desk = desk_open(3);
    desk_add(&desk, 0, "a1", "Ants build", 5);
    desk_add(&desk, 0, "a2", "Bees fly", 1);
    desk_add(&desk, 0, "a3", "Cats sleep", 3);
    desk_add(&desk, 1, "b1", "Dogs bark", UNDATED);
    desk_add(&desk, 1, "b2", "Elks roar", UNDATED);
    desk_add(&desk, 2, "c1", "Foxes run", 3);
    return desk;
}

static const struct {
    enum edition_order order;
    const char *ids;
} cases[] = {
    {EDITION_ORDER_INTERLEAVE, "a2 b1 c1 a3 b2 a1"},
    {EDITION_ORDER_NEWEST, "a2 a3 c1 a1 b1 b2"},
};

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct desk desk = desk_of_three();
        desk.config->edition.order = cases[i].order;
        g_autofree char *ids = desk_ids(&desk);
        g_assert_cmpstr(ids, ==, cases[i].ids);
        desk_close(&desk);
    }
}

static void test_weights(void)
{
    static const struct {
        double weights[3];
        const char *ids;
    } shares[] = {
        {{1, 1, 1}, "a1 b1 c1 a2 b2 c2 a3 b3 c3 a4 b4 c4"},
        {{2, 1, 1}, "a1 b1 c1 a2 a3 b2 c2 a4 b3 c3 b4 c4"},
        {{1, 1, 0.5}, "a1 b1 c1 a2 b2 a3 b3 c2 a4 b4 c3 c4"},
        {{0.1, 10, 1}, "b1 b2 b3 b4 c1 c2 c3 c4 a1 a2 a3 a4"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(shares); i++) {
        struct desk desk = desk_open(3);
        desk.config->edition.merge_duplicates = false;
        for (unsigned source = 0; source < 3; source++) {
            desk_source(&desk, source)->weight = shares[i].weights[source];
            for (unsigned j = 1; j <= 4; j++) {
                g_autofree char *id = g_strdup_printf("%c%u", 'a' + (int)source, j);
                desk_add(&desk, source, id, id, j);
            }
        }
        g_autofree char *ids = desk_ids(&desk);
        g_test_message("%g %g %g: %s", shares[i].weights[0], shares[i].weights[1],
                       shares[i].weights[2], ids);
        g_assert_cmpstr(ids, ==, shares[i].ids);
        desk_close(&desk);
    }
}

/* The same all day, whatever else comes in; another the next day. */
static void test_shuffle(void)
{
    struct desk desk = desk_open(2);
    desk.config->edition.order = EDITION_ORDER_SHUFFLE;
    desk.config->edition.max_age_hours = 0;
    for (unsigned i = 0; i < 20; i++) {
        g_autofree char *id = g_strdup_printf("s%u", i);
        desk_add(&desk, i % 2, id, id, i);
    }
    g_autofree char *today = desk_ids(&desk);
    g_autofree char *again = desk_ids(&desk);
    g_assert_cmpstr(today, ==, again);
    desk.days_later = 1;
    g_autofree char *tomorrow = desk_ids(&desk);
    g_assert_cmpstr(today, !=, tomorrow);
    g_assert_cmpuint(strlen(today), ==, strlen(tomorrow));

    desk.days_later = 0;
    desk_add(&desk, 0, "new", "Ants build", 0);
    g_autofree char *more = desk_ids(&desk);
    g_autoptr(GString) without = g_string_new(more);
    g_assert_cmpuint(
        g_string_replace(without, "new ", "", 0) + g_string_replace(without, " new", "", 0), ==, 1);
    g_assert_cmpstr(without->str, ==, today);
    desk_close(&desk);
}

static void test_breaking(void)
{
    static const enum edition_order orders[] = {EDITION_ORDER_INTERLEAVE, EDITION_ORDER_NEWEST,
                                                EDITION_ORDER_SHUFFLE};
    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++) {
        struct desk desk = desk_open(2);
        desk.config->edition.order = orders[i];
        desk_source(&desk, 1)->priority = SOURCE_PRIORITY_BREAKING;
        desk_add(&desk, 0, "a1", "Ants build", 1);
        desk_add(&desk, 0, "a2", "Bees fly", 2);
        desk_add(&desk, 1, "b1", "Cats sleep", 30);
        struct edition *edition = desk_compose(&desk);
        const struct story *first = edition->stories->pdata[0];
        const struct story *second = edition->stories->pdata[1];
        g_assert_cmpstr(first->id, ==, "b1");
        g_assert_cmpint(first->priority, ==, STORY_PRIORITY_BREAKING);
        g_assert_cmpint(second->priority, ==, STORY_PRIORITY_NORMAL);
        edition_free(edition);
        desk_close(&desk);
    }
}

/* What a breaking source tells is breaking, whoever tells it better. */
static void test_breaking_merged(void)
{
    struct desk desk = desk_open(2);
    desk_source(&desk, 1)->priority = SOURCE_PRIORITY_BREAKING;
    desk_add(&desk, 0, "a1", "The bridge is open", 1)->teaser = g_strdup("It is long.");
    desk_add(&desk, 1, "b1", "The bridge is open", 1);
    struct edition *edition = desk_compose(&desk);
    g_assert_cmpuint(edition->stories->len, ==, 1);
    const struct story *story = edition->stories->pdata[0];
    g_assert_cmpstr(story->id, ==, "a1");
    g_assert_cmpint(story->priority, ==, STORY_PRIORITY_BREAKING);
    edition_free(edition);
    desk_close(&desk);
}

/* A story that went into another source's does not cost its source a turn. */
static void test_after_merge(void)
{
    struct desk desk = desk_open(2);
    desk_add(&desk, 0, "a1", "The bridge is open", 1);
    desk_add(&desk, 0, "a2", "Ants build", 2);
    desk_add(&desk, 1, "b1", "The bridge is open", 1);
    desk_add(&desk, 1, "b2", "Bees fly", 2);
    g_autofree char *ids = desk_ids(&desk);
    g_assert_cmpstr(ids, ==, "a1 b2 a2");
    desk_close(&desk);
}

/* A source without answer takes no turn. */
static void test_no_answer(void)
{
    struct desk desk = desk_of_three();
    record_free(desk.records->pdata[1]);
    desk.records->pdata[1] = NULL;
    g_autofree char *ids = desk_ids(&desk);
    g_assert_cmpstr(ids, ==, "a2 c1 a3 a1");
    record_free(desk.records->pdata[0]);
    desk.records->pdata[0] = NULL;
    g_autofree char *fewer = desk_ids(&desk);
    g_assert_cmpstr(fewer, ==, "c1");
    desk.records->pdata[0] = record_new();
    desk.records->pdata[1] = record_new();
    desk_close(&desk);
}

static void test_most(void)
{
    struct desk desk = desk_open(2);
    for (unsigned i = 0; i < LIMIT_EDITION_STORIES; i++) {
        g_autofree char *id = g_strdup_printf("%u", i);
        desk_add(&desk, 0, id, id, UNDATED);
    }
    desk_add(&desk, 1, "b1", "Bees fly", UNDATED);
    struct edition *edition = desk_compose(&desk);
    g_assert_cmpuint(edition->stories->len, ==, LIMIT_EDITION_STORIES);
    const struct story *second = edition->stories->pdata[1];
    g_assert_cmpstr(second->id, ==, "b1");
    edition_free(edition);
    desk_close(&desk);
}

/* However long the texts: what comes out is no larger than what the screen reads. */
static void test_heaviest(void)
{
    struct desk desk = desk_open(1);
    desk.config->summary.mode = SUMMARY_MODE_NONE;
    desk.config->summary.max_words = 0;
    g_autoptr(GString) teaser = g_string_new(NULL);
    while (teaser->len < 40000)
        g_string_append(teaser, "\"He said \\\\ twice.\" ");
    for (unsigned i = 0; i < 200; i++) {
        g_autofree char *id = g_strdup_printf("%u", i);
        desk_add(&desk, 0, id, id, UNDATED)->teaser = g_strdup(teaser->str);
    }
    struct edition *edition = desk_compose(&desk);
    g_autofree char *json = edition_to_json(edition, false);
    g_assert_cmpuint(strlen(json), <=, LIMIT_EDITION_BYTES);
    g_assert_cmpuint(edition->stories->len, >, 100);
    edition_free(edition);
    desk_close(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/order/cases", test_cases);
    g_test_add_func("/order/weights", test_weights);
    g_test_add_func("/order/shuffle", test_shuffle);
    g_test_add_func("/order/breaking", test_breaking);
    g_test_add_func("/order/breaking-merged", test_breaking_merged);
    g_test_add_func("/order/after-merge", test_after_merge);
    g_test_add_func("/order/no-answer", test_no_answer);
    g_test_add_func("/order/most", test_most);
    g_test_add_func("/order/heaviest", test_heaviest);
    return g_test_run();
}
