/* SPDX-License-Identifier: MIT */
#include "placard/command/options.h"

#include "placard/edition/instant.h"
#include "placard/limits.h"

#include <string.h>

static struct options *parse(const char *line, GError **error)
{
    g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
    return options_parse((int)g_strv_length(arguments), arguments, error);
}

struct good_case {
    const char *name;
    const char *line;
    struct options expected; /* sources as one string joined by spaces */
    const char *sources;
};

static const struct good_case good_cases[] = {
    {"nothing-runs", "placard", {.command = OPTIONS_COMMAND_RUN}, ""},
    {"run-by-name", "placard run", {.command = OPTIONS_COMMAND_RUN}, ""},
    {"source-runs", "placard a.xml", {.command = OPTIONS_COMMAND_RUN}, "a.xml"},
    {"sources",
     "placard list https://example.org/feed b.txt",
     {.command = OPTIONS_COMMAND_LIST},
     "https://example.org/feed b.txt"},
    {"command-after-option",
     "placard --verbose list a",
     {.command = OPTIONS_COMMAND_LIST, .verbose = true},
     "a"},
    {"option-after-source",
     "placard list a --verbose",
     {.command = OPTIONS_COMMAND_LIST, .verbose = true},
     "a"},
    {"command-name-as-second-word-is-a-source",
     "placard run list",
     {.command = OPTIONS_COMMAND_RUN},
     "list"},
    {"command-name-after-dashes-is-a-source",
     "placard -- list",
     {.command = OPTIONS_COMMAND_RUN},
     "list"},
    {"option-name-after-dashes-is-a-source",
     "placard list -- --due",
     {.command = OPTIONS_COMMAND_LIST},
     "--due"},
    {"value-after-blank",
     "placard check --config c.json",
     {.command = OPTIONS_COMMAND_CHECK, .config_path = (char[]){"c.json"}},
     ""},
    {"value-after-sign",
     "placard check --config=c=d.json",
     {.command = OPTIONS_COMMAND_CHECK, .config_path = (char[]){"c=d.json"}},
     ""},
    {"value-that-looks-like-a-command",
     "placard --config list check",
     {.command = OPTIONS_COMMAND_CHECK, .config_path = (char[]){"list"}},
     ""},
    {"last-value-holds",
     "placard check --config a --config b",
     {.command = OPTIONS_COMMAND_CHECK, .config_path = (char[]){"b"}},
     ""},
    {"size",
     "placard preview --size 1920x1080 a",
     {.command = OPTIONS_COMMAND_PREVIEW, .width_px = 1920, .height_px = 1080},
     "a"},
    {"smallest-size",
     "placard preview --size 160x120",
     {.command = OPTIONS_COMMAND_PREVIEW, .width_px = 160, .height_px = 120},
     ""},
    {"snapshot",
     "placard snapshot --size=800x480 out a b",
     {.command = OPTIONS_COMMAND_SNAPSHOT,
      .width_px = 800,
      .height_px = 480,
      .directory = (char[]){"out"}},
     "a b"},
    {"due", "placard list --due", {.command = OPTIONS_COMMAND_LIST, .due = true}, ""},
    {"schema", "placard check --schema", {.command = OPTIONS_COMMAND_CHECK, .schema = true}, ""},
    {"reference-man",
     "placard check --reference man",
     {.command = OPTIONS_COMMAND_CHECK, .reference = OPTIONS_REFERENCE_MAN},
     ""},
    {"reference-markdown",
     "placard check --reference markdown",
     {.command = OPTIONS_COMMAND_CHECK, .reference = OPTIONS_REFERENCE_MARKDOWN},
     ""},
};

static void test_good(gconstpointer data)
{
    const struct good_case *test = data;
    const struct options *expected = &test->expected;
    g_autoptr(GError) error = NULL;
    struct options *options = parse(test->line, &error);
    g_assert_no_error(error);
    g_autofree char *sources = g_strjoinv(" ", options->sources);
    g_assert_cmpint(options->command, ==, expected->command);
    g_assert_cmpstr(options->answer, ==, NULL);
    g_assert_cmpstr(options->config_path, ==, expected->config_path);
    g_assert_cmpint(options->now_utc_s, ==, INSTANT_UNKNOWN);
    g_assert_cmpint(options->verbose, ==, expected->verbose);
    g_assert_cmpint(options->width_px, ==, expected->width_px);
    g_assert_cmpint(options->height_px, ==, expected->height_px);
    g_assert_cmpint(options->due, ==, expected->due);
    g_assert_cmpint(options->schema, ==, expected->schema);
    g_assert_cmpint(options->reference, ==, expected->reference);
    g_assert_cmpstr(options->directory, ==, expected->directory);
    g_assert_cmpstr(sources, ==, test->sources);
    options_free(options);
}

struct bad_case {
    const char *name;
    const char *line;
    const char *message;
};

