/* SPDX-License-Identifier: MIT */
#include "placard/edition/edition.h"

#include "placard/limits.h"

#include <string.h>

/* Every member of an edition, in the order of the design. */
static const char full[] =
    "{\"edition\":1,\"made\":\"2026-11-23T14:32:00Z\",\"stories\":[{\"id\":\"a1\","
    "\"source\":\"World Affairs\",\"headline\":\"A \\\"new\\\" bridge\","
    "\"summary\":\"It is open. It is long.\","
    "\"sentences\":[{\"text\":\"It is open.\",\"rank\":2},{\"text\":\"It is long.\",\"rank\":1}],"
    "\"link\":\"https://example.org/bridge\",\"image\":\"https://example.org/bridge.jpg\","
    "\"published\":\"2026-11-23T14:20:00Z\",\"language\":\"en\",\"also\":[\"City Journal\"],"
    "\"priority\":\"breaking\",\"from\":\"2026-11-23T06:00:00Z\","
    "\"until\":\"2026-11-24T06:00:00Z\","
    "\"when\":{\"days\":[\"mon\",\"sun\"],\"from\":\"22:00\",\"to\":\"24:00\"}}],"
    "\"sources\":[{\"name\":\"World Affairs\",\"url\":\"https://example.org/feed\","
    "\"status\":\"stale\",\"error\":\"no answer within 20 seconds\",\"stories\":12,"
    "\"fetched\":\"2026-11-23T14:00:00Z\",\"due\":\"2026-11-23T14:40:00Z\"}]}";

static const char bare[] =
    "{\"edition\":1,\"made\":null,\"stories\":[{\"id\":\"b\",\"source\":\"S\",\"headline\":\"H\","
    "\"summary\":null,\"sentences\":[],\"link\":null,\"image\":null,\"published\":null,"
    "\"language\":null,\"also\":[],\"priority\":\"normal\",\"from\":null,\"until\":null,"
    "\"when\":null}],\"sources\":[{\"name\":null,\"url\":null,\"status\":\"failed\","
    "\"error\":null,\"stories\":0,\"fetched\":null,\"due\":null}]}";

static struct edition *edition_read(const char *json)
{
    g_autoptr(GError) error = NULL;
    struct edition *edition = edition_parse(json, strlen(json), &error);
    g_assert_no_error(error);
    g_assert_nonnull(edition);
    return edition;
}

static void test_round_trip(void)
{
    const char *const documents[] = {full, bare};
    for (size_t i = 0; i < G_N_ELEMENTS(documents); i++) {
        struct edition *edition = edition_read(documents[i]);
        g_autofree char *line = edition_to_json(edition, false);
        g_assert_cmpstr(line, ==, documents[i]);
        g_autofree char *indented = edition_to_json(edition, true);
        g_assert_nonnull(strchr(indented, '\n'));
        struct edition *again = edition_read(indented);
        g_autofree char *line_again = edition_to_json(again, false);
        g_assert_cmpstr(line_again, ==, documents[i]);
        edition_free(again);
        edition_free(edition);
    }
}

static void test_fields(void)
{
    struct edition *edition = edition_read(full);
    g_assert_cmpint(edition->made_utc_s, ==, 1795444320);
    const struct story *story = edition_find(edition, "a1");
    g_assert_nonnull(story);
    g_assert_null(edition_find(edition, "a2"));
    g_assert_cmpstr(story->headline, ==, "A \"new\" bridge");
    g_assert_cmpint(story->published_utc_s, ==, 1795443600);
    g_assert_cmpint(story->priority, ==, STORY_PRIORITY_BREAKING);
    g_assert_cmpint(story->from_utc_s, ==, 1795413600);
    g_assert_cmpint(story->until_utc_s, ==, 1795500000);
    g_assert_cmpuint(story->when.days, ==, 1U << 0 | 1U << 6);
    g_assert_cmpint(story->when.from_minute, ==, 22 * 60);
    g_assert_cmpint(story->when.to_minute, ==, 24 * 60);
    g_assert_null(story->teaser);
    g_assert_cmpuint(story->sentences->len, ==, 2);
    const struct sentence *sentence = story->sentences->pdata[1];
    g_assert_cmpstr(sentence->text, ==, "It is long.");
    g_assert_cmpuint(sentence->rank, ==, 1);
    const struct source_report *report = edition->sources->pdata[0];
    g_assert_cmpint(report->status, ==, SOURCE_STATUS_STALE);
    g_assert_cmpstr(report->error, ==, "no answer within 20 seconds");
    g_assert_cmpuint(report->stories, ==, 12);
    edition_free(edition);

    edition = edition_read(bare);
    story = edition->stories->pdata[0];
    g_assert_cmpint(edition->made_utc_s, ==, INSTANT_UNKNOWN);
    g_assert_cmpint(story->published_utc_s, ==, INSTANT_UNKNOWN);
    g_assert_null(story->link);
    g_assert_true(hours_are_always(&story->when));
    edition_free(edition);
}

