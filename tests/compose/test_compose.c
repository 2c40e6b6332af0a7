/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include <string.h>

static struct record *desk_record(const struct desk *desk, unsigned index)
{
    return desk->records->pdata[index];
}

static const struct source_report *report_at(const struct edition *edition, unsigned index)
{
    return edition->sources->pdata[index];
}

/* A report for each source of the config, in its order, whatever has become of it. */
static void test_reports(void)
{
    struct desk desk = desk_open(3);
    desk_add(&desk, 0, "a1", "Ants build", 1);
    desk_add(&desk, 0, "a2", "Bees fly", 1);
    desk_add(&desk, 0, "a3", "Cats sleep", 99);
    struct source_report *told = desk_record(&desk, 0)->report;
    told->status = SOURCE_STATUS_STALE;
    told->error = g_strdup("no answer within 20 seconds");
    told->stories = 77;
    told->fetched_utc_s = DESK_NOW_UTC_S - 60;
    told->due_utc_s = DESK_NOW_UTC_S + 60;
    record_free(desk.records->pdata[2]);
    desk.records->pdata[2] = NULL;

    struct edition *edition = desk_compose(&desk);
    g_assert_cmpint(edition->made_utc_s, ==, DESK_NOW_UTC_S);
    g_assert_cmpuint(edition->sources->len, ==, 3);
    const struct source_report *report = report_at(edition, 0);
    g_assert_cmpstr(report->name, ==, "A");
    g_assert_cmpstr(report->url, ==, "https://a.example/feed.xml");
    g_assert_cmpint(report->status, ==, SOURCE_STATUS_STALE);
    g_assert_cmpstr(report->error, ==, "no answer within 20 seconds");
    g_assert_cmpuint(report->stories, ==, 2);
    g_assert_cmpint(report->fetched_utc_s, ==, DESK_NOW_UTC_S - 60);
    g_assert_cmpint(report->due_utc_s, ==, DESK_NOW_UTC_S + 60);
    report = report_at(edition, 1);
    g_assert_cmpint(report->status, ==, SOURCE_STATUS_OK);
    g_assert_cmpuint(report->stories, ==, 0);
    report = report_at(edition, 2);
    g_assert_cmpstr(report->name, ==, "C");
    g_assert_cmpint(report->status, ==, SOURCE_STATUS_FAILED);
    g_assert_cmpint(report->due_utc_s, ==, INSTANT_UNKNOWN);
    edition_free(edition);
    desk_close(&desk);
}

static const struct {
    const char *name, *url, *title;
    const char *shown_name, *shown_url;
} names[] = {
    {"Mine", "https://example.org/feed", "Theirs", "Mine", "https://example.org/feed"},
    {NULL, "https://example.org/feed", "Theirs", "Theirs", "https://example.org/feed"},
    {NULL, "https://www.example.org/feed", NULL, "example.org", "https://www.example.org/feed"},
    {NULL, "https://me:secret@example.org/feed?a=@", NULL, "example.org",
     "https://example.org/feed"},
    {NULL, "https://example.org/@me/feed", NULL, "example.org", "https://example.org/@me/feed"},
    {NULL, "articles/harbour.txt", NULL, "harbour", "articles/harbour.txt"},
    {NULL, "articles/a\nb\x1B.txt", NULL, "a b", "articles/a b.txt"},
    {NULL, "articles/caf\xE9.txt", NULL, "caf\xEF\xBF\xBD", "articles/caf\xEF\xBF\xBD.txt"},
};

static void test_names(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_test_message("%s", names[i].url);
        struct desk desk = desk_open(1);
        struct config_source *source = desk_source(&desk, 0);
        g_free(source->name);
        g_free(source->url);
        source->name = g_strdup(names[i].name);
        source->url = g_strdup(names[i].url);
        desk_record(&desk, 0)->report->name = g_strdup(names[i].title);
        desk_add(&desk, 0, "a", "Ants build", 1);
        desk_add(&desk, 0, "b", "Bees fly", 2)->source = g_strdup("Gathered");

        struct edition *edition = desk_compose(&desk);
        g_assert_cmpstr(report_at(edition, 0)->name, ==, names[i].shown_name);
        g_assert_cmpstr(report_at(edition, 0)->url, ==, names[i].shown_url);
        const struct story *story = edition->stories->pdata[0];
        g_assert_cmpstr(story->source, ==, names[i].shown_name);
        story = edition->stories->pdata[1];
        g_assert_cmpstr(story->source, ==, "Gathered");
        edition_free(edition);
        desk_close(&desk);
    }
}

