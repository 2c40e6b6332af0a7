/* SPDX-License-Identifier: MIT */
#include "placard/text/words.h"

#include <string.h>

struct measure_case {
    const char *name;
    const char *text;
    struct text_length length;
    unsigned budget;
};

static const struct measure_case measures[] = {
    {"empty", "", {0}, 0},
    {"english", "It’s 12 o’clock – late.", {.words = 4, .alphabetic = 15}, 5},
    {"hyphens", "a state-of-the-art ferry", {.words = 3, .alphabetic = 19}, 3},
    {"space-of-every-kind", "one\u00a0two\nthree", {.words = 3, .alphabetic = 11}, 3},
    {"chinese", "河谷市的博物馆。", {.han = 7}, 4},
    {"chinese-odd", "河谷市的馆", {.han = 5}, 3},
    {"chinese-with-latin", "北约NATO开会", {.words = 1, .alphabetic = 4, .han = 4}, 4},
    {"japanese", "港町の水族館", {.japanese = 6}, 3},
    {"japanese-with-numbers", "5月3日にひらく", {.words = 2, .alphabetic = 2, .japanese = 6}, 4},
    {"korean", "시립 도서관 개관", {.hangul = 7}, 3},
    {"thai", "ตลาดเช้า", {.southeast = 8}, 4},
    {"arabic", "السوق القديم", {.words = 2, .alphabetic = 11}, 2},
    {"marks-are-no-letters", "नया सभागार", {.words = 2, .alphabetic = 6}, 2},
};

static void words_measure_table(gconstpointer data)
{
    const struct measure_case *test = data;
    struct text_length length = words_measure(test->text);

    g_assert_cmpuint(length.words, ==, test->length.words);
    g_assert_cmpuint(length.alphabetic, ==, test->length.alphabetic);
    g_assert_cmpuint(length.han, ==, test->length.han);
    g_assert_cmpuint(length.japanese, ==, test->length.japanese);
    g_assert_cmpuint(length.hangul, ==, test->length.hangul);
    g_assert_cmpuint(length.southeast, ==, test->length.southeast);
    g_assert_cmpuint(words_budget_length(test->text), ==, test->budget);
}

static void words_endless_word(void)
{
    g_autofree char *word = g_strnfill(400, 'x');

    g_assert_cmpuint(words_budget_length(word), ==, 10);
}

struct fold_case {
    const char *name;
    const char *language;
    const char *text;
    const char *words; /* parted by "|" */
};

static const struct fold_case folds[] = {
    {"empty", NULL, "", ""},
    {"order-and-repeats", "en", "The ferry, the Ferry and THE quay.", "the|ferry|and|quay"},
    {"numbers", "en", "In 2026 some 3.5 tonnes", "in|2026|some|3.5|tonnes"},
    {"apostrophe", "en", "It can't", "it|can't"},
    {"sharp-s", "de", "Straße STRASSE", "strasse"},
    {"full-width", NULL, "ＡＢＣ abc", "abc"},
    {"composed-and-not", NULL, "Café CAFE\u0301", "café"},
    {"turkish", "tr", "ISPARTA ısparta İzmir izmir", "ısparta|izmir"},
    {"soft-hyphen", "de", "Bahn\u00adhof Bahnhof", "bahnhof"},
    {"only-marks", NULL, "— … !", ""},
};

static void words_fold_table(gconstpointer data)
{
    const struct fold_case *test = data;
    g_autoptr(GPtrArray) words = words_fold(test->text, test->language);

    g_ptr_array_add(words, NULL);

    g_autofree char *joined = g_strjoinv("|", (char **)words->pdata);

    g_assert_cmpstr(joined, ==, test->words);
}

/* Which words ICU's dictionary finds is its own affair; that it finds some is ours. */
static void words_fold_unspaced(void)
{
    g_autoptr(GPtrArray) thai = words_fold("ตลาดเช้าแห่งใหม่เปิดแล้ว", "th");
    g_autoptr(GPtrArray) japanese = words_fold("港町の水族館が開いた。", "ja");

    g_assert_cmpuint(thai->len, >=, 3);
    g_assert_cmpuint(japanese->len, >=, 3);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(measures); i++) {
        g_autofree char *path = g_strconcat("/words/measure/", measures[i].name, NULL);

        g_test_add_data_func(path, &measures[i], words_measure_table);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(folds); i++) {
        g_autofree char *path = g_strconcat("/words/fold/", folds[i].name, NULL);

        g_test_add_data_func(path, &folds[i], words_fold_table);
    }
    g_test_add_func("/words/endless-word", words_endless_word);
    g_test_add_func("/words/fold-unspaced", words_fold_unspaced);
    return g_test_run();
}
