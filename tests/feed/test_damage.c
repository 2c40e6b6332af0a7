/* SPDX-License-Identifier: MIT
 *
 * Every fixture cut at every byte and with bytes changed at random: nothing crashes, what is read is
 * clean, and a cut changes no story before it.
 */
#include "fixture.h"

#include "placard/text/clean.h"

#include <string.h>

/* A change is mostly to what means something in markup. */
static const char marks[] = "<>&;\"'/=!?[]- \n\0\xff\xc3x#";

static void assert_clean_line(const char *text)
{
    if (!text)
        return;
    g_autofree char *clean = text_clean_line(text, -1);
    g_assert_cmpstr(text, ==, clean);
}

static void assert_clean_paragraphs(const char *text)
{
    if (!text)
        return;
    g_autofree char *clean = text_clean_paragraphs(text, -1);
    g_assert_cmpstr(text, ==, clean);
}

static void assert_clean(const struct story *story)
{
    g_assert_nonnull(story->id);
    assert_clean_line(story->id);
    assert_clean_line(story->headline);
    assert_clean_paragraphs(story->teaser);
    assert_clean_paragraphs(story->body);
    g_assert_true(!story->link || story_link_is_web(story->link));
    g_assert_true(!story->image || story_link_is_web(story->image));
}

/* Parses a copy that ends where the memory does, so that reading on is noticed. */
static struct feed *parse_copy(const char *bytes, size_t length)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *copy = length > 0 ? g_memdup2(bytes, length) : NULL;
    struct feed *feed = fixture_parse(copy ? copy : "", length, &error);
    g_assert_true(feed || error);
    for (guint i = 0; feed && i < feed->stories->len; i++)
        assert_clean(g_ptr_array_index(feed->stories, i));
    return feed;
}

static void assert_same(const struct story *one, const struct story *other)
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

static void test_cut(gconstpointer data)
{
    size_t length;
    const char *name = data;
    g_autofree char *bytes = fixture_read(name, &length);
    struct feed *whole = parse_copy(bytes, length);
    /* A text is one story, as long as it goes on. */
    bool grows = g_str_has_suffix(name, ".txt");

    for (size_t cut = 0; cut < length; cut++) {
        struct feed *feed = parse_copy(bytes, cut);
        guint count = feed && !grows ? feed->stories->len : 0;
        g_assert_true(count == 0 || (whole && count <= whole->stories->len));
        for (guint i = 0; i < count; i++)
            assert_same(g_ptr_array_index(feed->stories, i), g_ptr_array_index(whole->stories, i));
        feed_free(feed);
    }
    feed_free(whole);
}

static void test_change(gconstpointer data)
{
    size_t length;
    g_autofree char *bytes = fixture_read(data, &length);
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260303);

    for (int round = 0; round < 1500; round++) {
        g_autofree char *changed = g_memdup2(bytes, length);
        int changes = g_rand_int_range(rand, 1, 12);
        for (int i = 0; i < changes; i++) {
            gint32 at = g_rand_int_range(rand, 0, (gint32)length);
            changed[at] = g_rand_int_range(rand, 0, 4) > 0
                              ? marks[g_rand_int_range(rand, 0, sizeof marks - 1)]
                              : (char)g_rand_int_range(rand, 0, 256);
        }
        feed_free(parse_copy(changed, length));
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (const char *const *name = fixture_names; *name; name++) {
        g_autofree char *cut = g_strconcat("/feed/cut/", *name, NULL);
        g_autofree char *change = g_strconcat("/feed/change/", *name, NULL);
        g_test_add_data_func(cut, *name, test_cut);
        g_test_add_data_func(change, *name, test_change);
    }
    return g_test_run();
}
