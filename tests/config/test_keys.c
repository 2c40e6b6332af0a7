/* SPDX-License-Identifier: MIT */
#include "../../app/config/keys.h"

#include <string.h>

#include <cjson/cJSON.h>
#include <glib.h>

#include "placard/config/config.h"

/* Adds to text what makes a config of one key with this value. */
static char *config_with(const struct key *key, const char *json)
{
    const char *path = key_section_path(key->section);

    if (key->section == KEY_SECTION_ROOT) {
        return g_strdup_printf("{\"%s\": %s}", key->name, json);
    }
    if (key->section == KEY_SECTION_SOURCE) {
        return g_strdup_printf("{\"sources\": [{%s\"%s\": %s}]}",
                               key->required ? "" : "\"url\": \"a\", ", key->name, json);
    }
    if (key->section == KEY_SECTION_CARD) {
        return g_strdup_printf("{\"cards\": [{%s\"%s\": %s}]}",
                               key->required ? "" : "\"headline\": \"a\", ", key->name, json);
    }
    if (key->section == KEY_SECTION_WHEN) {
        return g_strdup_printf("{\"sources\": [{\"url\": \"a\", \"when\": {\"%s\": %s}}]}",
                               key->name, json);
    }
    g_auto(GStrv) parts = g_strsplit(path, ".", 2);
    if (parts[1] != NULL) {
        return g_strdup_printf("{\"%s\": {\"%s\": {\"%s\": %s}}}", parts[0], parts[1], key->name,
                               json);
    }
    return g_strdup_printf("{\"%s\": {\"%s\": %s}}", path, key->name, json);
}

static void assert_right(const char *json)
{
    g_autoptr(GPtrArray) problems =
        g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);
    struct config *config = config_parse(json, strlen(json), ".", problems);

    if (config == NULL) {
        const struct config_problem *problem = g_ptr_array_index(problems, 0);
        g_error("%s: %s: in %s", problem->key, problem->message, json);
    }
    config_free(config);
}

static void assert_wrong(const char *json)
{
    g_autoptr(GPtrArray) problems =
        g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);

    if (config_parse(json, strlen(json), ".", problems) != NULL) {
        g_error("%s passes", json);
    }
}

/* What the schema says about a key; NULL when it knows no such key. */
static const cJSON *schema_property(const cJSON *schema, const struct key *key)
{
    const cJSON *at = cJSON_GetObjectItemCaseSensitive(schema, "properties");
    bool is_card = key->section == KEY_SECTION_CARD;

    if (is_card || key->section == KEY_SECTION_SOURCE || key->section == KEY_SECTION_WHEN) {
        at = cJSON_GetObjectItemCaseSensitive(at, is_card ? "cards" : "sources");
        at = cJSON_GetObjectItemCaseSensitive(at, "items");
        at = cJSON_GetObjectItemCaseSensitive(at, "properties");
    }
    if (key->section == KEY_SECTION_WHEN) {
        at = cJSON_GetObjectItemCaseSensitive(at, "when");
        at = cJSON_GetObjectItemCaseSensitive(at, "properties");
    } else if (at == cJSON_GetObjectItemCaseSensitive(schema, "properties") &&
               key->section != KEY_SECTION_ROOT) {
        g_auto(GStrv) parts = g_strsplit(key_section_path(key->section), ".", 2);
        for (size_t i = 0; parts[i] != NULL; i++) {
            at = cJSON_GetObjectItemCaseSensitive(at, parts[i]);
            at = cJSON_GetObjectItemCaseSensitive(at, "properties");
        }
    }
    return cJSON_GetObjectItemCaseSensitive(at, key->name);
}

static cJSON *schema_new(void)
{
    g_autofree char *text = config_schema();
    cJSON *schema = cJSON_Parse(text);

    g_assert_nonnull(schema);
    return schema;
}

static void test_table(void)
{
    size_t count = 0;
    const struct key *keys = keys_all(&count);

    for (size_t i = 0; i < count; i++) {
        g_assert_true(key_find(keys[i].section, keys[i].name) == &keys[i]);
        g_assert_true(g_str_has_suffix(keys[i].help, "."));
        g_assert_nonnull(keys[i].example);
    }
    g_assert_null(key_find(KEY_SECTION_ROOT, "max_words"));
}

static void test_examples(void)
{
    size_t count = 0;
    const struct key *keys = keys_all(&count);

    for (size_t i = 0; i < count; i++) {
        g_autofree char *json = config_with(&keys[i], keys[i].example);
        assert_right(json);
    }
}

