/* SPDX-License-Identifier: MIT
 *
 * The child with shell scripts in the fetcher's place, so that it can be made to do anything. */
#include "placard/command/child.h"

#include "placard/limits.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define EDITION(MADE) "{\"edition\":1,\"made\":\"" MADE "\",\"stories\":[],\"sources\":[]}"
#define FIRST EDITION("2026-01-01T00:00:00Z")
#define SECOND EDITION("2026-01-02T00:00:00Z")

/* A program that runs the script; to be removed with program_remove. */
static char *program_make(const char *script)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *directory = g_dir_make_tmp("placard-XXXXXX", &error);
    g_assert_no_error(error);
    char *program = g_build_filename(directory, "fetcher", NULL);
    g_autofree char *text = g_strconcat("#!/bin/sh\n", script, "\n", NULL);
    g_file_set_contents(program, text, -1, &error);
    g_assert_no_error(error);
    g_assert_cmpint(g_chmod(program, 0700), ==, 0);
    return program;
}

static void program_remove(char *program)
{
    g_autofree char *directory = g_path_get_dirname(program);
    g_unlink(program);
    g_rmdir(directory);
    g_free(program);
}

struct result {
    char *made; /* of the newest edition; NULL when there was none */
    char *output_error;
    bool known;
    int exit_status;
    char *finish_error;
};

static void result_clear(struct result *result)
{
    g_free(result->made);
    g_free(result->output_error);
    g_free(result->finish_error);
}

static void result_take(struct result *result, struct child *child)
{
    g_autoptr(GError) error = NULL;
    struct edition *edition = child_read(child, &error);
    g_assert_false(edition != NULL && error != NULL);
    if (error != NULL) {
        g_assert_error(error, CHILD_ERROR, CHILD_ERROR_OUTPUT);
        g_free(result->output_error);
        result->output_error = g_strdup(error->message);
    }
    if (edition == NULL)
        return;
    g_free(result->made);
    result->made = instant_format(edition->made_utc_s);
    edition_free(edition);
}

static struct result run_to_the_end(const struct child_request *request)
{
    g_autoptr(GError) error = NULL;
    struct child *child = child_start(request, 1000, &error);
    g_assert_no_error(error);
    g_assert_cmpint(child_deadline_ms(child), ==, 1000 + LIMIT_FETCHER_MS);
    struct result result = {.exit_status = -1};
    while (!child_is_ended(child)) {
        struct pollfd waited = {.fd = child_descriptor(child), .events = POLLIN};
        g_assert_cmpint(poll(&waited, 1, -1), ==, 1);
        result_take(&result, child);
    }
    result.known = child_finish(child, 2000, &result.exit_status, &error);
    g_assert_cmpint(result.known, ==, error == NULL);
    if (error != NULL)
        result.finish_error = g_strdup(error->message);
    return result;
}

struct script_case {
    const char *name;
    const char *script;
    const char *made;
    const char *output_error; /* its beginning */
    int exit_status;          /* −1: unknown, finish_error tells */
    const char *finish_error;
};

static const struct script_case script_cases[] = {
    {"one-edition", "echo '" FIRST "'", "2026-01-01T00:00:00Z", NULL, 0, NULL},
    {"newest-wins", "echo '" FIRST "'; echo '" SECOND "'", "2026-01-02T00:00:00Z", NULL, 0, NULL},
    {"some-source-failed", "echo '" FIRST "'; exit 1", "2026-01-01T00:00:00Z", NULL, 1, NULL},
    {"config-refused", "exit 2", NULL, NULL, 2, NULL},
    {"nothing", "exit 0", NULL, NULL, 0, NULL},
    {"cut-short", "printf '%s' '" FIRST "'; kill -9 $$", NULL, NULL, -1,
     "fetcher was killed by signal 9"},
    {"crash-after-edition", "echo '" FIRST "'; kill -11 $$", "2026-01-01T00:00:00Z", NULL, -1,
     "fetcher was killed by signal 11"},
    {"unknown-status", "exit 7", NULL, NULL, -1, "fetcher exited with status 7"},
    {"not-json", "echo 'Segmentation fault'", NULL, "fetcher printed what is not an edition: ", 0,
     NULL},
    {"empty-line", "echo", NULL, "fetcher printed what is not an edition: ", 0, NULL},
    {"broken-then-good", "printf '{\\n%s\\n' '" FIRST "'", "2026-01-01T00:00:00Z", NULL, 0, NULL},
    {"dirty-text",
     "echo '{\"edition\":1,\"made\":\"2026-01-01T00:00:00Z\",\"sources\":[],\"stories\":[{"
     "\"id\":\"1\",\"source\":\"s\",\"headline\":\"a\\u202eb\",\"sentences\":[]}]}'",
     NULL, "fetcher printed what is not an edition: ", 0, NULL},
    {"output-closed-early", "echo '" FIRST "'; exec >&-; read line; exit 1", "2026-01-01T00:00:00Z",
     NULL, 1, NULL},
    {"too-long", "yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | tr -d '\\n'; exit 0", NULL,
     "fetcher printed a line longer than 16777216 bytes", 0, NULL},
};

