/* SPDX-License-Identifier: MIT */
#include "placard/fetch/transfer.h"

#include "run.h"

#include <string.h>

#define FIXTURES PLACARD_FIXTURES "/fetch"

static void test_file(void)
{
    struct run run;
    g_autofree char *expected = NULL;

    run_init(&run, FIXTURES);
    g_autofree char *url = server_url(run.server, "/feed.xml");
    g_assert_true(g_file_get_contents(FIXTURES "/feed.xml", &expected, NULL, NULL));
    const struct ending *ending = run_path(&run, "/feed.xml");
    g_assert_cmpint(ending->code, ==, -1);
    g_assert_cmpstr(ending->text, ==, expected);
    g_assert_cmpstr(ending->url, ==, url);
    g_assert_false(ending->not_modified);
    g_assert_true(g_str_has_prefix(ending->etag, "W/\""));
    g_assert_cmpstr(ending->last_modified, ==, "Mon, 23 Nov 2026 08:15:00 GMT");
    g_autofree char *agent = server_header(run.server, "/feed.xml", "User-Agent");
    g_assert_cmpstr(agent, ==, "placard-test/1");
    g_assert_null(server_header(run.server, "/feed.xml", "If-None-Match"));
    g_assert_null(server_header(run.server, "/feed.xml", "If-Modified-Since"));
    run_clear(&run);
}

struct failure_case {
    const char *name;
    const char *path; /* or URL */
    int code;
    const char *message; /* pattern */
    bool answered;       /* the error comes with an answer */
    gint64 retry_after_seconds;
    unsigned timeout_seconds; /* 0: long */
};

static const struct failure_case failure_cases[] = {
    {"hang", "/hang", TRANSFER_ERROR_TIMEOUT, "timed out after 1 s while waiting for an answer",
     .timeout_seconds = 1},
    {"drip", "/drip", TRANSFER_ERROR_TIMEOUT, "timed out after 1 s while receiving",
     .timeout_seconds = 1},
    {"endless", "/endless", TRANSFER_ERROR_LIMIT, "expected at most 65536 bytes, found more"},
    {"gzip-bomb", "/gzip-bomb", TRANSFER_ERROR_LIMIT, "expected at most 65536 bytes, found more"},
    {"cut", "/cut", TRANSFER_ERROR_OTHER, "*shorter than announced"},
    {"close", "/close", TRANSFER_ERROR_OTHER, "*closed without an answer"},
    {"redirect-loop", "/redirect-loop", TRANSFER_ERROR_LIMIT, "more than 10 redirects"},
    {"redirect-ftp", "/redirect-ftp", TRANSFER_ERROR_URL, "*protocol that is not followed"},
    {"404", "/404", TRANSFER_ERROR_HTTP, "HTTP 404 (not found)", .answered = true},
    {"410", "/410", TRANSFER_ERROR_HTTP, "HTTP 410 (gone for good)", .answered = true},
    {"500", "/500", TRANSFER_ERROR_HTTP, "HTTP 500 (server error)", .answered = true},
    {"429", "/429", TRANSFER_ERROR_HTTP, "HTTP 429 *", .answered = true,
     .retry_after_seconds = 120},
    {"503", "/503", TRANSFER_ERROR_HTTP, "HTTP 503 *", .answered = true,
     .retry_after_seconds = 120},
    {"304", "/304", TRANSFER_ERROR_HTTP, "HTTP 304", .answered = true},
    {"empty-redirect", "/empty-redirect", TRANSFER_ERROR_HTTP, "HTTP 302 *", .answered = true},
    {"refused", "http://127.0.0.1:1/", TRANSFER_ERROR_CONNECT, "could not connect"},
    {"unknown-host", "http://no-such-host.invalid/", TRANSFER_ERROR_CONNECT,
     "the host was not found"},
    {"ftp", "ftp://127.0.0.1/a", TRANSFER_ERROR_URL,
     "expected an http or https URL*another protocol*"},
    {"file", "file:///etc/hostname", TRANSFER_ERROR_URL, "expected an http or https URL*"},
    {"no-host", "http://", TRANSFER_ERROR_URL, "expected an http or https URL*"},
    {"line-break", "http://a.example/x\r\nHost: b", TRANSFER_ERROR_URL, "*control character*"},
    {"secrets", "ftp://me:secret@a.example/news?token=secret#here", TRANSFER_ERROR_URL,
     "*: ftp://a.example/news"},
};

static void test_failure(gconstpointer data)
{
    const struct failure_case *test = data;
    struct run run;

    run_init(&run, FIXTURES);
    if (test->timeout_seconds > 0)
        run.options.timeout_seconds = test->timeout_seconds;
    const struct ending *ending = run_path(&run, test->path);
    if (!g_pattern_match_simple(test->message, ending->message))
        g_error("expected \"%s\", found \"%s\"", test->message, ending->message);
    g_assert_cmpint(ending->code, ==, test->code);
    g_assert_true(ending->answered == test->answered);
    g_assert_cmpuint(ending->length_bytes, ==, 0);
    g_assert_cmpint(ending->retry_after_seconds, ==, test->retry_after_seconds);
    run_clear(&run);
}

