/* SPDX-License-Identifier: MIT */
#include "placard/edition/instant.h"
#include "placard/fetch/schedule.h"

#define NOW 1795420800
#define URL "https://news.example/feed.xml"

struct schedule_case {
    const char *name;
    struct schedule_input input;
    gint64 least_s; /* of the time to wait */
    gint64 most_s;
};

static const struct schedule_case cases[] = {
    {"success", {.refresh_minutes = 15}, 810, 990},
    {"success/shortest", {.refresh_minutes = 1}, 54, 66},
    {"success/a-day", {.refresh_minutes = 1440}, 77760, 95040},
    {"success/retry-after", {.refresh_minutes = 15, .retry_after_seconds = 7200}, 7200, 7200},
    {"success/fresh", {.refresh_minutes = 15, .fresh_seconds = 7200}, 7200, 7200},
    {"success/fresh-for-less", {.refresh_minutes = 15, .fresh_seconds = 60}, 810, 990},
    {"success/fresh-for-ever", {.refresh_minutes = 15, .fresh_seconds = G_MAXINT64}, 18000, 18000},
    {"success/fresh-before-now", {.refresh_minutes = 15, .fresh_seconds = -60}, 810, 990},
    {"ttl", {.refresh_minutes = 15, .rhythm.ttl_minutes = 120}, 7200, 7200},
    {"ttl/shorter", {.refresh_minutes = 15, .rhythm.ttl_minutes = 5}, 810, 990},
    {"ttl/of-a-week", {.refresh_minutes = 15, .rhythm.ttl_minutes = 10080}, 18000, 18000},
    {"ttl/beside-fresh",
     {.refresh_minutes = 15, .rhythm.ttl_minutes = 60, .fresh_seconds = 7200},
     7200,
     7200},
    {"ttl/after-a-failure",
     {.refresh_minutes = 15, .rhythm.ttl_minutes = 120, .failures = 1},
     1620,
     1980},
    /* NOW is 08:00 on a Monday. */
    {"skip/another-hour", {.refresh_minutes = 15, .rhythm.skip_hours = 1U << 9}, 810, 990},
    {"skip/hour", {.refresh_minutes = 15, .rhythm.skip_hours = 1U << 8}, 3600, 3600},
    {"skip/hours", {.refresh_minutes = 15, .rhythm.skip_hours = 0x0fff00}, 43200, 43200},
    {"skip/over-midnight", {.refresh_minutes = 15, .rhythm.skip_hours = 0xffff03}, 64800, 64800},
    {"skip/all-hours", {.refresh_minutes = 15, .rhythm.skip_hours = 0xffffff}, 810, 990},
    {"skip/day", {.refresh_minutes = 15, .rhythm.skip_days = 1}, 57600, 57600},
    {"skip/another-day", {.refresh_minutes = 15, .rhythm.skip_days = 1U << 6}, 810, 990},
    {"skip/more-than-a-day", {.refresh_minutes = 15, .rhythm.skip_days = 3}, 810, 990},
    {"skip/after-a-failure",
     {.refresh_minutes = 15, .rhythm.skip_hours = 0xffff00, .failures = 1},
     1620,
     1980},
    {"gone", {.refresh_minutes = 15, .failures = 3, .is_gone = true}, 86400, 86400},
    {"network/1", {.refresh_minutes = 15, .failures = 1, .connection_failed = true}, 3, 3},
    {"network/2", {.refresh_minutes = 15, .failures = 2, .connection_failed = true}, 6, 6},
    {"network/3", {.refresh_minutes = 15, .failures = 3, .connection_failed = true}, 12, 12},
    {"network/4", {.refresh_minutes = 15, .failures = 4, .connection_failed = true}, 24, 24},
    {"network/5", {.refresh_minutes = 15, .failures = 5, .connection_failed = true}, 45, 45},
    {"network/6", {.refresh_minutes = 15, .failures = 6, .connection_failed = true}, 1620, 1980},
    {"network/7", {.refresh_minutes = 15, .failures = 7, .connection_failed = true}, 3240, 3960},
    {"network/for-ever",
     {.refresh_minutes = 15, .failures = G_MAXUINT, .connection_failed = true},
     19440,
     21600},
    {"network/retry-after",
     {.refresh_minutes = 15, .failures = 1, .connection_failed = true, .retry_after_seconds = 60},
     60,
     60},
    {"server/1", {.refresh_minutes = 15, .failures = 1}, 1620, 1980},
    {"server/2", {.refresh_minutes = 15, .failures = 2}, 3240, 3960},
    {"server/4", {.refresh_minutes = 15, .failures = 4}, 12960, 15840},
    {"server/5", {.refresh_minutes = 15, .failures = 5}, 19440, 21600},
    {"server/for-ever", {.refresh_minutes = 15, .failures = G_MAXUINT}, 19440, 21600},
    {"server/slow-interval", {.refresh_minutes = 1440, .failures = 1}, 19440, 21600},
    {"retry-after/later",
     {.refresh_minutes = 15, .failures = 1, .retry_after_seconds = 7200},
     7200,
     7200},
    {"retry-after/sooner",
     {.refresh_minutes = 15, .failures = 1, .retry_after_seconds = 5},
     1620,
     1980},
    {"retry-after/absurd",
     {.refresh_minutes = 15, .failures = 1, .retry_after_seconds = G_MAXINT64},
     86400,
     86400},
    {"retry-after/negative",
     {.refresh_minutes = 15, .failures = 1, .retry_after_seconds = G_MININT64},
     1620,
     1980},
};

static void test_due(gconstpointer data)
{
    const struct schedule_case *test = data;
    struct schedule_input input = test->input;

    input.now_utc_s = NOW;
    input.url = URL;
    const gint64 wait_s = schedule_due(&input) - NOW;
    g_assert_cmpint(wait_s, >=, test->least_s);
    g_assert_cmpint(wait_s, <=, test->most_s);
    g_assert_cmpint(schedule_due(&input) - NOW, ==, wait_s);
}

/* Many sources with one interval must not come due together. */
static void test_spread(void)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (int i = 0; i < 100; i++) {
        g_autofree char *url = g_strdup_printf("https://news%d.example/feed.xml", i);
        const struct schedule_input input = {.now_utc_s = NOW, .refresh_minutes = 60, .url = url};
        const gint64 wait_s = schedule_due(&input) - NOW;

        g_assert_cmpint(wait_s, >=, 3240);
        g_assert_cmpint(wait_s, <=, 3960);
        g_hash_table_add(seen, GINT_TO_POINTER((int)wait_s));
    }
    g_assert_cmpuint(g_hash_table_size(seen), >, 20);
}

static void test_is_due(void)
{
    g_assert_true(schedule_is_due(INSTANT_UNKNOWN, NOW));
    g_assert_true(schedule_is_due(NOW - 1, NOW));
    g_assert_true(schedule_is_due(NOW, NOW));
    g_assert_false(schedule_is_due(NOW + 1, NOW));
    g_assert_false(schedule_is_due(NOW + 95040, NOW));
    /* A clock that ran ahead must not silence a source for years. */
    g_assert_true(schedule_is_due(NOW + 365 * 86400, NOW));
    g_assert_true(schedule_is_due(G_MAXINT64, NOW));
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/schedule/due/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i], test_due);
    }
    g_test_add_func("/fetch/schedule/spread", test_spread);
    g_test_add_func("/fetch/schedule/is-due", test_is_due);
    return g_test_run();
}
