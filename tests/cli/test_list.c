/* SPDX-License-Identifier: MIT */
#include "program.h"

#include "placard/edition/edition.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOW "--now 2026-11-23T15:00:00Z"

/* What was printed, as any reader of it would check it. */
static struct edition *edition_printed(const char *out)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(g_str_has_suffix(out, "}\n"));
    struct edition *edition = edition_parse(out, strlen(out), &error);
    g_assert_no_error(error);
    g_assert_true(edition_check(edition, &error));
    g_assert_no_error(error);
    return edition;
}

static int compare_texts(gconstpointer left, gconstpointer right)
{
    const char *const *a = left;
    const char *const *b = right;
    return strcmp(*a, *b);
}

/* The headlines, sorted, one a line. */
static char *edition_headlines(const struct edition *edition)
{
    g_autoptr(GPtrArray) headlines = g_ptr_array_new();
    for (unsigned i = 0; i < edition->stories->len; i++) {
        const struct story *story = g_ptr_array_index(edition->stories, i);
        g_ptr_array_add(headlines, story->headline);
    }
    g_ptr_array_sort(headlines, compare_texts);
    g_ptr_array_add(headlines, NULL);
    return g_strjoinv("\n", (char **)headlines->pdata);
}

/* The statuses in the order of the sources, one a line. */
static char *edition_statuses(const struct edition *edition)
{
    static const char *const names[] = {[SOURCE_STATUS_OK] = "ok",
                                        [SOURCE_STATUS_STALE] = "stale",
                                        [SOURCE_STATUS_FAILED] = "failed"};
    g_autoptr(GPtrArray) statuses = g_ptr_array_new_with_free_func(g_free);
    for (unsigned i = 0; i < edition->sources->len; i++) {
        const struct source_report *report = g_ptr_array_index(edition->sources, i);
        g_ptr_array_add(statuses, g_strdup(names[report->status]));
    }
    g_ptr_array_add(statuses, NULL);
    return g_strjoinv("\n", (char **)statuses->pdata);
}

#define FERRY "Ferry timetable grows by two evening crossings"
#define LAMPS "New lamps light the northern quay"
#define MILL "Old mill grinds flour again"
#define SEEDS "Seed library opens beside the town hall"

struct list_case {
    const char *name;
    const char *config; /* NULL: none */
    const char *line;
    int status;
    const char *headlines; /* sorted */
    const char *statuses;
};

static const struct list_case list_cases[] = {
    {"rss", NULL, "list " NOW " FIXTURES/news.rss", 0, FERRY "\n" LAMPS, "ok"},
    {"atom", NULL, "list " NOW " FIXTURES/news.atom", 0, SEEDS, "ok"},
    {"article", NULL, "list " NOW " FIXTURES/article.txt", 0, MILL, "ok"},
    {"together", NULL, "list " NOW " FIXTURES/news.rss FIXTURES/news.atom FIXTURES/article.txt", 0,
     FERRY "\n" LAMPS "\n" MILL "\n" SEEDS, "ok\nok\nok"},
    {"one-missing", NULL, "list " NOW " missing.xml FIXTURES/news.atom", 1, SEEDS, "failed\nok"},
    {"all-missing", NULL, "list " NOW " missing.xml", 1, "", "failed"},
    {"config-beside-its-files", "{\"sources\": [{\"url\": \"local.txt\"}]}",
     "list " NOW " --config conf/config.json", 0, "A file beside the config", "ok"},
    {"no-sources", "{\"sources\": []}", "list " NOW " --config conf/config.json", 0, "", ""},
    {"config-with-other-sources",
     "{\"network\": {\"max_items\": 1}, \"sources\": [{\"url\": \"local.txt\"}]}",
     "list " NOW " --config conf/config.json FIXTURES/news.rss", 0, FERRY, "ok"},
    {"only-due", NULL, "list --due " NOW " FIXTURES/news.atom", 0, SEEDS, "ok"},
};

