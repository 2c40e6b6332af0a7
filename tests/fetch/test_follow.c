/* SPDX-License-Identifier: MIT
 *
 * What the fetcher asks because of an answer: the feeds that pages name, and the pages of stories.
 */
#include "scene.h"

#include <string.h>

#define NOON "2026-11-23T12:00:00Z"
#define AFTERNOON "2026-11-23T13:30:00Z"
#define EVENING "2026-11-23T18:00:00Z"

#define FEED(items) "<rss version='2.0'><channel><title>Port</title>" items "</channel></rss>"
#define ITEM(id, title, text)                                                                      \
    "<item><guid>" id "</guid><title>" title "</title><link>$SERVER/" id ".html</link>"            \
    "<description>" text "</description></item>"
#define FERRY ITEM("ferry", "Ferry runs every hour again", "The ferry is back.")
#define LONG ITEM("long", "Lamps on the pier", "The pier has lamps. They are lit at dusk.")

#define TEXT                                                                                       \
    "<p>The ferry to the island runs every hour again from Tuesday, after six weeks in the yard. " \
    "Its hull was painted and its engine was taken apart.</p><p>The mayor was the first to buy a " \
    "ticket, and paid for it with coins that his grandchildren had collected.</p>"
#define PAGE(head, body)                                                                           \
    "<!DOCTYPE html><html lang='en'><head>" head "</head><body>" body "</body></html>"
#define ARTICLE                                                                                    \
    PAGE("<title>Ferry runs every hour again</title>"                                              \
         "<meta property='og:image' content='/ferry.jpg'>",                                        \
         TEXT)
#define NAMES "<link rel='alternate' type='application/rss+xml' href='/feed.xml'>"
#define LOGIN PAGE("<title>Guests</title>", "<p>Welcome.</p><form><input type=password></form>")

#define RUN(now, page) "\"$FETCHER\" --now " now " $SERVER/" page

static char *only_summary(const struct scene *scene)
{
    g_assert_nonnull(scene->edition);
    g_assert_cmpuint(scene->edition->stories->len, ==, 1);
    char *summary = story_summary(scene->edition->stories->pdata[0]);
    return summary != NULL ? summary : g_strdup("");
}

static void assert_requests(const struct scene *scene, const char *path, unsigned count)
{
    g_test_message("%s", path);
    g_assert_cmpuint(server_requests(scene->server, path), ==, count);
}

/* The feed is found by the page, then asked by itself, and by the page again when it is gone. */
static void test_alternate(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "page.html", PAGE(NAMES, "<p>News of the port.</p>"));
    scene_write(&scene, "feed.xml", FEED(LONG));
    scene_run(&scene, RUN(NOON, "page.html"));
    g_assert_cmpint(scene.status, ==, 0);
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 1);
    g_assert_cmpstr(scene_source(&scene, 0)->name, ==, "Port");
    scene_run(&scene, RUN(AFTERNOON, "page.html"));
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 1);
    assert_requests(&scene, "/page.html", 1);
    assert_requests(&scene, "/feed.xml", 2);

    scene_run(&scene, "rm feed.xml; " RUN(AFTERNOON, "page.html"));
    scene_assert_source(&scene, 0, SOURCE_STATUS_STALE, 1);
    scene_write(&scene, "feed2.xml", FEED(LONG FERRY));
    scene_write(&scene, "page.html",
                PAGE("<link rel=alternate type=application/rss+xml href=feed2.xml>", ""));
    scene_run(&scene, RUN(EVENING, "page.html"));
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 2);
    assert_requests(&scene, "/page.html", 2);
    scene_clear(&scene);
}

/* An article whose page names a feed that is not there is still an article. */
static void test_alternate_dead(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "page.html",
                PAGE(NAMES "<title>Ferry runs every hour again</title>", TEXT));
    scene_run(&scene, RUN(NOON, "page.html"));
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 1);
    scene_assert_said(&scene, "HTTP 404");
    scene_clear(&scene);
}

/* One step and no more: a page that names a page leads nowhere. */
static void test_alternate_page(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "page.html", PAGE(NAMES, "<p>News of the port.</p>"));
    scene_write(&scene, "feed.xml",
                PAGE("<link rel=alternate type=application/rss+xml href=/third.xml>", ""));
    scene_run(&scene, RUN(NOON, "page.html"));
    g_assert_cmpint(scene.status, ==, 1);
    scene_assert_source(&scene, 0, SOURCE_STATUS_FAILED, 0);
    assert_requests(&scene, "/third.xml", 0);
    scene_clear(&scene);
}

