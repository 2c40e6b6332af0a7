/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <string.h>
#include <sys/stat.h>

struct check_case {
    const char *name;
    const char *config; /* NULL: no file */
    const char *line;
    int status;
    const char *err; /* all of it; or, ending in "*", its beginning */
};

#define THREE_PROBLEMS                                                                             \
    "{\n  \"display\": {\"theme\": \"pink\"},\n  \"sources\": [\n    {\"url\": \"a.xml\", "        \
    "\"refresh_minutes\": \"ten\"}\n  ],\n  \"titles\": \"x\"\n}\n"

static const struct check_case check_cases[] = {
    {"good", "{}", "check --config config.json", 0, "placard: config.json: ok\n"},
    {"named-as-given", "{}", "check --config ./config.json", 0, "placard: ./config.json: ok\n"},
    {"file-missing", NULL, "check --config config.json", 2, "placard: config.json: *"},
    {"not-json", "{\n  \"title\" \"x\"\n}\n", "check --config config.json", 2,
     "placard: config.json:2: *"},
    {"empty-file", "", "check --config config.json", 2, "placard: config.json*"},
    {"file-is-a-directory", NULL, "check --config /", 2, "placard: /: *"},
    {"file-is-a-device", NULL, "check --config /dev/zero", 2, "placard: /dev/zero: *"},
    {"usage", "{}", "check --size 800x480", 2,
     "placard: check has no option --size; see placard --help\n"},
    {"control-characters", NULL, "check --\033]0;x", 2,
     "placard: unknown option -- ]0;x; see placard --help\n"},
};

/* On a desktop, so that what is said of the machine does not depend on the one that tests. */
static void settle(struct desk *desk)
{
    desk_init(desk);
    desk->environment = g_environ_setenv(desk->environment, "DISPLAY", ":0", TRUE);
}

static void assert_says(const char *said, const char *expected)
{
    if (!g_str_has_suffix(expected, "*")) {
        g_assert_cmpstr(said, ==, expected);
        return;
    }
    g_autofree char *beginning = g_strndup(said, strlen(expected) - 1);
    g_autofree char *wanted = g_strndup(expected, strlen(expected) - 1);
    g_assert_cmpstr(beginning, ==, wanted);
    g_assert_true(g_str_has_suffix(said, "\n"));
}

static void test_check(gconstpointer data)
{
    const struct check_case *test = data;
    struct desk desk;
    settle(&desk);
    if (test->config != NULL)
        desk_write(&desk, "config.json", test->config);
    struct run run = desk_run(&desk, test->line);
    g_assert_cmpint(run.status, ==, test->status);
    g_assert_cmpstr(run.out, ==, "");
    assert_says(run.err, test->err);
    run_clear(&run);
    desk_clear(&desk);
}

/* All problems at once, each with its line and key, in the order of the file. */
static void test_every_problem(void)
{
    struct desk desk;
    settle(&desk);
    desk_write(&desk, "config.json", THREE_PROBLEMS);
    struct run run = desk_run(&desk, "check --config config.json");
    g_auto(GStrv) lines = g_strsplit(run.err, "\n", -1);
    g_assert_cmpint(run.status, ==, 2);
    g_assert_cmpuint(g_strv_length(lines), ==, 4);
    g_assert_true(g_str_has_prefix(lines[0], "placard: config.json:2: display.theme: "));
    g_assert_true(
        g_str_has_prefix(lines[1], "placard: config.json:4: sources[0].refresh_minutes: "));
    g_assert_true(g_str_has_prefix(lines[2], "placard: config.json:6: titles: "));
    g_assert_nonnull(strstr(lines[2], "title"));
    run_clear(&run);
    desk_clear(&desk);
}

/* Without --config it is the user's. */
static void test_user_config(void)
{
    struct desk desk;
    settle(&desk);
    desk_write(&desk, "placard/config.json", "{\"titles\": \"x\"}");
    struct run run = desk_run(&desk, "check");
    g_autofree char *expected =
        g_strconcat("placard: ", desk.directory, "/placard/config.json:1: titles: *", NULL);
    g_assert_cmpint(run.status, ==, 2);
    assert_says(run.err, expected);
    run_clear(&run);
    desk_clear(&desk);
}

