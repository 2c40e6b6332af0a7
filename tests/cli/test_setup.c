/* SPDX-License-Identifier: MIT */
#include "placard/command/setup.h"

#include "placard/edition/instant.h"

#include <glib/gstdio.h>
#include <string.h>

#define DARK "{\"display\": {\"theme\": \"dark\"}}"
#define LIGHT "{\"display\": {\"theme\": \"light\"}}"
#define LIGHT_SOURCE                                                                               \
    "{\"display\": {\"theme\": \"light\"}, \"sources\": [{\"url\": "                               \
    "\"https://example.org/feed\"}]}"
#define BROKEN "{\n  \"display\": {\"theme\": \"pink\"}\n}"

/* A directory of its own for each test, with nothing but what the test puts there. */
struct place {
    char *directory;
    char *config; /* a path in it, no file yet */
    struct cache *cache;
};

static void place_set_up(struct place *place, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    place->directory = g_dir_make_tmp("placard-XXXXXX", &error);
    g_assert_no_error(error);
    place->config = g_build_filename(place->directory, "config.json", NULL);
    g_autofree char *cache = g_build_filename(place->directory, "cache", NULL);
    place->cache = cache_open(cache, &error);
    g_assert_no_error(error);
}

static void directory_remove(const char *path)
{
    GDir *directory = g_dir_open(path, 0, NULL);
    for (const char *name; directory != NULL && (name = g_dir_read_name(directory)) != NULL;) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        if (g_file_test(inner, G_FILE_TEST_IS_DIR) && !g_file_test(inner, G_FILE_TEST_IS_SYMLINK))
            directory_remove(inner);
        else
            g_unlink(inner);
    }
    if (directory != NULL)
        g_dir_close(directory);
    g_rmdir(path);
}

static void place_tear_down(struct place *place, gconstpointer data)
{
    (void)data;
    cache_free(place->cache);
    directory_remove(place->directory);
    g_free(place->config);
    g_free(place->directory);
}

static void config_write(const struct place *place, const char *json)
{
    g_autoptr(GError) error = NULL;
    g_file_set_contents(place->config, json, -1, &error);
    g_assert_no_error(error);
}

static struct setup *load(char *config_path, char **sources, struct cache *cache)
{
    static char *none[] = {NULL};
    const struct options options = {.command = OPTIONS_COMMAND_LIST,
                                    .config_path = config_path,
                                    .now_utc_s = INSTANT_UNKNOWN,
                                    .sources = sources != NULL ? sources : none};
    return setup_load(&options, cache);
}

static const char *source_url(const struct setup *setup, unsigned index)
{
    const struct config_source *source = g_ptr_array_index(setup->config->sources, index);
    return source->url;
}

static void test_good(struct place *place, gconstpointer data)
{
    (void)data;
    config_write(place, LIGHT_SOURCE);
    struct setup *setup = load(place->config, NULL, NULL);
    g_assert_cmpuint(setup->problems->len, ==, 0);
    g_assert_cmpint(setup->config->display.theme, ==, THEME_LIGHT);
    g_assert_cmpstr(source_url(setup, 0), ==, "https://example.org/feed");
    g_assert_cmpmem(g_bytes_get_data(setup->json, NULL), g_bytes_get_size(setup->json),
                    LIGHT_SOURCE, strlen(LIGHT_SOURCE));
    g_assert_cmpstr(setup->path, ==, place->config);
    g_assert_cmpstr(setup->directory, ==, place->directory);
    g_assert_false(setup->from_last_good);
    setup_free(setup);
}

static void test_user_config(struct place *place, gconstpointer data)
{
    (void)data;
    g_autofree char *directory = g_build_filename(place->directory, "placard", NULL);
    g_mkdir(directory, 0700);
    g_free(place->config);
    place->config = g_build_filename(directory, "config.json", NULL);
    config_write(place, LIGHT);
    g_setenv("XDG_CONFIG_HOME", place->directory, TRUE);
    struct setup *setup = load(NULL, NULL, NULL);
    g_setenv("XDG_CONFIG_HOME", "/nonexistent", TRUE);
    g_assert_cmpstr(setup->path, ==, place->config);
    g_assert_cmpstr(setup->file_name, ==, place->config);
    g_assert_cmpint(setup->config->display.theme, ==, THEME_LIGHT);
    setup_free(setup);
}