static void test_article(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "page.html", ARTICLE);
    scene_run(&scene, RUN(NOON, "page.html"));
    g_assert_cmpint(scene.status, ==, 0);
    const struct story *story = scene.edition->stories->pdata[0];
    g_assert_cmpstr(story->headline, ==, "Ferry runs every hour again");
    assert_requests(&scene, "/page.html", 1);
    scene_clear(&scene);
}

/* What answers everything with a page of its own does not take the news away. */
static void test_portal(void)
{
    static const char *const pages[] = {LOGIN, ARTICLE, PAGE(NAMES, "<input type=password>")};

    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        struct scene scene;

        scene_init_own(&scene);
        scene_write(&scene, "feed.xml", FEED(LONG));
        scene_run(&scene, RUN(NOON, "feed.xml"));
        scene_write(&scene, "feed.xml", pages[i]);
        scene_run(&scene, RUN(AFTERNOON, "feed.xml"));
        g_assert_cmpint(scene.status, ==, 1);
        scene_assert_source(&scene, 0, SOURCE_STATUS_STALE, 1);
        scene_assert_said(&scene, "got a web page instead of a feed (log-in page?)");
        scene_clear(&scene);
    }
}

/* The page of the short story alone is asked, once; a first edition does not wait for it. */
static void test_full_text(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "feed.xml", FEED(FERRY));
    scene_write(&scene, "ferry.html", ARTICLE);
    scene_run(&scene, RUN(NOON, "feed.xml"));
    g_assert_cmpint(scene.status, ==, 0);
    g_assert_cmpuint(scene.editions, ==, 2);
    g_autofree char *summary = only_summary(&scene);
    const struct story *story = scene.edition->stories->pdata[0];
    g_assert_nonnull(strstr(summary, "six weeks in the yard"));
    g_assert_true(g_str_has_suffix(story->image, "/ferry.jpg"));
    assert_requests(&scene, "/ferry.html", 1);

    /* Later the feed brings the story again, and another one that is long enough. */
    scene_write(&scene, "feed.xml", FEED(FERRY LONG));
    scene_run(&scene, RUN(EVENING, "feed.xml"));
    g_assert_cmpuint(scene.editions, ==, 1);
    g_assert_nonnull(strstr(scene.out, "six weeks in the yard"));
    assert_requests(&scene, "/ferry.html", 1);
    assert_requests(&scene, "/long.html", 0);
    scene_clear(&scene);
}

/* A page that is not there is asked again, but not at each refresh. */
static void test_full_text_failure(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "feed.xml", FEED(FERRY));
    scene_run(&scene, RUN(NOON, "feed.xml"));
    g_assert_cmpint(scene.status, ==, 0);
    g_assert_cmpuint(scene.editions, ==, 1);
    scene_run(&scene, RUN("2026-11-23T12:20:00Z", "feed.xml"));
    assert_requests(&scene, "/ferry.html", 1);
    scene_run(&scene, RUN(AFTERNOON, "feed.xml"));
    assert_requests(&scene, "/ferry.html", 2);
    scene_run(&scene, RUN("2026-11-23T15:00:00Z", "feed.xml"));
    assert_requests(&scene, "/ferry.html", 2);
    scene_clear(&scene);
}

struct refused_case {
    const char *name, *page;
};

static const struct refused_case refused_cases[] = {
    {"about something else",
     PAGE("<title>Our cookies</title>", "<p>Bread has been baked in the mill since March, by two "
                                        "people from the lower town who learned it abroad. They "
                                        "sell it on Saturdays, as long as there is any left in "
                                        "the basket, and mostly to pupils.</p>")},
    {"log-in", LOGIN},
    {"a feed", FEED(LONG)},
    {"nothing", ""},
};

static void test_full_text_refused(gconstpointer data)
{
    const struct refused_case *test = data;
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "feed.xml", FEED(FERRY));
    scene_write(&scene, "ferry.html", test->page);
    scene_run(&scene, RUN(NOON, "feed.xml"));
    g_autofree char *summary = only_summary(&scene);
    g_assert_cmpstr(summary, ==, "The ferry is back.");
    g_assert_cmpuint(scene.editions, ==, 1);
    scene_clear(&scene);
}

