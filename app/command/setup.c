/* SPDX-License-Identifier: MIT */
#include "placard/command/setup.h"

#include "placard/command/message.h"
#include "placard/command/paths.h"

static GPtrArray *problems_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);
}

static bool setup_has_sources(const struct setup *setup)
{
    return setup->sources[0] != NULL;
}

/* SOURCE arguments without a config: the defaults hold for all else, and no file is read. */
static bool setup_is_bare(const struct setup *setup)
{
    return setup->path == NULL && setup_has_sources(setup);
}

/* The file that holds the config, the built-in one too. */
static const char *setup_file(const struct setup *setup)
{
    return setup->path != NULL ? setup->path : setup->file_name;
}

static GBytes *setup_read(const struct setup *setup, GPtrArray *problems)
{
    if (setup_is_bare(setup))
        return g_bytes_new(NULL, 0);
    return config_read(setup_file(setup), problems);
}

static void config_take_sources(struct config *config, struct config *from)
{
    GPtrArray *sources = config->sources;
    config->sources = from->sources;
    from->sources = sources;
    config_free(from);
}

/* The config that the bytes hold, with the SOURCE arguments in place of its sources. */
static struct config *setup_parse(const struct setup *setup, GBytes *json, GPtrArray *problems)
{
    struct config *stand_in = NULL;
    if (setup_has_sources(setup))
        stand_in =
            config_for_sources(setup->sources, g_strv_length(setup->sources), setup->directory);
    if (setup_is_bare(setup))
        return stand_in;

    g_autofree char *directory = g_path_get_dirname(setup_file(setup));
    size_t length_bytes;
    const char *bytes = g_bytes_get_data(json, &length_bytes);
    struct config *config = config_parse(bytes, length_bytes, directory, problems);
    if (config != NULL && stand_in != NULL)
        config_take_sources(config, stand_in);
    else
        config_free(stand_in);
    return config;
}

static void setup_take(struct setup *setup, struct config *config, GBytes *json)
{
    config_free(setup->config);
    g_clear_pointer(&setup->json, g_bytes_unref);
    setup->config = config;
    setup->json = json;
}

static void setup_take_problems(struct setup *setup, GPtrArray *problems)
{
    g_ptr_array_unref(setup->problems);
    setup->problems = problems;
}

/* A cache that cannot keep it costs nothing now; no reason to trouble anybody. */
static void setup_keep_good(const struct setup *setup, struct cache *cache)
{
    if (cache == NULL || setup->path == NULL)
        return;
    size_t length_bytes;
    const char *bytes = g_bytes_get_data(setup->json, &length_bytes);
    if (cache_store(cache, CACHE_KIND_CONFIG, setup->path, bytes, length_bytes, NULL))
        cache_forget(cache, CACHE_KIND_CONFIG, (const char *const[]){setup->path, NULL});
}

static void setup_fall_back(struct setup *setup, struct cache *cache)
{
    if (cache == NULL || setup->path == NULL)
        return;
    GBytes *json = cache_load(cache, CACHE_KIND_CONFIG, setup->path, NULL);
    if (json == NULL)
        return;
    g_autoptr(GPtrArray) problems = problems_new();
    struct config *config = setup_parse(setup, json, problems);
    if (config == NULL) {
        g_bytes_unref(json);
        return;
    }
    setup_take(setup, config, json);
    setup->from_last_good = true;
}

/* Not made canonical: with a symbolic link in the path, "link/../x" is not "x". */
static char *path_absolute(const char *path)
{
    if (g_path_is_absolute(path))
        return g_strdup(path);
    g_autofree char *working_directory = g_get_current_dir();
    return g_build_filename(working_directory, path, NULL);
}

static void setup_locate(struct setup *setup, const char *config_path)
{
    setup->path = config_path != NULL ? path_absolute(config_path) : paths_config();
    if (config_path != NULL)
        setup->file_name = g_strdup(config_path);
    else if (setup->path != NULL)
        setup->file_name = g_strdup(setup->path);
    else
        setup->file_name = paths_asset("default.json");

    if (setup_has_sources(setup))
        setup->directory = g_get_current_dir();
    else
        setup->directory = g_path_get_dirname(setup_file(setup));
}

/* By where the news comes from, not by the bytes of the config: after a change of the config the
 * last edition is still the best that there is to show. */
static char *setup_edition_key(const struct setup *setup)
{
    if (!setup_has_sources(setup))
        return g_strconcat("config\n", setup_file(setup), NULL);
    g_autofree char *sources = g_strjoinv("\n", setup->sources);
    return g_strconcat("sources\n", setup->directory, "\n", sources, NULL);
}

struct setup *setup_load(const struct options *options, struct cache *cache)
{
    struct setup *setup = g_new0(struct setup, 1);
    setup->sources = g_strdupv(options->sources);
    setup->problems = problems_new();
    setup_locate(setup, options->config_path);
    setup->edition_key = setup_edition_key(setup);
    g_autofree char *words = paths_asset("words");
    setup->catalogues = catalogues_new(words);

