/* SPDX-License-Identifier: MIT
 *
 * Killed at any moment, and started again: what was kept is never worse than before.
 */
#include "program.h"

#include "placard/edition/edition.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

enum { KILLS = 50, STRAYS_MAX = 8 };

#define LIST "list --due --now 2026-11-23T15:00:00Z feed.xml"

/* Pieces of a record large enough for a write to take time. */
enum { STORIES = 40 };

static void write_feed(const struct desk *desk, unsigned version)
{
    g_autoptr(GString) text = g_string_new("<rss version=\"2.0\"><channel><title>Post</title>");
    for (unsigned i = 0; i < STORIES; i++)
        g_string_append_printf(text,
                               "<item><title>Number %u of edition %u</title><guid>%u</guid>"
                               "<description>Of which there is not much to tell. It was a day like "
                               "others, and evening came.</description></item>",
                               i, version, i);
    g_string_append(text, "</channel></rss>");
    desk_write(desk, "feed.xml", text->str);
}

/* The edition that all stories are of; they may not be of two. */
static unsigned version_listed(const struct run *run)
{
    unsigned version = 0;
    struct edition *edition = edition_parse(run->out, strlen(run->out), NULL);
    g_assert_nonnull(edition);
    g_assert_cmpuint(edition->stories->len, ==, STORIES);
    for (guint i = 0; i < STORIES; i++) {
        const struct story *story = edition->stories->pdata[i];
        const char *of = strrchr(story->headline, ' ');
        unsigned own = (unsigned)g_ascii_strtoull(of, NULL, 10);
        g_assert_true(version == 0 || own == version);
        version = own;
    }
    edition_free(edition);
    return version;
}

/* What is listed while the feed is away. */
static unsigned version_kept(const struct desk *desk)
{
    g_autofree char *path = g_build_filename(desk->directory, "feed.xml", NULL);
    g_assert_cmpint(g_unlink(path), ==, 0);
    struct run run = desk_run(desk, "list --now 2026-11-23T15:00:00Z feed.xml");
    g_assert_cmpint(run.status, ==, 1);
    unsigned version = version_listed(&run);
    run_clear(&run);
    return version;
}

static GPid start(const struct desk *desk)
{
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) arguments = program_arguments(LIST);
    GPid process = 0;
    g_spawn_async(desk->directory, arguments, desk->environment,
                  G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                      G_SPAWN_STDERR_TO_DEV_NULL,
                  NULL, NULL, &process, &error);
    g_assert_no_error(error);
    return process;
}

/* How long a whole run takes here. */
static gint64 run_us(const struct desk *desk)
{
    gint64 begun_us = g_get_monotonic_time();
    GPid process = start(desk);
    int status = 0;
    g_assert_cmpint(waitpid(process, &status, 0), ==, process);
    g_assert_cmpint(WIFEXITED(status) ? WEXITSTATUS(status) : -1, ==, 0);
    return g_get_monotonic_time() - begun_us;
}

static void kill_at_some_moment(const struct desk *desk, gint64 longest_us, GRand *chance)
{
    GPid process = start(desk);
    g_usleep((gulong)g_rand_int_range(chance, 0, (gint32)longest_us));
    kill(process, SIGKILL);
    g_assert_cmpint(waitpid(process, NULL, 0), ==, process);
}

static unsigned count_strays(const struct desk *desk)
{
    unsigned count = 0;
    g_autofree char *path = g_build_filename(desk->directory, "placard", NULL);
    g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
    for (const char *name; directory && (name = g_dir_read_name(directory)) != NULL;)
        count += g_str_has_prefix(name, "new-");
    return count;
}

static void test_list(void)
{
    struct desk desk;
    desk_init(&desk);
    guint32 seed = g_test_rand_int_range(1, G_MAXINT32);
    g_test_message("seed %u", seed);
    GRand *chance = g_rand_new_with_seed(seed);
    write_feed(&desk, 1);
    run_us(&desk);
    write_feed(&desk, 2);
    gint64 longest_us = run_us(&desk) * 5 / 4;
    unsigned last = version_kept(&desk);
    g_assert_cmpuint(last, ==, 2);
    for (unsigned version = 3; version < 3 + KILLS; version++) {
        write_feed(&desk, version);
        kill_at_some_moment(&desk, longest_us, chance);
        unsigned kept = version_kept(&desk);
        g_assert_cmpuint(kept, >=, last);
        g_assert_cmpuint(kept, <=, version);
        g_assert_cmpuint(count_strays(&desk), <=, STRAYS_MAX);
        last = kept;
    }
    g_test_message("the last kept is %u of %u", last, 2 + KILLS);
    g_rand_free(chance);
    desk_clear(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/kill/list", test_list);
    return g_test_run();
}
