/* SPDX-License-Identifier: MIT */
#include "server.h"
#include "showing.h"

#include <signal.h>
#include <string.h>

struct blind {
    const char *command;
    int signal;
};

static const struct blind run_term = {"run", SIGTERM}, run_int = {"run", SIGINT},
                          preview_term = {"preview", SIGTERM};

/* With a driver that shows nothing all goes its way, and ends when told to. */
static void test_blind(struct showing *showing)
{
    const struct blind *blind = showing->data;
    struct server *server = server_new(PLACARD_FIXTURES "/cli");
    g_autofree char *line =
        g_strdup_printf("%s http://127.0.0.1:%u/news.rss", blind->command, server_port(server));
    showing->desk.environment =
        g_environ_setenv(showing->desk.environment, "SDL_VIDEODRIVER", "dummy", TRUE);
    showing_start(showing, line);
    assert_soon(showing, server_requests(server, "/news.rss") == 1);
    assert_soon(showing, showing_children(showing).running == 0);
    g_assert_cmpint(showing_end(showing, blind->signal), ==, 0);
    g_assert_false(showing_said(showing, "placard"));
    server_free(server);
}

struct absence {
    const char *line;
    const char *display; /* NULL: not set */
};

static const struct absence run_none = {"run FIXTURES/news.rss", NULL},
                            preview_none = {"preview FIXTURES/news.rss", NULL},
                            run_wrong = {"run FIXTURES/news.rss", ":64999"};

/* Without a display one line says so, and nothing is fetched for nobody. */
static void test_absence(struct showing *showing)
{
    const struct absence *absence = showing->data;
    if (absence->display != NULL)
        showing->desk.environment =
            g_environ_setenv(showing->desk.environment, "DISPLAY", absence->display, TRUE);
    struct run run = desk_run(&showing->desk, absence->line);
    g_assert_cmpint(run.status, ==, 3);
    g_assert_cmpstr(run.out, ==, "");
    g_assert_true(g_str_has_prefix(run.err, "placard: no display: "));
    g_assert_true(strchr(run.err, '\n') == run.err + strlen(run.err) - 1);
    run_clear(&run);
}

int main(int argc, char **argv)
{
    static const struct showing_test tests[] = {
        {"/headless/blind/run-term", test_blind, &run_term},
        {"/headless/blind/run-int", test_blind, &run_int},
        {"/headless/blind/preview-term", test_blind, &preview_term},
        {"/headless/absence/run", test_absence, &run_none},
        {"/headless/absence/preview", test_absence, &preview_none},
        {"/headless/absence/wrong-display", test_absence, &run_wrong},
    };
    g_test_init(&argc, &argv, NULL);
    return showing_test_all(tests, G_N_ELEMENTS(tests), SHOWING_PLACE_NOWHERE);
}
