/* SPDX-License-Identifier: MIT */
#include "placard/fetch/cache.h"

#include "place.h"
#include "shelf.h"
#include "placard/limits.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

struct directory_case {
    const char *name;
    const char *cache;
    const char *xdg;
    const char *home;
    const char *expected;
};

static const struct directory_case directory_cases[] = {
    {"systemd", "/var/cache/placard", "/x", "/h", "/var/cache/placard"},
    {"systemd/several", "/var/cache/a:/var/cache/b", "/x", "/h", "/var/cache/a"},
    {"xdg", NULL, "/x", "/h", "/x/placard"},
    {"home", NULL, NULL, "/h", "/h/.cache/placard"},
    {"empty", "", "", "/h", "/h/.cache/placard"},
    {"relative", "here", "there", "/h", "/h/.cache/placard"},
    {"nowhere", NULL, NULL, NULL, NULL},
};

static void test_directory(gconstpointer data)
{
    const struct directory_case *test = data;
    g_autofree char *directory = cache_directory(test->cache, test->xdg, test->home);

    g_assert_cmpstr(directory, ==, test->expected);
}

static void test_runtime_directory(void)
{
    g_autofree char *of_unit = cache_runtime_directory("/run/placard", "/run/user/7");
    g_autofree char *of_session = cache_runtime_directory(NULL, "/run/user/7");

    g_assert_cmpstr(of_unit, ==, "/run/placard");
    g_assert_cmpstr(of_session, ==, "/run/user/7/placard");
    g_assert_null(cache_runtime_directory("", NULL));
}

static void test_keeps(void)
{
    char *place = place_new();
    g_autofree char *directory = place_path(place, "made/here");
    struct cache *cache = shelf_open(directory);

    shelf_assert(cache, SHELF_KEY, NULL);
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_assert_true(shelf_store(cache, SHELF_KEY "?other", "another"));
    g_assert_true(shelf_store(cache, "empty", ""));
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    cache_free(cache);

    cache = shelf_open(directory);
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    shelf_assert(cache, SHELF_KEY "?other", "another");
    shelf_assert(cache, "empty", "");
    g_assert_true(shelf_store(cache, SHELF_KEY, "what is new"));
    shelf_assert(cache, SHELF_KEY, "what is new");
    cache_free(cache);
    place_free(place);
}

