/* SPDX-License-Identifier: MIT
 *
 * Web pages: their main text, what they say of themselves, and the feeds that they name.
 */
#include "placard/feed/feed.h"
#include "placard/text/words.h"

#include <string.h>

#define PAGES PLACARD_FIXTURES "/feed/pages/"
#define URL "https://www.harbour.example/news/today"

enum { PERCENT_MIN = 95 };

static char *file_read(const char *name)
{
    g_autofree char *path = g_strconcat(PAGES, name, NULL);
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static struct feed *page_parse(const char *page, size_t length, const char *asked, GError **error)
{
    const struct feed_input input = {
        .bytes = page, .length_bytes = length, .url = URL, .asked_url = asked};
    return feed_parse(&input, error);
}

/* The only story of a page. */
static struct story *page_story(const char *name, struct feed **feed)
{
    g_autofree char *page = file_read(name);
    g_autoptr(GError) error = NULL;
    *feed = page_parse(page, strlen(page), NULL, &error);
    g_assert_no_error(error);
    g_assert_true((*feed)->is_page);
    g_assert_cmpuint((*feed)->stories->len, ==, 1);
    return (*feed)->stories->pdata[0];
}

/* Words as often as they stand there; of a script without spaces every character is one. */
static GHashTable *bag_of(const char *text, unsigned *count)
{
    GHashTable *bag = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GString *word = g_string_new(NULL);
    *count = 0;
    for (const char *at = text;; at = g_utf8_next_char(at)) {
        gunichar c = *at ? g_utf8_get_char(at) : ' ';
        bool is_part = g_unichar_isalnum(c) && g_unichar_iswide(c) == FALSE;
        if (g_unichar_isalnum(c))
            g_string_append_unichar(word, c);
        if (!is_part && word->len > 0) {
            guint had = GPOINTER_TO_UINT(g_hash_table_lookup(bag, word->str));
            g_hash_table_insert(bag, g_strdup(word->str), GUINT_TO_POINTER(had + 1));
            g_string_truncate(word, 0);
            ++*count;
        }
        if (!*at)
            break;
    }
    g_string_free(word, TRUE);
    return bag;
}

static unsigned common_words(GHashTable *bag, GHashTable *other)
{
    GHashTableIter iter;
    gpointer word, count;
    unsigned common = 0;
    g_hash_table_iter_init(&iter, bag);
    while (g_hash_table_iter_next(&iter, &word, &count))
        common += MIN(GPOINTER_TO_UINT(count), GPOINTER_TO_UINT(g_hash_table_lookup(other, word)));
    return common;
}

/* Each page with its text beside it. */
static const char *const texts[] = {"news",  "blog",  "wiki", "live",     "print",
                                    "amp",   "table", "talk", "japanese", "arabic",
                                    "parts", "given", "form", "cards",    "unhappy"};

struct score {
    unsigned found, expected, common;
};

static void score_add(struct score *sum, const char *name)
{
    g_autofree char *page_name = g_strconcat(name, ".html", NULL);
    g_autofree char *text_name = g_strconcat(name, ".txt", NULL);
    g_autofree char *expected = file_read(text_name);
    struct feed *feed;
    const struct story *story = page_story(page_name, &feed);
    struct score score;
    g_autoptr(GHashTable) bag = bag_of(story->body ? story->body : "", &score.found);
    g_autoptr(GHashTable) right = bag_of(expected, &score.expected);

    score.common = common_words(bag, right);
    g_test_message("%-9s precision %.3f recall %.3f", name,
                   score.common / (double)MAX(score.found, 1),
                   score.common / (double)score.expected);
    if (score.common != score.found || score.common != score.expected)
        g_test_message("found: %s", story->body);
    sum->found += score.found;
    sum->expected += score.expected;
    sum->common += score.common;
    feed_free(feed);
}

static void test_text(void)
{
    struct score sum = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        score_add(&sum, texts[i]);
    g_test_message("all       precision %.3f recall %.3f", sum.common / (double)sum.found,
                   sum.common / (double)sum.expected);
    g_assert_cmpuint(sum.common * 100, >=, sum.found * PERCENT_MIN);
    g_assert_cmpuint(sum.common * 100, >=, sum.expected * PERCENT_MIN);
}

/* What must not be in the text, whatever the share of the words is. */
static const struct {
    const char *page, *text;
} left_out[] = {
    {"news.html", "cookies"},
    {"news.html", "Advertisement"},
    {"news.html", "fish market, seen"},
    {"news.html", "newsletter"},
    {"news.html", "Better late"},
    {"news.html", "transport reporter"},
    {"wiki.html", "Rock salt, cut"},
    {"wiki.html", "[edit]"},
    {"wiki.html", "[1]"},
    {"live.html", "Copy link"},
    {"table.html", "Choir looks"},
    {"talk.html", "Wasps"},
    {"japanese.html", "もり"},
    {"amp.html", "Chairs"},
};

static void test_left_out(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(left_out); i++) {
        struct feed *feed;
        const struct story *story = page_story(left_out[i].page, &feed);
        g_test_message("%s: %s", left_out[i].page, left_out[i].text);
        g_assert_nonnull(story->body);
        g_assert_null(strstr(story->body, left_out[i].text));
        feed_free(feed);
    }
}

