/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include <string.h>

struct expected_story {
    const char *id; /* NULL: any */
    const char *source, *headline, *teaser, *body;
    const char *link, *image, *language, *published;
};

enum { STORIES_MAX = 5 };

/* Stories end with the first that has neither headline, teaser nor body. */
struct expected_feed {
    const char *file, *title, *language;
    struct expected_story stories[STORIES_MAX];
};

static const struct expected_feed feeds[] = {
    {"ferry.rss",
     "Harbour & Hill",
     "en-GB",
     {{.id = "harbour-101",
       .headline = "Ferry to the island runs again",
       .teaser = "The ferry is back after six weeks in the yard.",
       .body = "The ferry is back after six weeks in the yard.\nIt sails four times a day.",
       .link = "https://harbour.example/ferry",
       .image = "https://news.example/media/ferry.jpg",
       .language = "en-GB",
       .published = "2026-03-03T07:15:30Z"},
      {.id = "https://harbour.example/cup",
       .headline = "Smith & Sons ’win’ the cup",
       .teaser = "A plain line about the cup.",
       .link = "https://harbour.example/cup",
       .image = "https://harbour.example/cup-large.jpg",
       .language = "en-AU",
       .published = "2026-03-02T00:00:00Z"},
      {.teaser = "Only a few words, and no title.", .language = "en-GB"},
      {.id = "https://news.example/orchard?a=1&b=2",
       .headline = "Orchard opens its gate",
       .link = "https://news.example/orchard?a=1&b=2",
       .language = "en-GB"}}},
    {"garden.atom",
     "Garden & Field",
     "en",
     {{.id = "urn:example:garden:1",
       .headline = "Seeds <and> bulbs",
       .teaser = "Fish & chips, 1 < 2.",
       .body = "The first paragraph.\nR&D is second.",
       .link = "https://garden.example/news/1.html",
       .image = "https://garden.example/news/1.png",
       .language = "en",
       .published = "2026-03-01T08:30:00Z"},
      {.id = "urn:example:garden:2",
       .headline = "Der Garten ist offen",
       .body = "Ein Absatz.",
       .link = "https://garden.example/2",
       .language = "de",
       .published = "2026-03-02T09:30:00Z"},
      {.headline = "Le jardin", .language = "fr-CA"}}},
    {"library.rdf",
     "Library",
     NULL,
     {{.id = "https://library.example/1",
       .headline = "Reading room painted",
       .teaser = "The room is green now.",
       .link = "https://library.example/1",
       .published = "2026-03-01T12:00:00Z"}}},
    {"broken.rss",
     "Broken & mended",
     NULL,
     {{.id = "https://broken.example/?a=1&b=2&copy=3",
       .headline = "R&D at AT&T in Upper Market",
       .teaser = "Café prices stay",
       .body = "Café prices stay for <3 months.",
       .link = "https://broken.example/?a=1&b=2&copy=3"},
      {.headline = "Never closed, 1 < 2",
       .teaser = "Text with a stray end.",
       .link = "https://broken.example/2"},
      {.headline = "It’s the last ]]> one", .image = "https://broken.example/3.jpg"}}},
    {"latin.rss", "Café", NULL, {{.id = "c-1", .headline = "“Crème” – 5 €"}}},
    {"edition.json",
     NULL,
     NULL,
     {{.id = "a-1",
       .source = "Harbour & Hill",
       .headline = "Ferry runs again",
       .link = "https://harbour.example/ferry",
       .language = "en-GB",
       .published = "2026-03-03T07:15:30Z"},
      {.id = "a-3",
       .source = "Harbour & Hill",
       .headline = "Orchard opens",
       .teaser = "The gate is open."}}},
    {"article.txt",
     NULL,
     NULL,
     {{.body = "The town has painted its bridge. Forty people brought brushes, and the work took "
               "one Saturday in March. The colour was chosen by the school.\n"
               "The bridge had been grey for thirty years. \"It was time,\" said the keeper of the "
               "lock, who had lent the ladders. A second Saturday is planned for the railings.",
       .link = "https://news.example/feed"}}},
};

static void assert_story(const struct story *story, const struct expected_story *expected)
{
    g_autofree char *published = instant_format(story->published_utc_s);
    if (expected->id)
        g_assert_cmpstr(story->id, ==, expected->id);
    g_assert_nonnull(story->id);
    g_assert_cmpstr(story->source, ==, expected->source);
    g_assert_cmpstr(story->headline, ==, expected->headline);
    g_assert_cmpstr(story->teaser, ==, expected->teaser);
    g_assert_cmpstr(story->body, ==, expected->body);
    g_assert_cmpstr(story->link, ==, expected->link);
    g_assert_cmpstr(story->image, ==, expected->image);
    g_assert_cmpstr(story->language, ==, expected->language);
    g_assert_cmpstr(published, ==, expected->published);
    g_assert_cmpint(story->priority, ==, STORY_PRIORITY_NORMAL);
}