/* What people write by hand: members left out, more than we know, a summary in one piece. */
static void test_by_hand(void)
{
    struct edition *edition = edition_read(
        " {\"stories\": [{\"headline\": \"H\", \"mood\": {\"good\": [1, true]}, \"link\": null,"
        " \"from\": null, \"when\": {}},"
        " {\"summary\": \"One. Two.\"},"
        " {\"sentences\": [{\"text\": \"One.\"}, {\"text\": \"Two.\", \"rank\": null}],"
        "  \"summary\": \"Other.\"}], \"Edition\": 2, \"edition\": 1}\r\n");
    const struct story *story = edition->stories->pdata[1];
    g_assert_cmpstr(story->teaser, ==, "One. Two.");
    story = edition->stories->pdata[2];
    g_assert_null(story->teaser);
    const struct sentence *sentence = story->sentences->pdata[1];
    g_assert_cmpuint(sentence->rank, ==, 2);
    g_assert_cmpuint(edition->sources->len, ==, 0);
    edition_free(edition);
}

static const struct {
    const char *json;
    enum edition_error code;
    const char *message;
} wrong[] = {
    {"", EDITION_ERROR_JSON, "expected JSON, found something else at byte 0 of 0"},
    {"news", EDITION_ERROR_JSON, "expected JSON, found something else at byte 0 of 4"},
    {"{\"edition\":1,\"stories\":[]} x", EDITION_ERROR_JSON,
     "expected JSON, found something else at byte 27 of 28"},
    {"{\"edition\":1,\"stories\":[{\"id\":\"a\\u0000b\"}]}", EDITION_ERROR_JSON,
     "expected JSON, found a zero character at byte 32"},
    {"[]", EDITION_ERROR_SHAPE, "expected an object, found an array"},
    {"{}", EDITION_ERROR_SHAPE, "edition: expected a value, found nothing"},
    {"{\"edition\":2,\"stories\":[]}", EDITION_ERROR_SHAPE,
     "edition: expected the number 1, found a number"},
    {"{\"edition\":1}", EDITION_ERROR_SHAPE, "stories: expected a value, found nothing"},
    {"{\"edition\":1,\"stories\":{}}", EDITION_ERROR_SHAPE,
     "stories: expected an array, found an object"},
    {"{\"edition\":1,\"stories\":[],\"made\":12}", EDITION_ERROR_SHAPE,
     "made: expected a time as a string, found a number"},
    {"{\"edition\":1,\"stories\":[],\"made\":\"noon\"}", EDITION_ERROR_SHAPE,
     "made: expected a time by RFC 3339, found a string"},
    {"{\"edition\":1,\"stories\":[7]}", EDITION_ERROR_SHAPE,
     "stories[0]: expected an object, found a number"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\"},{\"link\":\"https://example.org\"}]}",
     EDITION_ERROR_SHAPE, "stories[1]: expected a headline, a summary or sentences, found nothing"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\"},{\"headline\":\"I\",\"link\":3}]}",
     EDITION_ERROR_SHAPE, "stories[1].link: expected a string, found a number"},
    {"{\"edition\":1,\"stories\":[{\"headline\":true}]}", EDITION_ERROR_SHAPE,
     "stories[0].headline: expected a string, found true"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"sentences\":\"S\"}]}", EDITION_ERROR_SHAPE,
     "stories[0].sentences: expected an array, found a string"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"sentences\":[{\"rank\":1}]}]}",
     EDITION_ERROR_SHAPE, "stories[0].sentences[0].text: expected a value, found nothing"},
    {"{\"edition\":1,\"stories\":[{\"sentences\":[{\"text\":\"a\",\"rank\":1.5}]}]}",
     EDITION_ERROR_SHAPE,
     "stories[0].sentences[0].rank: expected a whole number from 0 to 2147483647, found a number"},
    {"{\"edition\":1,\"stories\":[{\"sentences\":[{\"text\":\"a\",\"rank\":1e999}]}]}",
     EDITION_ERROR_SHAPE,
     "stories[0].sentences[0].rank: expected a whole number from 0 to 2147483647, found a number"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"also\":[\"a\",null]}]}",
     EDITION_ERROR_SHAPE, "stories[0].also[1]: expected a string, found null"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"priority\":\"urgent\"}]}",
     EDITION_ERROR_SHAPE,
     "stories[0].priority: expected \"normal\" or \"breaking\", found a string"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"from\":7}]}", EDITION_ERROR_SHAPE,
     "stories[0].from: expected a time as a string, found a number"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"when\":\"noon\"}]}", EDITION_ERROR_SHAPE,
     "stories[0].when: expected an object, found a string"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"when\":{\"days\":[\"sun\",\"day\"]}}]}",
     EDITION_ERROR_SHAPE,
     "stories[0].when.days[1]: expected a day such as \"mon\", found a string"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"when\":{\"days\":[]}}]}",
     EDITION_ERROR_SHAPE, "stories[0].when.days: expected at least one day, found an array"},
    {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"when\":{\"to\":\"25:00\"}}]}",
     EDITION_ERROR_SHAPE,
     "stories[0].when.to: expected a time from \"00:00\" to \"24:00\", found a string"},
    {"{\"edition\":1,\"stories\":[],\"sources\":[{\"status\":\"ok\"},{\"name\":\"a\"}]}",
     EDITION_ERROR_SHAPE, "sources[1].status: expected a value, found nothing"},
    {"{\"edition\":1,\"stories\":[],\"sources\":[{\"status\":\"ok\",\"stories\":-1}]}",
     EDITION_ERROR_SHAPE,
     "sources[0].stories: expected a whole number from 0 to 2147483647, found a number"},
};

