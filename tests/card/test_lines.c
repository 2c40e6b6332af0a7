/* SPDX-License-Identifier: MIT */
#include "invented.h"
#include "paragraph.h"
#include "placard/limits.h"

#include <string.h>

enum breaking { FILL, BALANCE, WITHOUT_WIDOW };

/* Widths are in letters, which are half an em wide; lines are joined by "/", NULL: none fit. */
struct example {
    const char *name;
    const char *text;
    const char *language;
    bool headline;
    enum breaking breaking;
    enum fill_effort effort;
    double letters;
    const char *lines;
};

static const struct example examples[] = {
    {"fill/nothing", "", "en", false, FILL, FILL_EFFORT_GOOD, 9, ""},
    {"fill/one", "aa bb", "en", false, FILL, FILL_EFFORT_GOOD, 9, "aa bb"},
    {"fill/greedy", "aa bb ccc d", "en", false, FILL, FILL_EFFORT_GOOD, 6, "aa bb/ccc d"},
    {"fill/space-does-not-count", "aa bb cc", "en", false, FILL, FILL_EFFORT_GOOD, 5, "aa bb/cc"},
    {"fill/exactly", "aaaa bbbb", "en", false, FILL, FILL_EFFORT_GOOD, 4, "aaaa/bbbb"},
    {"fill/too-wide", "aa bbbbb", "en", false, FILL, FILL_EFFORT_GOOD, 4, NULL},
    {"fill/too-wide-weak", "aa bbbbb", "en", false, FILL, FILL_EFFORT_WEAK, 4, NULL},
    {"fill/letters", "bbbbbbbbbb", "en", false, FILL, FILL_EFFORT_ANY, 4, "bbbb/bbbb/bb"},
    {"fill/han", "東京都庁前", "ja", false, FILL, FILL_EFFORT_GOOD, 4, "東京/都庁/前"},
    {"fill/narrower-than-a-letter", "東京", "ja", false, FILL, FILL_EFFORT_ANY, 1, "東/京"},

    {"tight/marks", "東」「京", "ja", false, FILL, FILL_EFFORT_GOOD, 7, "東」「京"},
    {"tight/too-wide", "東」「京", "ja", false, FILL, FILL_EFFORT_GOOD, 6, "東」/「京"},
    {"tight/not-across-lines", "東」「京", "ja", false, FILL, FILL_EFFORT_GOOD, 4, "東」/「京"},
    {"tight/line-end", "東京。都", "ja", false, FILL, FILL_EFFORT_GOOD, 5, "東京。/都"},
    {"tight/right-to-left", "אב 東。", "he", false, FILL, FILL_EFFORT_GOOD, 6, "אב/東。"},
    {"tight/centred", "東京。都", "zh-Hant", false, FILL, FILL_EFFORT_GOOD, 5, "東/京。/都"},

    {"compound/whole", "a two-year plan", "en", true, FILL, FILL_EFFORT_GOOD, 8, "a/two-year/plan"},
    {"compound/good", "a two-year plan", "en", true, FILL, FILL_EFFORT_GOOD, 6, NULL},
    {"compound/weak", "a two-year plan", "en", true, FILL, FILL_EFFORT_WEAK, 6, "a two-/year/plan"},
    {"compound/summary", "a two-year plan", "en", false, FILL, FILL_EFFORT_GOOD, 6,
     "a two-/year/plan"},

    {"clusters/marks", "m\u0303m\u0303m\u0303m\u0303", "en", false, FILL, FILL_EFFORT_ANY, 2,
     "m\u0303m\u0303/m\u0303m\u0303"},
    {"clusters/thai", "กี่กี่กี่", "th", false, FILL, FILL_EFFORT_ANY, 1, "กี่/กี่/กี่"},
    {"clusters/devanagari", "किकिकि", "hi", false, FILL, FILL_EFFORT_ANY, 2, "कि/कि/कि"},
    {"clusters/family", "x👩‍👩‍👧x", "en", false, FILL, FILL_EFFORT_ANY, 2,
     "x/👩‍👩‍👧/x"},
    {"clusters/beyond-the-plane", "𝐚𝐚𝐚", "en", false, FILL, FILL_EFFORT_ANY, 2, "𝐚𝐚/𝐚"},

    {"soft-hyphen/unused", "Dampf\u00ADschiff", "de", false, FILL, FILL_EFFORT_GOOD, 11,
     "Dampf\u00ADschiff"},
    {"soft-hyphen/used", "Dampf\u00ADschiff", "de", false, FILL, FILL_EFFORT_GOOD, 7,
     "Dampf\u00AD/schiff"},
    {"soft-hyphen/needs-room", "Damp\u00ADfer x", "de", false, FILL, FILL_EFFORT_GOOD, 4, NULL},
    {"zero-width-space", "one\u200Btwo", "en", false, FILL, FILL_EFFORT_GOOD, 3, "one/two"},

    {"balance/one-line", "aaa bbb", "en", true, BALANCE, FILL_EFFORT_GOOD, 9, "aaa bbb"},
    {"balance/two", "aaa bbb ccc ddd e", "en", true, BALANCE, FILL_EFFORT_GOOD, 15,
     "aaa bbb/ccc ddd e"},
    {"balance/three", "aaaa bbbb cccc dddd eeee ffff gg", "en", true, BALANCE, FILL_EFFORT_GOOD, 15,
     "aaaa bbbb/cccc dddd/eeee ffff gg"},
    {"balance/even", "aaaaa bbbb ccccc dddd ee", "en", true, BALANCE, FILL_EFFORT_GOOD, 13,
     "aaaaa bbbb/ccccc dddd ee"},
    {"balance/last-line", "aaa bbb ccc ddd eee fffffffffff g", "en", true, BALANCE,
     FILL_EFFORT_GOOD, 13, "aaa bbb ccc/ddd eee/fffffffffff g"},
    {"balance/too-wide", "a bbbbbbbbbbb c", "en", true, BALANCE, FILL_EFFORT_GOOD, 10, NULL},
    {"balance/phrases", "新種のエビを撮影した。", "ja", true, BALANCE, FILL_EFFORT_GOOD, 16,
     "新種のエビを/撮影した。"},

    {"widow/none", "aaaa bbbb cccc dddd", "en", false, WITHOUT_WIDOW, FILL_EFFORT_GOOD, 10,
     "aaaa bbbb/cccc dddd"},
    {"widow/one-word", "aaaa bbbb cccc dddd eeee", "en", false, WITHOUT_WIDOW, FILL_EFFORT_GOOD, 20,
     "aaaa bbbb cccc/dddd eeee"},
    {"widow/short-words", "aaaaaaaaa bbbbbbbb c d", "en", false, WITHOUT_WIDOW, FILL_EFFORT_GOOD,
     19, "aaaaaaaaa/bbbbbbbb c d"},
    {"widow/would-add-a-line", "aaaaaaaaaa bbbbbbbbb cccccccccc ddddddddd e", "en", false,
     WITHOUT_WIDOW, FILL_EFFORT_GOOD, 20, "aaaaaaaaaa bbbbbbbbb/cccccccccc ddddddddd/e"},
    {"widow/too-far", "aaaaaaaaaa bbb cccc", "en", false, WITHOUT_WIDOW, FILL_EFFORT_GOOD, 16,
     "aaaaaaaaaa bbb/cccc"},
};

