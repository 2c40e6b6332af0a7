/* SPDX-License-Identifier: MIT
 *
 * What the config has a source asked with: from where it says, to whom it is meant for, and to nobody
 * else.
 */
#include "scene.h"

#include <string.h>

#define SECRET "sesame-81"

/* Runs the fetcher over one source with these headers. */
static void ask(struct scene *scene, const char *environment, const char *headers)
{
    g_autofree char *line = g_strdup_printf(
        "%s \"$FETCHER\" --verbose <<.\n"
        "{\"sources\": [{\"name\": \"Port\", \"url\": \"$SERVER/feed.xml\", \"headers\": %s,"
        " \"user_agent\": \"lobby/3\"}]}\n.\n",
        environment, headers);

    scene_run(scene, line);
}

/* Not in what is printed, nor in what is kept. */
static void assert_kept_secret(struct scene *scene)
{
    g_assert_null(strstr(scene->out, SECRET));
    g_assert_null(strstr(scene->err, SECRET));
    scene_run(scene, "if grep -r " SECRET " .cache; then exit 9; fi");
    g_assert_cmpint(scene->status, ==, 0);
}

static const struct header_case {
    const char *name;
    const char *environment;
    const char *headers;
} header_cases[] = {
    {"text", "", "{\"X-Key\": \"" SECRET "\"}"},
    {"environment", "KEY=" SECRET, "{\"X-Key\": {\"env\": \"KEY\"}}"},
    {"file", "", "{\"X-Key\": {\"file\": \"key.txt\"}}"},
};

static void test_header(gconstpointer data)
{
    const struct header_case *test = data;
    struct scene scene;

    scene_init(&scene);
    scene_write(&scene, "key.txt", SECRET "\r\n");
    ask(&scene, test->environment, test->headers);
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 2);
    g_autofree char *key = server_header(scene.server, "/feed.xml", "X-Key");
    g_autofree char *agent = server_header(scene.server, "/feed.xml", "User-Agent");
    g_assert_cmpstr(key, ==, SECRET);
    g_assert_cmpstr(agent, ==, "lobby/3");
    assert_kept_secret(&scene);
    scene_clear(&scene);
}

static const struct refusal_case {
    const char *name;
    const char *environment;
    const char *headers;
    const char *said;
} refusal_cases[] = {
    {"no-variable", "", "{\"X-Key\": {\"env\": \"KEY\"}}",
     "Port: header X-Key: expected a line of text in KEY of the environment, found none"},
    {"no-file", "", "{\"X-Key\": {\"file\": \"none.txt\"}}", "Port: header X-Key: cannot open"},
    {"two-lines", "", "{\"X-Key\": {\"file\": \"lines.txt\"}}",
     "Port: header X-Key: expected one line of text in"},
    {"fifo", "", "{\"X-Key\": {\"file\": \"fifo\"}}",
     "Port: header X-Key: expected a regular file"},
};

/* Without its key a source is not asked; the others are. */
static void test_refusal(gconstpointer data)
{
    const struct refusal_case *test = data;
    struct scene scene;

    scene_init(&scene);
    scene_write(&scene, "lines.txt", SECRET "\nX-Other: " SECRET "\n");
    scene_run(&scene, "mkfifo fifo");
    ask(&scene, test->environment, test->headers);
    g_assert_cmpint(scene.status, ==, 1);
    scene_assert_source(&scene, 0, SOURCE_STATUS_FAILED, 0);
    scene_assert_said(&scene, test->said);
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 0);
    assert_kept_secret(&scene);
    scene_clear(&scene);
}

/* The page of a story is somebody else's, even on the same server. */
static void test_pages_are_not_told(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "feed.xml",
                "<rss version='2.0'><channel><title>Port</title><item><title>The quay is lit"
                "</title><link>$SERVER/page.html</link></item></channel></rss>");
    ask(&scene, "", "{\"X-Key\": \"" SECRET "\"}");
    g_autofree char *agent = server_header(scene.server, "/page.html", "User-Agent");
    g_assert_null(server_header(scene.server, "/page.html", "X-Key"));
    g_assert_cmpstr(agent, ==, "lobby/3");
    scene_clear(&scene);
}

/* What stands in the URL of a source is no more told than its headers are. */
static void test_url(void)
{
    struct scene scene;

    scene_init(&scene);
    scene_run(&scene, "echo '{\"sources\": [{\"url\": \"http://me:" SECRET
                      "@'${SERVER#http://}'/404?key=" SECRET "#" SECRET "\"},"
                      "{\"url\": \"'$SERVER'/feed.xml\"}]}' | \"$FETCHER\" --verbose");
    g_autofree char *plain = server_url(scene.server, "/404");
    g_assert_cmpstr(scene_source(&scene, 0)->url, ==, plain);
    scene_assert_source(&scene, 0, SOURCE_STATUS_FAILED, 0);
    scene_assert_source(&scene, 1, SOURCE_STATUS_OK, 2);
    assert_kept_secret(&scene);
    scene_clear(&scene);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(header_cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/headers/", header_cases[i].name, NULL);
        g_test_add_data_func(path, &header_cases[i], test_header);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(refusal_cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/headers/refused/", refusal_cases[i].name, NULL);
        g_test_add_data_func(path, &refusal_cases[i], test_refusal);
    }
    g_test_add_func("/fetch/headers/pages", test_pages_are_not_told);
    g_test_add_func("/fetch/headers/url", test_url);
    return g_test_run();
}
