/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "placard/edition/edition.h"
#include "placard/edition/instant.h"
#include "placard/limits.h"

#include <string.h>

/* What cJSON does not look at: nesting that costs stack, and U+0000, raw or escaped, at which its
 * strings would silently end. */
static bool document_scan(const char *json, size_t length_bytes, GError **error)
{
    static const char escaped_nul[] = "\\u0000";
    unsigned depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < length_bytes; i++) {
        bool is_escape = in_string && json[i] == '\\';
        if (json[i] == '\0' || (is_escape && length_bytes - i >= strlen(escaped_nul) &&
                                memcmp(json + i, escaped_nul, strlen(escaped_nul)) == 0)) {
            g_set_error(error, EDITION_ERROR, EDITION_ERROR_JSON,
                        "expected JSON, found a zero character at byte %zu", i);
            return false;
        }
        if (is_escape)
            i++;
        else if (json[i] == '"')
            in_string = !in_string;
        else if (!in_string && (json[i] == '{' || json[i] == '['))
            depth++;
        else if (!in_string && (json[i] == '}' || json[i] == ']') && depth > 0)
            depth--;
        if (depth > LIMIT_DEPTH) {
            g_set_error(error, EDITION_ERROR, EDITION_ERROR_LIMIT,
                        "expected JSON of at most %d levels, found more at byte %zu", LIMIT_DEPTH,
                        i);
            return false;
        }
    }
    return true;
}

cJSON *json_parse(const char *json, size_t length_bytes, size_t max_bytes, GError **error)
{
    if (length_bytes > max_bytes) {
        g_set_error(error, EDITION_ERROR, EDITION_ERROR_LIMIT,
                    "expected at most %zu bytes, found %zu", max_bytes, length_bytes);
        return NULL;
    }
    if (!document_scan(json, length_bytes, error))
        return NULL;
    const char *end = json;
    cJSON *document = cJSON_ParseWithLengthOpts(json, length_bytes, &end, false);
    while (document && end < json + length_bytes && g_ascii_isspace(*end))
        end++;
    if (document && end == json + length_bytes)
        return document;
    cJSON_Delete(document);
    g_set_error(error, EDITION_ERROR, EDITION_ERROR_JSON,
                "expected JSON, found something else at byte %zu of %zu", (size_t)(end - json),
                length_bytes);
    return NULL;
}

static void place_append(GString *text, const struct json_place *place)
{
    if (place->outer)
        place_append(text, place->outer);
    if (!place->key)
        g_string_append_printf(text, "[%u]", place->index);
    else
        g_string_append_printf(text, "%s%s", text->len > 0 ? "." : "", place->key);
}

static const char *value_describe(const cJSON *value)
{
    static const struct {
        int type;
        const char *name;
    } names[] = {
        {cJSON_NULL, "null"},        {cJSON_False, "false"},     {cJSON_True, "true"},
        {cJSON_Number, "a number"},  {cJSON_String, "a string"}, {cJSON_Array, "an array"},
        {cJSON_Object, "an object"},
    };
    for (size_t i = 0; value && i < G_N_ELEMENTS(names); i++)
        if ((value->type & 0xFF) == names[i].type)
            return names[i].name;
    return "nothing";
}

bool json_fail(const cJSON *value, const struct json_place *place, const char *expected,
               GError **error)
{
    g_autoptr(GString) message = g_string_new(NULL);
    if (place) {
        place_append(message, place);
        g_string_append(message, ": ");
    }
    g_string_append_printf(message, "expected %s, found %s", expected, value_describe(value));
    g_set_error_literal(error, EDITION_ERROR, EDITION_ERROR_SHAPE, message->str);
    return false;
}

bool json_read(const cJSON *object, const struct json_place *place,
               const struct json_member *members, size_t count, void *record, GError **error)
{
    if (!cJSON_IsObject(object))
        return json_fail(object, place, "an object", error);
    for (size_t i = 0; i < count; i++) {
        struct json_place member = {.outer = place, .key = members[i].key};
        const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, members[i].key);
        bool is_absent = !value || cJSON_IsNull(value);
        if (is_absent && members[i].required)
            return json_fail(value, &member, "a value", error);
        if (!is_absent && members[i].kind->read &&
            !members[i].kind->read(value, &member, (char *)record + members[i].offset, error))
            return false;
    }
    return true;
}

cJSON *json_write(const struct json_member *members, size_t count, const void *record)
{
    cJSON *object = cJSON_CreateObject();
    for (size_t i = 0; i < count; i++) {
        const void *field = (const char *)record + members[i].offset;
        cJSON *value = members[i].kind->write ? members[i].kind->write(field) : NULL;
        cJSON_AddItemToObjectCS(object, members[i].key, value ? value : cJSON_CreateNull());
    }
    return object;
}

bool json_read_array(const cJSON *array, const struct json_place *place, unsigned max_items,
                     bool (*read)(const cJSON *, const struct json_place *, void *, GError **),
                     void *field, GError **error)
{
    if (!cJSON_IsArray(array))
        return json_fail(array, place, "an array", error);
    struct json_place item_place = {.outer = place};
    const cJSON *item;
    cJSON_ArrayForEach(item, array)
    {
        if (item_place.index >= max_items) {
            g_autoptr(GString) name = g_string_new(NULL);
            place_append(name, place);
            g_set_error(error, EDITION_ERROR, EDITION_ERROR_LIMIT,
                        "%s: expected at most %u items, found more", name->str, max_items);
            return false;
        }
        if (!read(item, &item_place, field, error))
            return false;
        item_place.index++;
    }
    return true;
}

char *json_print(cJSON *document, bool indented)
{
    char *text = indented ? cJSON_Print(document) : cJSON_PrintUnformatted(document);
    cJSON_Delete(document);
    /* Like everything that GLib allocates: without memory there is no going on. */
    if (!text)
        g_error("out of memory while writing JSON");
    return text;
}

void json_append_value(GString *json, cJSON *value)
{
    g_autofree char *text = json_print(value ? value : cJSON_CreateNull(), false);
    g_string_append(json, text);
}

void json_append(GString *json, const struct json_member *members, size_t count, const void *record)
{
    for (size_t i = 0; i < count; i++) {
        const struct json_kind *kind = members[i].kind;
        const void *field = (const char *)record + members[i].offset;
        g_string_append_printf(json, "%c\"%s\":", i == 0 ? '{' : ',', members[i].key);
        if (kind->append)
            kind->append(json, field);
        else
            json_append_value(json, kind->write(field));
    }
    g_string_append_c(json, '}');
}
