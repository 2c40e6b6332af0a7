/* SPDX-License-Identifier: MIT */
#include "placard/card/dwell.h"

static const struct dwell_rule usual = {
    .words_per_minute = 160, .min_seconds = 8, .max_seconds = 45};

/* A text made of so many times the same piece. */
struct example {
    const char *name;
    const char *piece;
    unsigned times;
    double seconds;
};

static const struct example examples[] = {
    /* 65 words at 160 a minute and two seconds to look up: the specification's sample card. */
    {"sample", "four ", 65, 2 + 65 / 160.0 * 60},
    {"long-words", "incomprehensibilities ", 20, 2 + 20 * 21 / 13.0},
    {"han", "字", 60, 2 + 60 / 6.0},
    {"japanese", "かな", 30, 2 + 60 / 6.0},
    {"hangul", "도서관 ", 32, 2 + 96 / 8.0},
    {"thai", "ภาษา", 44, 2 + 176 / 11.0},
    {"least", "word ", 3, 8},
    {"nothing", "", 1, 8},
    {"most", "word ", 500, 45},
};

static struct story *make(const char *piece, unsigned times)
{
    struct story *story = story_new();
    g_autoptr(GString) text = g_string_new(NULL);
    for (unsigned i = 0; i < times; i++)
        g_string_append(text, piece);
    g_strchomp(text->str);
    story->headline = g_strdup("");
    if (*text->str)
        story_add_sentence(story, text->str, 1);
    return story;
}

static void test_example(gconstpointer data)
{
    const struct example *example = data;
    struct story *story = make(example->piece, example->times);
    g_assert_cmpfloat_with_epsilon(dwell_ms(story, &usual) / 1000.0, example->seconds, 0.05);
    story->priority = STORY_PRIORITY_BREAKING;
    g_assert_cmpfloat_with_epsilon(dwell_ms(story, &usual) / 1000.0, 1.5 * example->seconds, 0.05);
    story_free(story);
}

/* It does not matter which part a word stands in. */
static void test_headline_counts(void)
{
    struct story *story = make("four ", 57);
    g_free(story->headline);
    story->headline = g_strdup("Eight words that stand above all the others");
    g_assert_cmpfloat_with_epsilon(dwell_ms(story, &usual) / 1000.0, 2 + 65 / 160.0 * 60, 0.05);
    story_free(story);
}

static void test_slow_reader(void)
{
    struct dwell_rule slow = {.words_per_minute = 60, .min_seconds = 1, .max_seconds = 100};
    struct story *story = make("four ", 30);
    g_assert_cmpuint(dwell_ms(story, &slow), ==, 32000);
    story_free(story);
}

/* Neither text nor bounds change a fixed time. */
static void test_fixed(void)
{
    struct dwell_rule fixed = usual;
    fixed.fixed_seconds = 3.5;
    struct story *story = make("word ", 200);
    g_assert_cmpuint(dwell_ms(story, &fixed), ==, 3500);
    story->priority = STORY_PRIORITY_BREAKING;
    g_assert_cmpuint(dwell_ms(story, &fixed), ==, 5250);
    story_free(story);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(examples); i++) {
        g_autofree char *path = g_strconcat("/dwell/", examples[i].name, NULL);
        g_test_add_data_func(path, &examples[i], test_example);
    }
    g_test_add_func("/dwell/headline-counts", test_headline_counts);
    g_test_add_func("/dwell/slow-reader", test_slow_reader);
    g_test_add_func("/dwell/fixed", test_fixed);
    return g_test_run();
}
