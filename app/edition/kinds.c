/* SPDX-License-Identifier: MIT */
#include "json.h"

#include "placard/edition/hours.h"
#include "placard/edition/instant.h"
#include "placard/limits.h"

#include <stdlib.h>
#include <string.h>

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

static const char *const day_names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

static bool day_read(const cJSON *value, const struct json_place *place, void *field,
                     GError **error)
{
    unsigned *days = field;
    for (size_t i = 0; cJSON_IsString(value) && i < G_N_ELEMENTS(day_names); i++)
        if (g_str_equal(value->valuestring, day_names[i])) {
            *days |= 1U << i;
            return true;
        }
    return json_fail(value, place, "a day such as \"mon\"", error);
}

static bool days_read(const cJSON *value, const struct json_place *place, void *field,
                      GError **error)
{
    unsigned days = 0;
    if (!json_read_array(value, place, G_N_ELEMENTS(day_names), day_read, &days, error))
        return false;
    *(unsigned *)field = days;
    return days != 0 || json_fail(value, place, "at least one day", error);
}

static cJSON *days_write(const void *field)
{
    unsigned days = *(const unsigned *)field;
    cJSON *array = cJSON_CreateArray();
    for (size_t i = 0; i < G_N_ELEMENTS(day_names); i++)
        if (days >> i & 1)
            cJSON_AddItemToArray(array, cJSON_CreateStringReference(day_names[i]));
    return array;
}

static const struct json_kind days_kind = {days_read, days_write};

static bool minute_read(const cJSON *value, const struct json_place *place, void *field,
                        GError **error)
{
    static const char pattern[] = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";
    if (!cJSON_IsString(value) || !g_regex_match_simple(pattern, value->valuestring, 0, 0))
        return json_fail(value, place, "a time from \"00:00\" to \"24:00\"", error);
    *(int *)field = atoi(value->valuestring) * 60 + atoi(value->valuestring + strlen("00:"));
    return true;
}

static cJSON *minute_write(const void *field)
{
    int minute = *(const int *)field;
    g_autofree char *text = g_strdup_printf("%02d:%02d", minute / 60, minute % 60);
    return cJSON_CreateString(text);
}

static const struct json_kind minute_kind = {minute_read, minute_write};

static const struct json_member hours_members[] = {
    {"days", offsetof(struct hours, days), &days_kind},
    {"from", offsetof(struct hours, from_minute), &minute_kind},
    {"to", offsetof(struct hours, to_minute), &minute_kind},
};

static bool hours_read(const cJSON *value, const struct json_place *place, void *field,
                       GError **error)
{
    struct hours hours = hours_always();
    if (!json_read(value, place, hours_members, G_N_ELEMENTS(hours_members), &hours, error))
        return false;
    *(struct hours *)field = hours;
    return true;
}

static cJSON *hours_write(const void *field)
{
    return hours_are_always(field) ? NULL
                                   : json_write(hours_members, G_N_ELEMENTS(hours_members), field);
}

const struct json_kind json_text = {text_read, text_write};
const struct json_kind json_instant = {instant_read, instant_write};
const struct json_kind json_count = {count_read, count_write};
const struct json_kind json_texts = {texts_read, texts_write};
const struct json_kind json_hours = {hours_read, hours_write};