/* SOURCE arguments and no config: no file is needed, all else is as by default. */
static void test_sources_alone(struct place *place, gconstpointer data)
{
    (void)place, (void)data;
    char *sources[] = {(char[]){"a.xml"}, (char[]){"https://example.org/b"}, NULL};
    struct setup *setup = load(NULL, sources, NULL);
    if (setup->path != NULL) {
        g_test_skip("this machine has a config in /etc");
    } else {
        g_autofree char *working_directory = g_get_current_dir();
        g_assert_cmpuint(setup->problems->len, ==, 0);
        g_assert_cmpuint(setup->config->sources->len, ==, 2);
        g_assert_cmpstr(source_url(setup, 1), ==, "https://example.org/b");
        g_assert_cmpuint(g_bytes_get_size(setup->json), ==, 0);
        g_assert_cmpstr(setup->directory, ==, working_directory);
    }
    setup_free(setup);
}

/* SOURCE arguments with a config: its sources are replaced, the rest of it holds. */
static void test_sources_and_config(struct place *place, gconstpointer data)
{
    (void)data;
    config_write(place, LIGHT_SOURCE);
    char *sources[] = {(char[]){"a.xml"}, NULL};
    struct setup *setup = load(place->config, sources, NULL);
    g_autofree char *working_directory = g_get_current_dir();
    g_assert_cmpint(setup->config->display.theme, ==, THEME_LIGHT);
    g_assert_cmpuint(setup->config->sources->len, ==, 1);
    g_assert_cmpstr(source_url(setup, 0), ==, "a.xml");
    g_assert_cmpstr(setup->sources[0], ==, "a.xml");
    g_assert_cmpuint(g_bytes_get_size(setup->json), ==, strlen(LIGHT_SOURCE));
    g_assert_cmpstr(setup->directory, ==, working_directory);
    setup_free(setup);
}

static void test_broken(struct place *place, gconstpointer data)
{
    (void)data;
    config_write(place, BROKEN);
    struct setup *setup = load(place->config, NULL, NULL);
    g_assert_null(setup->config);
    g_assert_null(setup->json);
    g_assert_cmpuint(setup->problems->len, ==, 1);
    const struct config_problem *problem = g_ptr_array_index(setup->problems, 0);
    g_assert_cmpuint(problem->line, ==, 2);
    g_assert_cmpstr(problem->key, ==, "display.theme");
    setup_free(setup);
}

static void test_missing(struct place *place, gconstpointer data)
{
    (void)data;
    struct setup *setup = load(place->config, NULL, NULL);
    g_assert_null(setup->config);
    g_assert_cmpuint(setup->problems->len, ==, 1);
    setup_free(setup);
}

/* The last good config goes on over a restart; when there never was one, nothing does. */
static void test_last_good(struct place *place, gconstpointer data)
{
    (void)data;
    config_write(place, BROKEN);
    struct setup *setup = load(place->config, NULL, place->cache);
    g_assert_null(setup->config);
    setup_free(setup);

    config_write(place, LIGHT);
    setup = load(place->config, NULL, place->cache);
    g_assert_false(setup->from_last_good);
    setup_free(setup);

    config_write(place, BROKEN);
    setup = load(place->config, NULL, place->cache);
    g_assert_true(setup->from_last_good);
    g_assert_cmpint(setup->config->display.theme, ==, THEME_LIGHT);
    g_assert_cmpuint(g_bytes_get_size(setup->json), ==, strlen(LIGHT));
    g_assert_cmpuint(setup->problems->len, ==, 1);

    config_write(place, LIGHT);
    g_assert_cmpint(setup_reload(setup, place->cache), ==, SETUP_CHANGE_ADOPTED);
    g_assert_false(setup->from_last_good);
    g_assert_cmpuint(setup->problems->len, ==, 0);
    setup_free(setup);
}