static void test_members(void)
{
    struct desk desk = desk_open(1);
    struct story *story = desk_add(&desk, 0, "a", "Ants build", 1);
    story->link = g_strdup("https://example.org/ants");
    story->image = g_strdup("https://example.org/ants.png");
    story->language = g_strdup("fr");
    story->priority = STORY_PRIORITY_BREAKING;
    story = desk_add(&desk, 0, "b", "Bees fly", 2);
    story->link = g_strdup("javascript:alert(1)");
    story->image = g_strdup("../bees.png");

    struct edition *edition = desk_compose(&desk);
    const struct story *shown = edition->stories->pdata[0];
    g_assert_cmpstr(shown->link, ==, "https://example.org/ants");
    g_assert_cmpstr(shown->image, ==, "https://example.org/ants.png");
    g_assert_cmpstr(shown->language, ==, "fr");
    g_assert_cmpint(shown->published_utc_s, ==, DESK_NOW_UTC_S - 3600);
    /* Only the config decides what is breaking. */
    g_assert_cmpint(shown->priority, ==, STORY_PRIORITY_NORMAL);
    shown = edition->stories->pdata[1];
    g_assert_null(shown->link);
    g_assert_null(shown->image);
    g_assert_null(shown->language);
    edition_free(edition);

    desk_source(&desk, 0)->language = g_strdup("it");
    edition = desk_compose(&desk);
    shown = edition->stories->pdata[0];
    g_assert_cmpstr(shown->language, ==, "it");
    edition_free(edition);
    desk_close(&desk);
}

/* A story without id has one that stays the same; one that is not clean costs only itself. */
static void test_mended(void)
{
    struct desk desk = desk_open(1);
    desk_add(&desk, 0, NULL, "Ants build", 1);
    desk_add(&desk, 0, "b", "Bees\x1B fly", 2);
    desk_add(&desk, 0, "c", "Cats\xFF sleep", 3);
    desk_add(&desk, 0, "", "Dogs bark", 4);
    g_autofree char *ids = desk_ids(&desk);
    g_autofree char *again = desk_ids(&desk);
    g_assert_cmpstr(ids, ==, again);
    g_assert_true(g_str_has_prefix(ids, "Ants build "));
    g_assert_cmpuint(strlen(ids), ==, strlen("Ants build ") + 64);
    desk_close(&desk);
}

/* The records are not changed by what is made of them, and give the same edition again. */
static void test_pure(void)
{
    struct desk desk = desk_open(2);
    for (unsigned source = 0; source < 2; source++) {
        struct story *story = desk_add(&desk, source, "a", NULL, 1);
        story->body = g_strdup("The bridge is open to walkers again. Cars wait until the spring.");
        desk_add(&desk, source, "b", "Bees fly", 99)->teaser = g_strdup("They hum.");
    }
    g_autofree char *before = record_to_json(desk.records->pdata[0]);
    struct edition *edition = desk_compose(&desk);
    g_autofree char *json = edition_to_json(edition, false);
    edition_free(edition);
    edition = desk_compose(&desk);
    g_autofree char *json_again = edition_to_json(edition, false);
    edition_free(edition);
    g_autofree char *after = record_to_json(desk.records->pdata[0]);
    g_assert_cmpstr(after, ==, before);
    g_assert_cmpstr(json_again, ==, json);
    desk_close(&desk);
}

static void test_nothing(void)
{
    struct desk desk = desk_open(0);
    struct edition *edition = desk_compose(&desk);
    g_assert_cmpuint(edition->stories->len, ==, 0);
    g_assert_cmpuint(edition->sources->len, ==, 0);
    edition_free(edition);
    desk_close(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/compose/reports", test_reports);
    g_test_add_func("/compose/names", test_names);
    g_test_add_func("/compose/members", test_members);
    g_test_add_func("/compose/mended", test_mended);
    g_test_add_func("/compose/pure", test_pure);
    g_test_add_func("/compose/nothing", test_nothing);
    return g_test_run();
}
