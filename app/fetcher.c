/* SPDX-License-Identifier: MIT */
#include "fetcher_message.h"
#include "fetcher_process.h"
#include "fetcher_round.h"

#include "placard/edition/instant.h"
#include "placard/fetch/cache.h"
#include "placard/limits.h"

#include <stdio.h>
#include <unistd.h>

enum { FETCHER_DONE = 0, FETCHER_FAILURES = 1, FETCHER_USAGE = 2 };

struct fetcher_options {
    char *directory;
    char *now;
    char **sources; /* NULL: the config's */
    struct round_options round;
};

static void fetcher_options_clear(struct fetcher_options *options)
{
    g_free(options->directory);
    g_free(options->now);
    g_strfreev(options->sources);
}

static bool fetcher_options_parse(struct fetcher_options *options, int *argc, char ***argv,
                                  GError **error)
{
    gboolean due = FALSE;
    gboolean progress = FALSE;
    gboolean verbose = FALSE;
    const GOptionEntry entries[] = {
        {"directory", 0, 0, G_OPTION_ARG_FILENAME, &options->directory,
         "Take relative paths from here", "DIR"},
        {"due", 0, 0, G_OPTION_ARG_NONE, &due, "Ask only the sources whose time has come", NULL},
        {"now", 0, 0, G_OPTION_ARG_STRING, &options->now, "Fix the time (RFC 3339)", "TIME"},
        {"verbose", 0, 0, G_OPTION_ARG_NONE, &verbose, "Say what each source gave", NULL},
        {"progress", 0, 0, G_OPTION_ARG_NONE, &progress, "Say how many have answered", NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->sources, NULL, NULL},
        {NULL},
    };
    g_autoptr(GOptionContext) context = g_option_context_new("[SOURCE…]");

    g_option_context_set_summary(context,
                                 "Prints the edition of the config on standard input, with SOURCEs "
                                 "(URLs, files) in place of its own.");
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, argc, argv, error))
        return false;
    options->round = (struct round_options){
        .due = due, .progress = progress, .verbose = verbose, .now_utc_s = INSTANT_UNKNOWN};
    if (options->directory == NULL)
        options->directory = g_get_current_dir();
    if (options->now != NULL && !instant_parse(options->now, &options->round.now_utc_s)) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "--now: expected an RFC 3339 time, found \"%s\"", options->now);
        return false;
    }
    return true;
}

/* Up to one byte more than a config may have: the parser says that it is too long. */
static GByteArray *fetcher_read_input(void)
{
    GByteArray *content = g_byte_array_new();
    guint8 chunk[16 * 1024];
    size_t got;

    while (content->len <= LIMIT_CONFIG_BYTES && (got = fread(chunk, 1, sizeof chunk, stdin)) > 0)
        g_byte_array_append(content, chunk, (guint)got);
    return content;
}

static void problem_destroy(void *problem)
{
    config_problem_free(problem);
}

static struct config *fetcher_parse_config(const GByteArray *input, const char *directory)
{
    g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(problem_destroy);
    struct config *config =
        config_parse((const char *)input->data, input->len, directory, problems);

    for (guint i = 0; config == NULL && i < problems->len; i++) {
        g_autofree char *line = config_problem_format(problems->pdata[i], "standard input");
        message_say("%s", line);
    }
    return config;
}

static struct config *fetcher_config(const struct fetcher_options *options)
{
    /* With SOURCEs a config need not be given, and nobody at a terminal waits to be asked. */
    const bool is_optional = options->sources != NULL;
    g_autoptr(GByteArray) input =
        is_optional && isatty(STDIN_FILENO) == 1 ? g_byte_array_new() : fetcher_read_input();
    if (!is_optional)
        return fetcher_parse_config(input, options->directory);

    struct config *stand_in =
        config_for_sources(options->sources, g_strv_length(options->sources), options->directory);
    if (input->len == 0)
        return stand_in;

    struct config *config = fetcher_parse_config(input, options->directory);
    if (config != NULL) {
        GPtrArray *sources = config->sources;
        config->sources = stand_in->sources;
        stand_in->sources = sources;
    }
    config_free(stand_in);
    return config;
}

static struct records *fetcher_records(void)
{
    g_autofree char *disk =
        cache_directory(g_getenv("CACHE_DIRECTORY"), g_getenv("XDG_CACHE_HOME"), g_getenv("HOME"));
    g_autofree char *runtime =
        cache_runtime_directory(g_getenv("RUNTIME_DIRECTORY"), g_getenv("XDG_RUNTIME_DIR"));
    g_autoptr(GError) error = NULL;
    struct records *records = records_open(disk, runtime, &error);

    if (error != NULL)
        message_say("cache: %s", error->message);
    return records;
}

static int fetcher_run(const struct fetcher_options *options)
{
    struct config *config = fetcher_config(options);

    if (config == NULL)
        return FETCHER_USAGE;

    struct records *records = fetcher_records();
    const bool is_good = round_run(config, records, &options->round);
    records_free(records);
    config_free(config);
    return is_good && fclose(stdout) == 0 ? FETCHER_DONE : FETCHER_FAILURES;
}

int main(int argc, char *argv[])
{
    struct fetcher_options options = {0};
    g_autoptr(GError) error = NULL;
    int status = FETCHER_USAGE;

    process_bound();
    if (fetcher_options_parse(&options, &argc, &argv, &error))
        status = fetcher_run(&options);
    else
        message_say("%s", error->message);
    fetcher_options_clear(&options);
    return status;
}
