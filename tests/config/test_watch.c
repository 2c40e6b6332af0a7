/* SPDX-License-Identifier: MIT */
#include "placard/config/watch.h"

#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

enum { DEADLINE_MS = 10 * 1000 };

/* A directory with config.json, which is watched, and what else a test makes there. */
struct fixture {
    char *directory;
    char *path;
    struct watch *watch;
};

static char *inside(const struct fixture *fixture, const char *name)
{
    return g_build_filename(fixture->directory, name, NULL);
}

/* As `>` of a shell does: the same file, emptied and written anew. */
static void write_in_place(const char *path, const char *text)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    g_assert_cmpint(descriptor, >=, 0);
    g_assert_cmpint(write(descriptor, text, strlen(text)), ==, (gssize)strlen(text));
    close(descriptor);
}

static void write_inside(const struct fixture *fixture, const char *name, const char *text)
{
    g_autofree char *path = inside(fixture, name);
    write_in_place(path, text);
}

static void rename_inside(const struct fixture *fixture, const char *from, const char *to)
{
    g_autofree char *from_path = inside(fixture, from);
    g_autofree char *to_path = inside(fixture, to);
    g_assert_cmpint(g_rename(from_path, to_path), ==, 0);
}

static void link_inside(const struct fixture *fixture, const char *target, const char *name)
{
    g_autofree char *path = inside(fixture, name);
    g_assert_cmpint(symlink(target, path), ==, 0);
}

static void make_inside(const struct fixture *fixture, const char *name)
{
    g_autofree char *path = inside(fixture, name);
    g_assert_cmpint(g_mkdir(path, 0700), ==, 0);
}

static void watch_path(struct fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    fixture->watch = watch_new(fixture->path, &error);
    g_assert_no_error(error);
    g_assert_nonnull(fixture->watch);
}

static bool is_readable(const struct fixture *fixture, int timeout_ms)
{
    struct pollfd descriptor = {.fd = watch_descriptor(fixture->watch), .events = POLLIN};
    return poll(&descriptor, 1, timeout_ms) == 1;
}

static void assert_changed(const struct fixture *fixture)
{
    bool changed = false;
    while (!changed) {
        g_assert_true(is_readable(fixture, DEADLINE_MS));
        changed = watch_changed(fixture->watch);
    }
}

/* The kernel queues an event before the call that caused it returns: no need to wait. */
static void assert_unchanged(const struct fixture *fixture)
{
    g_assert_false(watch_changed(fixture->watch));
    while (is_readable(fixture, 0)) {
        g_assert_false(watch_changed(fixture->watch));
    }
}

static void remove_tree(const char *path)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
        g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
        const char *name = NULL;
        while ((name = g_dir_read_name(directory)) != NULL) {
            g_autofree char *child = g_build_filename(path, name, NULL);
            remove_tree(child);
        }
    }
    g_assert_cmpint(g_remove(path), ==, 0);
}

static void set_up(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->directory = g_dir_make_tmp("placard-XXXXXX", NULL);
    g_assert_nonnull(fixture->directory);
    fixture->path = inside(fixture, "config.json");
}

static void tear_down(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    watch_free(fixture->watch);
    remove_tree(fixture->directory);
    g_free(fixture->directory);
    g_free(fixture->path);
}

static void test_nothing(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_in_place(fixture->path, "{}");
    watch_path(fixture);
    assert_unchanged(fixture);
    g_assert_false(is_readable(fixture, 0));
}

static void test_written_in_place(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_in_place(fixture->path, "{}");
    watch_path(fixture);
    for (int round = 0; round < 3; round++) {
        write_in_place(fixture->path, "[]"); /* as long as before, within a tick of the clock */
        assert_changed(fixture);
        assert_unchanged(fixture);
    }
}

static void test_emptied(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_in_place(fixture->path, "{}");
    watch_path(fixture);
    write_in_place(fixture->path, "");
    assert_changed(fixture);
}

