/* SPDX-License-Identifier: MIT */
#include "freshness.h"

/* Mon, 23 Nov 2026 08:00:00 GMT */
#define NOW G_GINT64_CONSTANT(1795420800)
#define DATE "Mon, 23 Nov 2026 08:00:00 GMT"

static const struct freshness_case {
    const char *name;
    struct freshness_headers headers;
    gint64 seconds;
} cases[] = {
    {"nothing", {NULL}, 0},
    {"max-age", {.cache_control = "max-age=3600"}, 3600},
    {"among-others", {.cache_control = "public, MAX-AGE=60,must-revalidate"}, 60},
    {"quoted", {.cache_control = "max-age=\"90\""}, 90},
    {"another-name", {.cache_control = "x-max-age=90, max-age-x=7"}, 0},
    {"for-shared-caches", {.cache_control = "s-maxage=90"}, 0},
    {"no-cache", {.cache_control = "no-cache, max-age=3600"}, 0},
    {"no-store", {.cache_control = "max-age=3600,no-store"}, 0},
    {"no-number", {.cache_control = "max-age=soon", .expires = "Mon, 23 Nov 2026 09:00:00 GMT"}, 0},
    {"no-value", {.cache_control = "max-age"}, 0},
    {"negative", {.cache_control = "max-age=-5"}, 0},
    {"huge", {.cache_control = "max-age=99999999999999999999"}, G_GINT64_CONSTANT(2147483648)},
    {"age", {.cache_control = "max-age=3600", .age = "600"}, 3000},
    {"older-than-fresh", {.cache_control = "max-age=3600", .age = "7200"}, 0},
    {"commas", {.cache_control = ",,,"}, 0},
    {"expires", {.expires = "Mon, 23 Nov 2026 09:00:00 GMT"}, 3600},
    {"expires-by-its-own-clock",
     {.expires = "Mon, 23 Nov 2020 09:00:00 GMT", .date = "Mon, 23 Nov 2020 08:30:00 GMT"},
     1800},
    {"expired", {.expires = "Mon, 23 Nov 2026 07:00:00 GMT", .date = DATE}, 0},
    {"expires-0", {.expires = "0"}, 0},
    {"max-age-first",
     {.cache_control = "max-age=60", .expires = "Mon, 23 Nov 2026 09:00:00 GMT"},
     60},
};

static void test_freshness(gconstpointer data)
{
    const struct freshness_case *test = data;
    g_assert_cmpint(freshness_seconds(&test->headers, NOW), ==, test->seconds);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/freshness/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i], test_freshness);
    }
    return g_test_run();
}
