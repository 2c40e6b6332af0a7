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
    g_test_add_func("/order/after-merge", test_after_merge);
    g_test_add_func("/order/no-answer", test_no_answer);
    g_test_add_func("/order/most", test_most);
    g_test_add_func("/order/heaviest", test_heaviest);
    return g_test_run();
}
