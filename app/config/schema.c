/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include <string.h>

#include <cjson/cJSON.h>

#include "keys.h"

/* The cJSON calls that add a member take over what they add and fail only without memory. */

static const char *const type_names[KEY_TYPE_COUNT] = {
    [KEY_OBJECT] = "object",         [KEY_LIST] = "array",
    [KEY_TEXT] = "string",           [KEY_URL] = "string",
    [KEY_ACCENT] = "string",         [KEY_LANGUAGE] = "string",
    [KEY_LOCALE] = "string",         [KEY_TIMEZONE] = "string",
    [KEY_INTEGER] = "integer",       [KEY_NUMBER] = "number",
    [KEY_NUMBER_OR_AUTO] = "number", [KEY_BOOLEAN] = "boolean",
    [KEY_LINK] = "string",           [KEY_INSTANT] = "string",
    [KEY_CLOCK] = "string",          [KEY_PATTERNS] = "array",
    [KEY_HEADERS] = "object",        [KEY_DAYS] = "array",
};

static cJSON *object_schema(enum key_section section);

static void add_type(cJSON *schema, const struct key *key)
{
    const char *name = type_names[key->type];

    if (!key->nullable) {
        cJSON_AddStringToObject(schema, "type", name);
        return;
    }
    cJSON *types = cJSON_AddArrayToObject(schema, "type");
    cJSON_AddItemToArray(types, cJSON_CreateString(name));
    cJSON_AddItemToArray(types, cJSON_CreateString("null"));
}

static void add_text(cJSON *schema, const struct key *key)
{
    const char *pattern = key_pattern(key->type);

    add_type(schema, key);
    if (pattern != NULL) {
        cJSON_AddStringToObject(schema, "pattern", pattern);
    }
    if (key->maximum > 0) {
        cJSON_AddNumberToObject(schema, "maxLength", key->maximum);
    }
}

static void add_range(cJSON *schema, const struct key *key)
{
    add_type(schema, key);
    cJSON_AddNumberToObject(schema, "minimum", key->minimum);
    cJSON_AddNumberToObject(schema, "maximum", key->maximum);
    if (key->step > 0) {
        cJSON_AddNumberToObject(schema, "multipleOf", key->step);
    }
}

static void add_range_or_auto(cJSON *schema, const struct key *key)
{
    cJSON *ways = cJSON_AddArrayToObject(schema, "anyOf");
    cJSON *automatic = cJSON_CreateObject();
    cJSON *range = cJSON_CreateObject();

    cJSON_AddStringToObject(automatic, "const", "auto");
    add_range(range, key);
    cJSON_AddItemToArray(ways, automatic);
    cJSON_AddItemToArray(ways, range);
}

static void add_choices(cJSON *schema, const struct key *key)
{
    cJSON *choices = cJSON_AddArrayToObject(schema, "enum");

    for (size_t i = 0; i < KEY_CHOICES_MAX && key->choices[i] != NULL; i++) {
        cJSON_AddItemToArray(choices, cJSON_CreateString(key->choices[i]));
    }
}

static void add_list(cJSON *schema, const struct key *key)
{
    add_type(schema, key);
    cJSON_AddNumberToObject(schema, "maxItems", key->maximum);
    cJSON_AddItemToObject(schema, "items", object_schema(key->child));
}

static void add_patterns(cJSON *schema, const struct key *key)
{
    add_type(schema, key);
    cJSON_AddNumberToObject(schema, "maxItems", key->maximum);
    cJSON *item = cJSON_AddObjectToObject(schema, "items");
    cJSON_AddStringToObject(item, "type", "string");
    cJSON_AddStringToObject(item, "pattern", key_pattern(key->type));
}

/* Not a word of its own in the schema's language: any member, of three shapes. */
static void add_headers(cJSON *schema, const struct key *key)
{
    static const char *const ways[] = {"env", "file"};

    add_type(schema, key);
    cJSON_AddNumberToObject(schema, "maxProperties", key->maximum);
    cJSON *member = cJSON_AddObjectToObject(schema, "additionalProperties");
    cJSON *shapes = cJSON_AddArrayToObject(member, "anyOf");
    cJSON *text = cJSON_CreateObject();
    cJSON_AddStringToObject(text, "type", "string");
    cJSON_AddItemToArray(shapes, text);
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        cJSON *way = cJSON_CreateObject();
        cJSON_AddStringToObject(way, "type", "object");
        cJSON *properties = cJSON_AddObjectToObject(way, "properties");
        cJSON_AddStringToObject(cJSON_AddObjectToObject(properties, ways[i]), "type", "string");
        cJSON_AddItemToArray(cJSON_AddArrayToObject(way, "required"), cJSON_CreateString(ways[i]));
        cJSON_AddFalseToObject(way, "additionalProperties");
        cJSON_AddItemToArray(shapes, way);
    }
}

