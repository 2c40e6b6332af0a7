/* SPDX-License-Identifier: MIT */
#include "server.h"
#include "showing.h"

#include "placard/card/theme.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#define ARTICLE "{\"url\": \"" PLACARD_FIXTURES "/cli/article.txt\"}"
#define RSS "{\"url\": \"" PLACARD_FIXTURES "/cli/news.rss\"}"

#define PREVIEW "preview --config config.json --size 800x480"
#define AT_THREE " --now 2026-11-23T15:00:00Z"
#define AT_FIVE " --now 2026-11-23T17:00:00Z"

#define MILL "Old mill grinds"
#define FERRY "Ferry timetable grows"
#define LAMPS "New lamps light"

/* Cards that stay until a key is pressed, and that nothing moves on. */
static void configure(const struct showing *showing, const char *sources)
{
    g_autofree char *text =
        g_strdup_printf("{\"sources\": [%s], \"edition\": {\"order\": \"newest\"},"
                        "\"rotation\": {\"dwell_seconds\": 600, \"transition\": \"cut\"},"
                        "\"display\": {\"progress\": \"steps\", \"clock\": false}}",
                        sources);
    desk_write(&showing->desk, "config.json", text);
}

/* A source on a server, as the config has it; g_free. */
static char *source_at(const struct server *server, const char *path)
{
    g_autofree char *url = server_url(server, path);
    return g_strdup_printf("{\"url\": \"%s\"}", url);
}

static bool is_gone(GPid process)
{
    return kill(process, 0) != 0 && errno == ESRCH;
}

static bool has_no_children(const struct showing *showing)
{
    struct children children = showing_children(showing);
    return children.running == 0 && children.ended == 0;
}

/* While one source hangs, what the others have is shown; and an end is an end, of the fetcher too. */
static void test_hanging_source(struct showing *showing)
{
    const int *signal_number = showing->data;
    struct server *server = server_new(PLACARD_FIXTURES "/cli");
    g_autofree char *hanging = source_at(server, "/hang");
    g_autofree char *sources = g_strconcat(ARTICLE ", ", hanging, NULL);
    configure(showing, sources);
    showing_start(showing, PREVIEW AT_THREE);
    assert_soon(showing, server_requests(server, "/hang") == 1);
    assert_soon(showing, showing_is_titled(showing, MILL));
    GPid fetcher = showing_children(showing).newest;
    g_assert_cmpint(fetcher, !=, 0);
    g_assert_cmpint(showing_end(showing, *signal_number), ==, 0);
    assert_soon(showing, is_gone(fetcher));
    server_free(server);
}

/* The fetcher may be taken away at work: nothing is lost, and it is started again. */
static void test_fetcher_killed(struct showing *showing)
{
    struct server *server = server_new(PLACARD_FIXTURES "/cli");
    g_autofree char *hanging = source_at(server, "/hang");
    g_autofree char *sources = g_strconcat(ARTICLE ", ", hanging, NULL);
    configure(showing, sources);
    showing_start(showing, PREVIEW AT_THREE);
    assert_soon(showing, showing_is_titled(showing, MILL));
    assert_soon(showing, server_requests(server, "/hang") == 1);
    g_assert_cmpint(kill(showing_children(showing).newest, SIGKILL), ==, 0);
    assert_soon(showing, showing_said(showing, "placard: fetcher was killed by signal 9\n"));
    g_assert_true(has_no_children(showing));
    g_assert_true(showing_is_titled(showing, MILL));
    showing_press(showing, "r");
    assert_soon(showing, server_requests(server, "/hang") == 2);
    g_assert_true(showing_is_titled(showing, MILL));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
    server_free(server);
}

/* Without a network the last edition is there again at once and stays; after a while it says how
 * old it is. */
static void test_offline(struct showing *showing)
{
    struct image online, offline;
    struct server *server = server_new(PLACARD_FIXTURES "/cli");
    g_autofree char *source = source_at(server, "/news.rss");
    configure(showing, source);
    showing_start(showing, PREVIEW AT_THREE);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_true(showing_look(showing, &online));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
    server_free(server);

    showing_start(showing, PREVIEW AT_THREE);
    assert_soon(showing, showing_looks_like(showing, &online));
    g_assert_true(showing_is_titled(showing, FERRY));
    showing_press(showing, "r");
    assert_soon(showing, showing_said(showing, "could not connect"));
    g_assert_true(showing_looks_like(showing, &online));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, LAMPS));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);

    showing_start(showing, PREVIEW AT_FIVE);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_true(showing_look(showing, &offline));
    struct box rail = {0, 0, 800, 480 * 14 / 100};
    guint32 amber = theme_get(THEME_LOOK_DARK)->amber;
    g_assert_cmpint(image_spot(&online, rail, amber).width, ==, 0);
    g_assert_cmpint(image_spot(&offline, rail, amber).width, >, 0);
    image_clear(&online);
    image_clear(&offline);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* Makes every file below a directory one that nobody can read anything in. */