/* The first and last value of each range is taken, what lies beyond is not. */
static void test_ranges(void)
{
    size_t count = 0;
    const struct key *keys = keys_all(&count);

    for (size_t i = 0; i < count; i++) {
        bool ranged = keys[i].type == KEY_INTEGER || keys[i].type == KEY_NUMBER ||
                      keys[i].type == KEY_NUMBER_OR_AUTO;
        bool dwell = g_str_has_suffix(keys[i].name, "_dwell_seconds"); /* one limits the other */
        double edges[] = {keys[i].minimum, keys[i].maximum};
        for (int edge = 0; ranged && edge < 2; edge++) {
            g_autofree char *inside = g_strdup_printf("%.17g", edges[edge]);
            g_autofree char *outside = g_strdup_printf("%.17g", edges[edge] + (edge == 0 ? -1 : 1));
            g_autofree char *right = config_with(&keys[i], inside);
            g_autofree char *wrong = config_with(&keys[i], outside);
            assert_wrong(wrong);
            if (!dwell) {
                assert_right(right);
            }
        }
    }
}

static void test_schema_is_2020_12(void)
{
    cJSON *schema = schema_new();
    const cJSON *dialect = cJSON_GetObjectItemCaseSensitive(schema, "$schema");

    g_assert_cmpstr(cJSON_GetStringValue(dialect), ==,
                    "https://json-schema.org/draft/2020-12/schema");
    g_assert_true(cJSON_IsFalse(cJSON_GetObjectItemCaseSensitive(schema, "additionalProperties")));
    cJSON_Delete(schema);
}

static void test_schema_has_every_key(void)
{
    cJSON *schema = schema_new();
    size_t count = 0;
    const struct key *keys = keys_all(&count);

    for (size_t i = 0; i < count; i++) {
        const cJSON *property = schema_property(schema, &keys[i]);
        const cJSON *help = cJSON_GetObjectItemCaseSensitive(property, "description");
        g_assert_cmpstr(cJSON_GetStringValue(help), ==, keys[i].help);
        g_assert_true(cJSON_HasObjectItem(property, "title"));
        bool container = keys[i].type == KEY_OBJECT;
        g_assert_true(container == cJSON_HasObjectItem(property, "properties"));
        if (container) {
            g_assert_true(
                cJSON_IsFalse(cJSON_GetObjectItemCaseSensitive(property, "additionalProperties")));
        }
    }
    cJSON_Delete(schema);
}

static void test_schema_defaults(void)
{
    cJSON *schema = schema_new();
    size_t count = 0;
    size_t defaults = 0;
    const struct key *keys = keys_all(&count);

    for (size_t i = 0; i < count; i++) {
        const cJSON *initial =
            cJSON_GetObjectItemCaseSensitive(schema_property(schema, &keys[i]), "default");
        if (initial != NULL) {
            char *value = cJSON_PrintUnformatted(initial);
            g_autofree char *json = config_with(&keys[i], value);
            assert_right(json);
            cJSON_free(value);
            defaults++;
        }
    }
    g_assert_cmpuint(defaults, >=, 25);
    cJSON_Delete(schema);
}

static void test_references_have_every_key(void)
{
    g_autofree char *man = config_reference_man();
    g_autofree char *markdown = config_reference_markdown();
    size_t count = 0;
    const struct key *keys = keys_all(&count);

    for (size_t i = 0; i < count; i++) {
        const char *section = key_section_path(keys[i].section);
        g_autofree char *item = g_strdup_printf(".It Cm %s\n", keys[i].name);
        g_autofree char *row =
            g_strdup_printf("| `%s%s%s` |", section, section[0] == '\0' ? "" : ".", keys[i].name);
        g_assert_nonnull(strstr(man, item));
        if (keys[i].initial != NULL || keys[i].required) {
            g_assert_nonnull(strstr(markdown, row));
        }
    }
}

/* Every row of a Markdown table has as many cells as its head. */
static void test_markdown_rows(void)
{
    g_autofree char *markdown = config_reference_markdown();
    g_auto(GStrv) lines = g_strsplit(markdown, "\n", -1);

    for (size_t i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
        g_auto(GStrv) cells = g_strsplit(lines[i], "|", -1);
        g_assert_cmpuint(g_strv_length(cells), ==, 6);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/config/keys/table", test_table);
    g_test_add_func("/config/keys/examples", test_examples);
    g_test_add_func("/config/keys/ranges", test_ranges);
    g_test_add_func("/config/keys/schema-is-2020-12", test_schema_is_2020_12);
    g_test_add_func("/config/keys/schema-has-every-key", test_schema_has_every_key);
    g_test_add_func("/config/keys/schema-defaults", test_schema_defaults);
    g_test_add_func("/config/keys/references-have-every-key", test_references_have_every_key);
    g_test_add_func("/config/keys/markdown-rows", test_markdown_rows);
    return g_test_run();
}