static void test_list(gconstpointer data)
{
    const struct list_case *test = data;
    struct desk desk;
    desk_init(&desk);
    if (test->config != NULL)
        desk_write(&desk, "conf/config.json", test->config);
    desk_write(
        &desk, "conf/local.txt",
        "A file beside the config\n\nIt is read where the config is, wherever the command was "
        "started.\n");
    struct run run = desk_run(&desk, test->line);
    g_assert_cmpint(run.status, ==, test->status);
    struct edition *edition = edition_printed(run.out);
    g_autofree char *headlines = edition_headlines(edition);
    g_autofree char *statuses = edition_statuses(edition);
    g_autofree char *made = instant_format(edition->made_utc_s);
    g_assert_cmpstr(headlines, ==, test->headlines);
    g_assert_cmpstr(statuses, ==, test->statuses);
    g_assert_cmpstr(made, ==, "2026-11-23T15:00:00Z");
    /* What failed is told, and nothing else. */
    g_assert_cmpint(*run.err != '\0', ==, test->status != 0);
    edition_free(edition);
    run_clear(&run);
    desk_clear(&desk);
}

/* Indented, and the same bytes each time. */
static void test_deterministic(void)
{
    const char *line = "list " NOW " FIXTURES/news.rss FIXTURES/article.txt";
    struct desk desk;
    desk_init(&desk);
    struct run first = desk_run(&desk, line);
    struct run second = desk_run(&desk, line);
    g_assert_cmpstr(first.out, ==, second.out);
    const char *line_break = strchr(first.out, '\n');
    g_assert_true(line_break[1] == ' ' || line_break[1] == '\t');
    run_clear(&first);
    run_clear(&second);
    desk_clear(&desk);
}

/* What list prints is itself a source. */
static void test_output_as_source(void)
{
    struct desk desk;
    desk_init(&desk);
    struct run first = desk_run(&desk, "list " NOW " FIXTURES/news.rss");
    desk_write(&desk, "edition.json", first.out);
    struct run second = desk_run(&desk, "list " NOW " edition.json");
    g_assert_cmpint(second.status, ==, 0);
    struct edition *edition = edition_printed(second.out);
    g_autofree char *headlines = edition_headlines(edition);
    g_assert_cmpstr(headlines, ==, FERRY "\n" LAMPS);
    edition_free(edition);
    run_clear(&first);
    run_clear(&second);
    desk_clear(&desk);
}

struct refusal_case {
    const char *name;
    const char *config;
    const char *line;
    const char *err; /* each must be there, parted by "|" */
};

static const struct refusal_case refusal_cases[] = {
    {"broken-config", "{\n \"titles\": 1,\n \"display\": {\"theme\": 7}\n}",
     "list --config conf/config.json",
     "placard: conf/config.json:2: titles: |placard: conf/config.json:3: display.theme: "},
    {"broken-config-with-source", "{", "list --config conf/config.json FIXTURES/news.rss",
     "placard: conf/config.json:1: "},
    {"missing-config", NULL, "list --config conf/config.json", "placard: conf/config.json: "},
    {"unknown-option", NULL, "list --frobnicate",
     "placard: unknown option --frobnicate; see placard --help\n"},
    {"bad-time", NULL, "list --now yesterday",
     "placard: --now: expected a time|see placard --help\n"},
};

static void test_refusal(gconstpointer data)
{
    const struct refusal_case *test = data;
    struct desk desk;
    desk_init(&desk);
    if (test->config != NULL)
        desk_write(&desk, "conf/config.json", test->config);
    struct run run = desk_run(&desk, test->line);
    g_assert_cmpint(run.status, ==, 2);
    g_assert_cmpstr(run.out, ==, "");
    g_auto(GStrv) parts = g_strsplit(test->err, "|", -1);
    for (char **part = parts; *part != NULL; part++)
        g_assert_nonnull(strstr(run.err, *part));
    run_clear(&run);
    desk_clear(&desk);
}

static void test_config_is_a_fifo(void)
{
    struct desk desk;
    desk_init(&desk);
    g_autofree char *path = g_build_filename(desk.directory, "config.json", NULL);
    g_assert_cmpint(mkfifo(path, 0600), ==, 0);
    struct run run = desk_run(&desk, "list --config config.json");
    g_assert_cmpint(run.status, ==, 2);
    g_assert_true(g_str_has_prefix(run.err, "placard: config.json: "));
    run_clear(&run);
    desk_clear(&desk);
}

struct shell_case {
    const char *name;
    const char *line;
    int status;
    const char *err; /* NULL: nothing */
};