static void spoil(const char *path)
{
    g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
    if (directory == NULL) {
        g_assert_true(g_file_set_contents(path, "\x01 spoilt {[<", -1, NULL));
        return;
    }
    for (const char *name; (name = g_dir_read_name(directory)) != NULL;) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        spoil(inner);
    }
}

/* A spoilt cache is as good as none: the news is fetched anew. */
static void test_spoilt_cache(struct showing *showing)
{
    g_autofree char *cache = g_build_filename(showing->desk.directory, "placard", NULL);
    configure(showing, RSS);
    for (int i = 0; i < 2; i++) {
        showing_start(showing, PREVIEW AT_THREE);
        assert_soon(showing, showing_is_titled(showing, FERRY));
        g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
        g_assert_true(g_file_test(cache, G_FILE_TEST_IS_DIR));
        spoil(cache);
    }
}

static void test_no_cache(struct showing *showing)
{
    configure(showing, RSS);
    showing->desk.environment =
        g_environ_setenv(showing->desk.environment, "XDG_CACHE_HOME", "/dev/null/none", TRUE);
    showing_start(showing, PREVIEW AT_THREE);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_true(showing_said(showing, "placard: going on without a cache: "));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* An RSS feed with the stories of these letters, the newest first; each letter is always the same
 * story. */
static void write_feed(const struct showing *showing, const char *letters)
{
    g_autoptr(GString) text = g_string_new("<rss version=\"2.0\"><channel><title>Alphabet</title>");
    for (const char *letter = letters; *letter != '\0'; letter++)
        g_string_append_printf(text,
                               "<item><title>Letter %c is in the news</title><guid>%c</guid>"
                               "<pubDate>Mon, 23 Nov 2026 12:%02d:00 GMT</pubDate></item>",
                               *letter, *letter, 'Z' - *letter);
    g_string_append(text, "</channel></rss>");
    desk_write(&showing->desk, "feed.xml", text->str);
}

/* Has the sources asked again, and waits until the progress tells that an edition has come. */
static void refresh(const struct showing *showing)
{
    struct image before, after;
    g_assert_true(showing_look(showing, &before));
    showing_press(showing, "r");
    assert_soon(showing, !showing_looks_like(showing, &before));
    g_assert_true(showing_look(showing, &after));
    g_assert_cmpint(image_difference(&before, &after).y, >, 480 * 90 / 100);
    image_clear(&before);
    image_clear(&after);
}

/* An edition comes in between two cards: the one that is shown stays, even when it is no more in
 * the news, and what follows it is what comes after it. */
static void test_new_edition(struct showing *showing)
{
    configure(showing, "{\"url\": \"feed.xml\"}");
    write_feed(showing, "CDE");
    showing_start(showing, PREVIEW AT_THREE);
    assert_soon(showing, showing_is_titled(showing, "Letter C "));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, "Letter D "));

    write_feed(showing, "ACDE");
    refresh(showing);
    g_assert_true(showing_is_titled(showing, "Letter D "));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, "Letter E "));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, "Letter A "));

    write_feed(showing, "BC");
    refresh(showing);
    g_assert_true(showing_is_titled(showing, "Letter A "));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, "Letter C "));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, "Letter B "));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* A character that no font has is left out of its card, and the log tells of it. */
static void test_missing_font(struct showing *showing)
{
    desk_write(&showing->desk, "edition.json",
               "{\"edition\": 1, \"made\": null, \"sources\": [], \"stories\": ["
               "{\"id\": \"a\", \"source\": \"Post\", \"headline\": \"The sign \U0010FFF0 is new\","
               " \"sentences\": [], \"priority\": \"normal\", \"also\": []}]}");
    configure(showing, "{\"url\": \"edition.json\"}");
    showing_start(showing, PREVIEW AT_THREE);
    assert_soon(showing, showing_said(showing, "no font for private use (U+10FFF0)"));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

int main(int argc, char **argv)
{
    static const int term = SIGTERM, interrupt = SIGINT;
    static const struct showing_test tests[] = {
        {"/endure/hanging-source/term", test_hanging_source, &term},
        {"/endure/hanging-source/int", test_hanging_source, &interrupt},
        {"/endure/fetcher-killed", test_fetcher_killed},
        {"/endure/offline", test_offline},
        {"/endure/spoilt-cache", test_spoilt_cache},
        {"/endure/no-cache", test_no_cache},
        {"/endure/new-edition", test_new_edition},
        {"/endure/missing-font", test_missing_font},
    };
    g_test_init(&argc, &argv, NULL);
    return showing_test_all(tests, G_N_ELEMENTS(tests), SHOWING_PLACE_DESKTOP);
}