/* How often the page of a short and of a long story is asked in two runs. */
struct rule_case {
    const char *rule;
    unsigned ferry, longer;
};

static const struct rule_case rule_cases[] = {{"auto", 1, 0}, {"always", 1, 1}, {"never", 0, 0}};

static void test_rule(gconstpointer data)
{
    const struct rule_case *test = data;
    g_autofree char *line =
        g_strdup_printf("echo '{\"sources\": [{\"url\": \"'$SERVER'/feed.xml\", \"full_text\": "
                        "\"%s\"}]}' | \"$FETCHER\"",
                        test->rule);
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "feed.xml", FEED(FERRY LONG));
    scene_write(&scene, "ferry.html", ARTICLE);
    scene_run(&scene, line);
    scene_run(&scene, line);
    assert_requests(&scene, "/ferry.html", test->ferry);
    assert_requests(&scene, "/long.html", test->longer);
    scene_clear(&scene);
}

/* What is left out of the edition is not asked for. */
static void test_limit(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "feed.xml",
                FEED(ITEM("a", "Ann opens the pool", "It is warm.")
                         ITEM("b", "Bells ring in the valley", "They are loud.")));
    scene_run(&scene, "echo '{\"sources\": [{\"url\": \"'$SERVER'/feed.xml\", \"limit\": 1}]}'"
                      " | \"$FETCHER\"");
    g_assert_cmpuint(
        server_requests(scene.server, "/a.html") + server_requests(scene.server, "/b.html"), ==, 1);
    scene_clear(&scene);
}

/* However many there are, only so many are asked in one run; the others in the next. */
static void test_bounded(void)
{
    g_autoptr(GString) items = g_string_new(NULL);
    struct scene scene;
    unsigned asked = 0;

    for (int i = 0; i < 50; i++)
        g_string_append_printf(items,
                               "<item><guid>n%d</guid><title>Number %d of the fair is drawn"
                               "</title><link>$SERVER/n%d.html</link></item>",
                               i, i, i);
    g_autofree char *feed = g_strdup_printf(FEED("%s"), items->str);
    scene_init_own(&scene);
    scene_write(&scene, "feed.xml", feed);
    scene_run(&scene, RUN(NOON, "feed.xml"));
    for (int i = 0; i < 50; i++) {
        g_autofree char *path = g_strdup_printf("/n%d.html", i);
        asked += server_requests(scene.server, path);
    }
    g_assert_cmpuint(asked, ==, 40);
    scene_clear(&scene);
}

/* A file says what somebody has put there; it asks nobody by itself. */
static void test_file(void)
{
    struct scene scene;

    scene_init_own(&scene);
    scene_write(&scene, "feed.xml", FEED(FERRY));
    scene_run(&scene, "\"$FETCHER\" feed.xml");
    assert_requests(&scene, "/ferry.html", 0);
    scene_run(&scene, "echo '{\"sources\": [{\"url\": \"feed.xml\", \"full_text\": \"always\"}]}'"
                      " | \"$FETCHER\"");
    assert_requests(&scene, "/ferry.html", 1);
    scene_clear(&scene);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/follow/alternate", test_alternate);
    g_test_add_func("/fetch/follow/alternate-dead", test_alternate_dead);
    g_test_add_func("/fetch/follow/alternate-page", test_alternate_page);
    g_test_add_func("/fetch/follow/article", test_article);
    g_test_add_func("/fetch/follow/portal", test_portal);
    g_test_add_func("/fetch/follow/full-text", test_full_text);
    g_test_add_func("/fetch/follow/full-text-failure", test_full_text_failure);
    g_test_add_func("/fetch/follow/limit", test_limit);
    g_test_add_func("/fetch/follow/bounded", test_bounded);
    g_test_add_func("/fetch/follow/file", test_file);
    for (size_t i = 0; i < G_N_ELEMENTS(refused_cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/follow/refused/", refused_cases[i].name, NULL);
        g_test_add_data_func(path, &refused_cases[i], test_full_text_refused);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(rule_cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/follow/rule/", rule_cases[i].rule, NULL);
        g_test_add_data_func(path, &rule_cases[i], test_rule);
    }
    return g_test_run();
}
