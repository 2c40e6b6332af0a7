/* SPDX-License-Identifier: MIT */
#include "placard/fetch/refresh.h"

#define NOW 1795420800

/* A member of the config is not const. */
static char source_url[] = "https://news.example/feed.xml";
static const struct config_source source = {.url = source_url, .refresh_minutes = 15};
static const struct refresh now = {.source = &source, .now_utc_s = NOW};

static void story_destroy(void *story)
{
    story_free(story);
}

static GPtrArray *stories_new(guint count)
{
    GPtrArray *stories = g_ptr_array_new_with_free_func(story_destroy);

    while (stories->len < count)
        g_ptr_array_add(stories, story_new());
    return stories;
}

/* A record that was good an hour ago. */
static struct record *good_record(void)
{
    struct record *record = record_new();
    const struct refresh before = {.source = &source, .now_utc_s = NOW - 3600};

    refresh_renew(record, &before, stories_new(2), "\"old\"", "Mon, 23 Nov 2026 08:00:00 GMT");
    return record;
}

static void test_renew(void)
{
    struct record *record = good_record();

    refresh_renew(record, &now, stories_new(3), "\"new\"", NULL);
    g_assert_cmpuint(record->stories->len, ==, 3);
    g_assert_cmpuint(record->report->stories, ==, 3);
    g_assert_cmpstr(record->etag, ==, "\"new\"");
    g_assert_null(record->last_modified);
    g_assert_cmpint(record->report->status, ==, SOURCE_STATUS_OK);
    g_assert_cmpint(record->report->fetched_utc_s, ==, NOW);
    g_assert_cmpint(record->report->due_utc_s, >, NOW);
    record_free(record);
}

static void test_confirm(void)
{
    struct record *record = good_record();

    refresh_confirm(record, &now);
    g_assert_cmpuint(record->report->stories, ==, 2);
    g_assert_cmpstr(record->etag, ==, "\"old\"");
    g_assert_cmpstr(record->last_modified, ==, "Mon, 23 Nov 2026 08:00:00 GMT");
    g_assert_cmpint(record->report->fetched_utc_s, ==, NOW);
    g_assert_cmpint(record->report->due_utc_s, >, NOW);
    record_free(record);
}

static void test_fail_keeps_stories(void)
{
    struct record *record = good_record();
    const struct refresh_failure failure = {.sentence = "HTTP 500 (server error)"};

    refresh_fail(record, &now, &failure);
    g_assert_cmpint(record->report->status, ==, SOURCE_STATUS_STALE);
    g_assert_cmpstr(record->report->error, ==, "HTTP 500 (server error)");
    g_assert_cmpuint(record->report->stories, ==, 2);
    g_assert_cmpuint(record->stories->len, ==, 2);
    g_assert_cmpstr(record->etag, ==, "\"old\"");
    g_assert_cmpint(record->report->fetched_utc_s, ==, NOW - 3600);
    g_assert_cmpuint(record->failures, ==, 1);
    refresh_fail(record, &now, &failure);
    g_assert_cmpuint(record->failures, ==, 2);

    refresh_confirm(record, &now);
    g_assert_cmpuint(record->failures, ==, 0);
    g_assert_cmpint(record->report->status, ==, SOURCE_STATUS_OK);
    g_assert_null(record->report->error);
    record_free(record);
}

static void test_fail_without_stories(void)
{
    struct record *record = record_new();
    const struct refresh_failure failure = {.sentence = "the host was not found",
                                            .connection_failed = true};

    refresh_fail(record, &now, &failure);
    g_assert_cmpint(record->report->status, ==, SOURCE_STATUS_FAILED);
    g_assert_cmpint(record->report->fetched_utc_s, ==, INSTANT_UNKNOWN);
    g_assert_cmpint(record->report->due_utc_s, ==, NOW + 3);
    record_free(record);
}

static void test_fail_with_retry_after(void)
{
    struct record *record = good_record();
    const struct refresh_failure failure = {.sentence = "HTTP 429 (too many requests)",
                                            .retry_after_seconds = 7200};

    refresh_fail(record, &now, &failure);
    g_assert_cmpint(record->report->due_utc_s, ==, NOW + 7200);
    record_free(record);
}

#define DAY 86400
#define THERE "https://there.example/feed"

/* When which url was led to (NULL: none was), and whether there is now one to be asked itself. */
static const struct move_case {
    const char *name;
    struct {
        gint64 at_s;
        const char *url;
    } sightings[5];
    unsigned count;
    const char *moved;
} move_cases[] = {
    {"once", {{0, THERE}}, 1, NULL},
    {"thrice-a-day", {{0, THERE}, {600, THERE}, {1200, THERE}}, 3, NULL},
    {"two-days", {{0, THERE}, {DAY, THERE}, {DAY + 600, THERE}}, 3, NULL},
    {"three-days", {{0, THERE}, {DAY, THERE}, {3 * DAY, THERE}}, 3, THERE},
    {"another", {{0, THERE}, {DAY, "https://b.example/"}, {2 * DAY, THERE}}, 3, NULL},
    {"not-any-more", {{0, THERE}, {DAY, NULL}, {2 * DAY, THERE}, {3 * DAY, THERE}}, 4, NULL},
    {"known-and-back", {{0, THERE}, {DAY, THERE}, {2 * DAY, THERE}, {3 * DAY, NULL}}, 4, NULL},
};

static void test_move(gconstpointer data)
{
    const struct move_case *test = data;
    struct record *record = good_record();

    for (unsigned i = 0; i < test->count; i++)
        refresh_move(record, test->sightings[i].url, true, NOW + test->sightings[i].at_s);
    g_assert_cmpstr(refresh_moved(record), ==, test->moved);
    g_assert_cmpint(record->moved.is_local, ==, record->moved.url != NULL);
    record_free(record);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/refresh/renew", test_renew);
    g_test_add_func("/fetch/refresh/confirm", test_confirm);
    g_test_add_func("/fetch/refresh/fail/keeps-stories", test_fail_keeps_stories);
    g_test_add_func("/fetch/refresh/fail/without-stories", test_fail_without_stories);
    g_test_add_func("/fetch/refresh/fail/retry-after", test_fail_with_retry_after);
    for (size_t i = 0; i < G_N_ELEMENTS(move_cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/refresh/move/", move_cases[i].name, NULL);
        g_test_add_data_func(path, &move_cases[i], test_move);
    }
    return g_test_run();
}