static struct paragraph *make(const char *text, const char *language, bool headline)
{
    struct paragraph_style style = {
        .typefaces = invented_typefaces(),
        .role = headline ? TYPE_ROLE_HEADLINE : TYPE_ROLE_TEXT,
        .language = language,
        .headline = headline,
    };
    return paragraph_new(text, &style);
}

static char *join_lines(const char *text, const GArray *lines)
{
    g_autofree gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, NULL, NULL);
    GString *joined = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        const struct line *line = &g_array_index(lines, struct line, i);
        g_autofree char *part =
            g_utf16_to_utf8(units + line->start, line->end - line->start, NULL, NULL, NULL);
        g_string_append_printf(joined, "%s%s", i > 0 ? "/" : "", part);
    }
    return g_string_free(joined, FALSE);
}

typedef GArray *break_lines(struct paragraph *paragraph, double width_em, enum fill_effort effort);

static break_lines *const ways[] = {
    [FILL] = paragraph_fill,
    [BALANCE] = paragraph_balance,
    [WITHOUT_WIDOW] = paragraph_fill_without_widow,
};

static void test_example(gconstpointer data)
{
    const struct example *example = data;
    struct paragraph *paragraph = make(example->text, example->language, example->headline);
    g_autoptr(GArray) lines =
        ways[example->breaking](paragraph, example->letters / 2, example->effort);
    g_autofree char *joined = lines ? join_lines(example->text, lines) : NULL;
    g_assert_cmpstr(joined, ==, example->lines);
    paragraph_free(paragraph);
}