static const struct {
    const char *page, *headline, *teaser, *image, *published, *language, *page_language, *link;
} metas[] = {
    {"news.html", "Harbour bridge opens two weeks early",
     "The new bridge over the harbour carries its first cyclists on Friday, two weeks before it "
     "was "
     "promised.",
     "https://img.harbour.example/bridge-1200.jpg", "2026-03-03T07:15:00Z", "en-GB", "en-GB",
     "https://www.harbour.example/news/bridge-opens"},
    {"blog.html", "How I mended the garden pump", NULL, NULL, "2026-02-15T17:20:00Z", NULL, "en",
     URL},
    {"wiki.html", "Salt lamp", NULL, NULL, NULL, NULL, "en", URL},
    {"live.html", "Storm over the coast: ferries stay in port",
     "The storm has reached the coast; ferries stay in port and schools close at noon.", NULL,
     "2026-01-09T05:00:00Z", NULL, "en", URL},
    {"paywall.html", "The quiet return of the night train",
     "Night trains are back on nine lines. They are full every weekend, and yet no company earns "
     "money with them. What would have to change?",
     "https://www.harbour.example/pictures/train.jpg", "2026-02-20T00:00:00Z", NULL, "en", URL},
    {"cookies.html", "Town plants two thousand trees",
     "Two thousand young limes and maples are to shade the streets of the old town by 2030.", NULL,
     NULL, NULL, "en", URL},
    {"amp.html", "Owls move into the church tower", NULL, "https://news.example/owl.jpg",
     "2026-04-02T06:00:00Z", NULL, "en", URL},
    {"table.html", "Valley Gazette: Post office to close in June", NULL, NULL, NULL, NULL, NULL,
     URL},
    {"japanese.html", "町の図書館、夜も開館へ", NULL, NULL, "2026-03-01T00:00:00Z", NULL, "ja",
     URL},
    {"arabic.html", "الميناء يستقبل أول سفينة شمسية", NULL, NULL, "2026-05-06T07:30:00Z", NULL,
     "ar", URL},
};

static void test_meta(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(metas); i++) {
        struct feed *feed;
        const struct story *story = page_story(metas[i].page, &feed);
        g_autofree char *published = instant_format(story->published_utc_s);
        g_test_message("%s", metas[i].page);
        g_assert_cmpstr(story->headline, ==, metas[i].headline);
        if (metas[i].teaser)
            g_assert_cmpstr(story->teaser, ==, metas[i].teaser);
        g_assert_cmpstr(story->image, ==, metas[i].image);
        g_assert_cmpstr(published, ==, metas[i].published);
        g_assert_cmpstr(story->language, ==, metas[i].language);
        g_assert_cmpstr(feed->language, ==, metas[i].page_language);
        g_assert_cmpstr(story->link, ==, metas[i].link);
        feed_free(feed);
    }
}

/* The first lines of a text for sale, and a banner in place of a text, are no text. */
static void test_no_text(void)
{
    static const char *const pages[] = {"paywall.html", "cookies.html"};
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++) {
        struct feed *feed;
        const struct story *story = page_story(pages[i], &feed);
        g_assert_cmpstr(story->body, ==, NULL);
        feed_free(feed);
    }
}

#define LINK(type, href) "<link rel='alternate' type='" type "' href='" href "'>"
#define RSS "application/rss+xml"

static const struct {
    const char *name, *head, *feed; /* feed: NULL: none */
} alternates[] = {
    {"rss", LINK(RSS, "/feed.xml"), "https://www.harbour.example/feed.xml"},
    {"atom", LINK("application/atom+xml", "atom.xml"), "https://www.harbour.example/news/atom.xml"},
    {"json", LINK("application/feed+json; charset=utf-8", "/feed.json"),
     "https://www.harbour.example/feed.json"},
    {"other case", "<LINK TYPE=Application/RSS+XML REL='Home Alternate' HREF=//b.example/f>",
     "https://b.example/f"},
    {"the first", LINK(RSS, "/a") LINK(RSS, "/b"), "https://www.harbour.example/a"},
    {"base", "<base href='https://other.example/x/'>" LINK(RSS, "f"), "https://other.example/x/f"},
    {"base behind", LINK(RSS, "f") "<base href='/y/'>", "https://www.harbour.example/y/f"},
    {"not comments", LINK(RSS, "/comments/feed") LINK(RSS, "/feed"),
     "https://www.harbour.example/feed"},
    {"nothing but comments", LINK(RSS, "/comments/feed"),
     "https://www.harbour.example/comments/feed"},
    {"first usable", LINK(RSS, "javascript:go()") LINK(RSS, "feed:x") LINK(RSS, "/f"),
     "https://www.harbour.example/f"},
    {"itself", LINK(RSS, URL "#top"), NULL},
    {"file", LINK(RSS, "file:///etc/passwd"), NULL},
    {"other language", "<link rel=alternate hreflang=de href=/de>", NULL},
    {"interface", LINK("application/json", "/wp-json"), NULL},
    {"style sheet", "<link rel='alternate stylesheet' type='text/css' href='/dark.css'>", NULL},
    {"escaped", LINK(RSS, "/f?a=1&amp;b=2"), "https://www.harbour.example/f?a=1&b=2"},
};

