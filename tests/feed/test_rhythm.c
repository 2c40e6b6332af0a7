/* SPDX-License-Identifier: MIT */
#include "placard/feed/feed.h"

#include <glib.h>
#include <string.h>

static const struct rhythm_case {
    const char *name;
    const char *inside; /* the channel */
    struct rhythm rhythm;
} cases[] = {
    {"nothing", "", {0}},
    {"ttl", "<ttl> 60 </ttl>", {.ttl_minutes = 60}},
    {"ttl-of-words", "<ttl>an hour</ttl>", {0}},
    {"ttl-negative", "<ttl>-5</ttl>", {0}},
    {"ttl-of-ages", "<ttl>99999999999999999999</ttl>", {0}},
    {"ttl-of-a-century", "<ttl>52594920</ttl>", {.ttl_minutes = 366 * 24 * 60}},
    {"hours",
     "<skipHours><hour>0</hour><hour> 7</hour><hour>23</hour></skipHours>",
     {.skip_hours = 1U << 0 | 1U << 7 | 1U << 23}},
    {"hour-24", "<skipHours><hour>24</hour></skipHours>", {.skip_hours = 1}},
    {"hour-25", "<skipHours><hour>25</hour><hour>x</hour></skipHours>", {0}},
    {"days",
     "<skipDays><day>Saturday</day><day>sunday</day><day>Someday</day></skipDays>",
     {.skip_days = 1U << 5 | 1U << 6}},
    {"in-a-story", "<item><title>a</title><ttl>60</ttl><hour>7</hour></item>", {0}},
};

static void test_rhythm(gconstpointer data)
{
    const struct rhythm_case *test = data;
    g_autofree char *text =
        g_strconcat("<rss version='2.0'><channel><title>Port</title>", test->inside,
                    "<item><title>b</title></item>", "</channel></rss>", NULL);
    const struct feed_input input = {
        .bytes = text, .length_bytes = strlen(text), .url = "https://example.org/"};
    g_autoptr(GError) error = NULL;
    struct feed *feed = feed_parse(&input, &error);

    g_assert_no_error(error);
    g_assert_cmpuint(feed->rhythm.ttl_minutes, ==, test->rhythm.ttl_minutes);
    g_assert_cmphex(feed->rhythm.skip_hours, ==, test->rhythm.skip_hours);
    g_assert_cmphex(feed->rhythm.skip_days, ==, test->rhythm.skip_days);
    feed_free(feed);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/feed/rhythm/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i], test_rhythm);
    }
    return g_test_run();
}