/* Every width: each line is as wide as it says and no wider than it may be, nothing is lost. */
static void test_every_width(void)
{
    const char *text = "The 12-day fair of Saint-Ambroise opens, says the mayor, on 3 May.";
    struct paragraph *paragraph = make(text, "en", false);
    for (double width_em = 0.5; width_em < 40; width_em += 0.5) {
        g_autoptr(GArray) lines = paragraph_fill(paragraph, width_em, FILL_EFFORT_ANY);
        g_autofree char *shown = join_lines(text, lines);
        g_autoptr(GString) joined = g_string_new(shown);
        g_string_replace(joined, "/", "", 0);
        g_string_replace(joined, " ", "", 0);
        g_assert_cmpuint(joined->len, ==, strlen(text) - 11);
        for (guint i = 0; i < lines->len; i++)
            g_assert_cmpfloat(g_array_index(lines, struct line, i).width_em, <=, width_em);
    }
    paragraph_free(paragraph);
}

/* What a reader sees of all lines, joined by "/". */
static char *draw(struct paragraph *paragraph, const GArray *lines)
{
    GString *seen = g_string_new(NULL);
    struct line_place place = {.right_px = 1000, .size_px = 10};
    for (guint i = 0; i < lines->len; i++) {
        struct drawing *drawing = drawing_new();
        paragraph_draw_line(paragraph, &g_array_index(lines, struct line, i), &place, drawing);
        g_string_append(seen, i > 0 ? "/" : "");
        for (guint k = 0; k < drawing->runs->len; k++)
            g_string_append(seen, g_array_index(drawing->runs, struct run, k).text);
        drawing_free(drawing);
    }
    return g_string_free(seen, FALSE);
}

/* A hyphen shows where a line ends on a soft one, and only there; it counts in the width. */
static void test_soft_hyphen_shows(void)
{
    struct paragraph *paragraph = make("Dampf\u00ADschiff\u00ADfahrt", "de", false);
    g_autoptr(GArray) lines = paragraph_fill(paragraph, 6, FILL_EFFORT_GOOD);
    g_autofree char *seen = draw(paragraph, lines);
    g_assert_cmpstr(seen, ==, "Dampfschiff-/fahrt");
    g_assert_cmpfloat(g_array_index(lines, struct line, 0).width_em, ==, 6);
    paragraph_free(paragraph);
}

struct cut {
    const char *name;
    const char *text;
    const char *language;
    double letters;
    unsigned max_lines;
    const char *seen; /* NULL: nothing is cut */
};

