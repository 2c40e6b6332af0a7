/* SPDX-License-Identifier: MIT
 *
 * The table of tests/fixtures/feed/cases.json: a file, how it was served, and the stories that it
 * must give, or the error. What a row does not name must be absent. Each file is also cut at every
 * byte, which changes no story before the cut, and comes in pieces of every size.
 */
#include "fixture.h"
#include "placard/edition/instant.h"

#include <cjson/cJSON.h>
#include <string.h>

/* A read-only view of a row, and the bytes of its file where memory ends when they do. */
struct served {
    const cJSON *row;
    char *bytes;
    size_t length;
};

/* Bytes of which so many can be had at a time. */
struct pieces {
    const struct served *served;
    size_t size;
};

static const char *member(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

static struct served serve(const cJSON *row)
{
    struct served served = {.row = row};
    served.bytes = fixture_read(member(row, "file"), &served.length);
    return served;
}

static struct feed *input_parse(const cJSON *row, struct feed_input input, GError **error)
{
    input.url = "https://news.example/feed";
    input.charset = member(row, "charset");
    input.language = member(row, "content_language");
    return feed_parse(&input, error);
}

static size_t piece_give(void *user, size_t at, char *to, size_t most_bytes)
{
    const struct pieces *pieces = user;
    size_t given = MIN(MIN(pieces->size, most_bytes), pieces->served->length - at);
    memcpy(to, pieces->served->bytes + at, given);
    return given;
}

static void assert_story(const cJSON *expected, const struct story *story)
{
    g_autofree char *published = instant_format(story->published_utc_s);
    const struct {
        const char *name, *value;
    } fields[] = {
        {"headline", story->headline}, {"teaser", story->teaser}, {"body", story->body},
        {"link", story->link},         {"image", story->image},   {"language", story->language},
        {"published", published},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        g_assert_cmpstr(fields[i].value, ==, member(expected, fields[i].name));
    g_assert_nonnull(story->id);
    if (member(expected, "id"))
        g_assert_cmpstr(story->id, ==, member(expected, "id"));
}

static void assert_same_story(const struct story *one, const struct story *other)
{
    g_assert_cmpstr(one->id, ==, other->id);
    g_assert_cmpstr(one->headline, ==, other->headline);
    g_assert_cmpstr(one->teaser, ==, other->teaser);
    g_assert_cmpstr(one->body, ==, other->body);
    g_assert_cmpstr(one->link, ==, other->link);
    g_assert_cmpstr(one->image, ==, other->image);
    g_assert_cmpstr(one->language, ==, other->language);
    g_assert_cmpint(one->published_utc_s, ==, other->published_utc_s);
}

static guint count_of(const struct feed *feed)
{
    return feed ? feed->stories->len : 0;
}

static void test_expected(gconstpointer row)
{
    struct served served = serve(row);
    g_autoptr(GError) error = NULL;
    const struct feed_input input = {.bytes = served.bytes, .length_bytes = served.length};
    struct feed *feed = input_parse(row, input, &error);
    const cJSON *stories = cJSON_GetObjectItemCaseSensitive(row, "stories");

    g_assert_cmpstr(error ? error->message : NULL, ==, member(row, "error"));
    g_assert_cmpint((int)count_of(feed), ==, cJSON_GetArraySize(stories));
    for (guint i = 0; i < count_of(feed); i++)
        assert_story(cJSON_GetArrayItem(stories, (int)i), feed->stories->pdata[i]);
    if (feed) {
        g_assert_cmpstr(feed->title, ==, member(row, "title"));
        g_assert_cmpstr(feed->language, ==, member(row, "language"));
        g_assert_cmpstr(feed->warning, ==, member(row, "warning"));
        g_assert_cmpstr(feed->alternate, ==, member(row, "alternate"));
    }
    feed_free(feed);
    g_free(served.bytes);
}

/* A text is one story that goes on, and a page has no end. */
static bool is_of_items(const cJSON *row)
{
    return !g_str_has_suffix(member(row, "file"), ".txt") &&
           !g_str_has_suffix(member(row, "file"), ".html");
}

static void assert_begins(const struct feed *feed, const struct feed *whole)
{
    g_assert_cmpuint(count_of(feed), <=, count_of(whole));
    for (guint i = 0; i < count_of(feed); i++)
        assert_same_story(feed->stories->pdata[i], whole->stories->pdata[i]);
    if (count_of(feed) < count_of(whole))
        g_assert_true(!feed || strstr(feed->warning, "cut short"));
}

static void test_cut(gconstpointer row)
{
    struct served served = serve(row);
    const struct feed_input input = {.bytes = served.bytes, .length_bytes = served.length};
    struct feed *whole = input_parse(row, input, NULL);

    for (size_t cut = 0; cut < served.length; cut++) {
        g_autoptr(GError) error = NULL;
        g_autofree char *bytes = cut > 0 ? g_memdup2(served.bytes, cut) : NULL;
        const struct feed_input part = {.bytes = bytes ? bytes : "", .length_bytes = cut};
        struct feed *feed = input_parse(row, part, &error);
        g_assert_true(feed || error);
        if (is_of_items(row))
            assert_begins(feed, whole);
        feed_free(feed);
    }
    feed_free(whole);
    g_free(served.bytes);
}

static void test_pieces(gconstpointer row)
{
    struct served served = serve(row);
    g_autoptr(GError) error = NULL;
    const struct feed_input input = {.bytes = served.bytes, .length_bytes = served.length};
    struct feed *whole = input_parse(row, input, &error);

    for (size_t size = 1; size <= served.length; size++) {
        struct pieces pieces = {.served = &served, .size = size};
        g_autoptr(GError) other = NULL;
        const struct feed_input part = {
            .length_bytes = served.length, .read = piece_give, .user = &pieces};
        struct feed *feed = input_parse(row, part, &other);
        g_assert_cmpstr(other ? other->message : NULL, ==, error ? error->message : NULL);
        g_assert_cmpuint(count_of(feed), ==, count_of(whole));
        assert_begins(feed, whole);
        feed_free(feed);
    }
    feed_free(whole);
    g_free(served.bytes);
}

static cJSON *table_read(void)
{
    size_t length;
    g_autofree char *json = fixture_read("cases.json", &length);
    cJSON *table = cJSON_ParseWithLengthOpts(json, length + 1, NULL, true);
    g_assert_nonnull(table);
    return table;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *path;
        GTestDataFunc test;
    } tests[] = {
        {"/feed/case/", test_expected},
        {"/feed/case-cut/", test_cut},
        {"/feed/case-pieces/", test_pieces},
    };
    g_test_init(&argc, &argv, NULL);
    cJSON *table = table_read();
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        const cJSON *row;
        cJSON_ArrayForEach(row, table)
        {
            g_autofree char *path = g_strconcat(tests[i].path, member(row, "file"), NULL);
            g_test_add_data_func(path, row, tests[i].test);
        }
    }
    int status = g_test_run();
    cJSON_Delete(table);
    return status;
}