#define LIST_RSS "\"$PLACARD\" list '" PLACARD_FIXTURES "/cli/news.rss'"

static const struct shell_case shell_cases[] = {
    {"full-output", LIST_RSS " >/dev/full", 1, "placard: standard output: "},
    {"streams-closed", LIST_RSS " <&- >&-", 0, NULL},
    {"all-streams-closed", LIST_RSS " <&- >&- 2>&-", 0, NULL},
    {"no-home", "env -u HOME -u XDG_CACHE_HOME " LIST_RSS " >/dev/null", 0,
     "placard-fetcher: cache: "},
    {"no-cache", "XDG_CACHE_HOME=/dev/null/none " LIST_RSS " >/dev/null", 0,
     "placard-fetcher: cache: "},
    {"signals-ignored-before", "trap '' CHLD PIPE; " LIST_RSS " >/dev/null", 0, NULL},
};

static void test_shell(gconstpointer data)
{
    const struct shell_case *test = data;
    struct desk desk;
    desk_init(&desk);
    struct run run = desk_shell(&desk, test->line);
    g_assert_cmpint(run.status, ==, test->status);
    if (test->err == NULL)
        g_assert_cmpstr(run.err, ==, "");
    else
        g_assert_true(g_str_has_prefix(run.err, test->err));
    run_clear(&run);
    desk_clear(&desk);
}

/* A server on the loopback interface that takes connections and never says a word. */
static int server_open(unsigned *port)
{
    int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    g_assert_cmpint(bind(server, (struct sockaddr *)&address, length), ==, 0);
    g_assert_cmpint(listen(server, 4), ==, 0);
    g_assert_cmpint(getsockname(server, (struct sockaddr *)&address, &length), ==, 0);
    *port = ntohs(address.sin_port);
    return server;
}

/* Interrupted while a source hangs, list ends without output, and its fetcher with it. */
static void test_interrupted(gconstpointer data)
{
    int signal_number = GPOINTER_TO_INT(data);
    g_autoptr(GError) error = NULL;
    struct desk desk;
    desk_init(&desk);
    unsigned port;
    int server = server_open(&port);
    g_autofree char *line = g_strdup_printf("list http://127.0.0.1:%u/feed", port);
    g_auto(GStrv) arguments = program_arguments(line);
    GPid process;
    int out;
    g_spawn_async_with_pipes(desk.directory, arguments, desk.environment,
                             G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                             &process, NULL, &out, NULL, &error);
    g_assert_no_error(error);

    int connection = accept(server, NULL, NULL);
    g_assert_cmpint(connection, >=, 0);
    g_assert_cmpint(kill(process, signal_number), ==, 0);
    int wait_status;
    g_assert_cmpint(waitpid(process, &wait_status, 0), ==, process);
    g_assert_true(WIFEXITED(wait_status));
    g_assert_cmpint(WEXITSTATUS(wait_status), ==, 1);

    /* An edition would be here if it had waited for the source to fail by itself. */
    char byte;
    g_assert_cmpint(read(out, &byte, 1), ==, 0);
    ssize_t length;
    char request[4096];
    do {
        length = read(connection, request, sizeof request);
    } while (length > 0);
    close(connection);
    close(server);
    close(out);
    desk_clear(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(list_cases); i++) {
        g_autofree char *path = g_strconcat("/list/", list_cases[i].name, NULL);
        g_test_add_data_func(path, &list_cases[i], test_list);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(refusal_cases); i++) {
        g_autofree char *path = g_strconcat("/list/refusal/", refusal_cases[i].name, NULL);
        g_test_add_data_func(path, &refusal_cases[i], test_refusal);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(shell_cases); i++) {
        g_autofree char *path = g_strconcat("/list/shell/", shell_cases[i].name, NULL);
        g_test_add_data_func(path, &shell_cases[i], test_shell);
    }
    g_test_add_func("/list/deterministic", test_deterministic);
    g_test_add_func("/list/output-as-source", test_output_as_source);
    g_test_add_func("/list/config-is-a-fifo", test_config_is_a_fifo);
    g_test_add_data_func("/list/interrupted/term", GINT_TO_POINTER(SIGTERM), test_interrupted);
    g_test_add_data_func("/list/interrupted/int", GINT_TO_POINTER(SIGINT), test_interrupted);
    return g_test_run();
}
