/* SPDX-License-Identifier: MIT
 *
 * The screen with another program in the fetcher's place, so that it can be made to do anything. */
#include "showing.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define CONFIG                                                                                     \
    "{\"sources\": [{\"url\": \"" PLACARD_FIXTURES "/cli/news.rss\"}],"                            \
    "\"rotation\": {\"dwell_seconds\": 600, \"transition\": \"cut\"},"                             \
    "\"display\": {\"progress\": \"none\", \"clock\": false}}"
#define START "preview --now 2026-11-23T15:00:00Z --config config.json --size 800x480"

#define FERRY "Ferry timetable grows"
#define LAMPS "New lamps light"

/* What the real one does. */
#define GOOD "exec \"$real\" \"$@\""

/* What the fetcher does the next time. */
static void write_turn(const struct showing *showing, const char *turn)
{
    desk_write(&showing->desk, "turn", turn);
}

/* How often it has been started. */
static unsigned count_starts(const struct showing *showing)
{
    g_autofree char *path = g_build_filename(showing->desk.directory, "starts", NULL);
    g_autofree char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) ? (unsigned)strlen(text) : 0;
}

/* Installs placard on the desk: the layout is the same everywhere, and a program finds its fetcher
 * and its assets by where it lies itself. */
static void install(struct showing *showing)
{
    const char *desk = showing->desk.directory;
    g_autofree char *bin = g_path_get_dirname(PLACARD_PROGRAM);
    g_autofree char *prefix = g_path_get_dirname(bin);
    g_autofree char *own_bin = g_build_filename(desk, "bin", NULL);
    g_autofree char *share = g_build_filename(prefix, "share", NULL);
    g_autofree char *own_share = g_build_filename(desk, "share", NULL);
    g_autofree char *fetcher = g_build_filename(desk, "libexec/placard/placard-fetcher", NULL);
    g_autofree char *script = g_strdup_printf(
        "#!/bin/sh\nreal='%s/libexec/placard/placard-fetcher'\nprintf x >>'%s/starts'\n"
        ". '%s/turn'\n",
        prefix, desk, desk);
    g_autofree char *program = NULL;
    gsize length;
    g_free(showing->program);
    showing->program = g_build_filename(own_bin, "placard", NULL);
    g_assert_cmpint(g_mkdir(own_bin, 0700), ==, 0);
    g_assert_true(g_file_get_contents(PLACARD_PROGRAM, &program, &length, NULL));
    g_assert_true(g_file_set_contents(showing->program, program, (gssize)length, NULL));
    g_assert_cmpint(g_chmod(showing->program, 0700), ==, 0);
    g_assert_cmpint(symlink(share, own_share), ==, 0);
    desk_write(&showing->desk, "libexec/placard/placard-fetcher", script);
    g_assert_cmpint(g_chmod(fetcher, 0700), ==, 0);
    desk_write(&showing->desk, "config.json", CONFIG);
}

static bool has_no_children(const struct showing *showing)
{
    struct children children = showing_children(showing);
    return children.running == 0 && children.ended == 0;
}

static const struct {
    const char *turn, *complaint;
} failures[] = {
    {"echo no edition", "placard: fetcher printed what is not an edition: "},
    {"echo '{\"edition\": 1, \"stories\": []}'; exit 1", "placard: fetcher printed what is not"},
    {"printf '{\"edition\": 1'", "placard: fetcher printed no edition\n"},
    {"kill -SEGV $$", "placard: fetcher was killed by signal 11\n"},
    {"exit 77", "placard: fetcher exited with status 77\n"},
    {"exec tr '\\0' x </dev/zero", "placard: fetcher printed a line longer than "},
};

/* Whatever the fetcher does, the card stays, all is told, and nothing is left behind. */
static void test_failures(struct showing *showing)
{
    struct image card;
    install(showing);
    write_turn(showing, GOOD);
    showing_start(showing, START);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    assert_soon(showing, has_no_children(showing));
    g_assert_true(showing_look(showing, &card));
    unsigned descriptors = showing_descriptors(showing);
    for (size_t i = 0; i < G_N_ELEMENTS(failures); i++) {
        write_turn(showing, failures[i].turn);
        showing_press(showing, "r");
        assert_soon(showing, showing_said(showing, failures[i].complaint));
        assert_soon(showing, has_no_children(showing));
        g_assert_cmpuint(showing_descriptors(showing), ==, descriptors);
        g_assert_true(showing_looks_like(showing, &card));
    }
    image_clear(&card);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* One that closes its output and lives on, or says nothing at all, goes when another is wanted, and
 * when placard ends. */
static void test_idle(struct showing *showing)
{
    install(showing);
    write_turn(showing, "exec >&-; exec sleep 600");
    showing_start(showing, START);
    assert_soon(showing, count_starts(showing) == 1);
    GPid first = showing_children(showing).newest;
    write_turn(showing, "exec sleep 600");
    showing_press(showing, "r");
    assert_soon(showing, count_starts(showing) == 2);
    assert_soon(showing, kill(first, 0) != 0);
    g_assert_cmpuint(showing_children(showing).running, ==, 1);
    GPid second = showing_children(showing).newest;
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
    assert_soon(showing, kill(second, 0) != 0);
}

/* The last edition is shown without waiting for any fetcher. */
static void test_at_once(struct showing *showing)
{
    install(showing);
    write_turn(showing, GOOD);
    showing_start(showing, START);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);

    write_turn(showing, "exec sleep 600");
    showing_start(showing, START);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, LAMPS));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* After a failure it is started again by itself; and a fetcher that cannot be started, as while it
 * is replaced by a newer one, is a failure like others. */
static void test_retried(struct showing *showing)
{
    g_autofree char *fetcher =
        g_build_filename(showing->desk.directory, "libexec/placard/placard-fetcher", NULL);
    install(showing);
    write_turn(showing, GOOD);
    g_assert_cmpint(g_chmod(fetcher, 0600), ==, 0);
    showing_start(showing, START);
    assert_soon(showing, showing_said(showing, "placard: fetcher could not be started: "));
    g_assert_cmpint(g_chmod(fetcher, 0700), ==, 0);
    /* Ten seconds after the failure, by the clock of the screen. */
    assert_within(60, showing, showing_is_titled(showing, FERRY));
    g_assert_cmpuint(count_starts(showing), ==, 1);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

int main(int argc, char **argv)
{
    static const struct showing_test tests[] = {
        {"/fetcher/failures", test_failures},
        {"/fetcher/idle", test_idle},
        {"/fetcher/at-once", test_at_once},
        {"/fetcher/retried", test_retried},
    };
    g_test_init(&argc, &argv, NULL);
    return showing_test_all(tests, G_N_ELEMENTS(tests), SHOWING_PLACE_DESKTOP);
}