static void add_days(cJSON *schema, const struct key *key)
{
    add_type(schema, key);
    add_choices(cJSON_AddObjectToObject(schema, "items"), key);
}

static void (*const adders[KEY_TYPE_COUNT])(cJSON *schema, const struct key *key) = {
    [KEY_LIST] = add_list,     [KEY_TEXT] = add_text,
    [KEY_URL] = add_text,      [KEY_ACCENT] = add_text,
    [KEY_LANGUAGE] = add_text, [KEY_LOCALE] = add_text,
    [KEY_TIMEZONE] = add_text, [KEY_INTEGER] = add_range,
    [KEY_NUMBER] = add_range,  [KEY_NUMBER_OR_AUTO] = add_range_or_auto,
    [KEY_BOOLEAN] = add_type,  [KEY_CHOICE] = add_choices,
    [KEY_LINK] = add_text,     [KEY_INSTANT] = add_text,
    [KEY_CLOCK] = add_text,    [KEY_PATTERNS] = add_patterns,
    [KEY_DAYS] = add_days,     [KEY_HEADERS] = add_headers,
};

/* "refresh_minutes" → "Refresh minutes", as an editor shows it. */
static void add_title(cJSON *schema, const struct key *key)
{
    const char *name = key->name + strspn(key->name, "$");
    g_autofree char *title = g_strdelimit(g_strdup(name), "_", ' ');

    title[0] = g_ascii_toupper(title[0]);
    cJSON_AddStringToObject(schema, "title", title);
}

static cJSON *key_schema(const struct key *key)
{
    cJSON *schema = key->type == KEY_OBJECT ? object_schema(key->child) : cJSON_CreateObject();

    if (key->type == KEY_OBJECT && key->nullable) {
        cJSON_DeleteItemFromObjectCaseSensitive(schema, "type");
        add_type(schema, key);
    }
    add_title(schema, key);
    cJSON_AddStringToObject(schema, "description", key->help);
    if (adders[key->type] != NULL) {
        adders[key->type](schema, key);
    }
    if (key->initial != NULL) {
        cJSON_AddItemToObject(schema, "default", cJSON_Parse(key->initial));
    }
    cJSON *examples = cJSON_AddArrayToObject(schema, "examples");
    cJSON_AddItemToArray(examples, cJSON_Parse(key->example));
    return schema;
}

static cJSON *object_schema(enum key_section section)
{
    size_t count = 0;
    const struct key *keys = keys_all(&count);
    cJSON *schema = cJSON_CreateObject();
    cJSON *required = cJSON_CreateArray();

    cJSON_AddStringToObject(schema, "type", "object");
    cJSON *properties = cJSON_AddObjectToObject(schema, "properties");
    for (size_t i = 0; i < count; i++) {
        if (keys[i].section == section) {
            cJSON_AddItemToObject(properties, keys[i].name, key_schema(&keys[i]));
        }
        if (keys[i].section == section && keys[i].required) {
            cJSON_AddItemToArray(required, cJSON_CreateString(keys[i].name));
        }
    }
    cJSON_AddItemToObject(schema, "required", required);
    cJSON_AddFalseToObject(schema, "additionalProperties");
    return schema;
}

char *config_schema(void)
{
    cJSON *schema = cJSON_CreateObject();
    cJSON *root = object_schema(KEY_SECTION_ROOT);

    cJSON_AddStringToObject(schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
    cJSON_AddStringToObject(schema, "title", "placard");
    cJSON_AddStringToObject(schema, "description", "What placard shows, and how.");
    while (root->child != NULL) {
        cJSON *member = cJSON_DetachItemViaPointer(root, root->child);
        g_autofree char *name = g_strdup(member->string);
        cJSON_AddItemToObject(schema, name, member);
    }
    cJSON_Delete(root);
    char *printed = cJSON_Print(schema);
    cJSON_Delete(schema);
    char *text = g_strconcat(printed, "\n", NULL);
    cJSON_free(printed);
    return text;
}