static void test_kinds_are_apart(void)
{
    char *place = place_new();
    struct cache *cache = shelf_open(place);
    g_autoptr(GError) error = NULL;

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_assert_null(cache_load(cache, CACHE_KIND_EDITION, SHELF_KEY, &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    cache_free(cache);
    place_free(place);
}

static void test_private(void)
{
    char *place = place_new();
    g_autofree char *directory = place_path(place, "private");
    struct cache *cache = shelf_open(directory);

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_autofree char *file = shelf_only_file(directory);
    g_assert_cmpint(shelf_status(directory).st_mode & 0777, ==, 0700);
    g_assert_cmpint(shelf_status(file).st_mode & 0777, ==, 0600);
    g_assert_null(strstr(file, "news.example"));
    cache_free(cache);
    place_free(place);
}

/* The disk must not wear when nothing changes. */
static void test_same_is_not_written(void)
{
    char *place = place_new();
    struct cache *cache = shelf_open(place);

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_autofree char *file = shelf_only_file(place);
    const struct stat before = shelf_status(file);
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    const struct stat same = shelf_status(file);
    g_assert_cmpuint(before.st_ino, ==, same.st_ino);
    g_assert_cmpint(before.st_mtim.tv_nsec, ==, same.st_mtim.tv_nsec);

    /* A hard link holds the old file, so that its number is not given out again. */
    g_autofree char *held = place_path(place, "held");
    g_assert_cmpint(link(file, held), ==, 0);
    g_assert_true(shelf_store(cache, SHELF_KEY, "changed"));
    g_assert_cmpuint(before.st_ino, !=, shelf_status(file).st_ino);
    cache_free(cache);
    place_free(place);
}

/* A process killed in the middle of a write leaves its temporary file; one that still writes holds
 * a lock on it. */
static void test_stale_temporary(void)
{
    char *place = place_new();
    struct cache *cache = shelf_open(place);

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    place_write(place, "new-4711-0", "half of wha");
    place_write(place, "new-4712-0", "still being writ");
    g_autofree char *busy = place_path(place, "new-4712-0");
    const int writer = open(busy, O_RDONLY | O_CLOEXEC);
    g_assert_cmpint(flock(writer, LOCK_EX | LOCK_NB), ==, 0);
    cache_free(cache);

    cache = shelf_open(place);
    g_autoptr(GPtrArray) left = place_names(place, "new-");
    g_assert_cmpuint(left->len, ==, 1);
    g_assert_cmpstr(left->pdata[0], ==, "new-4712-0");
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    close(writer);
    cache_free(cache);
    place_free(place);
}

static void test_nowhere(void)
{
    g_autoptr(GError) error = NULL;
    struct cache *cache = cache_open(NULL, &error);

    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    shelf_assert(cache, SHELF_KEY, NULL);
    cache_free(cache);
    cache_free(NULL);
}

static void test_file_in_place_of_directory(void)
{
    char *place = place_new();
    g_autofree char *directory = place_path(place, "file/cache");
    g_autoptr(GError) error = NULL;

    place_write(place, "file", "in the way");
    struct cache *cache = cache_open(directory, &error);
    g_assert_nonnull(error);
    g_assert_true(error->domain == G_FILE_ERROR);
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    shelf_assert(cache, SHELF_KEY, NULL);
    cache_free(cache);
    place_free(place);
}

static void test_read_only(void)
{
    if (geteuid() == 0) {
        g_test_skip("root may write everywhere");
        return;
    }

    char *place = place_new();
    struct cache *cache = shelf_open(place);
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_assert_cmpint(chmod(place, 0500), ==, 0);
    g_assert_false(shelf_store(cache, SHELF_KEY, "new"));
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    g_assert_cmpint(chmod(place, 0700), ==, 0);
    cache_free(cache);
    place_free(place);
}

static void test_too_large(void)
{
    char *place = place_new();
    struct cache *cache = shelf_open(place);
    g_autofree char *huge = g_malloc0(LIMIT_RECORD_BYTES + 1);
    g_autoptr(GError) error = NULL;

    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));
    g_assert_false(
        cache_store(cache, CACHE_KIND_SOURCE, SHELF_KEY, huge, LIMIT_RECORD_BYTES + 1, &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    cache_free(cache);
    place_free(place);
}

/* What is not in use is kept as long as there is room for it; what is in use is kept. */
static void test_forget(void)
{
    static const char *const keys[] = {"in use", "oldest", "older", "last"};
    static const char *const used[] = {"in use", NULL};
    const size_t third_bytes = LIMIT_CACHE_UNUSED_BYTES / 3 + 1;
    char *place = place_new();
    struct cache *cache = shelf_open(place);
    g_autofree char *bytes = g_malloc0(third_bytes);

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_assert_true(cache_store(cache, CACHE_KIND_EDITION, keys[i], bytes, third_bytes, NULL));
        g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, keys[i], -1);
        g_autofree char *name = g_strdup_printf("edition-%.24s", sum);
        g_autofree char *path = place_path(place, name);
        struct utimbuf then = {1000000000 + (time_t)i, 1000000000 + (time_t)i};
        g_assert_cmpint(g_utime(path, &then), ==, 0);
    }
    g_assert_true(shelf_store(cache, SHELF_KEY, SHELF_TEXT));

    cache_forget(cache, CACHE_KIND_EDITION, used);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autoptr(GBytes) kept = cache_load(cache, CACHE_KIND_EDITION, keys[i], NULL);
        g_assert_cmpint(kept != NULL, ==, !g_str_equal(keys[i], "oldest"));
    }
    shelf_assert(cache, SHELF_KEY, SHELF_TEXT);
    cache_free(cache);
    place_free(place);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(directory_cases); i++) {
        g_autofree char *path =
            g_strconcat("/fetch/cache/directory/", directory_cases[i].name, NULL);
        g_test_add_data_func(path, &directory_cases[i], test_directory);
    }
    g_test_add_func("/fetch/cache/runtime-directory", test_runtime_directory);
    g_test_add_func("/fetch/cache/keeps", test_keeps);
    g_test_add_func("/fetch/cache/kinds", test_kinds_are_apart);
    g_test_add_func("/fetch/cache/private", test_private);
    g_test_add_func("/fetch/cache/same-is-not-written", test_same_is_not_written);
    g_test_add_func("/fetch/cache/stale-temporary", test_stale_temporary);
    g_test_add_func("/fetch/cache/nowhere", test_nowhere);
    g_test_add_func("/fetch/cache/file-in-place", test_file_in_place_of_directory);
    g_test_add_func("/fetch/cache/read-only", test_read_only);
    g_test_add_func("/fetch/cache/too-large", test_too_large);
    g_test_add_func("/fetch/cache/forget", test_forget);
    return g_test_run();
}
