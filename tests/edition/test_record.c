/* SPDX-License-Identifier: MIT */
#include "placard/edition/record.h"

#include <string.h>

static struct record *record_full(void)
{
    struct record *record = record_new();
    record->report->name = g_strdup("Harbour Post");
    record->report->url = g_strdup("https://example.org/feed.xml");
    record->report->status = SOURCE_STATUS_STALE;
    record->report->error = g_strdup("no answer within 20 seconds");
    record->report->stories = 2;
    record->report->fetched_utc_s = 1795444320;
    /* Any byte but NUL and the controls may stand between the quotes of a validator. */
    record->etag = g_strdup("W/\"a\\b/\xE9 c\"");
    record->last_modified = g_strdup("Mon, 23 Nov 2026 14:32:00 GMT");
    record->failures = 3;
    record->newest = 50;
    record->rhythm = (struct rhythm){.ttl_minutes = 60, .skip_hours = 0xC00001, .skip_days = 0x60};
    record->refresh_minutes = 15;
    record->moved.url = g_strdup("https://example.com/feed.xml");
    record->moved.days = 2;
    record->moved.last_utc_s = 1795444320;
    record->is_unreachable = true;
    record->page_seen_utc_s = 1795444000;
    struct story *story = story_new();
    story->id = g_strdup("a");
    story->headline = g_strdup("The lamp stays");
    story->teaser = g_strdup("It works.");
    story->body = g_strdup("It works.\nIt shines. “Far,” they say.");
    story->published_utc_s = 1795443600;
    g_ptr_array_add(record->stories, story);
    story = story_new();
    story->id = g_strdup("b");
    story_add_sentence(story, "Whole already.", 1);
    g_ptr_array_add(record->stories, story);
    return record;
}

static void test_round_trip(void)
{
    struct record *record = record_full();
    g_autofree char *json = record_to_json(record);
    record_free(record);
    g_autoptr(GError) error = NULL;
    record = record_parse(json, strlen(json), &error);
    g_assert_no_error(error);
    g_assert_cmpstr(record->report->name, ==, "Harbour Post");
    g_assert_cmpint(record->report->status, ==, SOURCE_STATUS_STALE);
    g_assert_cmpint(record->report->fetched_utc_s, ==, 1795444320);
    g_assert_cmpint(record->report->due_utc_s, ==, INSTANT_UNKNOWN);
    g_assert_cmpstr(record->etag, ==, "W/\"a\\b/\xE9 c\"");
    g_assert_cmpstr(record->last_modified, ==, "Mon, 23 Nov 2026 14:32:00 GMT");
    g_assert_cmpuint(record->failures, ==, 3);
    g_assert_cmpuint(record->newest, ==, 50);
    g_assert_cmpuint(record->rhythm.ttl_minutes, ==, 60);
    g_assert_cmpuint(record->rhythm.skip_hours, ==, 0xC00001);
    g_assert_cmpuint(record->rhythm.skip_days, ==, 0x60);
    g_assert_cmpuint(record->refresh_minutes, ==, 15);
    g_assert_cmpstr(record->moved.url, ==, "https://example.com/feed.xml");
    g_assert_cmpuint(record->moved.days, ==, 2);
    g_assert_cmpint(record->moved.last_utc_s, ==, 1795444320);
    g_assert_true(record->is_unreachable);
    g_assert_cmpint(record->page_seen_utc_s, ==, 1795444000);
    g_assert_cmpuint(record->stories->len, ==, 2);
    const struct story *story = record->stories->pdata[0];
    g_assert_cmpstr(story->teaser, ==, "It works.");
    g_assert_cmpstr(story->body, ==, "It works.\nIt shines. “Far,” they say.");
    story = record->stories->pdata[1];
    g_assert_null(story->headline);
    g_assert_null(story->teaser);
    g_assert_cmpuint(story->sentences->len, ==, 1);
    g_autofree char *again = record_to_json(record);
    g_assert_cmpstr(again, ==, json);
    record_free(record);
}

static void test_empty(void)
{
    struct record *record = record_new();
    g_autofree char *json = record_to_json(record);
    record_free(record);
    record = record_parse(json, strlen(json), NULL);
    g_assert_nonnull(record);
    g_assert_null(record->etag);
    g_assert_cmpuint(record->stories->len, ==, 0);
    record_free(record);
}

/* Sound JSON, but not of our writing. */
static void test_foreign(void)
{
    struct record *record = record_new();
    g_autofree char *own = record_to_json(record);
    record_free(record);
    const struct {
        const char *name;
        char *json;
    } foreign[] = {
        {"another order", g_strdup("{\"stories\":[],\"failures\":0,\"last_modified\":null,"
                                   "\"etag\":null,\"report\":{\"status\":\"ok\"}}")},
        {"white space", g_strconcat(own, "\n", NULL)},
        {"a member more", g_strconcat("{\"x\":1,", own + 1, NULL)},
        {"an edition", g_strdup("{\"edition\":1,\"stories\":[]}")},
        {"wrong type", g_strdup("{\"report\":{\"status\":\"ok\"},\"failures\":\"0\"}")},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(foreign); i++) {
        g_test_message("%s", foreign[i].name);
        g_autoptr(GError) error = NULL;
        g_assert_null(record_parse(foreign[i].json, strlen(foreign[i].json), &error));
        g_assert_error(error, EDITION_ERROR, EDITION_ERROR_SHAPE);
        g_free(foreign[i].json);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/record/round-trip", test_round_trip);
    g_test_add_func("/record/empty", test_empty);
    g_test_add_func("/record/foreign", test_foreign);
    return g_test_run();
}
