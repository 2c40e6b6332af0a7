/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

static void problem_destroy(void *problem)
{
    config_problem_free(problem);
}

/* The config of those who have none: several publishers, each over a verified connection. */
static void test_default(void)
{
    g_autofree char *json = NULL;
    gsize length_bytes;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(PLACARD_ASSETS "/default.json", &json, &length_bytes, &error);
    g_assert_no_error(error);
    g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func(problem_destroy);
    struct config *config = config_parse(json, length_bytes, "/", problems);
    g_assert_cmpuint(problems->len, ==, 0);
    g_assert_nonnull(config);
    g_assert_cmpuint(config->sources->len, >=, 3);
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < config->sources->len; i++) {
        const struct config_source *source = config->sources->pdata[i];
        g_assert_true(g_str_has_prefix(source->url, "https://"));
        g_assert_true(g_hash_table_add(names, source->name));
    }
    config_free(config);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/default/config", test_default);
    return g_test_run();
}
