/* SPDX-License-Identifier: MIT */
#include "placard/edition/record.h"

#include "json.h"
#include "members.h"
#include "placard/limits.h"

#include <string.h>

static void story_destroy(void *story)
{
    story_free(story);
}

static bool story_read(const cJSON *value, const struct json_place *place, void *field,
                       GError **error)
{
    struct story *story = members_read_story(value, place, MEMBERS_EXTENT_RECORD, error);
    if (story)
        g_ptr_array_add(field, story);
    return story != NULL;
}

static bool stories_read(const cJSON *value, const struct json_place *place, void *field,
                         GError **error)
{
    return json_read_array(value, place, LIMIT_EDITION_STORIES, story_read, *(GPtrArray **)field,
                           error);
}

static void stories_append(GString *json, const void *field)
{
    const GPtrArray *stories = *(GPtrArray *const *)field;
    g_string_append_c(json, '[');
    for (guint i = 0; i < stories->len; i++) {
        if (i > 0)
            g_string_append_c(json, ',');
        json_append_value(json, members_write_story(stories->pdata[i], MEMBERS_EXTENT_RECORD));
    }
    g_string_append_c(json, ']');
}

static const struct json_kind stories_kind = {.read = stories_read, .append = stories_append};

static bool report_read(const cJSON *value, const struct json_place *place, void *field,
                        GError **error)
{
    struct source_report **report = field;
    struct source_report *read = members_read_report(value, place, error);
    if (!read)
        return false;
    source_report_free(*report);
    *report = read;
    return true;
}

static cJSON *report_write(const void *field)
{
    return members_write_report(*(struct source_report *const *)field);
}

static const struct json_kind report_kind = {report_read, report_write};

static bool flag_read(const cJSON *value, const struct json_place *place, void *field,
                      GError **error)
{
    if (!cJSON_IsBool(value))
        return json_fail(value, place, "true or false", error);
    *(bool *)field = cJSON_IsTrue(value);
    return true;
}

static cJSON *flag_write(const void *field)
{
    return cJSON_CreateBool(*(const bool *)field);
}

static const struct json_kind flag_kind = {flag_read, flag_write};

static const struct json_member visit_members[] = {
    {"story", offsetof(struct visit, story), &json_text, .required = true},
    {"asked", offsetof(struct visit, asked_utc_s), &json_instant, .required = true},
    {"failures", offsetof(struct visit, failures), &json_count, .required = true},
};

static void visit_destroy(void *visit)
{
    visit_free(visit);
}

static bool visit_read(const cJSON *value, const struct json_place *place, void *field,
                       GError **error)
{
    struct visit *visit = g_new0(struct visit, 1);
    bool is_read =
        json_read(value, place, visit_members, G_N_ELEMENTS(visit_members), visit, error);
    if (is_read)
        g_ptr_array_add(field, visit);
    else
        visit_free(visit);
    return is_read;
}

static bool visits_read(const cJSON *value, const struct json_place *place, void *field,
                        GError **error)
{
    return json_read_array(value, place, LIMIT_EDITION_STORIES, visit_read, *(GPtrArray **)field,
                           error);
}

static cJSON *visits_write(const void *field)
{
    const GPtrArray *visits = *(GPtrArray *const *)field;
    cJSON *array = cJSON_CreateArray();
    for (guint i = 0; i < visits->len; i++)
        cJSON_AddItemToArray(
            array, json_write(visit_members, G_N_ELEMENTS(visit_members), visits->pdata[i]));
    return array;
}

static const struct json_kind visits_kind = {visits_read, visits_write};

static const struct json_member record_members[] = {
    {"report", offsetof(struct record, report), &report_kind, .required = true},
    {"etag", offsetof(struct record, etag), &json_text},
    {"last_modified", offsetof(struct record, last_modified), &json_text},
    {"failures", offsetof(struct record, failures), &json_count, .required = true},
    {"alternate", offsetof(struct record, alternate), &json_text},
    {"page", offsetof(struct record, is_page), &flag_kind, .required = true},
    {"newest", offsetof(struct record, newest), &json_count, .required = true},
    {"ttl", offsetof(struct record, rhythm.ttl_minutes), &json_count, .required = true},
    {"skip_hours", offsetof(struct record, rhythm.skip_hours), &json_count, .required = true},
    {"skip_days", offsetof(struct record, rhythm.skip_days), &json_count, .required = true},
    {"refresh", offsetof(struct record, refresh_minutes), &json_count, .required = true},
    {"moved", offsetof(struct record, moved.url), &json_text},
    {"moved_days", offsetof(struct record, moved.days), &json_count, .required = true},
    {"moved_last", offsetof(struct record, moved.last_utc_s), &json_instant},
    {"moved_local", offsetof(struct record, moved.is_local), &flag_kind, .required = true},
    {"unreachable", offsetof(struct record, is_unreachable), &flag_kind, .required = true},
    {"page_seen", offsetof(struct record, page_seen_utc_s), &json_instant},
    {"stories", offsetof(struct record, stories), &stories_kind, .required = true},
    {"visits", offsetof(struct record, visits), &visits_kind, .required = true},
};

struct visit *visit_new(const char *story, gint64 asked_utc_s, unsigned failures)
{
    struct visit *visit = g_new0(struct visit, 1);
    visit->story = g_strdup(story);
    visit->asked_utc_s = asked_utc_s;
    visit->failures = failures;
    return visit;
}

void visit_free(struct visit *visit)
{
    if (!visit)
        return;
    g_free(visit->story);
    g_free(visit);
}

struct record *record_new(void)
{
    struct record *record = g_new0(struct record, 1);
    record->report = source_report_new();
    record->moved.last_utc_s = INSTANT_UNKNOWN;
    record->page_seen_utc_s = INSTANT_UNKNOWN;
    record->stories = g_ptr_array_new_with_free_func(story_destroy);
    record->visits = g_ptr_array_new_with_free_func(visit_destroy);
    return record;
}

void record_free(struct record *record)
{
    if (!record)
        return;
    source_report_free(record->report);
    g_free(record->etag);
    g_free(record->last_modified);
    g_free(record->alternate);
    g_free(record->moved.url);
    g_ptr_array_unref(record->stories);
    g_ptr_array_unref(record->visits);
    g_free(record);
}

char *record_to_json(const struct record *record)
{
    GString *json = g_string_new(NULL);
    json_append(json, record_members, G_N_ELEMENTS(record_members), record);
    return g_string_free(json, FALSE);
}

/* Whatever record_to_json would not write in just these bytes, it did not write: another version
 * of placard, another hand or a worn card. */
static bool record_is_own(const struct record *record, const char *json, size_t length_bytes)
{
    g_autofree char *own = record_to_json(record);
    return strlen(own) == length_bytes && memcmp(own, json, length_bytes) == 0;
}

struct record *record_parse(const char *json, size_t length_bytes, GError **error)
{
    cJSON *document = json_parse(json, length_bytes, LIMIT_RECORD_BYTES, error);
    if (!document)
        return NULL;
    struct record *record = record_new();
    bool is_read =
        json_read(document, NULL, record_members, G_N_ELEMENTS(record_members), record, error);
    cJSON_Delete(document);
    if (is_read && !record_is_own(record, json, length_bytes)) {
        g_set_error_literal(error, EDITION_ERROR, EDITION_ERROR_SHAPE,
                            "expected a record as this version writes it, found another");
        is_read = false;
    }
    if (!is_read)
        g_clear_pointer(&record, record_free);
    return record;
}