/* A FIFO that nobody writes to must not hold the program. */
static void test_fifo(void)
{
    struct desk desk;
    settle(&desk);
    g_autofree char *path = g_build_filename(desk.directory, "config.json", NULL);
    g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    struct run run = desk_run(&desk, "check --config config.json");
    g_assert_cmpint(run.status, ==, 2);
    assert_says(run.err, "placard: config.json: *");
    run_clear(&run);
    desk_clear(&desk);
}

/* A config with a key in it is nobody else's business. */
static void test_secrets(void)
{
    struct desk desk;
    settle(&desk);
    desk_write(&desk, "config.json",
               "{\"sources\": [{\"url\": \"http://a/\", \"headers\": {\"X\": \"sesame\","
               "\"Y\": {\"file\": \"none.txt\"}, \"Z\": {\"file\": \"open.txt\"}}}]}");
    desk_write(&desk, "open.txt", "sesame\n");
    struct run run = desk_shell(&desk, "chmod 644 config.json open.txt;"
                                       "\"$PLACARD\" check --config config.json");
    g_assert_cmpint(run.status, ==, 0);
    g_assert_nonnull(strstr(run.err, "config.json holds headers and can be read by others"));
    g_assert_nonnull(strstr(run.err, "sources[0].headers.Y: there is no file "));
    g_assert_nonnull(strstr(run.err, "open.txt can be read by others: chmod 600 "));
    g_assert_null(strstr(run.err, "sesame"));
    run_clear(&run);
    run =
        desk_shell(&desk, "chmod 600 config.json open.txt; echo key >none.txt; chmod 600 none.txt;"
                          "\"$PLACARD\" check --config config.json");
    g_assert_cmpstr(run.err, ==, "placard: config.json: ok\n");
    run_clear(&run);
    desk_clear(&desk);
}

struct print_case {
    const char *name;
    const char *line;
    const char *holds;
};

static const struct print_case print_cases[] = {
    {"schema", "check --schema", "\"https://json-schema.org/draft/2020-12/schema\""},
    {"reference-man", "check --reference man", ".It "},
    {"reference-markdown", "check --reference markdown", "`sources[].refresh_minutes`"},
    {"help", "--help", "placard snapshot [OPTIONS] DIR"},
    {"version", "--version", "placard " PLACARD_VERSION "\n"},
};

static void test_print(gconstpointer data)
{
    const struct print_case *test = data;
    struct desk desk;
    settle(&desk);
    struct run run = desk_run(&desk, test->line);
    g_assert_cmpint(run.status, ==, 0);
    g_assert_cmpstr(run.err, ==, "");
    g_assert_nonnull(strstr(run.out, test->holds));
    g_assert_true(g_str_has_suffix(run.out, "\n"));
    run_clear(&run);

    g_autofree char *full = g_strconcat("\"$PLACARD\" ", test->line, " >/dev/full", NULL);
    run = desk_shell(&desk, full);
    g_assert_cmpint(run.status, ==, 1);
    assert_says(run.err, "placard: standard output: *");
    run_clear(&run);
    desk_clear(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(check_cases); i++) {
        g_autofree char *path = g_strconcat("/check/", check_cases[i].name, NULL);
        g_test_add_data_func(path, &check_cases[i], test_check);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(print_cases); i++) {
        g_autofree char *path = g_strconcat("/print/", print_cases[i].name, NULL);
        g_test_add_data_func(path, &print_cases[i], test_print);
    }
    g_test_add_func("/check/every-problem", test_every_problem);
    g_test_add_func("/check/user-config", test_user_config);
    g_test_add_func("/check/fifo", test_fifo);
    g_test_add_func("/check/secrets", test_secrets);
    return g_test_run();
}
