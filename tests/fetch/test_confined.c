/* SPDX-License-Identifier: MIT
 *
 * The fetcher behind its walls: what it needs is still there, and the pictures come after the
 * edition.
 */
#include "placard/edition/edition.h"
#include "placard/fetch/pictures.h"

#include "place.h"
#include "server.h"
#include "shelf.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW "2026-11-23T12:00:00Z"
#define PAGE "The bridge is open again\n\nIt was closed for a month.\n"

/* A home whose name needs quoting, a directory that is served, and what the last run left. */
struct house {
    char *place;
    char *home;
    char *served;
    struct server *server;
    char **environment;
    int status;
    char *out, *err;
};

static char *house_make(const struct house *house, const char *name)
{
    char *path = place_path(house->place, name);

    g_assert_cmpint(g_mkdir(path, 0700), ==, 0);
    return path;
}

static void house_init(struct house *house)
{
    *house = (struct house){.place = place_new()};
    house->home = house_make(house, "a home");
    house->served = house_make(house, "served");
    house->server = server_new(house->served);
    house->environment = g_environ_setenv(NULL, "HOME", house->home, TRUE);
    house->environment = g_environ_setenv(house->environment, "no_proxy", "*", TRUE);
    house->environment = g_environ_setenv(house->environment, "PATH", g_getenv("PATH"), TRUE);
}

static void house_clear(struct house *house)
{
    g_free(house->out);
    g_free(house->err);
    server_free(house->server);
    g_strfreev(house->environment);
    g_free(house->home);
    g_free(house->served);
    place_free(house->place);
}

/* Serves feed.xml: two stories, one of them with a picture that is there. */
static void house_serve(const struct house *house)
{
    g_autofree char *feed = g_strdup_printf(
        "<rss version='2.0'><channel><title>Desk</title>"
        "<item><title>The bridge is open</title><guid>1</guid>"
        "<enclosure type='image/png' url='http://127.0.0.1:%u/quarters.png'/></item>"
        "<item><title>Snow is coming</title><guid>2</guid>"
        "<enclosure type='image/jpeg' url='http://127.0.0.1:%u/404'/></item>"
        "</channel></rss>",
        server_port(house->server), server_port(house->server));
    g_autofree char *from = g_strdup(PLACARD_FIXTURES "/picture/quarters.png");
    g_autofree char *to = place_path(house->served, "quarters.png");
    g_autofree char *content = NULL;
    gsize length;

    place_write(house->served, "feed.xml", feed);
    g_assert_true(g_file_get_contents(from, &content, &length, NULL));
    g_assert_true(g_file_set_contents(to, content, (gssize)length, NULL));
}

/* Runs a line of the shell in the home, in which $FETCHER is the program and $SERVER the server. */
static void house_run(struct house *house, const char *line)
{
    g_autofree char *whole = g_strdup_printf("FETCHER='%s'; SERVER=http://127.0.0.1:%u; %s",
                                             PLACARD_FETCHER, server_port(house->server), line);
    char *arguments[] = {g_strdup("/bin/sh"), g_strdup("-c"), g_strdup(whole), NULL};
    g_autoptr(GError) error = NULL;
    int wait_status = 0;

    g_clear_pointer(&house->out, g_free);
    g_clear_pointer(&house->err, g_free);
    g_spawn_sync(house->home, arguments, house->environment, G_SPAWN_DEFAULT, NULL, NULL,
                 &house->out, &house->err, &wait_status, &error);
    g_assert_no_error(error);
    for (char **argument = arguments; *argument != NULL; argument++)
        g_free(*argument);
    g_assert_true(WIFEXITED(wait_status));
    house->status = WEXITSTATUS(wait_status);
}

static void assert_stories(const struct house *house, guint expected)
{
    g_autoptr(GError) error = NULL;
    struct edition *edition = edition_parse(house->out, strlen(house->out), &error);

    g_assert_no_error(error);
    g_assert_cmpuint(edition->stories->len, ==, expected);
    edition_free(edition);
    g_assert_cmpstr(house->err, ==, "");
    g_assert_cmpint(house->status, ==, 0);
}

