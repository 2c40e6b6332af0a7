/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include <string.h>

#include "placard/limits.h"

static GPtrArray *problems_of(const char *json, size_t length_bytes)
{
    GPtrArray *problems = g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);
    struct config *config = config_parse(json, length_bytes, ".", problems);

    g_assert_null(config);
    return problems;
}

static char *nested(int depth)
{
    g_autoptr(GString) json = g_string_new("{\"title\":");
    for (int i = 1; i < depth; i++) {
        g_string_append_c(json, '[');
    }
    for (int i = 1; i < depth; i++) {
        g_string_append_c(json, ']');
    }
    g_string_append_c(json, '}');
    return g_strdup(json->str);
}

static void test_depth(void)
{
    g_autofree char *most = nested(LIMIT_DEPTH);
    g_autofree char *more = nested(LIMIT_DEPTH + 1);
    g_autofree char *far_more = nested(LIMIT_CONFIG_BYTES / 2 - 8);
    g_autoptr(GPtrArray) of_most = problems_of(most, strlen(most));
    g_autoptr(GPtrArray) of_more = problems_of(more, strlen(more));
    g_autoptr(GPtrArray) of_far_more = problems_of(far_more, strlen(far_more));
    const struct config_problem *problem = g_ptr_array_index(of_most, 0);

    g_assert_cmpstr(problem->key, ==, "title");
    problem = g_ptr_array_index(of_more, 0);
    g_assert_nonnull(strstr(problem->message, "at most 256 levels"));
    problem = g_ptr_array_index(of_far_more, 0);
    g_assert_nonnull(strstr(problem->message, "at most 256 levels"));
}

static void test_size(void)
{
    g_autofree char *json = g_strnfill(LIMIT_CONFIG_BYTES + 1, ' ');
    g_autoptr(GPtrArray) problems = NULL;
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    json[0] = '{';
    json[1] = '}';
    problems = problems_of(json, LIMIT_CONFIG_BYTES + 1);
    const struct config_problem *problem = g_ptr_array_index(problems, 0);

    g_assert_cmpuint(problems->len, ==, 1);
    g_assert_nonnull(strstr(problem->message, "1048576 bytes"));
    struct config *config = config_parse(json, LIMIT_CONFIG_BYTES, ".", none);
    g_assert_nonnull(config);
    config_free(config);
}

static char *many_sources(int count)
{
    g_autoptr(GString) json = g_string_new("{\"sources\": [");
    for (int i = 0; i < count; i++) {
        g_string_append(json, i == 0 ? "{\"url\": \"a\"}" : ",\n{\"url\": \"a\"}");
    }
    g_string_append(json, "]}");
    return g_strdup(json->str);
}

static void test_too_many_sources(void)
{
    g_autofree char *json = many_sources(LIMIT_SOURCES + 1);
    g_autoptr(GPtrArray) problems = problems_of(json, strlen(json));
    const struct config_problem *problem = g_ptr_array_index(problems, 0);

    g_assert_cmpuint(problems->len, ==, 1);
    g_assert_cmpuint(problem->line, ==, LIMIT_SOURCES + 1);
    g_assert_nonnull(strstr(problem->message, "at most 1000 sources"));
}

static void test_too_many_problems(void)
{
    g_autofree char *commas = g_strnfill(5000, ',');
    g_autofree char *json = g_strdup_printf("{\"title\": \"\"%s}", commas);
    g_autoptr(GPtrArray) problems = problems_of(json, strlen(json));

    g_assert_cmpuint(problems->len, ==, LIMIT_CONFIG_PROBLEMS);
}

static void test_long_text(void)
{
    g_autofree char *url = g_strnfill(LIMIT_URL_BYTES + 1, 'a');
    g_autofree char *json = g_strdup_printf("{\"sources\": [{\"url\": \"%s\"}]}", url);
    g_autoptr(GPtrArray) problems = problems_of(json, strlen(json));
    const struct config_problem *problem = g_ptr_array_index(problems, 0);

    g_assert_nonnull(strstr(problem->message, "at most 8192 characters"));
    g_assert_cmpuint(strlen(problem->message), <, 120);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/config/limits/depth", test_depth);
    g_test_add_func("/config/limits/size", test_size);
    g_test_add_func("/config/limits/too-many-sources", test_too_many_sources);
    g_test_add_func("/config/limits/too-many-problems", test_too_many_problems);
    g_test_add_func("/config/limits/long-text", test_long_text);
    return g_test_run();
}
