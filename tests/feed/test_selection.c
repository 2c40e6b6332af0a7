/* SPDX-License-Identifier: MIT */
#include "placard/feed/feed.h"

#include <string.h>

/* Each letter of the feed is an item: a digit is the hour in which it was published, a "-" stands
 * for an item without a time, "0" for one that the feed has already told, "." for one that holds
 * nothing to read. What is kept is told by places in the feed. */
struct selection_case {
    const char *name;
    const char *items;
    unsigned newest;
    unsigned max_items;
    const char *kept;
    bool is_selection;
};

static const struct selection_case cases[] = {
    {"all without a limit", "31-2", 0, 0, "abcd", false},
    {"all when there is room", "312", 3, 0, "abc", false},
    {"the newest of a feed that begins with them", "987654321", 2, 0, "ab", true},
    {"the newest of a feed that ends with them", "123456789", 2, 0, "hi", true},
    {"the newest wherever they stand", "514926387", 3, 0, "dhi", true},
    {"the first of one hour", "5555555", 2, 0, "ab", true},
    {"the first of the oldest hour", "3535353", 4, 0, "abdf", true},
    {"as many without a time", "4-3-2-1-", 2, 0, "abcd", true},
    {"only some without a time", "----", 3, 0, "abc", true},
    {"what came before the most items", "123456789", 2, 4, "cd", true},
    {"no room for what is empty", "..9..1.", 2, 0, "cf", false},
    {"no room for what was told", "40030", 2, 0, "ad", false},
    {"one of many", "2719384655647382", 1, 0, "d", true},
};

static void item_append(GString *feed, char kind, size_t place)
{
    g_string_append_printf(feed, "<item><guid>%c</guid>", kind == '0' ? 'a' : (int)('a' + place));
    if (kind != '.')
        g_string_append_printf(feed, "<title>Harbour</title><description>Lamp %c</description>",
                               (int)('a' + place));
    else
        g_string_append(feed, "<description>&lt;br&gt;</description>");
    if (g_ascii_isdigit(kind) && kind != '0')
        g_string_append_printf(feed, "<pubDate>Tue, 03 Mar 2026 0%c:00:00 GMT</pubDate>", kind);
    g_string_append(feed, "</item>");
}

static char *rss_make(const char *items)
{
    GString *feed = g_string_new("<rss><channel>");
    for (size_t place = 0; items[place]; place++)
        item_append(feed, items[place], place);
    g_string_append(feed, "</channel></rss>");
    return g_string_free(feed, FALSE);
}

static char *json_make(const char *items)
{
    GString *feed = g_string_new("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[");
    for (size_t place = 0; items[place]; place++) {
        char kind = items[place];
        g_string_append_printf(feed, "%s{\"id\":\"%c\",\"content_html\":\"%s\"",
                               place > 0 ? "," : "", kind == '0' ? 'a' : (int)('a' + place),
                               kind == '.' ? "<br>" : "Lamp");
        if (g_ascii_isdigit(kind) && kind != '0')
            g_string_append_printf(feed, ",\"date_published\":\"2026-03-03T0%c:00:00Z\"", kind);
        g_string_append(feed, "}");
    }
    g_string_append(feed, "]}");
    return g_string_free(feed, FALSE);
}

static void feed_check(const struct selection_case *row, const char *bytes)
{
    const struct feed_input input = {.bytes = bytes,
                                     .length_bytes = strlen(bytes),
                                     .url = "https://news.example/feed",
                                     .max_items = row->max_items,
                                     .newest = row->newest};
    g_autoptr(GError) error = NULL;
    struct feed *feed = feed_parse(&input, &error);
    g_assert_no_error(error);
    g_autoptr(GString) kept = g_string_new(NULL);
    for (guint i = 0; i < feed->stories->len; i++) {
        const struct story *story = feed->stories->pdata[i];
        g_string_append(kept, story->id);
        g_assert_nonnull(story->teaser ? story->teaser : story->body);
    }
    g_assert_cmpstr(kept->str, ==, row->kept);
    g_assert_true(feed->is_selection == row->is_selection);
    feed_free(feed);
}

static void test_selection(gconstpointer data)
{
    const struct selection_case *row = data;
    g_autofree char *rss = rss_make(row->items);
    g_autofree char *json = json_make(row->items);
    feed_check(row, rss);
    feed_check(row, json);
}

/* However many descriptions a story has, the first that says something is taken. */
static void test_many_texts(void)
{
    g_autoptr(GString) rss = g_string_new("<rss><channel><item><title>Harbour</title>"
                                          "<description>&lt;br&gt;</description>");
    for (int i = 0; i < 200; i++)
        g_string_append_printf(rss, "<description>Lamp %d</description>", i);
    g_string_append(rss, "</item></channel></rss>");
    const struct feed_input input = {
        .bytes = rss->str, .length_bytes = rss->len, .url = "https://news.example/feed"};
    struct feed *feed = feed_parse(&input, NULL);
    const struct story *story = feed->stories->pdata[0];
    g_assert_cmpstr(story->teaser, ==, "Lamp 0");
    feed_free(feed);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/feed/selection/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_selection);
    }
    g_test_add_func("/feed/selection/many-texts", test_many_texts);
    return g_test_run();
}
