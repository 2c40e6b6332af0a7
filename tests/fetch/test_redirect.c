/* SPDX-License-Identifier: MIT
 *
 * Redirects between servers: what is remembered of them, and what is not told to a stranger.
 */
#include "run.h"

#include <string.h>

#define FIXTURES PLACARD_FIXTURES "/fetch"

/* Two servers, of which the first sends on to the second. */
struct road {
    struct run run;
    struct server *other;
};

static void road_init(struct road *road)
{
    run_init(&road->run, FIXTURES);
    road->other = server_new(FIXTURES);
}

static void road_clear(struct road *road)
{
    server_free(road->other);
    run_clear(&road->run);
}

/* The path on the first server that leads to a path on it, or on the other. */
static char *road_path(int status, const struct server *to, const char *path)
{
    return g_strdup_printf("/away/%d/%u%s", status, server_port(to), path);
}

static const struct moved_case {
    const char *name;
    int first, second; /* statuses, 0: none */
    bool is_moved;
} moved_cases[] = {
    {"no-redirect", 0, 0, false}, {"301", 301, 0, true},        {"308", 308, 0, true},
    {"302", 302, 0, false},       {"307", 307, 0, false},       {"303", 303, 0, false},
    {"301-301", 301, 301, true},  {"301-302", 301, 302, false}, {"302-301", 302, 301, false},
};

/* What sends on for a time only makes all the way one for a time. */
static void test_moved(gconstpointer data)
{
    const struct moved_case *test = data;
    struct road road;

    road_init(&road);
    g_autofree char *second = test->second == 0 ? g_strdup("/feed.xml")
                                                : road_path(test->second, road.other, "/feed.xml");
    g_autofree char *first =
        test->first == 0 ? g_strdup(second) : road_path(test->first, road.other, second);
    const struct ending *ending = run_path(&road.run, first);
    g_assert_cmpint(ending->code, ==, -1);
    g_assert_cmpint(ending->is_moved, ==, test->is_moved);
    g_assert_cmpuint(ending->length_bytes, >, 0);
    road_clear(&road);
}

static const char *const secret_lines[] = {"X-Key: open sesame", "Authorization: Bearer abc", NULL};

static void ask_with_secrets(struct road *road, const char *path)
{
    g_autofree char *own =
        g_strdup_printf("http://me:secret@127.0.0.1:%u%s", server_port(road->run.server), path);
    const struct transfer_request request = {
        .url = own, .headers = secret_lines, .user_agent = "wall/2"};

    run_requests(&road->run, &request, 1);
    g_assert_cmpint(road->run.endings[0].code, ==, -1);
}

static void test_own_headers(void)
{
    struct road road;

    road_init(&road);
    ask_with_secrets(&road, "/feed.xml");
    g_autofree char *key = server_header(road.run.server, "/feed.xml", "X-Key");
    g_autofree char *token = server_header(road.run.server, "/feed.xml", "Authorization");
    g_autofree char *agent = server_header(road.run.server, "/feed.xml", "User-Agent");
    g_assert_cmpstr(key, ==, "open sesame");
    g_assert_cmpstr(token, ==, "Bearer abc");
    g_assert_cmpstr(agent, ==, "wall/2");
    road_clear(&road);
}

static void test_secrets_stay_with_origin(void)
{
    struct road road;

    road_init(&road);
    g_autofree char *same = road_path(302, road.run.server, "/feed.xml");
    ask_with_secrets(&road, same);
    g_autofree char *key = server_header(road.run.server, "/feed.xml", "X-Key");
    g_assert_cmpstr(key, ==, "open sesame");
    road_clear(&road);
}

static void test_secrets_never_leave(void)
{
    struct road road;

    road_init(&road);
    g_autofree char *away = road_path(302, road.other, "/feed.xml");
    ask_with_secrets(&road, away);
    g_autofree char *key_there = server_header(road.run.server, away, "X-Key");
    g_autofree char *agent = server_header(road.other, "/feed.xml", "User-Agent");
    g_assert_cmpstr(key_there, ==, "open sesame");
    g_assert_null(server_header(road.other, "/feed.xml", "X-Key"));
    g_assert_null(server_header(road.other, "/feed.xml", "Authorization"));
    g_assert_cmpstr(agent, ==, "wall/2");
    road_clear(&road);
}

/* A feed that the source's page names is asked as the source is where it is the source's own host,
 * and as a stranger where it is another. */
static void test_secrets_of_another_url(void)
{
    struct road road;

    road_init(&road);
    g_autofree char *own = server_url(road.run.server, "/page");
    g_autofree char *near = server_url(road.run.server, "/feed.xml");
    g_autofree char *far = server_url(road.other, "/feed.xml");
    const struct transfer_request requests[] = {
        {.url = near, .own_url = own, .headers = secret_lines},
        {.url = far, .own_url = own, .headers = secret_lines},
    };
    run_requests(&road.run, requests, G_N_ELEMENTS(requests));
    g_autofree char *key = server_header(road.run.server, "/feed.xml", "X-Key");
    g_assert_cmpstr(key, ==, "open sesame");
    g_assert_null(server_header(road.other, "/feed.xml", "X-Key"));
    road_clear(&road);
}

/* Our own is left out where the config has one. */
static void test_accept(void)
{
    static const char *const lines[] = {"accept: text/x-mine", NULL};
    struct road road;

    road_init(&road);
    g_autofree char *url = server_url(road.run.server, "/feed.xml");
    const struct transfer_request request = {.url = url, .headers = lines};
    run_requests(&road.run, &request, 1);
    g_autofree char *accept = server_header(road.run.server, "/feed.xml", "Accept");
    g_assert_cmpstr(accept, ==, "text/x-mine");
    road_clear(&road);
}

/* The time of a transfer is that of all its requests. */
static void test_time_is_shared(void)
{
    struct road road;

    road_init(&road);
    road.run.options.timeout_seconds = 1;
    g_autofree char *away = road_path(302, road.other, "/hang");
    const struct ending *ending = run_path(&road.run, away);
    g_assert_cmpint(ending->code, ==, TRANSFER_ERROR_TIMEOUT);
    g_assert_cmpstr(ending->message, ==, "timed out after 1 s while waiting for an answer");
    road_clear(&road);
}

/* The host that is led to is kept no busier than others. */
static void test_per_host(void)
{
    struct road road;
    const char *paths[8];

    road_init(&road);
    road.run.options.per_host = 2;
    g_autofree char *away = road_path(302, road.other, "/feed.xml");
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        paths[i] = away;
    run_paths(&road.run, paths, G_N_ELEMENTS(paths));
    g_assert_cmpuint(server_requests(road.other, "/feed.xml"), ==, G_N_ELEMENTS(paths));
    g_assert_cmpuint(server_peak(road.other), <=, 2);
    road_clear(&road);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(moved_cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/redirect/moved/", moved_cases[i].name, NULL);
        g_test_add_data_func(path, &moved_cases[i], test_moved);
    }
    g_test_add_func("/fetch/redirect/own-headers", test_own_headers);
    g_test_add_func("/fetch/redirect/secrets/origin", test_secrets_stay_with_origin);
    g_test_add_func("/fetch/redirect/secrets/elsewhere", test_secrets_never_leave);
    g_test_add_func("/fetch/redirect/secrets/other-url", test_secrets_of_another_url);
    g_test_add_func("/fetch/redirect/accept", test_accept);
    g_test_add_func("/fetch/redirect/time", test_time_is_shared);
    g_test_add_func("/fetch/redirect/per-host", test_per_host);
    return g_test_run();
}