static void test_renamed_over(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_in_place(fixture->path, "{}");
    watch_path(fixture);
    for (int round = 0; round < 3; round++) {
        write_inside(fixture, "config.json.new", "{\"title\": \"\"}");
        assert_unchanged(fixture);
        rename_inside(fixture, "config.json.new", "config.json");
        assert_changed(fixture);
        assert_unchanged(fixture);
    }
}

static void test_removed_and_back(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_in_place(fixture->path, "{}");
    watch_path(fixture);
    g_assert_cmpint(g_remove(fixture->path), ==, 0);
    assert_changed(fixture);
    write_in_place(fixture->path, "{}");
    assert_changed(fixture);
    rename_inside(fixture, "config.json", "config.json~");
    assert_changed(fixture);
    rename_inside(fixture, "config.json~", "config.json");
    assert_changed(fixture);
    assert_unchanged(fixture);
}

static void test_first_made_later(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    watch_path(fixture);
    assert_unchanged(fixture);
    write_in_place(fixture->path, "{}");
    assert_changed(fixture);
}

/* A new file is not read before its writer is done. */
static void test_half_written(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    watch_path(fixture);
    int descriptor = open(fixture->path, O_WRONLY | O_CREAT, 0600);
    g_assert_cmpint(descriptor, >=, 0);
    assert_unchanged(fixture);
    g_assert_cmpint(write(descriptor, "{}", 2), ==, 2);
    close(descriptor);
    assert_changed(fixture);
}

static void test_other_files(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_in_place(fixture->path, "{}");
    watch_path(fixture);
    write_inside(fixture, "other.json", "{}");
    write_inside(fixture, "config.json.swp", "x");
    make_inside(fixture, "folder");
    assert_unchanged(fixture);
}

static void test_link_target_written(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    make_inside(fixture, "real");
    write_inside(fixture, "real/one.json", "{}");
    link_inside(fixture, "real/one.json", "config.json");
    watch_path(fixture);
    write_inside(fixture, "real/one.json", "[]");
    assert_changed(fixture);
    assert_unchanged(fixture);
}

static void test_link_swapped(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    make_inside(fixture, "real");
    make_inside(fixture, "elsewhere");
    write_inside(fixture, "real/one.json", "{}");
    write_inside(fixture, "elsewhere/two.json", "{}");
    link_inside(fixture, "real/one.json", "config.json");
    watch_path(fixture);
    link_inside(fixture, "elsewhere/two.json", "config.json.new");
    assert_unchanged(fixture);
    rename_inside(fixture, "config.json.new", "config.json");
    assert_changed(fixture);
    write_inside(fixture, "real/one.json", "[]"); /* no longer ours */
    assert_unchanged(fixture);
    write_inside(fixture, "elsewhere/two.json", "[]");
    assert_changed(fixture);
}

/* As config maps of containers are updated: config.json → ..data/config.json, and ..data, itself
 * a link, is swapped for one to another directory. */
static void test_directory_link_swapped(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    make_inside(fixture, "one");
    make_inside(fixture, "two");
    write_inside(fixture, "one/config.json", "{}");
    write_inside(fixture, "two/config.json", "{}");
    link_inside(fixture, "one", "..data");
    link_inside(fixture, "..data/config.json", "config.json");
    watch_path(fixture);
    link_inside(fixture, "two", "..new");
    rename_inside(fixture, "..new", "..data");
    assert_changed(fixture);
    write_inside(fixture, "two/config.json", "[]");
    assert_changed(fixture);
    assert_unchanged(fixture);
}

static void test_link_made_whole(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    link_inside(fixture, "later.json", "config.json");
    watch_path(fixture);
    write_inside(fixture, "later.json", "{}");
    assert_changed(fixture);
}