static void test_alternates(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(alternates); i++) {
        g_autofree char *page =
            g_strdup_printf("<html><head>%s</head><body><p>Hello</p></body>", alternates[i].head);
        g_autoptr(GError) error = NULL;
        struct feed *feed = page_parse(page, strlen(page), NULL, &error);
        g_test_message("%s", alternates[i].name);
        g_assert_cmpstr(feed ? feed->alternate : NULL, ==, alternates[i].feed);
        if (!alternates[i].feed)
            g_assert_error(error, FEED_ERROR, FEED_ERROR_PAGE);
        feed_free(feed);
    }
}

static void test_suspects(void)
{
    static const char login[] =
        "<html><title>Guests</title><body><p>Welcome to the network of the Harbour Hotel. Please "
        "enter the number of your room and the word that stands on your key card, and you can read "
        "and write for as long as you stay with us.</p><form><input type=password></form></body>";
    g_autofree char *news = file_read("news.html");
    g_autoptr(GError) error = NULL;
    g_assert_null(page_parse(login, strlen(login), NULL, &error));
    g_assert_error(error, FEED_ERROR, FEED_ERROR_PAGE);
    g_assert_nonnull(strstr(error->message, "log-in page"));
    /* An article elsewhere is one, but is not taken for what was asked. */
    struct feed *feed = page_parse(news, strlen(news), "https://portal.example/", NULL);
    g_assert_true(feed->is_suspect);
    feed_free(feed);
    feed = page_parse(news, strlen(news), "https://harbour.example/", NULL);
    g_assert_false(feed->is_suspect);
    feed_free(feed);
}

/* Cut anywhere a page gives a story, the way to a feed or an error, and what is there of its text
 * is a beginning of the whole. */
static void test_cut(gconstpointer name)
{
    g_autofree char *page = file_read(name);
    for (size_t length = 0; length < strlen(page); length++) {
        g_autofree char *part = g_memdup2(page, MAX(length, 1));
        g_autoptr(GError) error = NULL;
        struct feed *feed = page_parse(part, length, NULL, &error);
        g_assert_true((feed == NULL) == (error != NULL));
        feed_free(feed);
    }
}

static void append_many(GString *page, const char *piece, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        g_string_append(page, piece);
}

/* Nothing here may take more than its length. */
static const char *const hostile[] = {
    "<div>", "<a>",   "<p><table><tr><td>", "</div>",     "<div><p>", "<x-y>", "<a b='",  "<title>",
    "<!--",  "&amp;", "<li><ul>",           "<font><b>x", "<script>", "<h1>a", "a <br> ", "<td>a",
};

static void test_hostile(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(hostile); i++) {
        g_autoptr(GString) page = g_string_new("<html><body>");
        g_test_message("%s", hostile[i]);
        append_many(page, hostile[i], i == 0 ? 1000000 : 100000);
        feed_free(page_parse(page->str, page->len, NULL, NULL));
    }
}

static void test_hostile_jsonld(void)
{
    g_autoptr(GString) page = g_string_new("<html><script type=application/ld+json>");
    append_many(page, "[", 200000);
    g_string_append(page, "</script><body>");
    feed_free(page_parse(page->str, page->len, NULL, NULL));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/feed/pages/text", test_text);
    g_test_add_func("/feed/pages/left-out", test_left_out);
    g_test_add_func("/feed/pages/meta", test_meta);
    g_test_add_func("/feed/pages/no-text", test_no_text);
    g_test_add_func("/feed/pages/alternates", test_alternates);
    g_test_add_func("/feed/pages/suspects", test_suspects);
    g_test_add_data_func("/feed/pages/cut/amp", "amp.html", test_cut);
    g_test_add_data_func("/feed/pages/cut/table", "table.html", test_cut);
    g_test_add_func("/feed/pages/hostile", test_hostile);
    g_test_add_func("/feed/pages/hostile-jsonld", test_hostile_jsonld);
    return g_test_run();
}
