/* SPDX-License-Identifier: MIT */
#include "desk.h"

enum { UNDATED = -1 };

/* One source; its stories are "1", "2", … by their place in the feed. */
static const struct {
    const char *name;
    int edition_hours, source_hours, limit;
    double hours_ago[6];
    unsigned count;
    const char *ids;
} cases[] = {
    {"within the limit", 48, -1, 0, {1, 47, 48}, 3, "1 2 3"},
    {"too old", 48, -1, 0, {1, 48.1, 47}, 3, "1 3"},
    {"newest first", 48, -1, 0, {9, 3, 6}, 3, "2 3 1"},
    {"the source's own age", 48, 6, 0, {1, 7, 5}, 3, "1 3"},
    {"a longer age of the source", 6, 48, 0, {1, 7, 49}, 3, "1 2"},
    {"no limit in the source", 48, 0, 0, {1, 9999}, 2, "1 2"},
    {"no limit in the edition", 0, -1, 0, {1, 9999}, 2, "1 2"},
    {"from the future", 48, -1, 0, {1, 0}, 2, "2 1"},
    {"without time", 48, -1, 0, {UNDATED, 99, UNDATED}, 3, "1 3"},
    {"without time after those with", 48, -1, 0, {UNDATED, 2, UNDATED, 1}, 4, "4 2 1 3"},
    {"all too old", 48, -1, 0, {90, 60, 80, 70, 99}, 5, "2 4 3"},
    {"all too old, few", 48, -1, 0, {90, 60}, 2, "2 1"},
    {"all too old, fewer wanted", 48, -1, 1, {90, 60, 80, 70}, 4, "2"},
    {"the newest are wanted", 48, -1, 2, {9, 3, 6}, 3, "2 3"},
    {"without time keep their order", 48, -1, 2, {UNDATED, UNDATED, UNDATED}, 3, "1 2"},
    {"the limit counts what is fresh", 48, -1, 2, {99, 3, 98, 6}, 4, "2 4"},
};

static void test_cases(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].name);
        struct desk desk = desk_open(1);
        desk.config->edition.max_age_hours = cases[i].edition_hours;
        desk_source(&desk, 0)->max_age_hours = cases[i].source_hours;
        desk_source(&desk, 0)->limit = cases[i].limit;
        for (unsigned j = 0; j < cases[i].count; j++) {
            g_autofree char *id = g_strdup_printf("%u", j + 1);
            g_autofree char *headline = g_strdup_printf("Story number %u", j + 1);
            desk_add(&desk, 0, id, headline, cases[i].hours_ago[j]);
        }
        g_autofree char *ids = desk_ids(&desk);
        g_assert_cmpstr(ids, ==, cases[i].ids);
        desk_close(&desk);
    }
}

/* The age of one source's stories is no matter of another's. */
static void test_sources_apart(void)
{
    struct desk desk = desk_open(2);
    desk_add(&desk, 0, "a1", "Fresh bread", 1);
    desk_add(&desk, 1, "b1", "Old cheese", 1000);
    g_autofree char *ids = desk_ids(&desk);
    g_assert_cmpstr(ids, ==, "a1 b1");
    desk_close(&desk);
}

/* What cannot be shown takes no place of what can. */
static void test_nothing_to_read(void)
{
    struct desk desk = desk_open(1);
    desk_source(&desk, 0)->limit = 1;
    desk_add(&desk, 0, "empty", NULL, 1);
    desk_add(&desk, 0, "blank", "", 1);
    desk_add(&desk, 0, "bread", "Fresh bread", 2);
    g_autofree char *ids = desk_ids(&desk);
    g_assert_cmpstr(ids, ==, "bread");
    desk_close(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/filter/cases", test_cases);
    g_test_add_func("/filter/sources-apart", test_sources_apart);
    g_test_add_func("/filter/nothing-to-read", test_nothing_to_read);
    return g_test_run();
}