static const struct cut cuts[] = {
    {"fits", "aaaa bbbb", "en", 4, 2, NULL},
    {"words", "aaaa bbbb cccc", "en", 10, 1, "aaaa bbbb…"},
    {"room-for-ellipsis", "aaaa bbbb cccc", "en", 9, 1, "aaaa…"},
    {"second-line", "aaaa bbbb cccc dddd", "en", 6, 2, "aaaa/bbbb…"},
    {"comma", "aaaa, bbbb cccc", "en", 7, 1, "aaaa…"},
    {"dash", "aaaa – bbbb cccc", "en", 8, 1, "aaaa…"},
    {"ellipsis", "aaaa… bbbb cccc", "en", 8, 1, "aaaa…"},
    {"stop", "aaaa. bbbb cccc", "en", 8, 1, "aaaa…"},
    {"question-stays", "aaaa? bbbb cccc", "en", 8, 1, "aaaa?…"},
    {"compound", "aa two-year dd", "en", 9, 1, "aa two…"},
    {"han", "東京都庁前", "ja", 7, 1, "東京都…"},
    {"han-comma", "東京、都庁前", "ja", 8, 1, "東京…"},
    {"opening-quote", "aaaa “bbbb cccc", "en", 8, 1, "aaaa…"},
    {"opening-bracket", "東京「都庁」前", "ja", 7, 1, "東京…"},
    {"han-ellipsis", "東京……都庁前", "ja", 7, 1, "東京…"},
    {"letters", "aaaaaaaaaa", "en", 4, 1, "aaa…"},
    {"letters-of-two-lines", "aaaaaaaaaa", "en", 4, 2, "aaaa/aaa…"},
    {"first-word-fills-the-line", "aaaa bbbb", "en", 4, 1, "aaa…"},
    {"first-word-of-two-lines", "aa bbbb cccc", "en", 4, 2, "aa…"},
    {"arabic", "حديقة، جديدة أمس", "ar", 7, 1, "حديقة…"},
};

static void test_cut(gconstpointer data)
{
    const struct cut *cut = data;
    struct paragraph *paragraph = make(cut->text, cut->language, false);
    struct paragraph *shorter = paragraph_shorten(paragraph, cut->letters / 2, cut->max_lines);
    g_autoptr(GArray) lines =
        shorter ? paragraph_fill(shorter, cut->letters / 2, FILL_EFFORT_ANY) : NULL;
    g_autofree char *seen = shorter ? draw(shorter, lines) : NULL;
    g_assert_cmpstr(seen, ==, cut->seen);
    paragraph_free(shorter);
    paragraph_free(paragraph);
}

/* Whatever the width, what is cut ends in one ellipsis and fits. */
static void test_cut_at_every_width(void)
{
    struct paragraph *paragraph = make("The fair (a big one) opens… soon, they say.", "en", false);
    for (double width_em = 1; width_em < 20; width_em += 0.5) {
        struct paragraph *shorter = paragraph_shorten(paragraph, width_em, 1);
        g_autoptr(GArray) lines = paragraph_fill(shorter, width_em, FILL_EFFORT_ANY);
        g_assert_cmpuint(lines->len, ==, 1);
        g_assert_cmpfloat(g_array_index(lines, struct line, 0).width_em, <=, width_em);
        g_autofree char *seen = draw(shorter, lines);
        g_assert_true(g_str_has_suffix(seen, "…"));
        g_assert_false(g_str_has_suffix(seen, "……"));
        paragraph_free(shorter);
    }
    paragraph_free(paragraph);
}

/* More text than a paragraph may have is passed over, at a character's end. */
static void test_limit(void)
{
    g_autoptr(GString) text = g_string_new("x");
    while (text->len < 2 * LIMIT_PARAGRAPH_BYTES)
        g_string_append(text, "駅");
    struct paragraph *paragraph = make(text->str, "ja", false);
    g_autoptr(GArray) lines = paragraph_fill(paragraph, 10, FILL_EFFORT_GOOD);
    g_autofree char *seen = draw(paragraph, lines);
    g_assert_true(g_utf8_validate(seen, -1, NULL));
    g_assert_null(strstr(seen, "\uFFFD"));
    g_assert_cmpint(g_array_index(lines, struct line, lines->len - 1).end, ==,
                    1 + (LIMIT_PARAGRAPH_BYTES - 1) / 3);
    paragraph_free(paragraph);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(examples); i++) {
        g_autofree char *path = g_strconcat("/lines/", examples[i].name, NULL);
        g_test_add_data_func(path, &examples[i], test_example);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(cuts); i++) {
        g_autofree char *path = g_strconcat("/lines/cut/", cuts[i].name, NULL);
        g_test_add_data_func(path, &cuts[i], test_cut);
    }
    g_test_add_func("/lines/every-width", test_every_width);
    g_test_add_func("/lines/soft-hyphen-shows", test_soft_hyphen_shows);
    g_test_add_func("/lines/cut-at-every-width", test_cut_at_every_width);
    g_test_add_func("/lines/limit", test_limit);
    return g_test_run();
}
