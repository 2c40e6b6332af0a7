/* SPDX-License-Identifier: MIT */
#include "placard/edition/story.h"

static const struct {
    const char *name;
    const char *sentences[3];
    const char *summary;
} summaries[] = {
    {"none", {NULL}, NULL},
    {"one", {"The bridge is open."}, "The bridge is open."},
    {"latin", {"It rains.", "“It pours.”", "Take a coat."}, "It rains. “It pours.” Take a coat."},
    {"japanese",
     {"雨が降る。", "「傘を。」", "2時に晴れる。"},
     "雨が降る。「傘を。」2時に晴れる。"},
    {"chinese quote", {"他说：“下雨了。”", "天晴了。"}, "他说：“下雨了。”天晴了。"},
    {"korean", {"비가 온다.", "美 해안도 흐리다."}, "비가 온다. 美 해안도 흐리다."},
    {"thai", {"ฝนตก", "แดดออก"}, "ฝนตก แดดออก"},
    {"devanagari", {"बारिश हुई।", "धूप निकली।"}, "बारिश हुई। धूप निकली।"},
};

static void test_summary(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(summaries); i++) {
        g_test_message("%s", summaries[i].name);
        struct story *story = story_new();
        for (unsigned j = 0; j < 3 && summaries[i].sentences[j]; j++)
            story_add_sentence(story, summaries[i].sentences[j], j + 1);
        g_autofree char *summary = story_summary(story);
        g_assert_cmpstr(summary, ==, summaries[i].summary);
        story_free(story);
    }
}

/* A copy keeps everything, and lives on without its original. */
static void test_copy(void)
{
    struct story *story = story_new();
    story->id = g_strdup("id");
    story->source = g_strdup("source");
    story->headline = g_strdup("headline");
    story->teaser = g_strdup("teaser");
    story->body = g_strdup("body");
    story->link = g_strdup("https://example.org/");
    story->image = g_strdup("https://example.org/a.png");
    story->language = g_strdup("en");
    story->published_utc_s = 12;
    story->priority = STORY_PRIORITY_BREAKING;
    story_add_sentence(story, "sentence", 1);
    g_ptr_array_add(story->also, g_strdup("other"));
    struct story *copy = story_copy(story);
    story_free(story);

    g_assert_cmpstr(copy->id, ==, "id");
    g_assert_cmpstr(copy->source, ==, "source");
    g_assert_cmpstr(copy->headline, ==, "headline");
    g_assert_cmpstr(copy->teaser, ==, "teaser");
    g_assert_cmpstr(copy->body, ==, "body");
    g_assert_cmpstr(copy->link, ==, "https://example.org/");
    g_assert_cmpstr(copy->image, ==, "https://example.org/a.png");
    g_assert_cmpstr(copy->language, ==, "en");
    g_assert_cmpint(copy->published_utc_s, ==, 12);
    g_assert_cmpint(copy->priority, ==, STORY_PRIORITY_BREAKING);
    g_assert_cmpuint(copy->sentences->len, ==, 1);
    g_assert_cmpstr(copy->also->pdata[0], ==, "other");
    story_free(copy);
    story_free(NULL);
}

static void test_links(void)
{
    static const struct {
        const char *link;
        bool web;
    } links[] = {
        {"https://example.org/a?b=c#d", true},
        {"http://example.org", true},
        {"HTTPS://EXAMPLE.ORG/", true},
        {"https://[2001:db8::1]/", true},
        {"https://пример.example/новости", true},
        {"", false},
        {"/a", false},
        {"ftp://example.org/", false},
        {"javascript:alert(1)", false},
        {"file:///etc/passwd", false},
        {"https:/example.org", false},
        {"https://example.org/a b", false},
        {"https://example.org/\"", false},
        {"https://example.org/\n", false},
        {"https://example.org/\xE2\x80\xAE", false},
        {"https://example.org/\xFF", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(links); i++) {
        g_test_message("%zu", i);
        g_assert_cmpint(story_link_is_web(links[i].link), ==, links[i].web);
    }
    g_autofree char *tail = g_strnfill(9000, 'a');
    g_autofree char *endless = g_strconcat("https://example.org/", tail, NULL);
    g_assert_false(story_link_is_web(endless));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/story/summary", test_summary);
    g_test_add_func("/story/copy", test_copy);
    g_test_add_func("/story/links", test_links);
    return g_test_run();
}
