/* SPDX-License-Identifier: MIT
 *
 * The fetcher as the loop starts it: a config goes in, editions come out.
 */
#include "place.h"
#include "scene.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW "2026-11-23T12:00:00Z"

static void test_remote(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, "\"$FETCHER\" --now " NOW " $SERVER/feed.xml");
    g_assert_cmpint(scene.status, ==, 0);
    g_assert_cmpstr(scene.err, ==, "");
    g_assert_cmpuint(scene.editions, ==, 1);
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 2);
    g_assert_cmpstr(scene_source(&scene, 0)->name, ==, "Harbour Notes");
    g_autofree char *made = instant_format(scene.edition->made_utc_s);
    g_autofree char *fetched = instant_format(scene_source(&scene, 0)->fetched_utc_s);
    g_assert_cmpstr(made, ==, NOW);
    g_assert_cmpstr(fetched, ==, NOW);
    g_autofree char *agent = server_header(scene.server, "/feed.xml", "User-Agent");
    g_assert_cmpstr(agent, ==, "placard/" PLACARD_VERSION " (news display; +" PLACARD_HOMEPAGE ")");
    scene_clear(&scene);
}

static void test_config(void)
{
    struct scene scene;

    scene_init(&scene);
    g_autofree char *inner = place_path(scene.place, "inner");
    g_assert_cmpint(g_mkdir(inner, 0700), ==, 0);
    place_write(inner, "a.txt", "The bridge is open again\n\nIt was closed for a month.\n");
    place_write(inner, "b.txt", "The market moves indoors\n\nIt snows from Friday on.\n");
    scene_run(&scene, "echo '{\"sources\": [{\"name\": \"Desk\", \"url\": \"*.txt\"},"
                      "{\"name\": \"Port\", \"url\": \"'$SERVER'/feed.xml\"}]}'"
                      " | \"$FETCHER\" --directory inner --verbose");
    g_assert_cmpint(scene.status, ==, 0);
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 2);
    scene_assert_source(&scene, 1, SOURCE_STATUS_OK, 2);
    scene_assert_said(&scene, "placard-fetcher: Desk: ok, 2 of 2 stories\n");
    scene_assert_said(&scene, "placard-fetcher: Port: ok, 2 of 2 stories\n");
    scene_clear(&scene);
}

/* The second time a server that says 304 has its stories kept, and no file is written. */
static void test_not_modified(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, "\"$FETCHER\" $SERVER/feed.xml");
    scene_run(&scene, "ls -i .cache/placard >before; \"$FETCHER\" $SERVER/feed.xml;"
                      "ls -i .cache/placard | cmp before - >&2");
    g_assert_cmpint(scene.status, ==, 0);
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 2);
    g_assert_cmpstr(scene_source(&scene, 0)->name, ==, "Harbour Notes");
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 2);
    g_autofree char *etag = server_header(scene.server, "/feed.xml", "If-None-Match");
    g_assert_nonnull(etag);
    scene_clear(&scene);
}

static void test_stale(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, "cat >config.json <<.\n"
                      "{\"sources\": [{\"name\": \"Port\", \"url\": \"$SERVER/feed.xml\"}]}\n.\n"
                      "\"$FETCHER\" <config.json");
    g_assert_cmpint(scene.status, ==, 0);
    g_clear_pointer(&scene.server, server_free);
    scene_run(&scene, "\"$FETCHER\" <config.json");
    g_assert_cmpint(scene.status, ==, 1);
    scene_assert_source(&scene, 0, SOURCE_STATUS_STALE, 2);
    g_assert_cmpuint(scene.edition->stories->len, ==, 2);
    scene_assert_said(&scene, "placard-fetcher: Port: could not connect\n");
    scene_clear(&scene);
}

/* Each fails for itself. */
static void test_failures(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, "\"$FETCHER\" $SERVER/404 $SERVER/endless $SERVER/feed.xml nowhere.xml");
    g_assert_cmpint(scene.status, ==, 1);
    scene_assert_source(&scene, 0, SOURCE_STATUS_FAILED, 0);
    scene_assert_source(&scene, 1, SOURCE_STATUS_FAILED, 0);
    scene_assert_source(&scene, 2, SOURCE_STATUS_OK, 2);
    scene_assert_source(&scene, 3, SOURCE_STATUS_FAILED, 0);
    g_assert_cmpstr(scene_source(&scene, 0)->error, ==, "HTTP 404 (not found)");
    scene_assert_said(&scene, "nowhere.xml: no such file or directory\n");
    scene_clear(&scene);
}

static void test_due(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, "\"$FETCHER\" --due --now " NOW " $SERVER/feed.xml");
    scene_run(&scene, "\"$FETCHER\" --due --now 2026-11-23T12:05:00Z $SERVER/feed.xml");
    g_assert_cmpint(scene.status, ==, 0);
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 1);
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 2);
    scene_run(&scene, "\"$FETCHER\" --due --now 2026-11-23T12:20:00Z $SERVER/feed.xml");
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 2);
    /* It was a 304; what it made of the next time must have been kept. */
    scene_run(&scene, "\"$FETCHER\" --due --now 2026-11-23T12:25:00Z $SERVER/feed.xml");
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 2);
    scene_clear(&scene);
}

#define EVERY(minutes)                                                                             \
    "echo '{\"sources\": [{\"url\": \"'$SERVER'/feed.xml\", \"refresh_minutes\": " minutes         \
    "}]}' | \"$FETCHER\" --due --now "

