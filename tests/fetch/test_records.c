/* SPDX-License-Identifier: MIT */
#include "placard/fetch/records.h"

#include "place.h"

#include <sys/stat.h>

#define URL "https://news.example/feed.xml"
#define NOW 1795420800

enum { HOUR_S = 3600 };

/* A disk and, unless it is left out, a runtime directory, of which either may be lost. */
struct home {
    char *disk;
    char *runtime;
    struct records *records;
};

static void home_open(struct home *home)
{
    g_autoptr(GError) error = NULL;

    home->records = records_open(home->disk, home->runtime, &error);
    g_assert_no_error(error);
}

static void home_init(struct home *home, bool has_runtime)
{
    home->disk = place_new();
    home->runtime = has_runtime ? place_new() : NULL;
    home_open(home);
}

static void home_reopen(struct home *home)
{
    records_free(home->records);
    home_open(home);
}

static void home_clear(struct home *home)
{
    records_free(home->records);
    place_free(home->disk);
    if (home->runtime != NULL)
        place_free(home->runtime);
}

/* One story with this headline, fetched now, due in a quarter of an hour. */
static struct record *record_of(const char *headline, const char *etag, gint64 now_utc_s)
{
    struct record *record = record_new();
    struct story *story = story_new();

    story->id = g_strdup("1");
    story->source = g_strdup("News");
    story->headline = g_strdup(headline);
    g_ptr_array_add(record->stories, story);
    record->etag = g_strdup(etag);
    record->report->name = g_strdup("News");
    record->report->url = g_strdup(URL);
    record->report->stories = 1;
    record->report->fetched_utc_s = now_utc_s;
    record->report->due_utc_s = now_utc_s + 900;
    return record;
}

struct keeping {
    const char *headline;
    const char *etag;
    gint64 now_utc_s;
    bool is_scheduled;
};

static void home_keep(struct home *home, struct keeping keeping)
{
    struct record *record = record_of(keeping.headline, keeping.etag, keeping.now_utc_s);
    g_autoptr(GError) error = NULL;

    g_assert_true(
        records_store(home->records, URL, record, keeping.now_utc_s, keeping.is_scheduled, &error));
    g_assert_no_error(error);
    record_free(record);
}

/* What is remembered; an empty string when nothing is. */
static char *home_headline(struct home *home, gint64 *due_utc_s)
{
    struct record *record = records_load(home->records, URL);

    if (record == NULL)
        return g_strdup("");
    const struct story *story = record->stories->pdata[0];
    char *headline = g_strdup(story->headline);
    if (due_utc_s != NULL)
        *due_utc_s = record->report->due_utc_s;
    record_free(record);
    return headline;
}

static void assert_headline(struct home *home, const char *expected)
{
    g_autofree char *headline = home_headline(home, NULL);

    g_assert_cmpstr(headline, ==, expected);
}

/* What a restart of the machine finds. */
static void assert_disk_headline(struct home *home, const char *expected)
{
    struct home restarted = {.disk = home->disk, .runtime = NULL};

    home_open(&restarted);
    assert_headline(&restarted, expected);
    records_free(restarted.records);
}

static ino_t disk_inode(const struct home *home)
{
    g_autoptr(GPtrArray) names = place_names(home->disk, "");
    struct stat status;

    g_assert_cmpuint(names->len, ==, 1);
    g_autofree char *path = place_path(home->disk, names->pdata[0]);
    g_assert_cmpint(stat(path, &status), ==, 0);
    return status.st_ino;
}

static void test_keeps(void)
{
    struct home home;

    home_init(&home, true);
    assert_headline(&home, "");
    home_keep(&home, (struct keeping){"first", NULL, NOW});
    home_reopen(&home);
    assert_headline(&home, "first");
    assert_disk_headline(&home, "first");
    home_clear(&home);
}

static void test_disk_once_an_hour(void)
{
    struct home home;

    home_init(&home, true);
    home_keep(&home, (struct keeping){"first", NULL, NOW});
    home_keep(&home, (struct keeping){"second", NULL, NOW + HOUR_S / 2});
    assert_headline(&home, "second");
    assert_disk_headline(&home, "first");
    home_keep(&home, (struct keeping){"third", NULL, NOW + HOUR_S + 1});
    assert_headline(&home, "third");
    assert_disk_headline(&home, "third");
    home_clear(&home);
}