static const struct bad_case bad_cases[] = {
    {"unknown-option", "placard list --bogus", "unknown option --bogus"},
    {"unknown-short-option", "placard -x", "unknown option -x"},
    {"shortened-option", "placard list --verb", "unknown option --verb"},
    {"due-elsewhere", "placard --due", "run has no option --due"},
    {"schema-elsewhere", "placard list --schema", "list has no option --schema"},
    {"size-elsewhere", "placard list --size 800x480", "list has no option --size"},
    {"now-elsewhere", "placard check --now 2026-11-23T14:32:00Z", "check has no option --now"},
    {"config-missing", "placard list --config", "--config: expected FILE after it, got nothing"},
    {"config-empty", "placard list --config=", "--config: expected a file name, got \"\""},
    {"now-word", "placard --now noon",
     "--now: expected a time like 2026-11-23T14:32:00Z, got \"noon\""},
    {"due-value", "placard list --due=1", "--due: expected no value, got \"1\""},
    {"size-word", "placard preview --size big",
     "--size: expected WIDTHxHEIGHT from 160x120 to 16384x16384, or a name such as full-hd or "
     "pi-touch, got \"big\""},
    {"size-narrow", "placard preview --size 159x120",
     "--size: expected WIDTHxHEIGHT from 160x120 to 16384x16384, or a name such as full-hd or "
     "pi-touch, got \"159x120\""},
    {"size-low", "placard preview --size 160x119",
     "--size: expected WIDTHxHEIGHT from 160x120 to 16384x16384, or a name such as full-hd or "
     "pi-touch, got \"160x119\""},
    {"size-huge", "placard preview --size 16385x1080",
     "--size: expected WIDTHxHEIGHT from 160x120 to 16384x16384, or a name such as full-hd or "
     "pi-touch, got \"16385x1080\""},
    {"size-one-side", "placard preview --size 800",
     "--size: expected WIDTHxHEIGHT from 160x120 to 16384x16384, or a name such as full-hd or "
     "pi-touch, got \"800\""},
    {"size-three-sides", "placard preview --size 800x480x2",
     "--size: expected WIDTHxHEIGHT from 160x120 to 16384x16384, or a name such as full-hd or "
     "pi-touch, got \"800x480x2\""},
    {"size-signed", "placard preview --size +800x480",
     "--size: expected WIDTHxHEIGHT from 160x120 to 16384x16384, or a name such as full-hd or "
     "pi-touch, got \"+800x480\""},
    {"size-overflow", "placard preview --size 99999999999999999999x480",
     "--size: expected WIDTHxHEIGHT from 160x120 to 16384x16384, or a name such as full-hd or "
     "pi-touch, got "
     "\"99999999999999999999x480\""},
    {"snapshot-nowhere", "placard snapshot",
     "snapshot: expected a DIR for the pictures, got nothing"},
    {"check-source", "placard check a.json", "check: expected at most 0 SOURCE arguments, got 1"},
    {"reference-form", "placard check --reference pdf",
     "--reference: expected man or markdown, got \"pdf\""},
    {"empty-source", "placard list a  b", "expected a URL or a file as SOURCE, got \"\""},
};

static void test_bad(gconstpointer data)
{
    const struct bad_case *test = data;
    g_autoptr(GError) error = NULL;
    g_assert_null(parse(test->line, &error));
    g_assert_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE);
    g_assert_cmpstr(error->message, ==, test->message);
}

static void test_now(void)
{
    g_autoptr(GError) error = NULL;
    struct options *options = parse("placard --now 1970-01-02T01:00:00+01:00", &error);
    g_assert_no_error(error);
    g_assert_cmpint(options->now_utc_s, ==, 86400);
    options_free(options);
}

/* Help names each command and each option but the build's, on lines that fit a terminal. */
static void test_help(void)
{
    static const char *const named[] = {
        "run",   "preview",  "snapshot", "list",   "check", "--config",  "--now",    "--size",
        "--due", "--schema", "--help",   "SOURCE", "DIR",   "--verbose", "--version"};
    g_autoptr(GError) error = NULL;
    struct options *options = parse("placard snapshot --help", &error);
    g_assert_no_error(error);
    for (size_t i = 0; i < G_N_ELEMENTS(named); i++)
        g_assert_nonnull(strstr(options->answer, named[i]));
    g_assert_null(strstr(options->answer, "--reference"));
    g_auto(GStrv) lines = g_strsplit(options->answer, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_assert_cmpint(g_utf8_strlen(*line, -1), <=, 80);
        g_assert_false(g_str_has_suffix(*line, " "));
    }
    options_free(options);
}

static void test_version(void)
{
    g_autoptr(GError) error = NULL;
    struct options *options = parse("placard --version", &error);
    g_assert_no_error(error);
    g_assert_cmpstr(options->answer, ==, "placard " PLACARD_VERSION "\n");
    options_free(options);
}

static void test_source_limits(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *url = g_strnfill(LIMIT_URL_BYTES + 1, 'a');
    g_autofree char *line = g_strconcat("placard list ", url, NULL);
    g_assert_null(parse(line, &error));
    g_assert_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE);

    g_clear_error(&error);
    g_assert_null(parse("placard list \xff.xml", &error));
    g_assert_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE);

    g_clear_error(&error);
    GString *many = g_string_new("placard list");
    for (unsigned i = 0; i <= LIMIT_SOURCES; i++)
        g_string_append(many, " a");
    g_assert_null(parse(many->str, &error));
    g_assert_error(error, OPTIONS_ERROR, OPTIONS_ERROR_USAGE);
    g_string_free(many, TRUE);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(good_cases); i++) {
        g_autofree char *path = g_strconcat("/options/good/", good_cases[i].name, NULL);
        g_test_add_data_func(path, &good_cases[i], test_good);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(bad_cases); i++) {
        g_autofree char *path = g_strconcat("/options/bad/", bad_cases[i].name, NULL);
        g_test_add_data_func(path, &bad_cases[i], test_bad);
    }
    g_test_add_func("/options/now", test_now);
    g_test_add_func("/options/help", test_help);
    g_test_add_func("/options/version", test_version);
    g_test_add_func("/options/source-limits", test_source_limits);
    return g_test_run();
}