static guint count_stories(const struct expected_feed *expected)
{
    guint count = 0;
    for (; count < STORIES_MAX; count++) {
        const struct expected_story *story = &expected->stories[count];
        if (!story->headline && !story->teaser && !story->body)
            break;
    }
    return count;
}

static void test_fixture(gconstpointer data)
{
    const struct expected_feed *expected = &feeds[GPOINTER_TO_SIZE(data)];
    g_autoptr(GError) error = NULL;
    size_t length;
    g_autofree char *bytes = fixture_read(expected->file, &length);
    struct feed *feed = fixture_parse(bytes, length, &error);

    g_assert_no_error(error);
    g_assert_cmpstr(feed->title, ==, expected->title);
    g_assert_cmpstr(feed->language, ==, expected->language);
    g_assert_cmpstr(feed->warning, ==, NULL);
    g_assert_cmpuint(feed->stories->len, ==, count_stories(expected));
    for (guint i = 0; i < feed->stories->len; i++)
        assert_story(g_ptr_array_index(feed->stories, i), &expected->stories[i]);
    feed_free(feed);
}

static void test_edition_sentences(void)
{
    size_t length;
    g_autofree char *bytes = fixture_read("edition.json", &length);
    struct feed *feed = fixture_parse(bytes, length, NULL);
    const struct story *story = g_ptr_array_index(feed->stories, 0);
    const struct sentence *first = g_ptr_array_index(story->sentences, 0);
    const struct sentence *second = g_ptr_array_index(story->sentences, 1);

    g_assert_cmpuint(story->sentences->len, ==, 2);
    g_assert_cmpstr(first->text, ==, "It sails at eight.");
    g_assert_cmpuint(first->rank, ==, 2);
    g_assert_cmpstr(second->text, ==, "It is blue.");
    g_assert_cmpuint(second->rank, ==, 1);
    g_assert_cmpuint(story->also->len, ==, 1);
    feed_free(feed);
}

/* Nothing that could be shown, and what is said instead. */
static const struct {
    const char *name, *bytes;
    size_t length;
    enum feed_error code;
    const char *message;
} refused[] = {
#define REFUSED(name, bytes, code, message)                                                        \
    {                                                                                              \
        name, bytes, sizeof(bytes) - 1, code, message                                              \
    }
    REFUSED("nothing", "", FEED_ERROR_EMPTY, "line 1: expected a feed, found nothing"),
    REFUSED("white space", " \n\n ", FEED_ERROR_EMPTY, "line 3: expected a feed, found nothing"),
    REFUSED("page", "<!DOCTYPE html><html><body>Hello</body></html>", FEED_ERROR_PAGE,
            "got a web page instead of a feed"),
    REFUSED("page without html", "<p>Hello</p>", FEED_ERROR_PAGE,
            "got a web page instead of a feed"),
    REFUSED("other markup", "<?xml version='1.0'?><opml><body/></opml>", FEED_ERROR_FORMAT,
            "line 1: expected a feed, found other markup"),
    REFUSED("picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0", FEED_ERROR_FORMAT,
            "line 2: expected a feed, found bytes that are no text"),
    REFUSED("short answer", "Too many requests", FEED_ERROR_FORMAT,
            "line 1: expected a feed or an article, found 17 bytes of text"),
    REFUSED("cut before a story", "<rss><channel><title>A", FEED_ERROR_SYNTAX,
            "cut short at byte 22, before the first story"),
    REFUSED("other JSON", "{\"a\": 1}", FEED_ERROR_SYNTAX, NULL),
    REFUSED("half of JSON", "{\"edition\": 1, \"stories\": [", FEED_ERROR_SYNTAX, NULL),
#undef REFUSED
};

static void test_refused(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autoptr(GError) error = NULL;
        g_test_message("%s", refused[i].name);
        g_assert_null(fixture_parse(refused[i].bytes, refused[i].length, &error));
        g_assert_error(error, FEED_ERROR, (int)refused[i].code);
        if (refused[i].message)
            g_assert_cmpstr(error->message, ==, refused[i].message);
    }
}

static struct feed *parse(const struct feed_input *input)
{
    g_autoptr(GError) error = NULL;
    struct feed *feed = feed_parse(input, &error);
    g_assert_no_error(error);
    return feed;
}

