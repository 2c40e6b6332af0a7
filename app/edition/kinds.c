/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "placard/edition/instant.h"
#include "placard/limits.h"

static bool text_read(const cJSON *value, const struct json_place *place, void *field,
                      GError **error)
{
    char **text = field;
    if (!cJSON_IsString(value))
        return json_fail(value, place, "a string", error);
    g_free(*text);
    *text = g_strdup(value->valuestring);
    return true;
}

static cJSON *text_write(const void *field)
{
    const char *text = *(char *const *)field;
    return text ? cJSON_CreateStringReference(text) : NULL;
}

static bool instant_read(const cJSON *value, const struct json_place *place, void *field,
                         GError **error)
{
    if (!cJSON_IsString(value))
        return json_fail(value, place, "a time as a string", error);
    if (!instant_parse(value->valuestring, field))
        return json_fail(value, place, "a time by RFC 3339", error);
    return true;
}

static cJSON *instant_write(const void *field)
{
    g_autofree char *text = instant_format(*(const gint64 *)field);
    return text ? cJSON_CreateString(text) : NULL;
}

static bool count_read(const cJSON *value, const struct json_place *place, void *field,
                       GError **error)
{
    if (!cJSON_IsNumber(value))
        return json_fail(value, place, "a number", error);
    double number = value->valuedouble;
    /* The range first: only within it the conversion is defined. */
    if (!(number >= 0 && number <= G_MAXINT32) || (double)(unsigned)number != number)
        return json_fail(value, place, "a whole number from 0 to 2147483647", error);
    *(unsigned *)field = (unsigned)number;
    return true;
}

static cJSON *count_write(const void *field)
{
    return cJSON_CreateNumber(*(const unsigned *)field);
}

static bool texts_item_read(const cJSON *value, const struct json_place *place, void *field,
                            GError **error)
{
    char *text = NULL;
    if (!text_read(value, place, &text, error))
        return false;
    g_ptr_array_add(field, text);
    return true;
}

static bool texts_read(const cJSON *value, const struct json_place *place, void *field,
                       GError **error)
{
    return json_read_array(value, place, LIMIT_SOURCES, texts_item_read, *(GPtrArray **)field,
                           error);
}

static cJSON *texts_write(const void *field)
{
    const GPtrArray *texts = *(GPtrArray *const *)field;
    cJSON *array = cJSON_CreateArray();
    for (guint i = 0; i < texts->len; i++)
        cJSON_AddItemToArray(array, cJSON_CreateStringReference(texts->pdata[i]));
    return array;
}

const struct json_kind json_text = {text_read, text_write};
const struct json_kind json_instant = {instant_read, instant_write};
const struct json_kind json_count = {count_read, count_write};
const struct json_kind json_texts = {texts_read, texts_write};
const struct json_kind json_unknown = {NULL, NULL};
