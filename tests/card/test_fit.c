/* SPDX-License-Identifier: MIT */
#include "example.h"

#include <math.h>
#include <string.h>

/* Headlines of so many words of four letters. A line of a size holds 47 em of letters and spaces:
 * at 1920x1080 and 2.6 B that are 27 of them, five words. */
struct headline {
    const char *name;
    int width_px, height_px;
    unsigned words;
    bool lone; /* without summary */
    double size_b;
    unsigned lines;
    bool cut;
};

static const struct headline headlines[] = {
    {"far/one-line", 1920, 1080, 5, false, 2.6, 1},
    {"far/two-lines", 1920, 1080, 10, false, 2.6, 2},
    {"far/first-pass-2.3", 1920, 1080, 11, false, 2.3, 2},
    {"far/first-pass-2.0", 1920, 1080, 14, false, 2.0, 2},
    {"far/second-pass-2.6", 1920, 1080, 15, false, 2.6, 3},
    {"far/second-pass-2.3", 1920, 1080, 16, false, 2.3, 3},
    {"far/second-pass-2.0", 1920, 1080, 21, false, 2.0, 3},
    {"far/second-pass-1.75", 1920, 1080, 24, false, 1.75, 3},
    {"far/second-pass-1.55", 1920, 1080, 27, false, 1.55, 3},
    {"far/cut", 1920, 1080, 28, false, 1.55, 3, true},
    {"far/lone-4.0", 1920, 1080, 6, true, 4.0, 2},
    {"far/lone-3.2", 1920, 1080, 8, true, 3.2, 2},
    {"far/lone-2.6", 1920, 1080, 9, true, 2.6, 2},
    {"uhd/two-lines", 3840, 2160, 10, false, 2.6, 2},
    {"portrait/four-lines", 1080, 1920, 12, false, 2.6, 4},
    {"portrait/2.0", 1080, 1920, 13, false, 2.0, 4},
    {"portrait/lone-4.0", 1080, 1920, 8, true, 4.0, 4},
    {"near/four-lines", 800, 480, 20, false, 1.95, 4},
    {"near/lone-4.0", 800, 480, 4, true, 4.0, 2},
};

static void test_headline(gconstpointer data)
{
    const struct headline *headline = data;
    struct card_style style = example_style(headline->width_px, headline->height_px);
    g_autofree char *words = example_repeat("aaaa ", headline->words);
    struct story *story = example_story("en", words, headline->lone ? NULL : "Bbbb bbbb.");
    struct card *card = example_card(&style, story);
    double b_px = round((headline->height_px == 480 ? 0.0585 : 0.0426) *
                        MIN(headline->width_px, headline->height_px));
    g_assert_cmpfloat_with_epsilon(card->headline_px, headline->size_b * b_px, 1e-9);
    g_assert_cmpuint(card->headline_lines, ==, headline->lines);
    g_assert_cmpint(card->headline_cut, ==, headline->cut);
    g_autofree char *text = example_text(card->still, card->headline_px);
    g_assert_cmpint(g_str_has_suffix(text, "…"), ==, headline->cut);
    card_free(card);
    story_free(story);
}

/* A word that is too wide for the large sizes takes the first that has room for it. */
static void test_wide_word(void)
{
    struct card_style style = example_style(1920, 1080);
    struct story *story = example_story("de", "Die aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "Bbbb.");
    struct card *card = example_card(&style, story);
    g_assert_cmpfloat_with_epsilon(card->headline_px, 2.0 * 46, 1e-9);
    card_free(card);
    story_free(story);
}

/* A compound is parted rather than cut, but only when it fits no size. */
static void test_compound(void)
{
    static const struct {
        const char *word;
        const char *shown;
    } cases[] = {
        {"aaaaaaaaaaaaaaa-bbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaa-bbbbbbbbbbbbbbb"},
        {"aaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbbbbbb",
         "aaaaaaaaaaaaaaaaaaaaaaaaa-/bbbbbbbbbbbbbbbbbbbbbbbbbbbb"},
    };
    struct card_style style = example_style(1920, 1080);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct story *story = example_story("en", cases[i].word, "Cccc.");
        struct card *card = example_card(&style, story);
        g_autofree char *text = example_text(card->still, card->headline_px);
        g_assert_cmpstr(text, ==, cases[i].shown);
        card_free(card);
        story_free(story);
    }
}

/* Sentences of about so many lines of thirteen words each, in reading order with their ranks; shown:
 * the letters of those that stand on the card. */
struct summary {
    const char *name;
    unsigned lines;
    unsigned ranks[6]; /* up to the first 0 */
    const char *shown;
};

static const struct summary summaries[] = {
    {"all-fit", 2, {1, 2, 3}, "abc"},          {"last-is-left-out", 4, {1, 2, 3}, "ab"},
    {"first-is-left-out", 4, {3, 2, 1}, "bc"}, {"middle-is-left-out", 4, {2, 3, 1}, "ac"},
    {"two-are-left-out", 6, {3, 1, 2}, "b"},   {"of-five", 3, {5, 1, 4, 2, 3}, "bde"},
    {"just-the-best", 9, {2, 1}, "b"},
};

