/* SPDX-License-Identifier: MIT */
#include "fetcher_confine.h"
#include "fetcher_message.h"
#include "fetcher_pictures.h"
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
    char *pictures; /* NULL: none are asked for */
    char **sources; /* NULL: the config's */
    struct frame_size place;
    gint64 started_ms;
    struct round_options round;
};

static void fetcher_options_clear(struct fetcher_options *options)
{
    g_free(options->directory);
    g_free(options->now);
    g_free(options->pictures);
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
        {"pictures", 0, 0, G_OPTION_ARG_STRING, &options->pictures,
         "Fetch pictures for a place of this size, after the edition", "WxH"},
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
    if (options->pictures != NULL && !frame_size_parse(options->pictures, &options->place)) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                    "--pictures: expected a size like 768x1080, found \"%s\"", options->pictures);
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

/* Where the fetcher finds what it needs. */
struct fetcher_places {
    char *disk; /* the cache; NULL: nowhere, as the next */
    char *runtime;
    char *picture; /* placard-picture, beside the fetcher; NULL where no pictures are asked for */
};

static void fetcher_places_init(struct fetcher_places *places,
                                const struct fetcher_options *options)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *directory = program == NULL ? NULL : g_path_get_dirname(program);

    places->disk =
        cache_directory(g_getenv("CACHE_DIRECTORY"), g_getenv("XDG_CACHE_HOME"), g_getenv("HOME"));
    places->runtime =
        cache_runtime_directory(g_getenv("RUNTIME_DIRECTORY"), g_getenv("XDG_RUNTIME_DIR"));
    places->picture = options->pictures == NULL || directory == NULL
                          ? NULL
                          : g_build_filename(directory, "placard-picture", NULL);
}

static void fetcher_places_clear(struct fetcher_places *places)
{
    g_free(places->disk);
    g_free(places->runtime);
    g_free(places->picture);
}

static struct records *fetcher_records(const struct fetcher_places *places)
{
    g_autoptr(GError) error = NULL;
    struct records *records = records_open(places->disk, places->runtime, &error);

    if (error != NULL)
        message_say("cache: %s", error->message);
    return records;
}

static void fetcher_pictures(const struct fetcher_options *options,
                             const struct fetcher_places *places, const struct config *config,
                             const struct edition *edition)
{
    const gint64 now_utc_s = options->round.now_utc_s;
    const struct pictures_options pictures = {
        .disk = places->disk,
        .program = places->picture,
        .place = options->place,
        .now_utc_s = now_utc_s != INSTANT_UNKNOWN ? now_utc_s : g_get_real_time() / G_USEC_PER_SEC,
        .started_ms = options->started_ms,
        .verbose = options->round.verbose,
    };

    if (places->picture != NULL)
        pictures_run(edition, config, &pictures);
}

static int fetcher_run(const struct fetcher_options *options)
{
    struct config *config = fetcher_config(options);
    struct fetcher_places places;
    struct edition *edition;

    if (config == NULL)
        return FETCHER_USAGE;

    fetcher_places_init(&places, options);
    struct records *records = fetcher_records(&places);
    const struct confine_paths paths = {places.disk, places.runtime, places.picture};
    confine_process(config, &paths, options->round.verbose);
    const bool is_good = round_run(config, records, &options->round, &edition);
    fetcher_pictures(options, &places, config, edition);
    edition_free(edition);
    records_free(records);
    fetcher_places_clear(&places);
    config_free(config);
    return is_good && fclose(stdout) == 0 ? FETCHER_DONE : FETCHER_FAILURES;
}

int main(int argc, char *argv[])
{
    struct fetcher_options options = {.started_ms = g_get_monotonic_time() / 1000};
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