static void test_link_to_itself(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    link_inside(fixture, "config.json", "config.json");
    watch_path(fixture);
    assert_unchanged(fixture);
    g_assert_cmpint(g_remove(fixture->path), ==, 0);
    write_in_place(fixture->path, "{}");
    assert_changed(fixture);
}

static void test_directory_removed_and_back(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    g_free(fixture->path);
    fixture->path = inside(fixture, "placard/config.json");
    make_inside(fixture, "placard");
    write_in_place(fixture->path, "{}");
    watch_path(fixture);
    g_autofree char *directory = inside(fixture, "placard");
    remove_tree(directory);
    assert_changed(fixture);
    make_inside(fixture, "placard");
    assert_unchanged(fixture);
    write_in_place(fixture->path, "{}");
    assert_changed(fixture);
    write_in_place(fixture->path, "[]");
    assert_changed(fixture);
}

/* As a first config comes: nothing of the path is there, and each directory may come with a look
 * in between, or all at once. */
static void test_path_made_later(struct fixture *fixture, gconstpointer data)
{
    static const char *const names[] = {"home", "home/.config", "home/.config/placard"};

    (void)data;
    g_free(fixture->path);
    fixture->path = inside(fixture, "home/.config/placard/config.json");
    watch_path(fixture);
    for (int looks = 0; looks < 1 << G_N_ELEMENTS(names); looks++) {
        for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
            make_inside(fixture, names[i]);
            if ((looks & 1 << i) != 0) {
                assert_unchanged(fixture);
            }
        }
        write_in_place(fixture->path, "{}");
        assert_changed(fixture);
        write_in_place(fixture->path, "[]");
        assert_changed(fixture);
        g_autofree char *home = inside(fixture, "home");
        remove_tree(home);
        assert_changed(fixture);
    }
}

/* A file where a directory should be is one that may go. */
static void test_path_blocked(struct fixture *fixture, gconstpointer data)
{
    g_autofree char *block = inside(fixture, "placard");

    (void)data;
    g_free(fixture->path);
    fixture->path = inside(fixture, "placard/config.json");
    write_in_place(block, "in the way");
    watch_path(fixture);
    g_assert_cmpint(g_remove(block), ==, 0);
    make_inside(fixture, "placard");
    write_in_place(fixture->path, "{}");
    assert_changed(fixture);
}

/* More events than the kernel keeps must not hide the one that counts. */
static void test_flood(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_in_place(fixture->path, "{}");
    watch_path(fixture);
    for (int i = 0; i < 6000; i++) {
        write_inside(fixture, "a", "");
        write_inside(fixture, "b", ""); /* equal neighbours would be merged */
    }
    write_in_place(fixture->path, "[]");
    assert_changed(fixture);
}

static const struct {
    const char *path;
    void (*run)(struct fixture *fixture, gconstpointer data);
} tests[] = {
    {"/config/watch/nothing", test_nothing},
    {"/config/watch/written-in-place", test_written_in_place},
    {"/config/watch/emptied", test_emptied},
    {"/config/watch/renamed-over", test_renamed_over},
    {"/config/watch/removed-and-back", test_removed_and_back},
    {"/config/watch/first-made-later", test_first_made_later},
    {"/config/watch/half-written", test_half_written},
    {"/config/watch/other-files", test_other_files},
    {"/config/watch/link-target-written", test_link_target_written},
    {"/config/watch/link-swapped", test_link_swapped},
    {"/config/watch/directory-link-swapped", test_directory_link_swapped},
    {"/config/watch/link-made-whole", test_link_made_whole},
    {"/config/watch/link-to-itself", test_link_to_itself},
    {"/config/watch/directory-removed-and-back", test_directory_removed_and_back},
    {"/config/watch/path-made-later", test_path_made_later},
    {"/config/watch/path-blocked", test_path_blocked},
    {"/config/watch/flood", test_flood},
};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_test_add(tests[i].path, struct fixture, NULL, set_up, tests[i].run, tear_down);
    }
    return g_test_run();
}