    GBytes *json = setup_read(setup, setup->problems);
    struct config *config = json == NULL ? NULL : setup_parse(setup, json, setup->problems);
    if (config != NULL) {
        setup_take(setup, config, json);
        setup_keep_good(setup, cache);
        return setup;
    }
    g_clear_pointer(&json, g_bytes_unref);
    setup_fall_back(setup, cache);
    return setup;
}

void setup_free(struct setup *setup)
{
    if (setup == NULL)
        return;
    setup_take(setup, NULL, NULL);
    g_ptr_array_unref(setup->problems);
    g_strfreev(setup->sources);
    g_free(setup->directory);
    g_free(setup->path);
    g_free(setup->file_name);
    g_free(setup->edition_key);
    catalogues_free(setup->catalogues);
    g_free(setup);
}

static bool setup_is_in_force(const struct setup *setup, GBytes *json)
{
    return setup->config != NULL && !setup->from_last_good && setup->problems->len == 0 &&
           g_bytes_equal(setup->json, json);
}

static bool problems_are_equal(const GPtrArray *a, const GPtrArray *b)
{
    bool equal = a->len == b->len;
    for (guint i = 0; equal && i < a->len; i++) {
        g_autofree char *one = config_problem_format(a->pdata[i], "");
        g_autofree char *other = config_problem_format(b->pdata[i], "");
        equal = g_str_equal(one, other);
    }
    return equal;
}

/* The built-in default gives way to a config that somebody has written since. */
static void setup_leave_default(struct setup *setup)
{
    char *path = setup_has_sources(setup) ? NULL : paths_config();
    if (path == NULL)
        return;
    g_free(setup->directory);
    g_free(setup->file_name);
    g_free(setup->edition_key);
    setup->path = path;
    setup->file_name = g_strdup(path);
    setup->directory = g_path_get_dirname(path);
    setup->edition_key = setup_edition_key(setup);
}

char *setup_watched_path(const struct setup *setup)
{
    if (setup->path != NULL)
        return g_strdup(setup->path);
    return setup_has_sources(setup) ? NULL : paths_user_config();
}

enum setup_change setup_reload(struct setup *setup, struct cache *cache)
{
    if (setup->path == NULL)
        setup_leave_default(setup);
    if (setup->path == NULL)
        return SETUP_CHANGE_NONE;
    GPtrArray *problems = problems_new();
    g_autoptr(GBytes) json = setup_read(setup, problems);
    if (json != NULL && setup_is_in_force(setup, json)) {
        g_ptr_array_unref(problems);
        return SETUP_CHANGE_NONE;
    }
    struct config *config = json == NULL ? NULL : setup_parse(setup, json, problems);
    bool is_known = config == NULL && problems_are_equal(problems, setup->problems);
    setup_take_problems(setup, problems);
    if (config == NULL)
        return is_known ? SETUP_CHANGE_NONE : SETUP_CHANGE_BROKEN;
    setup_take(setup, config, g_steal_pointer(&json));
    setup->from_last_good = false;
    setup_keep_good(setup, cache);
    return SETUP_CHANGE_ADOPTED;
}

static bool setup_is_config(const char *path)
{
    g_autoptr(GPtrArray) problems = problems_new();
    g_autoptr(GBytes) json = config_read(path, problems);
    if (json == NULL)
        return false;
    size_t length_bytes;
    const char *bytes = g_bytes_get_data(json, &length_bytes);
    struct config *config = config_parse(bytes, length_bytes, "/", problems);
    config_free(config);
    return config != NULL;
}

bool setup_open(struct setup *setup, const char *source, struct cache *cache)
{
    const bool is_config = setup_is_config(source);
    g_autofree char *copy = g_strdup(source);
    char *sources[] = {is_config ? NULL : copy, NULL};
    const struct options options = {
        .config_path = is_config ? copy : setup->path,
        .sources = sources,
    };
    struct setup *opened = setup_load(&options, cache);
    const bool good = opened->config != NULL;
    if (good) {
        const struct setup before = *setup;
        *setup = *opened;
        *opened = before;
    }
    setup_free(opened);
    return good;
}

struct edition *setup_load_sample(const struct setup *setup)
{
    if (setup->path != NULL || setup_has_sources(setup))
        return NULL;
    g_autofree char *path = paths_asset("sample.json");
    g_autofree char *json = NULL;
    gsize length_bytes = 0;
    if (!g_file_get_contents(path, &json, &length_bytes, NULL))
        return NULL;
    return edition_parse(json, length_bytes, NULL);
}

struct edition *setup_load_kept(const struct setup *setup, struct cache *cache)
{
    g_autoptr(GBytes) json = cache_load(cache, CACHE_KIND_EDITION, setup->edition_key, NULL);
    if (json == NULL)
        return NULL;
    size_t length_bytes;
    const char *bytes = g_bytes_get_data(json, &length_bytes);
    struct edition *edition = edition_parse(bytes, length_bytes, NULL);
    if (edition != NULL && (!edition_check(edition, NULL) || edition->stories->len == 0))
        g_clear_pointer(&edition, edition_free);
    return edition;
}

void setup_print_problems(const struct setup *setup)
{
    for (unsigned i = 0; i < setup->problems->len; i++) {
        g_autofree char *line =
            config_problem_format(g_ptr_array_index(setup->problems, i), setup->file_name);
        message_print("%s", line);
    }
}
