/* SPDX-License-Identifier: MIT
 *
 * A source that has moved for good, over the days: asked where it is, once that is sure.
 */
#include "scene.h"

#define RSS(title)                                                                                 \
    "<rss version='2.0'><channel><title>Port</title><item><title>" title                           \
    "</title></item></channel></rss>"
#define PAGE                                                                                       \
    "<!DOCTYPE html><html><head><title>Welcome</title></head><body><form action='/in'>"            \
    "<input type='password' name='p'></form></body></html>"

/* Asks on one day of November. */
static void ask_on(struct scene *scene, int day)
{
    g_autofree char *line =
        g_strdup_printf("\"$FETCHER\" --now 2026-11-%02dT12:00:00Z <config.json", day);

    scene_run(scene, line);
}

static char *old_path(const struct scene *scene, int status)
{
    return g_strdup_printf("/away/%d/%u/feed.xml", status, server_port(scene->server));
}

static void settle(struct scene *scene, int status)
{
    scene_init_own(scene);
    scene_write(scene, "feed.xml", RSS("The quay is lit"));
    scene_write(scene, "desk.xml", RSS("The mill turns"));

    g_autofree char *old = old_path(scene, status);
    g_autofree char *config =
        g_strdup_printf("{\"sources\": [{\"name\": \"Port\", \"url\": \"$SERVER%s\"},"
                        "{\"name\": \"Desk\", \"url\": \"$SERVER/desk.xml\"}]}",
                        old);

    scene_write(scene, "config.json", config);
}

static void test_for_good(void)
{
    struct scene scene;

    settle(&scene, 301);
    g_autofree char *old = old_path(&scene, 301);
    for (int day = 1; day <= 3; day++) {
        ask_on(&scene, day);
        ask_on(&scene, day);
        g_assert_cmpuint(server_requests(scene.server, old), ==, 2 * day - (day == 3));
        scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 1);
    }
    ask_on(&scene, 4);
    g_assert_cmpuint(server_requests(scene.server, old), ==, 5);
    g_assert_cmpuint(server_requests(scene.server, "/feed.xml"), ==, 7);
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 1);

    /* Gone from there: its news stays, and the next time it is asked where the config says. */
    scene_run(&scene, "rm feed.xml");
    ask_on(&scene, 5);
    scene_assert_source(&scene, 0, SOURCE_STATUS_STALE, 1);
    scene_write(&scene, "feed.xml", RSS("The quay is dark"));
    ask_on(&scene, 6);
    g_assert_cmpuint(server_requests(scene.server, old), ==, 6);
    scene_assert_source(&scene, 0, SOURCE_STATUS_OK, 1);
    scene_clear(&scene);
}

static void test_for_now(void)
{
    struct scene scene;

    settle(&scene, 302);
    g_autofree char *old = old_path(&scene, 302);
    for (int day = 1; day <= 5; day++)
        ask_on(&scene, day);
    g_assert_cmpuint(server_requests(scene.server, old), ==, 5);
    scene_clear(&scene);
}

/* While another source is answered with a log-in page, no redirect is believed. */
static void test_beside_a_portal(void)
{
    struct scene scene;

    settle(&scene, 301);
    g_autofree char *old = old_path(&scene, 301);
    ask_on(&scene, 1);
    scene_write(&scene, "desk.xml", PAGE);
    for (int day = 2; day <= 6; day++)
        ask_on(&scene, day);
    scene_assert_source(&scene, 1, SOURCE_STATUS_STALE, 1);
    g_assert_cmpuint(server_requests(scene.server, old), ==, 6);
    scene_clear(&scene);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/moved/for-good", test_for_good);
    g_test_add_func("/fetch/moved/for-now", test_for_now);
    g_test_add_func("/fetch/moved/beside-a-portal", test_beside_a_portal);
    return g_test_run();
}