static void test_script(gconstpointer data)
{
    const struct script_case *test = data;
    char *program = program_make(test->script);
    const struct child_request request = {
        .program = program, .directory = "/", .now_utc_s = INSTANT_UNKNOWN};
    struct result result = run_to_the_end(&request);
    g_assert_cmpstr(result.made, ==, test->made);
    if (test->output_error == NULL)
        g_assert_cmpstr(result.output_error, ==, NULL);
    else
        g_assert_true(g_str_has_prefix(result.output_error, test->output_error));
    g_assert_cmpint(result.exit_status, ==, test->exit_status);
    g_assert_cmpstr(result.finish_error, ==, test->finish_error);
    result_clear(&result);
    program_remove(program);
}

/* The script puts what it was given into an edition's place and time; here into a file. */
static void test_what_the_fetcher_gets(void)
{
    char *program =
        program_make("{ cat; echo; for a in \"$@\"; do echo \"$a\"; done; } >\"$2/seen\"");
    g_autofree char *directory = g_path_get_dirname(program);
    const char *const sources[] = {"a b.xml", "-odd", NULL};
    g_autoptr(GBytes) json = g_bytes_new_static("{\"title\": 1}", 12);
    const struct child_request request = {.program = program,
                                          .config_json = json,
                                          .directory = directory,
                                          .sources = sources,
                                          .now_utc_s = 0,
                                          .due = true,
                                          .verbose = true,
                                          .progress = true};
    struct result result = run_to_the_end(&request);
    g_assert_cmpint(result.exit_status, ==, 0);

    g_autofree char *path = g_build_filename(directory, "seen", NULL);
    g_autofree char *seen = NULL;
    g_autofree char *expected = g_strconcat(
        "{\"title\": 1}\n--directory\n", directory,
        "\n--now\n1970-01-01T00:00:00Z\n--due\n--verbose\n--progress\n--\na b.xml\n-odd\n", NULL);
    g_assert_true(g_file_get_contents(path, &seen, NULL, NULL));
    g_assert_cmpstr(seen, ==, expected);
    g_unlink(path);
    result_clear(&result);
    program_remove(program);
}

/* The fetcher must die of SIGTERM and SIGPIPE although the loop blocks and ignores them. */
static void test_signals_are_usual(void)
{
    sigset_t blocked;
    sigset_t before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    char *program = program_make("kill -TERM $$; exit 0");
    const struct child_request request = {
        .program = program, .directory = "/", .now_utc_s = INSTANT_UNKNOWN};
    struct result result = run_to_the_end(&request);
    sigprocmask(SIG_SETMASK, &before, NULL);
    g_assert_cmpstr(result.finish_error, ==, "fetcher was killed by signal 15");
    result_clear(&result);
    program_remove(program);
}

static void test_missing_program(void)
{
    g_autoptr(GError) error = NULL;
    const struct child_request request = {
        .program = "/nonexistent/fetcher", .directory = "/", .now_utc_s = INSTANT_UNKNOWN};
    g_assert_null(child_start(&request, 0, &error));
    g_assert_error(error, CHILD_ERROR, CHILD_ERROR_START);
    g_assert_nonnull(strstr(error->message, "/nonexistent/fetcher"));
}

static unsigned count_descriptors(void)
{
    unsigned count = 0;
    g_autoptr(GDir) directory = g_dir_open("/proc/self/fd", 0, NULL);
    while (g_dir_read_name(directory) != NULL)
        count++;
    return count;
}