/* What the server gave comes back as it was, and 304 means that nothing else is needed. */
static void test_validators(void)
{
    struct run first;
    struct run second;

    run_init(&first, FIXTURES);
    run_init(&second, FIXTURES);
    const struct ending *given = run_path(&first, "/feed.xml");
    g_autofree char *url = server_url(second.server, "/feed.xml");
    const struct transfer_request request = {
        .url = url, .etag = given->etag, .last_modified = given->last_modified};
    run_requests(&second, &request, 1);

    g_autofree char *etag = server_header(second.server, "/feed.xml", "If-None-Match");
    g_autofree char *date = server_header(second.server, "/feed.xml", "If-Modified-Since");
    g_assert_cmpstr(etag, ==, given->etag);
    g_assert_cmpstr(date, ==, given->last_modified);
    g_assert_cmpint(second.endings[0].code, ==, -1);
    g_assert_true(second.endings[0].not_modified);
    g_assert_cmpuint(second.endings[0].length_bytes, ==, 0);
    run_clear(&first);
    run_clear(&second);
}

static void test_validator_alone(void)
{
    struct run run;

    run_init(&run, FIXTURES);
    g_autofree char *url = server_url(run.server, "/feed.xml");
    const struct transfer_request request = {.url = url,
                                             .last_modified = "Mon, 23 Nov 2026 08:15:00 GMT"};
    run_requests(&run, &request, 1);
    g_assert_true(run.endings[0].not_modified);
    g_assert_null(server_header(run.server, "/feed.xml", "If-None-Match"));
    run_clear(&run);
}

/* A validator from a damaged memory must not become a header of its own. */
static void test_validator_with_break(void)
{
    struct run run;

    run_init(&run, FIXTURES);
    g_autofree char *url = server_url(run.server, "/feed.xml");
    const struct transfer_request request = {.url = url, .etag = "\"a\"\r\nX-Mine: 1"};
    run_requests(&run, &request, 1);
    g_assert_cmpint(run.endings[0].code, ==, -1);
    g_assert_null(server_header(run.server, "/feed.xml", "X-Mine"));
    g_assert_null(server_header(run.server, "/feed.xml", "If-None-Match"));
    run_clear(&run);
}

static void test_redirect(void)
{
    struct run run;

    run_init(&run, FIXTURES);
    g_autofree char *url = server_url(run.server, "/feed.xml");
    const struct ending *ending = run_path(&run, "/redirect/feed.xml");
    g_assert_cmpint(ending->code, ==, -1);
    g_assert_cmpuint(ending->length_bytes, >, 0);
    g_assert_cmpstr(ending->url, ==, url);
    run_clear(&run);
}

/* A password in the config's URL is sent, and stands nowhere else. */
static void test_password(void)
{
    struct run run;

    run_init(&run, FIXTURES);
    g_autofree char *asked =
        g_strdup_printf("http://me:s%%20ecret@127.0.0.1:%u/feed.xml#top", server_port(run.server));
    g_autofree char *plain = server_url(run.server, "/feed.xml");
    const struct ending *ending = run_path(&run, asked);
    g_autofree char *header = server_header(run.server, "/feed.xml", "Authorization");
    g_assert_cmpstr(header, ==, "Basic bWU6cyBlY3JldA==");
    g_assert_cmpstr(ending->url, ==, plain);
    run_clear(&run);
}

struct charset_case {
    const char *name;
    const char *path;
    const char *charset;
};

static const struct charset_case charset_cases[] = {
    {"none", "/charset/text/xml", NULL},
    {"named", "/charset/text/xml;charset=koi8-r", "koi8-r"},
    {"quoted", "/charset/text/xml;a=b;CharSet=\"windows-1251\"", "windows-1251"},
    {"empty", "/charset/text/xml;charset=", NULL},
    {"other", "/charset/text/xml;xcharset=utf-8", NULL},
};

static void test_charset(gconstpointer data)
{
    const struct charset_case *test = data;
    struct run run;

    run_init(&run, FIXTURES);
    const struct ending *ending = run_path(&run, test->path);
    g_assert_cmpint(ending->code, ==, -1);
    g_assert_cmpstr(ending->charset, ==, test->charset);
    run_clear(&run);
}

static void test_exact_limit(void)
{
    struct run run;

    run_init(&run, FIXTURES);
    const size_t length = run_path(&run, "/feed.xml")->length_bytes;
    run_clear(&run);

    run_init(&run, FIXTURES);
    run.options.max_bytes = length;
    g_assert_cmpint(run_path(&run, "/feed.xml")->code, ==, -1);
    run_clear(&run);

    run_init(&run, FIXTURES);
    run.options.max_bytes = length - 1;
    g_assert_cmpint(run_path(&run, "/feed.xml")->code, ==, TRANSFER_ERROR_LIMIT);
    run_clear(&run);
}

