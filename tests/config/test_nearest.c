/* SPDX-License-Identifier: MIT */
#include "../../app/config/nearest.h"

#include <limits.h>

#include <glib.h>

static const struct {
    const char *name;
    const char *left;
    const char *right;
    unsigned distance;
} cases[] = {
    {"same", "limit", "limit", 0},
    {"case", "LIMIT", "limit", 0},
    {"both empty", "", "", 0},
    {"one empty", "", "url", 3},
    {"insertion", "limt", "limit", 1},
    {"deletion", "limmit", "limit", 1},
    {"replacement", "limut", "limit", 1},
    {"swap", "ilmit", "limit", 1},
    {"swap at the end", "theem", "theme", 1},
    {"two slips", "lmitt", "limit", 2},
    {"nothing in common", "abc", "xyz", 3},
};

static void test_distance(gconstpointer data)
{
    size_t i = GPOINTER_TO_SIZE(data);

    g_assert_cmpuint(nearest_distance(cases[i].left, cases[i].right), ==, cases[i].distance);
    g_assert_cmpuint(nearest_distance(cases[i].right, cases[i].left), ==, cases[i].distance);
}

static void test_long_words(void)
{
    g_autofree char *word = g_strnfill(100000, 'a');

    g_assert_cmpuint(nearest_distance(word, "limit"), ==, UINT_MAX);
    g_assert_cmpuint(nearest_distance("limit", word), ==, UINT_MAX);
    g_assert_cmpuint(nearest_tolerance(word), <, 10);
}

static void test_tolerance(void)
{
    /* "url" and "uri" are near, "url" and "rss" are not. */
    g_assert_cmpuint(nearest_tolerance("uri"), ==, 1);
    g_assert_cmpuint(nearest_tolerance(""), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/config/nearest/distance/%s", cases[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_distance);
    }
    g_test_add_func("/config/nearest/long-words", test_long_words);
    g_test_add_func("/config/nearest/tolerance", test_tolerance);
    return g_test_run();
}