/* Whatever becomes of the fetchers of a day, none of them leaves a descriptor or a zombie. */
static void test_many(void)
{
    enum { ROUNDS = 100 };
    unsigned before = count_descriptors();
    char *program = program_make("read -r turn <\"$2/turn\"; eval \"$turn\"");
    g_autofree char *directory = g_path_get_dirname(program);
    g_autofree char *turn = g_build_filename(directory, "turn", NULL);
    const struct child_request request = {
        .program = program, .directory = directory, .now_utc_s = INSTANT_UNKNOWN};
    for (unsigned i = 0; i < ROUNDS; i++) {
        static const char *const turns[] = {"echo '" FIRST "'", "kill -9 $$", "echo x; exit 7",
                                            "exec >&-; exec sleep 600", "exec sleep 600"};
        const char *own = turns[i % G_N_ELEMENTS(turns)];
        g_assert_true(g_file_set_contents(turn, own, -1, NULL));
        if (strstr(own, "sleep") == NULL) {
            struct result result = run_to_the_end(&request);
            result_clear(&result);
        } else {
            struct child *child = child_start(&request, 0, NULL);
            g_assert_nonnull(child);
            g_assert_false(child_finish(child, LIMIT_FETCHER_MS, NULL, NULL));
        }
        g_assert_cmpuint(count_descriptors(), ==, before);
        g_assert_cmpint(waitpid(-1, NULL, WNOHANG), ==, -1);
    }
    g_unlink(turn);
    program_remove(program);
}

struct stop_case {
    const char *name;
    gint64 now_ms;
    int code;
    const char *message;
};

static const struct stop_case stop_cases[] = {
    {"interrupted", 1000, CHILD_ERROR_INTERRUPTED, "fetcher was stopped"},
    {"late", LIMIT_FETCHER_MS, CHILD_ERROR_TIMEOUT, "fetcher did not end within 90 s"},
};

/* Neither a process nor a descriptor is left of a fetcher that will not end, nor what it has
 * started: all of them hold the FIFO, which ends when they are gone. */
static void test_stop(gconstpointer data)
{
    const struct stop_case *test = data;
    char *program = program_make("trap '' TERM; exec 3>\"$2/held\"; echo; sleep 1000 & sleep 1000");
    g_autofree char *directory = g_path_get_dirname(program);
    g_autofree char *path = g_build_filename(directory, "held", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    int held = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    g_assert_cmpint(fcntl(held, F_SETFL, 0), ==, 0);
    const struct child_request request = {
        .program = program, .directory = directory, .now_utc_s = INSTANT_UNKNOWN};
    int free_before = dup(STDIN_FILENO);
    close(free_before);
    struct child *child = child_start(&request, 0, &error);
    g_assert_no_error(error);
    struct pollfd waited = {.fd = child_descriptor(child), .events = POLLIN};
    g_assert_cmpint(poll(&waited, 1, -1), ==, 1);
    g_assert_false(child_is_ended(child));

    int exit_status = -1;
    g_assert_false(child_finish(child, test->now_ms, &exit_status, &error));
    g_assert_error(error, CHILD_ERROR, test->code);
    g_assert_cmpstr(error->message, ==, test->message);
    g_assert_cmpint(exit_status, ==, -1);

    int free_after = dup(STDIN_FILENO);
    close(free_after);
    g_assert_cmpint(free_after, ==, free_before);
    char byte;
    g_assert_cmpint(read(held, &byte, 1), ==, 0);
    close(held);
    g_unlink(path);
    program_remove(program);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(script_cases); i++) {
        g_autofree char *path = g_strconcat("/child/script/", script_cases[i].name, NULL);
        g_test_add_data_func(path, &script_cases[i], test_script);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(stop_cases); i++) {
        g_autofree char *path = g_strconcat("/child/stop/", stop_cases[i].name, NULL);
        g_test_add_data_func(path, &stop_cases[i], test_stop);
    }
    g_test_add_func("/child/what-the-fetcher-gets", test_what_the_fetcher_gets);
    g_test_add_func("/child/signals-are-usual", test_signals_are_usual);
    g_test_add_func("/child/missing-program", test_missing_program);
    g_test_add_func("/child/many", test_many);
    return g_test_run();
}