/* Times change at each refresh, and are not worth a write even after hours. */
static void test_same_stories_are_not_written(void)
{
    struct home home;

    home_init(&home, true);
    home_keep(&home, (struct keeping){"first", "\"1\"", NOW});
    const ino_t before = disk_inode(&home);
    home_keep(&home, (struct keeping){"first", "\"1\"", NOW + 900});
    home_keep(&home, (struct keeping){"first", "\"1\"", NOW + 20 * HOUR_S, .is_scheduled = true});
    g_assert_cmpuint(disk_inode(&home), ==, before);

    gint64 due_utc_s = 0;
    g_autofree char *headline = home_headline(&home, &due_utc_s);
    g_assert_cmpint(due_utc_s, ==, NOW + 20 * HOUR_S + 900);
    home_clear(&home);
}

static void test_clock_set_back(void)
{
    struct home home;

    home_init(&home, true);
    home_keep(&home, (struct keeping){"first", NULL, NOW + 1000 * HOUR_S});
    home_keep(&home, (struct keeping){"second", NULL, NOW});
    assert_disk_headline(&home, "second");
    home_clear(&home);
}

static void test_without_runtime(void)
{
    struct home home;
    gint64 due_utc_s = 0;

    home_init(&home, false);
    home_keep(&home, (struct keeping){"first", "\"1\"", NOW});
    const ino_t before = disk_inode(&home);
    home_keep(&home, (struct keeping){"first", "\"1\"", NOW + 900});
    home_keep(&home, (struct keeping){"first", "\"2\"", NOW + 1800});
    g_assert_cmpuint(disk_inode(&home), ==, before);
    home_keep(&home, (struct keeping){"second", "\"3\"", NOW + 2700});
    assert_headline(&home, "second");

    /* When the loop asks by the clock, the disk is the only memory of what is due. */
    home_keep(&home, (struct keeping){"second", "\"3\"", NOW + 3600, .is_scheduled = true});
    g_autofree char *headline = home_headline(&home, &due_utc_s);
    g_assert_cmpint(due_utc_s, ==, NOW + 3600 + 900);
    home_clear(&home);
}

/* The machine was started anew: the runtime directory is empty. */
static void test_runtime_lost(void)
{
    struct home home;

    home_init(&home, true);
    home_keep(&home, (struct keeping){"first", NULL, NOW});
    place_free(home.runtime);
    home.runtime = place_new();
    home_reopen(&home);
    assert_headline(&home, "first");
    home_clear(&home);
}

static void test_disk_lost(void)
{
    struct home home;

    home_init(&home, true);
    home_keep(&home, (struct keeping){"first", NULL, NOW});
    place_free(home.disk);
    home.disk = place_new();
    home_reopen(&home);
    assert_headline(&home, "first");
    home_keep(&home, (struct keeping){"first", NULL, NOW + 900});
    assert_disk_headline(&home, "first");
    home_clear(&home);
}

static void test_nowhere(void)
{
    g_autoptr(GError) error = NULL;
    struct records *records = records_open(NULL, NULL, &error);
    struct record *record = record_of("first", NULL, NOW);

    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_assert_true(records_store(records, URL, record, NOW, true, NULL));
    g_assert_null(records_load(records, URL));
    record_free(record);
    records_free(records);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/records/keeps", test_keeps);
    g_test_add_func("/fetch/records/disk-once-an-hour", test_disk_once_an_hour);
    g_test_add_func("/fetch/records/same-stories", test_same_stories_are_not_written);
    g_test_add_func("/fetch/records/clock-set-back", test_clock_set_back);
    g_test_add_func("/fetch/records/without-runtime", test_without_runtime);
    g_test_add_func("/fetch/records/runtime-lost", test_runtime_lost);
    g_test_add_func("/fetch/records/disk-lost", test_disk_lost);
    g_test_add_func("/fetch/records/nowhere", test_nowhere);
    return g_test_run();
}
