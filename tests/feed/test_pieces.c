/* SPDX-License-Identifier: MIT
 *
 * What is read does not depend on the pieces in which it comes.
 */
#include "fixture.h"

#include <string.h>

/* Enough behind a feed for all of it to be judged before the end is known. */
enum { TAIL_BYTES = 80 * 1000 };

/* Of the pieces of a large text; a small one comes in pieces of every size up to this. */
static const size_t large_sizes[] = {1, 2, 3, 7, 64, 1000, 65521};
enum { SMALL_SIZES = 80 };

/* Bytes of which so many can be had at a time. */
struct bytes {
    const GString *text;
    size_t piece;
};

static size_t bytes_give(void *user, size_t at, char *to, size_t most_bytes)
{
    const struct bytes *bytes = user;
    size_t given = MIN(MIN(bytes->piece, most_bytes), bytes->text->len - at);
    memcpy(to, bytes->text->str + at, given);
    return given;
}

static struct feed *pieces_parse(const GString *text, size_t piece, GError **error)
{
    struct bytes bytes = {text, piece};
    const struct feed_input input = {.length_bytes = text->len,
                                     .read = bytes_give,
                                     .user = &bytes,
                                     .url = "https://news.example/feed"};
    return feed_parse(&input, error);
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

static void assert_same(const struct feed *one, const struct feed *other)
{
    g_assert_cmpstr(one->title, ==, other->title);
    g_assert_cmpstr(one->language, ==, other->language);
    g_assert_cmpstr(one->warning, ==, other->warning);
    g_assert_cmpuint(one->stories->len, ==, other->stories->len);
    for (guint i = 0; i < one->stories->len; i++)
        assert_same_story(one->stories->pdata[i], other->stories->pdata[i]);
}

static void piece_check(const GString *text, size_t size, const struct feed *whole,
                        const GError *error)
{
    g_autoptr(GError) refusal = NULL;
    struct feed *feed = pieces_parse(text, size, &refusal);
    g_test_message("pieces of %zu bytes", size);
    g_assert_cmpstr(refusal ? refusal->message : NULL, ==, error ? error->message : NULL);
    g_assert_true(!feed == !whole);
    if (feed)
        assert_same(feed, whole);
    feed_free(feed);
}

/* Gives what the text is in one, to be freed with feed_free. */
static struct feed *pieces_check(const GString *text)
{
    g_autoptr(GError) error = NULL;
    struct feed *whole = fixture_parse(text->str, text->len, &error);
    for (size_t i = 0; i < G_N_ELEMENTS(large_sizes); i++)
        piece_check(text, large_sizes[i], whole, error);
    for (size_t size = 1; text->len < TAIL_BYTES && size <= SMALL_SIZES; size++)
        piece_check(text, size, whole, error);
    return whole;
}

static void test_fixture(gconstpointer name)
{
    size_t length;
    g_autofree char *bytes = fixture_read(name, &length);
    g_autoptr(GString) text = g_string_new_len(bytes, (gssize)length);

    feed_free(pieces_check(text));
    for (size_t i = 0; i < TAIL_BYTES; i++)
        g_string_append_c(text, ' ');
    feed_free(pieces_check(text));
}

/* What goes on for longer than is held of a feed: wherever it is parted, nothing of it is lost. */
static void test_long(void)
{
    static const struct {
        const char *name;
        const char *start;
        const char *unit;
        const char *end;
        const char *meaning; /* of the unit in the story's text */
    } cases[] = {
        {"text", "", "R&amp;D caf&eacute; &#8364; é€😀 ", "", "R&D café € é€😀 "},
        {"text without end of references", "", "AT&T&amp ", "", "AT&T& "},
        {"text with marks", "", "x ]]> y > z ", "", "x ]]> y > z "},
        {"section", "<![CDATA[", "R&amp;D é€😀 ]] ", "]]>", "R&D é€😀 ]] "},
        {"comment", "<!--", "<item> -- é€😀 ", "-->", ""},
        {"sections", "", "<![CDATA[a]]>b<!--c-->", "", "ab"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) text = g_string_new("<rss><channel><item><title>Lamps</title>"
                                               "<description>Shine: ");
        g_autoptr(GString) meaning = g_string_new("Shine: ");
        g_test_message("%s", cases[i].name);
        g_string_append(text, cases[i].start);
        while (text->len < 200000) {
            g_string_append(text, cases[i].unit);
            g_string_append(meaning, cases[i].meaning);
        }
        g_string_append(text, cases[i].end);
        g_string_append(text, "</description></item></channel></rss>");
        struct feed *feed = pieces_check(text);
        const struct story *story = feed->stories->pdata[0];
        g_strstrip(meaning->str);
        g_assert_cmpstr(story->teaser, ==, meaning->str);
        feed_free(feed);
    }
}

/* Where a piece ends within what the charset makes one of. */
static void test_charsets(void)
{
#define DOCUMENT(text) "<rss><channel><item><title>" text "</title></item></channel></rss>"
#define BYTES(bytes) bytes, sizeof bytes - 1
    static const struct {
        const char *name;
        const char *bytes;
        size_t length_bytes;
        const char *headline;
    } cases[] = {
        {"UTF-8", BYTES(DOCUMENT("Café € 😀")), "Café € 😀"},
        {"mark of the order of bytes", BYTES("\xef\xbb\xbf" DOCUMENT("Café")), "Café"},
        {"bad bytes", BYTES(DOCUMENT("Café Tür Öl Größe süß € €\xe2\x82 x")),
         "Café Tür Öl Größe süß € €\xef\xbf\xbd\xef\xbf\xbd x"},
        {"another charset", BYTES(DOCUMENT("Caf\xe9 \x80")), "Café €"},
        {"zeros", BYTES(DOCUMENT("La\0mp")), "Lamp"},
    };
#undef BYTES
#undef DOCUMENT
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) text = g_string_new_len(cases[i].bytes, (gssize)cases[i].length_bytes);
        g_test_message("%s", cases[i].name);
        struct feed *feed = pieces_check(text);
        const struct story *story = feed->stories->pdata[0];
        g_assert_cmpstr(story->headline, ==, cases[i].headline);
        feed_free(feed);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (const char *const *name = fixture_names; *name; name++) {
        g_autofree char *path = g_strconcat("/feed/pieces/", *name, NULL);
        g_test_add_data_func(path, *name, test_fixture);
    }
    g_test_add_func("/feed/pieces/long", test_long);
    g_test_add_func("/feed/pieces/charsets", test_charsets);
    return g_test_run();
}