/* An interval made shorter holds at once, and a clock that was ahead does not stop the news. */
static void test_due_sooner(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, EVERY("1440") NOW);
    scene_run(&scene, EVERY("1440") "2026-11-23T12:30:00Z");
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 1);
    scene_run(&scene, EVERY("5") "2026-11-23T12:30:00Z");
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 2);
    scene_run(&scene, EVERY("1440") "2026-11-23T04:00:00Z");
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 3);
    scene_clear(&scene);
}

/* What is there after two seconds is shown while a slow server is waited for. */
#define LIMIT(limit)                                                                               \
    "echo '{\"sources\": [{\"url\": \"'$SERVER'/long.xml\", \"limit\": " limit "}],"               \
    "\"edition\": {\"max_age_hours\": 0, \"merge_duplicates\": false}}'"                           \
    " | \"$FETCHER\" --due --now " NOW

/* What a limit had passed over is fetched anew, and at once, when the limit grows. */
static void test_limit_grows(void)
{
    struct scene scene;
    g_autoptr(GString) feed = g_string_new("<rss><channel><title>Notes</title>");

    for (int i = 0; i < 60; i++)
        g_string_append_printf(feed,
                               "<item><title>The boats numbered %d leave</title>"
                               "<pubDate>Mon, 23 Nov 2026 10:%02d:00 GMT</pubDate></item>",
                               i, i);
    g_string_append(feed, "</channel></rss>");
    scene_init_own(&scene);
    scene_write(&scene, "long.xml", feed->str);
    scene_run(&scene, LIMIT("2"));
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 2);
    scene_run(&scene, LIMIT("3"));
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 3);
    g_assert_cmpuint(server_requests(scene.server, "/long.xml"), ==, 1);
    scene_run(&scene, LIMIT("0"));
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 60);
    g_assert_cmpuint(server_requests(scene.server, "/long.xml"), ==, 2);
    scene_run(&scene, LIMIT("2"));
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 2);
    g_assert_cmpuint(server_requests(scene.server, "/long.xml"), ==, 2);
    scene_clear(&scene);
}

static void test_early_edition(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, "echo '{\"network\": {\"timeout_seconds\": 3}, \"sources\": ["
                      "{\"url\": \"'$SERVER'/hang\"}, {\"url\": \"'$SERVER'/feed.xml\"}]}'"
                      " | \"$FETCHER\" --progress");
    g_assert_cmpint(scene.status, ==, 1);
    g_assert_cmpuint(scene.editions, ==, 2);
    g_assert_cmpuint(scene.edition->stories->len, ==, 2);
    scene_assert_source(&scene, 0, SOURCE_STATUS_FAILED, 0);
    scene_assert_said(&scene, "\rplacard: 1 of 2 sources");
    scene_assert_said(&scene, "timed out after 3 s while waiting for an answer\n");
    scene_clear(&scene);
}

struct usage_case {
    const char *name;
    const char *line;
    int status;
    const char *said;
};

static const struct usage_case usage_cases[] = {
    {"empty-input", "\"$FETCHER\" </dev/null", 2, "placard-fetcher: standard input: "},
    {"no-input", "\"$FETCHER\" <&-", 2, "placard-fetcher: standard input: "},
    {"bad-config", "echo '{\"sorces\": []}' | \"$FETCHER\"", 2, "sources"},
    {"bad-option", "\"$FETCHER\" --nonsense", 2, "--nonsense"},
    {"bad-time", "\"$FETCHER\" --now yesterday a.txt", 2, "expected an RFC 3339 time"},
    {"full-output", "echo Hello. >a.txt; \"$FETCHER\" a.txt >/dev/full", 1,
     "cannot write the edition"},
    {"no-output", "echo Hello. >a.txt; \"$FETCHER\" a.txt >&-", 1, "cannot write the edition"},
    {"nothing-closed", "echo Hello there, all of you. >a.txt; \"$FETCHER\" -- a.txt 2>&-", 0, ""},
    {"no-home", "echo Hello there, all of you. >a.txt; env -i \"$FETCHER\" a.txt", 0, "cache: "},
};

static void test_usage(gconstpointer data)
{
    const struct usage_case *test = data;
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, test->line);
    g_assert_cmpint(scene.status, ==, test->status);
    scene_assert_said(&scene, test->said);
    g_assert_cmpuint(scene.editions, ==, test->status == 0 ? 1 : 0);
    scene_clear(&scene);
}

/* What a name brings along must not reach the terminal. */
static void test_inert(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene,
              "\"$FETCHER\" --verbose $SERVER/404 \"$(printf 'a\\033[31m\\302\\233b.txt')\"");
    g_assert_cmpint(scene.status, ==, 1);
    g_assert_null(strchr(scene.err, '\x1b'));
    g_assert_null(strstr(scene.err, "\302\233"));
    scene_clear(&scene);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/fetcher/remote", test_remote);
    g_test_add_func("/fetch/fetcher/config", test_config);
    g_test_add_func("/fetch/fetcher/not-modified", test_not_modified);
    g_test_add_func("/fetch/fetcher/stale", test_stale);
    g_test_add_func("/fetch/fetcher/failures", test_failures);
    g_test_add_func("/fetch/fetcher/due", test_due);
    g_test_add_func("/fetch/fetcher/due-sooner", test_due_sooner);
    g_test_add_func("/fetch/fetcher/limit-grows", test_limit_grows);
    g_test_add_func("/fetch/fetcher/early-edition", test_early_edition);
    g_test_add_func("/fetch/fetcher/inert", test_inert);
    for (size_t i = 0; i < G_N_ELEMENTS(usage_cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/fetcher/", usage_cases[i].name, NULL);
        g_test_add_data_func(path, &usage_cases[i], test_usage);
    }
    return g_test_run();
}
