/* SPDX-License-Identifier: MIT */
#include "value.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include "header.h"
#include "placard/config/config.h"
#include "placard/config/pattern.h"

/* Each returns NULL when done, else what was expected. */
typedef char *value_storer(const struct key *key, const cJSON *item, void *target);

static bool has_control_character(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (g_unichar_iscntrl(g_utf8_get_char(at))) {
            return true;
        }
    }
    return false;
}

static char *store_nothing(const struct key *key, const cJSON *item, void *target)
{
    (void)key;
    (void)item;
    (void)target;
    return NULL;
}

static char *store_text(const struct key *key, const cJSON *item, void *target)
{
    char **text = target;
    const char *pattern = key_pattern(key->type);
    const char *value = cJSON_GetStringValue(item);

    if (value != NULL && has_control_character(value)) {
        return g_strdup("text without control characters");
    }
    if (value != NULL && key->maximum > 0 && g_utf8_strlen(value, -1) > (glong)key->maximum) {
        return g_strdup_printf("text of at most %g characters", key->maximum);
    }
    bool right = value != NULL && (pattern == NULL || g_regex_match_simple(pattern, value, 0, 0));
    if (!right && !(key->nullable && cJSON_IsNull(item))) {
        return key_values(key);
    }
    g_free(*text);
    *text = g_strdup(value);
    return NULL;
}

/* A slip in a time zone's name would show a wrong clock for years. Without the time zone database on
 * the system no name can be checked. */
static char *store_timezone(const struct key *key, const cJSON *item, void *target)
{
    const char *value = cJSON_GetStringValue(item);
    bool checkable = value != NULL && g_regex_match_simple(key_pattern(key->type), value, 0, 0) &&
                     g_file_test("/usr/share/zoneinfo/Etc", G_FILE_TEST_IS_DIR);

    if (checkable) {
        GTimeZone *zone = g_time_zone_new_identifier(value);
        if (zone == NULL) {
            return g_strdup("a name of the time zone database such as \"Europe/Zurich\"");
        }
        g_time_zone_unref(zone);
    }
    return store_text(key, item, target);
}

static bool is_in_range(const struct key *key, const cJSON *item)
{
    return cJSON_IsNumber(item) && item->valuedouble >= key->minimum &&
           item->valuedouble <= key->maximum;
}

static char *store_integer(const struct key *key, const cJSON *item, void *target)
{
    int *number = target;

    if (key->nullable && cJSON_IsNull(item)) {
        *number = -1;
        return NULL;
    }
    if (!is_in_range(key, item)) {
        return key_values(key);
    }
    if (item->valuedouble != floor(item->valuedouble)) {
        g_autofree char *values = key_values(key);
        return g_strdup_printf("a whole number, %s", values);
    }
    if (key->step > 0 && fmod(item->valuedouble, key->step) != 0) {
        return key_values(key);
    }
    *number = (int)item->valuedouble;
    return NULL;
}

static char *store_number(const struct key *key, const cJSON *item, void *target)
{
    double *number = target;

    if (key->nullable && cJSON_IsNull(item)) {
        *number = 0;
        return NULL;
    }
    if (!is_in_range(key, item)) {
        return key_values(key);
    }
    *number = item->valuedouble;
    return NULL;
}

static char *store_number_or_auto(const struct key *key, const cJSON *item, void *target)
{
    double *number = target;

    if (g_strcmp0(cJSON_GetStringValue(item), "auto") != 0) {
        return store_number(key, item, target);
    }
    *number = 0;
    return NULL;
}

static char *store_boolean(const struct key *key, const cJSON *item, void *target)
{
    bool *adjective = target;

    if (!cJSON_IsBool(item)) {
        return key_values(key);
    }
    *adjective = cJSON_IsTrue(item);
    return NULL;
}

static char *store_choice(const struct key *key, const cJSON *item, void *target)
{
    int *choice = target;
    const char *value = cJSON_GetStringValue(item);

    for (int i = 0; value != NULL && i < KEY_CHOICES_MAX && key->choices[i] != NULL; i++) {
        if (strcmp(value, key->choices[i]) == 0) {
            *choice = i;
            return NULL;
        }
    }
    return key_values(key);
}

static char *store_instant(const struct key *key, const cJSON *item, void *target)
{
    gint64 *instant_utc_s = target;
    const char *value = cJSON_GetStringValue(item);

    if (key->nullable && cJSON_IsNull(item)) {
        *instant_utc_s = CONFIG_INSTANT_UNKNOWN;
        return NULL;
    }
    bool matches = value != NULL && g_regex_match_simple(key_pattern(key->type), value, 0, 0);
    g_autoptr(GDateTime) time = matches ? g_date_time_new_from_iso8601(value, NULL) : NULL;
    if (time == NULL) {
        return key_values(key);
    }
    *instant_utc_s = g_date_time_to_unix(time);
    return NULL;
}

