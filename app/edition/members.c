/* SPDX-License-Identifier: MIT */
#include "members.h"

#include "placard/limits.h"

/* The index of a string among names; -1 when it is none of them. */
static int name_find(const cJSON *value, const char *const *names, int count)
{
    for (int i = 0; cJSON_IsString(value) && i < count; i++)
        if (g_str_equal(value->valuestring, names[i]))
            return i;
    return -1;
}

static const char *const priority_names[] = {
    [STORY_PRIORITY_NORMAL] = "normal",
    [STORY_PRIORITY_BREAKING] = "breaking",
};

static bool priority_read(const cJSON *value, const struct json_place *place, void *field,
                          GError **error)
{
    int priority = name_find(value, priority_names, G_N_ELEMENTS(priority_names));
    if (priority < 0)
        return json_fail(value, place, "\"normal\" or \"breaking\"", error);
    *(enum story_priority *)field = (enum story_priority)priority;
    return true;
}

static cJSON *priority_write(const void *field)
{
    return cJSON_CreateStringReference(priority_names[*(const enum story_priority *)field]);
}

static const struct json_kind priority_kind = {priority_read, priority_write};

static const char *const status_names[] = {
    [SOURCE_STATUS_OK] = "ok",
    [SOURCE_STATUS_STALE] = "stale",
    [SOURCE_STATUS_FAILED] = "failed",
};

static bool status_read(const cJSON *value, const struct json_place *place, void *field,
                        GError **error)
{
    int status = name_find(value, status_names, G_N_ELEMENTS(status_names));
    if (status < 0)
        return json_fail(value, place, "\"ok\", \"stale\" or \"failed\"", error);
    *(enum source_status *)field = (enum source_status)status;
    return true;
}

static cJSON *status_write(const void *field)
{
    return cJSON_CreateStringReference(status_names[*(const enum source_status *)field]);
}

static const struct json_kind status_kind = {status_read, status_write};

static const struct json_member sentence_members[] = {
    {"text", offsetof(struct sentence, text), &json_text, .required = true},
    {"rank", offsetof(struct sentence, rank), &json_count},
};

static bool sentence_read(const cJSON *value, const struct json_place *place, void *field,
                          GError **error)
{
    GPtrArray *sentences = field;
    /* Written by hand without ranks, the first sentences are the most important ones. */
    struct sentence *sentence = g_new0(struct sentence, 1);
    sentence->rank = place->index + 1;
    g_ptr_array_add(sentences, sentence);
    return json_read(value, place, sentence_members, G_N_ELEMENTS(sentence_members), sentence,
                     error);
}

static bool sentences_read(const cJSON *value, const struct json_place *place, void *field,
                           GError **error)
{
    return json_read_array(value, place, LIMIT_SENTENCES, sentence_read, *(GPtrArray **)field,
                           error);
}

static cJSON *sentences_write(const void *field)
{
    const GPtrArray *sentences = *(GPtrArray *const *)field;
    cJSON *array = cJSON_CreateArray();
    for (guint i = 0; i < sentences->len; i++)
        cJSON_AddItemToArray(array, json_write(sentence_members, G_N_ELEMENTS(sentence_members),
                                               sentences->pdata[i]));
    return array;
}

static const struct json_kind sentences_kind = {sentences_read, sentences_write};

/* The summary is the sentences joined. An edition that gives the summary alone gives what elsewhere
 * is a teaser. Its field is the story. */
static bool summary_read(const cJSON *value, const struct json_place *place, void *field,
                         GError **error)
{
    struct story *story = field;
    return json_text.read(value, place, &story->teaser, error);
}

static cJSON *summary_write(const void *field)
{
    g_autofree char *summary = story_summary(field);
    return summary ? cJSON_CreateString(summary) : NULL;
}

static const struct json_kind summary_kind = {summary_read, summary_write};

/* In the order in which they are written; the last ones stand in a record only. */
static const struct json_member story_members[] = {
    {"id", offsetof(struct story, id), &json_text},
    {"source", offsetof(struct story, source), &json_text},
    {"headline", offsetof(struct story, headline), &json_text},
    {"summary", 0, &summary_kind},
    {"sentences", offsetof(struct story, sentences), &sentences_kind},
    {"link", offsetof(struct story, link), &json_text},
    {"image", offsetof(struct story, image), &json_text},
    {"published", offsetof(struct story, published_utc_s), &json_instant},
    {"language", offsetof(struct story, language), &json_text},
    {"also", offsetof(struct story, also), &json_texts},
    {"priority", offsetof(struct story, priority), &priority_kind},
    {"from", offsetof(struct story, from_utc_s), &json_instant},
    {"until", offsetof(struct story, until_utc_s), &json_instant},
    {"when", offsetof(struct story, when), &json_hours},
    {"teaser", offsetof(struct story, teaser), &json_text},
    {"body", offsetof(struct story, body), &json_text},
};

static const size_t story_member_count[] = {
    [MEMBERS_EXTENT_EDITION] = G_N_ELEMENTS(story_members) - 2,
    [MEMBERS_EXTENT_RECORD] = G_N_ELEMENTS(story_members),
};

static const struct json_member report_members[] = {
    {"name", offsetof(struct source_report, name), &json_text},
    {"url", offsetof(struct source_report, url), &json_text},
    {"status", offsetof(struct source_report, status), &status_kind, .required = true},
    {"error", offsetof(struct source_report, error), &json_text},
    {"stories", offsetof(struct source_report, stories), &json_count},
    {"fetched", offsetof(struct source_report, fetched_utc_s), &json_instant},
    {"due", offsetof(struct source_report, due_utc_s), &json_instant},
};

struct story *members_read_story(const cJSON *object, const struct json_place *place,
                                 enum members_extent extent, GError **error)
{
    struct story *story = story_new();
    if (!json_read(object, place, story_members, story_member_count[extent], story, error)) {
        story_free(story);
        return NULL;
    }
    /* A record has its teaser in a member of its own, and none where that is null. */
    bool has_teaser = extent == MEMBERS_EXTENT_EDITION
                          ? story->sentences->len == 0
                          : cJSON_IsString(cJSON_GetObjectItemCaseSensitive(object, "teaser"));
    if (!has_teaser)
        g_clear_pointer(&story->teaser, g_free);
    return story;
}

cJSON *members_write_story(const struct story *story, enum members_extent extent)
{
    return json_write(story_members, story_member_count[extent], story);
}

struct source_report *members_read_report(const cJSON *object, const struct json_place *place,
                                          GError **error)
{
    struct source_report *report = source_report_new();
    if (!json_read(object, place, report_members, G_N_ELEMENTS(report_members), report, error)) {
        source_report_free(report);
        return NULL;
    }
    return report;
}

cJSON *members_write_report(const struct source_report *report)
{
    return json_write(report_members, G_N_ELEMENTS(report_members), report);
}
