/* SPDX-License-Identifier: MIT
 *
 * A disk that is full, or can only be read, in a mount name space of the test's own.
 */
#define _GNU_SOURCE /* unshare */
#include "program.h"

#include "placard/edition/edition.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#define LIST "list --now 2026-11-23T15:00:00Z feed.xml"

static bool write_short(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool written = file >= 0 && write(file, text, strlen(text)) == (ssize_t)strlen(text);
    if (file >= 0)
        close(file);
    return written;
}

/* A name space in which this process may mount; as root of its own where it is not root. */
static bool enter_space(void)
{
    if (geteuid() == 0)
        return unshare(CLONE_NEWNS) == 0 && mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
    g_autofree char *users = g_strdup_printf("0 %u 1", geteuid());
    g_autofree char *groups = g_strdup_printf("0 %u 1", getegid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
           write_short("/proc/self/setgroups", "deny") &&
           write_short("/proc/self/uid_map", users) && write_short("/proc/self/gid_map", groups) &&
           mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
}

/* A desk whose caches lie on a small disk. */
struct small {
    struct desk desk;
    char *disk;
};

static void small_init(struct small *small)
{
    desk_init(&small->desk);
    small->disk = g_build_filename(small->desk.directory, "disk", NULL);
    g_assert_cmpint(g_mkdir(small->disk, 0700), ==, 0);
    g_assert_cmpint(mount("small", small->disk, "tmpfs", 0, "size=256k"), ==, 0);
    static const char *const places[] = {"XDG_CACHE_HOME", "XDG_RUNTIME_DIR"};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        small->desk.environment =
            g_environ_setenv(small->desk.environment, places[i], small->disk, TRUE);
}

static void small_clear(struct small *small)
{
    g_assert_cmpint(umount(small->disk), ==, 0);
    desk_clear(&small->desk);
    g_free(small->disk);
}

/* Until nothing more fits. */
static void small_fill(const struct small *small)
{
    static const char block[4096];
    g_autofree char *path = g_build_filename(small->disk, "filler", NULL);
    int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    g_assert_cmpint(file, >=, 0);
    while (write(file, block, sizeof block) > 0)
        continue;
    g_assert_cmpint(errno, ==, ENOSPC);
    close(file);
}

static void small_set_read_only(const struct small *small, bool is_read_only)
{
    unsigned long flags = MS_REMOUNT | (is_read_only ? MS_RDONLY : 0);
    g_assert_cmpint(mount("small", small->disk, "tmpfs", flags, "size=256k"), ==, 0);
}

static void write_feed(const struct small *small, const char *headline)
{
    g_autofree char *text =
        g_strdup_printf("<rss version=\"2.0\"><channel><title>Post</title><item>"
                        "<title>%s</title></item></channel></rss>",
                        headline);
    desk_write(&small->desk, "feed.xml", text);
}

static void remove_feed(const struct small *small)
{
    g_autofree char *path = g_build_filename(small->desk.directory, "feed.xml", NULL);
    g_assert_cmpint(g_unlink(path), ==, 0);
}

/* One story with this headline; complaint: what is said besides, or NULL for nothing. */
static void assert_lists(const struct small *small, const char *headline, enum source_status status,
                         const char *complaint)
{
    struct run run = desk_run(&small->desk, LIST);
    struct edition *edition = edition_parse(run.out, strlen(run.out), NULL);
    g_assert_nonnull(edition);
    g_assert_cmpuint(edition->stories->len, ==, 1);
    const struct story *story = edition->stories->pdata[0];
    const struct source_report *report = edition->sources->pdata[0];
    g_assert_cmpstr(story->headline, ==, headline);
    g_assert_cmpint(report->status, ==, status);
    g_assert_cmpint(run.status, ==, status == SOURCE_STATUS_OK ? 0 : 1);
    if (complaint == NULL)
        g_assert_cmpstr(run.err, ==, "");
    else
        g_assert_nonnull(strstr(run.err, complaint));
    edition_free(edition);
    run_clear(&run);
}

/* What a write that failed may not leave behind. */
static void assert_no_strays(const struct small *small)
{
    g_autofree char *path = g_build_filename(small->disk, "placard", NULL);
    g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
    g_assert_nonnull(directory);
    for (const char *name; (name = g_dir_read_name(directory)) != NULL;)
        g_assert_false(g_str_has_prefix(name, "new-"));
}

/* The news goes on; what was kept before the disk was full is kept. */
static void test_full(void)
{
    struct small small;
    small_init(&small);
    write_feed(&small, "Before the flood");
    assert_lists(&small, "Before the flood", SOURCE_STATUS_OK, NULL);
    small_fill(&small);
    g_autofree char *long_headline = g_strnfill(3000, 'x');
    write_feed(&small, long_headline);
    assert_lists(&small, long_headline, SOURCE_STATUS_OK, "no space left on device");
    assert_no_strays(&small);
    remove_feed(&small);
    assert_lists(&small, "Before the flood", SOURCE_STATUS_STALE, "feed.xml");
    small_clear(&small);
}

static void test_read_only(void)
{
    struct small small;
    small_init(&small);
    write_feed(&small, "Before the frost");
    assert_lists(&small, "Before the frost", SOURCE_STATUS_OK, NULL);
    small_set_read_only(&small, true);
    write_feed(&small, "In the frost");
    assert_lists(&small, "In the frost", SOURCE_STATUS_OK, "read-only file system");
    remove_feed(&small);
    assert_lists(&small, "Before the frost", SOURCE_STATUS_STALE, "feed.xml");
    small_set_read_only(&small, false);
    write_feed(&small, "After the frost");
    assert_lists(&small, "After the frost", SOURCE_STATUS_OK, NULL);
    small_clear(&small);
}

/* Pictures that do not fit are an error that names them, and no half of one is left. */
static void test_snapshot(void)
{
    struct small small;
    small_init(&small);
    write_feed(&small, "No room for this");
    small_fill(&small);
    struct run run = desk_run(&small.desk, "snapshot --size 800x480 disk/cards feed.xml");
    g_assert_cmpint(run.status, ==, 1);
    g_assert_nonnull(strstr(run.err, "disk/cards"));
    g_assert_nonnull(strstr(run.err, "no space left on device"));
    g_autofree char *path = g_build_filename(small.disk, "cards/001.png", NULL);
    g_assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    run_clear(&run);
    small_clear(&small);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    if (!enter_space()) {
        g_printerr("no name space to mount in: skipped\n");
        return 77;
    }
    g_test_add_func("/disk/full", test_full);
    g_test_add_func("/disk/read-only", test_read_only);
    g_test_add_func("/disk/snapshot", test_snapshot);
    return g_test_run();
}