static void test_no_items(void)
{
    static const char edition[] = "{\"edition\": 1, \"made\": \"2026-03-03T08:00:00Z\", "
                                  "\"stories\": [], \"sources\": []}";
    static const char *const texts[] = {"<rss><channel><title>A</title></channel></rss>",
                                        "<feed xmlns='http://www.w3.org/2005/Atom'/>", edition};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;
        g_test_message("%s", texts[i]);
        struct feed *feed = fixture_parse(texts[i], strlen(texts[i]), &error);
        g_assert_no_error(error);
        g_assert_cmpuint(feed->stories->len, ==, 0);
        feed_free(feed);
    }
}

static void test_cut_short(void)
{
    static const char text[] = "<rss><channel><item><title>A</title></item><item><title>B</ti";
    struct feed *feed = fixture_parse(text, strlen(text), NULL);
    g_assert_cmpuint(feed->stories->len, ==, 1);
    g_assert_cmpstr(feed->warning, ==, "cut short at byte 61");
    feed_free(feed);
}

static void test_max_items(void)
{
    size_t length, edition_length;
    g_autofree char *rss = fixture_read("ferry.rss", &length);
    g_autofree char *edition = fixture_read("edition.json", &edition_length);
    struct feed *feed =
        parse(&(struct feed_input){.bytes = rss, .length_bytes = length, .max_items = 2});
    g_assert_cmpuint(feed->stories->len, ==, 2);
    feed_free(feed);
    feed = parse(
        &(struct feed_input){.bytes = edition, .length_bytes = edition_length, .max_items = 1});
    g_assert_cmpuint(feed->stories->len, ==, 1);
    feed_free(feed);
}

static void test_files(void)
{
    static const char note[] = "Back at ten";
    struct feed *feed = parse(&(struct feed_input){
        .bytes = note, .length_bytes = strlen(note), .url = "/srv/note.txt", .is_file = true});
    const struct story *story = g_ptr_array_index(feed->stories, 0);
    g_assert_cmpstr(story->body, ==, note);
    g_assert_null(story->headline);
    g_assert_null(story->link);
    feed_free(feed);

    /* A feed in a file is at home where its own link says. */
    static const char rss[] = "<rss><channel><link>https://a.example/x/</link>"
                              "<item><title>A</title><link>b</link></item></channel></rss>";
    feed = parse(&(struct feed_input){
        .bytes = rss, .length_bytes = strlen(rss), .url = "/srv/feed.rss", .is_file = true});
    story = g_ptr_array_index(feed->stories, 0);
    g_assert_cmpstr(story->link, ==, "https://a.example/x/b");
    feed_free(feed);
}

/* What is judged over and over must not be read anew each time: this would take hours. */
static void test_floods(void)
{
    static const struct {
        const char *start, *unit, *end, *message;
    } floods[] = {
        {"", "<!--", "", "line 1: expected a feed, found other markup"},
        {"{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "x,", "]}",
         "line 1: an item is no JSON, before the first story"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(floods); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GString) text = g_string_new(floods[i].start);
        while (text->len < 8 * 1000 * 1000)
            g_string_append(text, floods[i].unit);
        g_string_append(text, floods[i].end);
        g_assert_null(fixture_parse(text->str, text->len, &error));
        g_assert_cmpstr(error->message, ==, floods[i].message);
    }
}

/* An id must outlive a new order of the items and a new item before it. */
static void test_ids_stay(void)
{
    static const char one[] =
        "<rss><item><title>A</title></item><item><title>B</title></item></rss>";
    static const char two[] = "<rss><item><title>C</title></item><item><title>B</title></item>"
                              "<item><title>A</title></item></rss>";
    struct feed *first = fixture_parse(one, strlen(one), NULL);
    struct feed *second = fixture_parse(two, strlen(two), NULL);
    struct story **before = (struct story **)first->stories->pdata;
    struct story **after = (struct story **)second->stories->pdata;

    g_assert_cmpstr(before[0]->id, ==, after[2]->id);
    g_assert_cmpstr(before[1]->id, ==, after[1]->id);
    g_assert_cmpstr(before[0]->id, !=, before[1]->id);
    feed_free(first);
    feed_free(second);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(feeds); i++) {
        g_autofree char *path = g_strconcat("/feed/fixture/", feeds[i].file, NULL);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_fixture);
    }
    g_test_add_func("/feed/edition-sentences", test_edition_sentences);
    g_test_add_func("/feed/refused", test_refused);
    g_test_add_func("/feed/no-items", test_no_items);
    g_test_add_func("/feed/cut-short", test_cut_short);
    g_test_add_func("/feed/max-items", test_max_items);
    g_test_add_func("/feed/files", test_files);
    g_test_add_func("/feed/floods", test_floods);
    g_test_add_func("/feed/ids-stay", test_ids_stay);
    return g_test_run();
}