static void test_wrong(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_test_message("%s", wrong[i].json);
        g_autoptr(GError) error = NULL;
        g_assert_null(edition_parse(wrong[i].json, strlen(wrong[i].json), &error));
        g_assert_error(error, EDITION_ERROR, (int)wrong[i].code);
        g_assert_cmpstr(error->message, ==, wrong[i].message);
    }
}

static GString *text_repeat(const char *before, const char *item, unsigned count, const char *after)
{
    GString *text = g_string_new(before);
    for (unsigned i = 0; i < count; i++)
        g_string_append_printf(text, "%s%s", item, i + 1 < count ? "," : "");
    return g_string_append(text, after);
}

static void test_limits(void)
{
    static const struct {
        const char *before, *item, *after;
        unsigned limit;
    } lists[] = {
        {"{\"edition\":1,\"stories\":[", "{\"headline\":\"H\"}", "]}", LIMIT_EDITION_STORIES},
        {"{\"edition\":1,\"stories\":[{\"sentences\":[", "{\"text\":\"a\"}", "]}]}",
         LIMIT_SENTENCES},
        {"{\"edition\":1,\"stories\":[{\"headline\":\"H\",\"also\":[", "\"a\"", "]}]}",
         LIMIT_SOURCES},
        {"{\"edition\":1,\"stories\":[],\"sources\":[", "{\"status\":\"ok\"}", "]}", LIMIT_SOURCES},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++) {
        for (unsigned more = 0; more <= 1; more++) {
            g_autoptr(GString) json =
                text_repeat(lists[i].before, lists[i].item, lists[i].limit + more, lists[i].after);
            g_autoptr(GError) error = NULL;
            struct edition *edition = edition_parse(json->str, json->len, &error);
            g_assert_cmpint(edition != NULL, ==, !more);
            g_assert_cmpint(g_error_matches(error, EDITION_ERROR, EDITION_ERROR_LIMIT), ==, more);
            edition_free(edition);
        }
    }
}

static void test_depth(void)
{
    for (unsigned more = 0; more <= 1; more++) {
        /* The document itself is the first level. */
        unsigned depth = LIMIT_DEPTH - 1 + more;
        g_autofree char *opening = g_strnfill(depth, '[');
        g_autofree char *closing = g_strnfill(depth, ']');
        g_autofree char *json = g_strconcat("{\"edition\":1,\"stories\":[],\"x\":", opening,
                                            closing, ",\"y\":\"[[[[[[\\\"[[[[\"}", NULL);
        g_autoptr(GError) error = NULL;
        struct edition *edition = edition_parse(json, strlen(json), &error);
        g_assert_cmpint(edition != NULL, ==, !more);
        g_assert_cmpint(g_error_matches(error, EDITION_ERROR, EDITION_ERROR_LIMIT), ==, more);
        edition_free(edition);
    }
}

static void test_size(void)
{
    g_autofree char *json = g_strnfill(LIMIT_EDITION_BYTES + 1, ' ');
    memcpy(json, "{\"edition\":1,\"stories\":[]}", 26);
    g_autoptr(GError) error = NULL;
    g_assert_null(edition_parse(json, LIMIT_EDITION_BYTES + 1, &error));
    g_assert_error(error, EDITION_ERROR, EDITION_ERROR_LIMIT);
    struct edition *edition = edition_parse(json, LIMIT_EDITION_BYTES, NULL);
    g_assert_nonnull(edition);
    edition_free(edition);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/exchange/round-trip", test_round_trip);
    g_test_add_func("/exchange/fields", test_fields);
    g_test_add_func("/exchange/by-hand", test_by_hand);
    g_test_add_func("/exchange/wrong", test_wrong);
    g_test_add_func("/exchange/limits", test_limits);
    g_test_add_func("/exchange/depth", test_depth);
    g_test_add_func("/exchange/size", test_size);
    return g_test_run();
}