static struct story *make_ranked(const struct summary *summary)
{
    struct story *story = example_story("en", "Xxxx xxxx", NULL);
    for (unsigned i = 0; summary->ranks[i] > 0; i++) {
        char word[] = {
            (char)('a' + i), (char)('a' + i), (char)('a' + i), (char)('a' + i), ' ', '\0'};
        g_autofree char *text = example_repeat(word, summary->lines * 13);
        story_add_sentence(story, text, summary->ranks[i]);
    }
    return story;
}

static void test_summary(gconstpointer data)
{
    const struct summary *summary = data;
    struct card_style style = example_style(1920, 1080);
    struct story *story = make_ranked(summary);
    struct card *card = example_card(&style, story);
    g_autofree char *text = example_text(card->still, 46);
    for (char letter = 'a'; letter <= 'e'; letter++)
        g_assert_cmpint(strchr(text, letter) != NULL, ==, strchr(summary->shown, letter) != NULL);
    g_assert_cmpuint(card->sentences_shown, ==, strlen(summary->shown));
    g_assert_null(strstr(text, "…"));
    card_free(card);
    story_free(story);
}

/* A lone sentence is cut to the lines that there is room for. */
static void test_lone_sentence(void)
{
    struct card_style style = example_style(1920, 1080);
    g_autofree char *sentence = example_repeat("aaaa ", 500);
    struct story *story = example_story("en", "Xxxx xxxx", sentence);
    struct card *card = example_card(&style, story);
    g_autofree char *text = example_text(card->still, 46);
    g_assert_true(g_str_has_suffix(text, "aaaa…"));
    /* Of 815 px, 80 for the headline and 39 for the gap, 65 for each line. */
    g_assert_cmpuint(card->summary_lines, ==, 10);
    card_free(card);
    story_free(story);
}

/* One line of a sentence says nothing: then there is none. */
static void test_no_room_for_two_lines(void)
{
    struct card_style style = example_style(800, 480);
    style.text_scale = 1.5;
    g_autofree char *headline = example_repeat("xxxx ", 60);
    g_autofree char *sentence = example_repeat("aaaa ", 90);
    struct story *story = example_story("en", headline, sentence);
    struct card *card = example_card(&style, story);
    g_autofree char *text = example_text(card->still, 42);
    g_assert_cmpstr(text, ==, "");
    g_assert_cmpuint(card->summary_lines, ==, 0);
    g_assert_cmpuint(card->sentences_shown, ==, 0);
    g_assert_true(card->headline_cut);
    card_free(card);
    story_free(story);
}

/* The summary's last line has company. */
static void test_no_widow(void)
{
    struct card_style style = example_style(1920, 1080);
    g_autofree char *sentence = example_repeat("aaaa ", 14);
    struct story *story = example_story("en", "Xxxx xxxx", sentence);
    struct card *card = example_card(&style, story);
    g_autofree char *text = example_text(card->still, 46);
    g_assert_cmpuint(card->summary_lines, ==, 2);
    g_assert_nonnull(strchr(strchr(text, '/'), ' '));
    card_free(card);
    story_free(story);
}

/* Twice the screen is the same picture, twice as large. */
static void test_twice_as_large(void)
{
    struct card_style small = example_style(1920, 1080);
    struct card_style large = example_style(3840, 2160);
    for (unsigned words = 1; words < 200; words += 7) {
        g_autofree char *headline = example_repeat("xxx yyyyy ", 1 + words / 9);
        g_autofree char *sentence = example_repeat("aaa bb, ccccc ", words);
        struct story *story = example_story("en", headline, sentence);
        struct card *one = example_card(&small, story);
        struct card *two = example_card(&large, story);
        g_autofree char *one_headline = example_text(one->still, one->headline_px);
        g_autofree char *two_headline = example_text(two->still, two->headline_px);
        g_autofree char *one_summary = example_text(one->still, 46);
        g_autofree char *two_summary = example_text(two->still, 92);
        g_assert_cmpfloat(two->headline_px, ==, 2 * one->headline_px);
        g_assert_cmpstr(two_headline, ==, one_headline);
        g_assert_cmpstr(two_summary, ==, one_summary);
        card_free(one);
        card_free(two);
        story_free(story);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(headlines); i++) {
        g_autofree char *path = g_strconcat("/fit/headline/", headlines[i].name, NULL);
        g_test_add_data_func(path, &headlines[i], test_headline);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(summaries); i++) {
        g_autofree char *path = g_strconcat("/fit/summary/", summaries[i].name, NULL);
        g_test_add_data_func(path, &summaries[i], test_summary);
    }
    g_test_add_func("/fit/wide-word", test_wide_word);
    g_test_add_func("/fit/compound", test_compound);
    g_test_add_func("/fit/lone-sentence", test_lone_sentence);
    g_test_add_func("/fit/no-room-for-two-lines", test_no_room_for_two_lines);
    g_test_add_func("/fit/no-widow", test_no_widow);
    g_test_add_func("/fit/twice-as-large", test_twice_as_large);
    return g_test_run();
}