/* Local sources in every way in which a config may name them. */
static void test_files(void)
{
    static const struct {
        const char *name;
        const char *line;
        guint stories;
    } cases[] = {
        {"a name", "\"$FETCHER\" page.txt", 1},
        {"an absolute name", "\"$FETCHER\" \"$PWD/page.txt\"", 1},
        {"a URL", "\"$FETCHER\" \"file://$PWD/page.txt\"", 1},
        {"a glob", "\"$FETCHER\" 'news/*.txt'", 2},
        {"a glob of directories", "\"$FETCHER\" 'n*/?.txt'", 2},
        {"an absolute glob", "\"$FETCHER\" \"$PWD/news/*.txt\"", 2},
        {"a link out", "\"$FETCHER\" link.txt", 1},
        {"a glob of links", "\"$FETCHER\" 'links/*'", 2},
        {"a linked directory", "\"$FETCHER\" --directory linked '*.txt'", 2},
        {"from elsewhere", "cd / && \"$FETCHER\" --directory \"$HOME/news\" a.txt", 1},
        {"standard input", "echo '{\"sources\": [{\"url\": \"news/*\"}]}' | \"$FETCHER\"", 2},
    };
    struct house house;

    house_init(&house);
    place_write(house.home, "page.txt", PAGE);
    house_run(&house, "mkdir news links; cp page.txt ../outside.txt;"
                      "cp page.txt news/a.txt; echo 'Snow is coming' > news/b.txt;"
                      "ln -s ../outside.txt link.txt; ln -s news linked;"
                      "ln -s ../news/b.txt links/b; ln -s ../../outside.txt links/c");
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].name);
        house_run(&house, cases[i].line);
        assert_stories(&house, cases[i].stories);
    }
    house_clear(&house);
}

/* Where the cache may be. */
static void test_caches(void)
{
    static const char *const lines[] = {
        "\"$FETCHER\" $SERVER/feed.xml && ls .cache/placard/source-*",
        "mkdir real; ln -s real link; CACHE_DIRECTORY=$PWD/link \"$FETCHER\" $SERVER/feed.xml"
        " && ls real/source-*",
        "XDG_RUNTIME_DIR=$PWD/run \"$FETCHER\" $SERVER/feed.xml && ls run/placard/source-*",
    };
    struct house house;

    house_init(&house);
    house_serve(&house);
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_test_message("%s", lines[i]);
        house_run(&house, lines[i]);
        g_assert_cmpstr(house.err, ==, "");
        g_assert_cmpint(house.status, ==, 0);
    }
    house_clear(&house);
}

/* Looked at from outside while it waits for a server. */
static void test_walls(void)
{
    struct house house;

    house_init(&house);
    house_run(&house, "\"$FETCHER\" $SERVER/hang & fetcher=$!;"
                      "until grep -q '^Seccomp:.*2' /proc/$fetcher/status;"
                      "do kill -0 $fetcher || exit 1; done;"
                      "grep NoNewPrivs /proc/$fetcher/status; kill -9 $fetcher");
    g_assert_cmpstr(house.out, ==, "NoNewPrivs:\t1\n");
    house_clear(&house);
}

/* The edition comes as always; when the fetcher ends the pictures are there. One that cannot be had
 * is no failure of a source. */
static void test_pictures(void)
{
    struct house house;
    struct frame frame;

    house_init(&house);
    house_serve(&house);
    house_run(&house, "\"$FETCHER\" $SERVER/feed.xml");
    assert_stories(&house, 2);
    g_assert_cmpuint(server_requests(house.server, "/quarters.png"), ==, 0);

    house_run(&house, "\"$FETCHER\" --now " NOW " --pictures 32x24 $SERVER/feed.xml");
    assert_stories(&house, 2);
    house_run(&house, "\"$FETCHER\" --now " NOW " --pictures 32x24 $SERVER/feed.xml");
    assert_stories(&house, 2);
    g_assert_cmpuint(server_requests(house.server, "/quarters.png"), ==, 1);
    g_assert_cmpuint(server_requests(house.server, "/404"), ==, 1);

    g_autofree char *directory = place_path(house.home, ".cache/placard");
    g_autofree char *url = server_url(house.server, "/quarters.png");
    struct cache *cache = shelf_open(directory);
    g_autoptr(GBytes) jpeg = pictures_load(cache, url, &frame);
    g_assert_nonnull(jpeg);
    g_assert_cmpuint(frame.size.width_px, ==, 32);
    cache_free(cache);
    house_clear(&house);
}

static void test_told(void)
{
    struct house house;

    house_init(&house);
    house_serve(&house);
    house_run(&house, "\"$FETCHER\" --verbose --pictures 32x24 $SERVER/feed.xml");
    g_assert_nonnull(strstr(house.err, "/quarters.png: ok\n"));
    g_assert_nonnull(strstr(house.err, "/404: HTTP 404 (not found)\n"));
    house_run(&house, "\"$FETCHER\" --pictures 32 $SERVER/feed.xml");
    g_assert_cmpint(house.status, ==, 2);
    g_assert_nonnull(strstr(house.err, "--pictures: expected a size like 768x1080, found \"32\""));
    house_clear(&house);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/confined/files", test_files);
    g_test_add_func("/fetch/confined/caches", test_caches);
    g_test_add_func("/fetch/confined/walls", test_walls);
    g_test_add_func("/fetch/confined/pictures", test_pictures);
    g_test_add_func("/fetch/confined/told", test_told);
    return g_test_run();
}
