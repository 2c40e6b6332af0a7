/* SPDX-License-Identifier: MIT */
#include "placard/edition/edition.h"

#include "json.h"
#include "members.h"
#include "placard/limits.h"

static bool story_has_text(const struct story *story)
{
    return story->headline || story->teaser || story->sentences->len > 0;
}

static bool story_read(const cJSON *value, const struct json_place *place, void *field,
                       GError **error)
{
    GPtrArray *stories = field;
    struct story *story = members_read_story(value, place, MEMBERS_EXTENT_EDITION, error);
    if (!story)
        return false;
    g_ptr_array_add(stories, story);
    return story_has_text(story) ||
           json_fail(NULL, place, "a headline, a summary or sentences", error);
}

static bool stories_read(const cJSON *value, const struct json_place *place, void *field,
                         GError **error)
{
    return json_read_array(value, place, LIMIT_EDITION_STORIES, story_read, *(GPtrArray **)field,
                           error);
}

static cJSON *stories_write(const void *field)
{
    const GPtrArray *stories = *(GPtrArray *const *)field;
    cJSON *array = cJSON_CreateArray();
    for (guint i = 0; i < stories->len; i++)
        cJSON_AddItemToArray(array, members_write_story(stories->pdata[i], MEMBERS_EXTENT_EDITION));
    return array;
}

static const struct json_kind stories_kind = {stories_read, stories_write};

static bool report_read(const cJSON *value, const struct json_place *place, void *field,
                        GError **error)
{
    struct source_report *report = members_read_report(value, place, error);
    if (report)
        g_ptr_array_add(field, report);
    return report != NULL;
}

static bool sources_read(const cJSON *value, const struct json_place *place, void *field,
                         GError **error)
{
    return json_read_array(value, place, LIMIT_SOURCES, report_read, *(GPtrArray **)field, error);
}

static cJSON *sources_write(const void *field)
{
    const GPtrArray *sources = *(GPtrArray *const *)field;
    cJSON *array = cJSON_CreateArray();
    for (guint i = 0; i < sources->len; i++)
        cJSON_AddItemToArray(array, members_write_report(sources->pdata[i]));
    return array;
}

static const struct json_kind sources_kind = {sources_read, sources_write};

/* The version is no field of an edition: there is one. */
static bool version_read(const cJSON *value, const struct json_place *place, void *field,
                         GError **error)
{
    (void)field;
    return (cJSON_IsNumber(value) && value->valuedouble == 1) ||
           json_fail(value, place, "the number 1", error);
}

static cJSON *version_write(const void *field)
{
    (void)field;
    return cJSON_CreateNumber(1);
}

static const struct json_kind version_kind = {version_read, version_write};

static const struct json_member edition_members[] = {
    {"edition", 0, &version_kind, .required = true},
    {"made", offsetof(struct edition, made_utc_s), &json_instant},
    {"stories", offsetof(struct edition, stories), &stories_kind, .required = true},
    {"sources", offsetof(struct edition, sources), &sources_kind},
};

struct edition *edition_parse(const char *json, size_t length_bytes, GError **error)
{
    cJSON *document = json_parse(json, length_bytes, LIMIT_EDITION_BYTES, error);
    if (!document)
        return NULL;
    struct edition *edition = edition_new();
    bool is_read =
        json_read(document, NULL, edition_members, G_N_ELEMENTS(edition_members), edition, error);
    cJSON_Delete(document);
    if (!is_read)
        g_clear_pointer(&edition, edition_free);
    return edition;
}

char *edition_to_json(const struct edition *edition, bool indented)
{
    return json_print(json_write(edition_members, G_N_ELEMENTS(edition_members), edition),
                      indented);
}