static void test_reload(struct place *place, gconstpointer data)
{
    (void)data;
    config_write(place, LIGHT);
    struct setup *setup = load(place->config, NULL, place->cache);
    g_assert_cmpint(setup_reload(setup, place->cache), ==, SETUP_CHANGE_NONE);

    config_write(place, BROKEN);
    g_assert_cmpint(setup_reload(setup, place->cache), ==, SETUP_CHANGE_BROKEN);
    g_assert_cmpint(setup->config->display.theme, ==, THEME_LIGHT);
    g_assert_cmpuint(setup->problems->len, ==, 1);

    g_unlink(place->config);
    g_assert_cmpint(setup_reload(setup, place->cache), ==, SETUP_CHANGE_BROKEN);
    g_assert_cmpint(setup->config->display.theme, ==, THEME_LIGHT);

    /* The mark on the screen must go although the config is what it was. */
    config_write(place, LIGHT);
    g_assert_cmpint(setup_reload(setup, place->cache), ==, SETUP_CHANGE_ADOPTED);
    g_assert_cmpuint(setup->problems->len, ==, 0);

    config_write(place, DARK);
    g_assert_cmpint(setup_reload(setup, place->cache), ==, SETUP_CHANGE_ADOPTED);
    g_assert_cmpint(setup->config->display.theme, ==, THEME_DARK);
    setup_free(setup);

    /* What was adopted while running is the last good one of the next start. */
    config_write(place, BROKEN);
    setup = load(place->config, NULL, place->cache);
    g_assert_true(setup->from_last_good);
    g_assert_cmpint(setup->config->display.theme, ==, THEME_DARK);
    setup_free(setup);
}

static char *edition_key(char *config_path, char **sources)
{
    struct setup *setup = load(config_path, sources, NULL);
    char *key = g_strdup(setup->edition_key);
    setup_free(setup);
    return key;
}

/* A change of the config keeps the edition; other sources have another one. */
static void test_edition_key(struct place *place, gconstpointer data)
{
    (void)data;
    char *sources[] = {(char[]){"a.xml"}, NULL};
    char *other_sources[] = {(char[]){"b.xml"}, NULL};
    config_write(place, LIGHT);
    g_autofree char *before = edition_key(place->config, NULL);
    config_write(place, DARK);
    g_autofree char *after = edition_key(place->config, NULL);
    g_autofree char *a = edition_key(place->config, sources);
    g_autofree char *b = edition_key(place->config, other_sources);
    g_autofree char *elsewhere = g_build_filename(place->directory, "other.json", NULL);
    g_autofree char *other = edition_key(elsewhere, NULL);
    g_assert_cmpstr(before, ==, after);
    g_assert_cmpstr(a, !=, after);
    g_assert_cmpstr(a, !=, b);
    g_assert_cmpstr(other, !=, after);
}

/* What is dropped onto the window: another config, or news in place of the sources. */
static void test_open(struct place *place, gconstpointer data)
{
    (void)data;
    config_write(place, LIGHT_SOURCE);
    struct setup *setup = load(place->config, NULL, NULL);
    g_autofree char *other = g_build_filename(place->directory, "other.json", NULL);
    g_assert_true(setup_open(setup, "/news/ferry.xml", NULL));
    g_assert_cmpstr(source_url(setup, 0), ==, "/news/ferry.xml");
    g_assert_cmpint(setup->config->display.theme, ==, THEME_LIGHT);
    g_assert_true(g_file_set_contents(other, DARK, -1, NULL));
    g_assert_true(setup_open(setup, other, NULL));
    g_assert_cmpstr(setup->path, ==, other);
    g_assert_cmpuint(setup->config->sources->len, ==, 0);
    g_assert_cmpint(setup->config->display.theme, ==, THEME_DARK);
    config_write(place, BROKEN);
    setup_free(setup);

    setup = load(place->config, NULL, NULL);
    g_assert_false(setup_open(setup, "/news/ferry.xml", NULL));
    g_assert_cmpstr(setup->path, ==, place->config);
    setup_free(setup);
}

struct setup_test {
    const char *path;
    void (*run)(struct place *place, gconstpointer data);
};

static const struct setup_test tests[] = {
    {"/setup/good", test_good},
    {"/setup/user-config", test_user_config},
    {"/setup/sources-alone", test_sources_alone},
    {"/setup/sources-and-config", test_sources_and_config},
    {"/setup/broken", test_broken},
    {"/setup/missing", test_missing},
    {"/setup/last-good", test_last_good},
    {"/setup/reload", test_reload},
    {"/setup/edition-key", test_edition_key},
    {"/setup/open", test_open},
};

int main(int argc, char **argv)
{
    g_setenv("XDG_CONFIG_HOME", "/nonexistent", TRUE);
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++)
        g_test_add(tests[i].path, struct place, NULL, place_set_up, tests[i].run, place_tear_down);
    return g_test_run();
}