/* The bad one is asked first and ends last. */
static void test_bad_does_not_delay_good(void)
{
    static const char *const paths[] = {"/hang", "/endless", "/feed.xml", "/404", "/feed.xml"};
    struct run run;

    run_init(&run, FIXTURES);
    run.options.timeout_seconds = 1;
    run_paths(&run, paths, G_N_ELEMENTS(paths));
    g_assert_cmpuint(run.endings[0].place, ==, G_N_ELEMENTS(paths) - 1);
    g_assert_cmpint(run.endings[0].code, ==, TRANSFER_ERROR_TIMEOUT);
    g_assert_cmpint(run.endings[1].code, ==, TRANSFER_ERROR_LIMIT);
    g_assert_cmpint(run.endings[2].code, ==, -1);
    g_assert_cmpint(run.endings[3].code, ==, TRANSFER_ERROR_HTTP);
    g_assert_cmpint(run.endings[4].code, ==, -1);
    g_assert_cmpuint(run.wakes, >, 1);
    run_clear(&run);
}

/* Those that wait for a host that is full do not hold up another host. */
static void test_per_host(void)
{
    const char *paths[RUN_MOST_REQUESTS];
    struct run run;
    struct server *other = server_new(FIXTURES);
    g_autofree char *good = server_url(other, "/feed.xml");

    for (size_t i = 0; i < 6; i++)
        paths[i] = "/hang";
    paths[6] = good;
    run_init(&run, FIXTURES);
    run.options.run_seconds = 1;
    run.options.per_host = 3;
    run_paths(&run, paths, 7);
    g_assert_cmpuint(server_peak(run.server), ==, 3);
    g_assert_cmpuint(server_requests(run.server, "/hang"), ==, 3);
    g_assert_cmpuint(run.endings[6].place, ==, 0);
    g_assert_cmpint(run.endings[6].code, ==, -1);
    run_clear(&run);
    server_free(other);
}

/* The time of a transfer that had to wait for its host begins when it is asked. */
static void test_waiting_takes_no_time(void)
{
    static const char *const paths[] = {"/hang", "/hang"};
    struct run run;

    run_init(&run, FIXTURES);
    run.options.timeout_seconds = 1;
    run.options.per_host = 1;
    run_paths(&run, paths, G_N_ELEMENTS(paths));
    g_assert_cmpuint(server_requests(run.server, "/hang"), ==, 2);
    g_assert_cmpstr(run.endings[1].message, ==, "timed out after 1 s while waiting for an answer");
    run_clear(&run);
}

/* The whole run has an end, also for those that were never asked. */
static void test_run_ends(void)
{
    static const char *const paths[] = {"/hang", "/hang"};
    struct run run;

    run_init(&run, FIXTURES);
    run.options.run_seconds = 1;
    run.options.per_host = 1;
    run_paths(&run, paths, G_N_ELEMENTS(paths));
    g_assert_cmpint(run.endings[0].code, ==, TRANSFER_ERROR_TIMEOUT);
    g_assert_cmpint(run.endings[1].code, ==, TRANSFER_ERROR_TIMEOUT);
    g_assert_nonnull(strstr(run.endings[1].message, "not asked"));
    g_assert_cmpuint(server_requests(run.server, "/hang"), ==, 1);
    run_clear(&run);
}

static void test_nothing(void)
{
    struct run run;

    run_init(&run, FIXTURES);
    run_requests(&run, NULL, 0);
    run_clear(&run);
}

int main(int argc, char *argv[])
{
    /* A proxy of the machine must not stand between the test and its server. */
    g_setenv("no_proxy", "*", TRUE);
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(failure_cases); i++) {
        g_autofree char *path =
            g_strconcat("/fetch/transfer/failure/", failure_cases[i].name, NULL);
        g_test_add_data_func(path, &failure_cases[i], test_failure);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(charset_cases); i++) {
        g_autofree char *path =
            g_strconcat("/fetch/transfer/charset/", charset_cases[i].name, NULL);
        g_test_add_data_func(path, &charset_cases[i], test_charset);
    }
    g_test_add_func("/fetch/transfer/file", test_file);
    g_test_add_func("/fetch/transfer/validators", test_validators);
    g_test_add_func("/fetch/transfer/validator-alone", test_validator_alone);
    g_test_add_func("/fetch/transfer/validator-with-break", test_validator_with_break);
    g_test_add_func("/fetch/transfer/redirect", test_redirect);
    g_test_add_func("/fetch/transfer/password", test_password);
    g_test_add_func("/fetch/transfer/exact-limit", test_exact_limit);
    g_test_add_func("/fetch/transfer/bad-does-not-delay-good", test_bad_does_not_delay_good);
    g_test_add_func("/fetch/transfer/per-host", test_per_host);
    g_test_add_func("/fetch/transfer/waiting-takes-no-time", test_waiting_takes_no_time);
    g_test_add_func("/fetch/transfer/run-ends", test_run_ends);
    g_test_add_func("/fetch/transfer/nothing", test_nothing);
    return g_test_run();
}