static char *store_clock(const struct key *key, const cJSON *item, void *target)
{
    int *minute = target;
    const char *value = cJSON_GetStringValue(item);

    if (value == NULL || !g_regex_match_simple(key_pattern(key->type), value, 0, 0)) {
        return key_values(key);
    }
    *minute = atoi(value) * 60 + atoi(value + strlen("00:"));
    return NULL;
}

static char *store_pattern(const struct key *key, const cJSON *item, void *target)
{
    GPtrArray *patterns = *(GPtrArray **)target;
    const char *value = cJSON_GetStringValue(item);
    g_autoptr(GError) error = NULL;

    if (value == NULL || has_control_character(value)) {
        return key_values(key);
    }
    if (patterns->len >= (guint)key->maximum) {
        return g_strdup_printf("at most %g of them", key->maximum);
    }
    struct pattern *pattern = pattern_new(value, &error);
    if (pattern == NULL) {
        g_autofree char *values = key_values(key);
        return g_strdup_printf("%s (%s)", values, error->message);
    }
    pattern_free(pattern);
    g_ptr_array_add(patterns, g_strdup(value));
    return NULL;
}

static char *store_header(const struct key *key, const cJSON *item, void *target)
{
    GPtrArray *headers = *(GPtrArray **)target;
    char *expected = NULL;

    if (headers->len >= (guint)key->maximum) {
        return g_strdup_printf("at most %g of them", key->maximum);
    }
    struct config_header *header = header_new(item, &expected);
    for (guint i = 0; header != NULL && i < headers->len; i++) {
        const struct config_header *before = g_ptr_array_index(headers, i);
        if (g_ascii_strcasecmp(before->name, header->name) == 0) {
            g_clear_pointer(&header, header_free);
            expected = g_strdup("each header once");
        }
    }
    if (header != NULL) {
        g_ptr_array_add(headers, header);
    }
    return expected;
}

static char *store_day(const struct key *key, const cJSON *item, void *target)
{
    unsigned *days = target;
    int day = 0;
    char *expected = store_choice(key, item, &day);

    if (expected == NULL) {
        *days |= 1U << day;
    }
    return expected;
}

static value_storer *const storers[KEY_TYPE_COUNT] = {
    /* What has a section of its own is stored by its members. */
    [KEY_IGNORED] = store_nothing,   [KEY_OBJECT] = store_nothing,
    [KEY_LIST] = store_nothing,      [KEY_TEXT] = store_text,
    [KEY_URL] = store_text,          [KEY_ACCENT] = store_text,
    [KEY_LANGUAGE] = store_text,     [KEY_LOCALE] = store_text,
    [KEY_TIMEZONE] = store_timezone, [KEY_INTEGER] = store_integer,
    [KEY_NUMBER] = store_number,     [KEY_NUMBER_OR_AUTO] = store_number_or_auto,
    [KEY_BOOLEAN] = store_boolean,   [KEY_CHOICE] = store_choice,
    [KEY_LINK] = store_text,         [KEY_INSTANT] = store_instant,
    [KEY_CLOCK] = store_clock,       [KEY_PATTERNS] = store_pattern,
    [KEY_DAYS] = store_day,          [KEY_HEADERS] = store_header,
};

char *value_store(const struct key *key, const cJSON *item, void *base)
{
    return storers[key->type](key, item, (char *)base + key->offset);
}

void value_empty(const struct key *key, void *base)
{
    void *target = (char *)base + key->offset;

    if (key->type == KEY_DAYS) {
        *(unsigned *)target = 0;
        return;
    }
    GPtrArray **values = target;
    g_clear_pointer(values, g_ptr_array_unref);
    *values = g_ptr_array_new_with_free_func(key->type == KEY_HEADERS ? header_free : g_free);
}

static void store_default(const struct key *key, const cJSON *item, void *base)
{
    g_autofree char *expected = value_store(key, item, base);
    g_assert(expected == NULL);
}

static void store_defaults(const struct key *key, const cJSON *items, void *base)
{
    const cJSON *item = NULL;

    value_empty(key, base);
    cJSON_ArrayForEach(item, items)
    {
        store_default(key, item, base);
    }
}

void value_store_defaults(enum key_section section, void *base)
{
    size_t count = 0;
    const struct key *keys = keys_all(&count);

    for (size_t i = 0; i < count; i++) {
        if (keys[i].section == section && keys[i].type == KEY_OBJECT) {
            value_store_defaults(keys[i].child, (char *)base + keys[i].offset);
        }
        if (keys[i].section != section || keys[i].initial == NULL) {
            continue;
        }
        cJSON *item = cJSON_Parse(keys[i].initial);
        if (key_is_values(&keys[i])) {
            store_defaults(&keys[i], item, base);
        } else {
            store_default(&keys[i], item, base);
        }
        cJSON_Delete(item);
    }
}
