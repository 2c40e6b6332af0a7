/* SPDX-License-Identifier: MIT */
#include "invented.h"
#include "paragraph.h"

#include <math.h>
#include <string.h>

enum { WIDTH_PX = 1000, SIZE_PX = 10, BOX_PX = 14 };

static struct paragraph *make(const char *text, const char *language,
                              enum paragraph_direction direction)
{
    struct paragraph_style style = {
        .typefaces = invented_typefaces(),
        .role = TYPE_ROLE_TEXT,
        .language = language,
        .direction = direction,
    };
    return paragraph_new(text, &style);
}

/* The whole text as one line, hanging on the left or right edge. */
static struct drawing *draw(struct paragraph *paragraph, bool at_right)
{
    struct drawing *drawing = drawing_new();
    g_autoptr(GArray) lines = paragraph_fill(paragraph, WIDTH_PX, FILL_EFFORT_GOOD);
    g_assert_cmpuint(lines->len, ==, 1);
    const struct line *line = &g_array_index(lines, struct line, 0);
    double baseline_em = paragraph_baseline_em(paragraph, line, (double)BOX_PX / SIZE_PX);
    struct line_place place = {.right_px = WIDTH_PX,
                               .at_right = at_right,
                               .baseline_px = baseline_em * SIZE_PX,
                               .size_px = SIZE_PX};
    paragraph_draw_line(paragraph, line, &place, drawing);
    return drawing;
}

static const struct run *run_at(const struct drawing *drawing, guint index)
{
    return &g_array_index(drawing->runs, struct run, index);
}

/* seen: what stands on the line from left to right; what is read from right to left stands in
 * <…>, in the order in which it is read. */
struct order {
    const char *name;
    enum paragraph_direction direction;
    const char *text;
    const char *seen;
};

static const struct order orders[] = {
    {"latin", PARAGRAPH_DIRECTION_LTR, "ab cd", "ab cd"},
    {"arabic", PARAGRAPH_DIRECTION_RTL, "حديقة جديدة", "<حديقة جديدة>"},
    {"hebrew-in-latin", PARAGRAPH_DIRECTION_LTR, "see שלום now", "see <שלום> now"},
    {"two-hebrew-words-in-latin", PARAGRAPH_DIRECTION_LTR, "see שלום עולם", "see <שלום עולם>"},
    {"latin-in-arabic", PARAGRAPH_DIRECTION_RTL, "قال John أمس", "< أمس>John<قال >"},
    {"latin-names-in-hebrew", PARAGRAPH_DIRECTION_RTL, "עם John Smith כאן",
     "< כאן>John Smith<עם >"},
    {"number-in-arabic", PARAGRAPH_DIRECTION_RTL, "سنة 2026 هنا", "< هنا>2026<سنة >"},
    {"percent-after-arabic", PARAGRAPH_DIRECTION_RTL, "نسبة 85%", "<%>85<نسبة >"},
    {"percent-after-hebrew", PARAGRAPH_DIRECTION_RTL, "עלה 85%", "85%<עלה >"},
    {"brackets-in-hebrew", PARAGRAPH_DIRECTION_RTL, "שלום (עולם) כאן", "<שלום (עולם) כאן>"},
    {"brackets-around-latin", PARAGRAPH_DIRECTION_RTL, "שלום (John) כאן", "<) כאן>John<שלום (>"},
    {"brackets-around-hebrew", PARAGRAPH_DIRECTION_LTR, "see (שלום) now", "see (<שלום>) now"},
    {"stop-ends-latin", PARAGRAPH_DIRECTION_LTR, "see שלום.", "see <שלום>."},
    {"stop-ends-hebrew", PARAGRAPH_DIRECTION_RTL, "ראה John.", "<.>John<ראה >"},
    {"ellipsis-of-arabic-is-left", PARAGRAPH_DIRECTION_RTL, "قال John…", "<…>John<قال >"},
    {"first-strong-hebrew", PARAGRAPH_DIRECTION_AUTO, "42 שלום John", "John< שלום >42"},
    {"first-strong-latin", PARAGRAPH_DIRECTION_AUTO, "42 John שלום", "42 John <שלום>"},
    {"no-strong", PARAGRAPH_DIRECTION_AUTO, "42 (7)", "42 (7)"},
    {"emoji-in-hebrew", PARAGRAPH_DIRECTION_RTL, "שלום 👋🏽 כאן",
     "<שלום 👋🏽 כאן>"},
};

/* Neighbours of one direction are one stretch, whichever faces draw them: of right-to-left ones
 * the last to be read comes first on the line. */
static char *seen(const struct drawing *drawing)
{
    GString *all = g_string_new(NULL);
    g_autoptr(GString) stretch = g_string_new(NULL);
    for (guint i = 0; i < drawing->runs->len; i++) {
        const struct run *run = run_at(drawing, i);
        if (!run->right_to_left) {
            g_string_append(all, run->text);
            continue;
        }
        g_string_prepend(stretch, run->text);
        if (i + 1 == drawing->runs->len || !run_at(drawing, i + 1)->right_to_left) {
            g_string_append_printf(all, "<%s>", stretch->str);
            g_string_truncate(stretch, 0);
        }
    }
    return g_string_free(all, FALSE);
}

static void test_order(gconstpointer data)
{
    const struct order *order = data;
    struct paragraph *paragraph = make(order->text, NULL, order->direction);
    struct drawing *drawing = draw(paragraph, order->direction == PARAGRAPH_DIRECTION_RTL);
    g_autofree char *found = seen(drawing);
    g_assert_cmpstr(found, ==, order->seen);
    drawing_free(drawing);
    paragraph_free(paragraph);
}

/* Runs stand beside one another without holes, from edge to edge of the line. */
static void test_edges(void)
{
    for (int at_right = 0; at_right <= 1; at_right++) {
        struct paragraph *paragraph =
            make("שלום (John 42) עולם 👋", "he",
                 at_right ? PARAGRAPH_DIRECTION_RTL : PARAGRAPH_DIRECTION_LTR);
        struct drawing *drawing = draw(paragraph, at_right);
        double width_px = paragraph_width_em(paragraph) * SIZE_PX;
        double x_px = at_right ? WIDTH_PX - width_px : 0;
        for (guint i = 0; i < drawing->runs->len; i++) {
            g_assert_cmpfloat_with_epsilon(run_at(drawing, i)->x_px, x_px, 1e-6);
            x_px += run_at(drawing, i)->width_px;
        }
        g_assert_cmpfloat_with_epsilon(x_px, at_right ? WIDTH_PX : width_px, 1e-6);
        drawing_free(drawing);
        paragraph_free(paragraph);
    }
}

/* edge_em: how far beyond the edge a line must begin for its ink to begin there. */
struct flush {
    const char *name;
    const char *text;
    bool at_right;
    double edge_em;
};

static const struct flush flushes[] = {
    {"no-bearing", "ab H", false, 0},
    {"stem", "Hab", false, 0.1},
    {"hebrew-at-right", "הלו", true, 0.1},
    {"latin-in-hebrew-at-right", "Hab הלו", true, 0},
    {"latin-ends-at-right", "abH הלו", true, 0.1},
    {"hebrew-ends-at-left", "שלוה abc", false, 0.1},
};

static void test_flush(gconstpointer data)
{
    const struct flush *flush = data;
    struct paragraph *paragraph = make(
        flush->text, NULL, flush->at_right ? PARAGRAPH_DIRECTION_RTL : PARAGRAPH_DIRECTION_LTR);
    g_autoptr(GArray) lines = paragraph_fill(paragraph, WIDTH_PX, FILL_EFFORT_GOOD);
    struct line_place place = {
        .right_px = WIDTH_PX, .at_right = flush->at_right, .flush = true, .size_px = SIZE_PX};
    struct drawing *drawing = drawing_new();
    paragraph_draw_line(paragraph, &g_array_index(lines, struct line, 0), &place, drawing);
    const struct run *last = run_at(drawing, drawing->runs->len - 1);
    double beyond_px =
        flush->at_right ? last->x_px + last->width_px - WIDTH_PX : -run_at(drawing, 0)->x_px;
    g_assert_cmpfloat_with_epsilon(beyond_px, flush->edge_em * SIZE_PX, 1e-6);
    drawing_free(drawing);
    paragraph_free(paragraph);
}

/* runs: each with its face in logical order, "|" between them. */
struct fallback {
    const char *name;
    const char *language;
    const char *text;
    const char *runs[5];
    int faces[5];
};

static const struct fallback fallbacks[] = {
    {"latin", "en", "Zoé, 42!", {"Zoé, 42!"}, {INVENTED_FACE_THEME}},
    {"cyrillic-is-the-theme's", "ru", "Обь 7", {"Обь 7"}, {INVENTED_FACE_THEME}},
    {"digits-stay", "th", "ไทย 25 ไทย", {"ไทย 25 ไทย"}, {INVENTED_FACE_THAI}},
    {"number-first", "hi", "25 गाँव", {"25 गाँव"}, {INVENTED_FACE_DEVANAGARI}},
    {"latin-comes-back",
     "hi",
     "गाँव WHO",
     {"गाँव ", "WHO"},
     {INVENTED_FACE_DEVANAGARI, INVENTED_FACE_THEME}},
    {"latin-in-japanese",
     "ja",
     "駅KTX",
     {"駅", "KTX"},
     {INVENTED_FACE_JAPANESE, INVENTED_FACE_THEME}},
    {"han-in-japanese", "ja", "駅", {"駅"}, {INVENTED_FACE_JAPANESE}},
    {"han-in-chinese", "zh-Hans", "站", {"站"}, {INVENTED_FACE_CHINESE}},
    {"han-in-korean", "ko", "驛", {"驛"}, {INVENTED_FACE_KOREAN}},
    {"arabic", "ar", "حديقة", {"حديقة"}, {INVENTED_FACE_ARABIC}},
    {"urdu", "ur", "باغ", {"باغ"}, {INVENTED_FACE_NASTALIQ}},
    {"mark-stays", "en", "ba\u0323b", {"ba\u0323b"}, {INVENTED_FACE_THEME}},
    {"mark-takes-its-base-along",
     "en",
     "ba" INVENTED_RARE_MARK "b",
     {"b", "a" INVENTED_RARE_MARK, "b"},
     {INVENTED_FACE_THEME, INVENTED_FACE_OTHER, INVENTED_FACE_THEME}},
    {"emoji",
     "en",
     "hi 👋🏽 you",
     {"hi ", "👋🏽", " you"},
     {INVENTED_FACE_THEME, INVENTED_FACE_EMOJI, INVENTED_FACE_THEME}},
    {"emoji-and-number",
     "en",
     "👋 10 you",
     {"👋", " 10 you"},
     {INVENTED_FACE_EMOJI, INVENTED_FACE_THEME}},
    {"emoji-family", "en", "👩‍👩‍👧", {"👩‍👩‍👧"}, {INVENTED_FACE_EMOJI}},
    {"emoji-flag", "en", "🇫🇷", {"🇫🇷"}, {INVENTED_FACE_EMOJI}},
    {"emoji-keycap", "en", "1\uFE0F\u20E3", {"1\uFE0F\u20E3"}, {INVENTED_FACE_EMOJI}},
    {"emoji-asked-for", "en", "❤\uFE0F", {"❤\uFE0F"}, {INVENTED_FACE_EMOJI}},
    {"emoji-not-asked-for", "en", "a ❤ b", {"a ❤ b"}, {INVENTED_FACE_THEME}},
    {"unknown-is-dropped",
     "en",
     "a" INVENTED_UNKNOWN "b",
     {"a", "b"},
     {INVENTED_FACE_THEME, INVENTED_FACE_THEME}},
    {"unknown-with-its-mark",
     "en",
     "a" INVENTED_UNKNOWN "\u0323b",
     {"a", "b"},
     {INVENTED_FACE_THEME, INVENTED_FACE_THEME}},
};

static void test_fallback(gconstpointer data)
{
    const struct fallback *fallback = data;
    struct paragraph *paragraph =
        make(fallback->text, fallback->language, PARAGRAPH_DIRECTION_AUTO);
    struct drawing *drawing = draw(paragraph, false);
    guint count = 0;
    while (count < G_N_ELEMENTS(fallback->runs) && fallback->runs[count])
        count++;
    for (guint i = 0; i < MIN(count, drawing->runs->len); i++) {
        g_assert_cmpstr(run_at(drawing, i)->text, ==, fallback->runs[i]);
        g_assert_cmpint(run_at(drawing, i)->face, ==, fallback->faces[i]);
    }
    g_assert_cmpuint(drawing->runs->len, ==, count);
    drawing_free(drawing);
    paragraph_free(paragraph);
}

/* Marks that share a blank stand half a square closer, and the line is as wide as it looks. */
static void test_tight(void)
{
    struct paragraph *paragraph = make("駅」、「前", "ja", PARAGRAPH_DIRECTION_LTR);
    struct drawing *drawing = draw(paragraph, false);
    static const struct {
        const char *text;
        double x_em;
    } runs[] = {{"駅」", 0}, {"、", 1.5}, {"「前", 2}};
    g_assert_cmpuint(drawing->runs->len, ==, G_N_ELEMENTS(runs));
    for (guint i = 0; i < G_N_ELEMENTS(runs); i++) {
        g_assert_cmpstr(run_at(drawing, i)->text, ==, runs[i].text);
        g_assert_cmpfloat_with_epsilon(run_at(drawing, i)->x_px, runs[i].x_em * SIZE_PX, 1e-6);
    }
    g_assert_cmpfloat_with_epsilon(paragraph_width_em(paragraph), 4, 1e-6);
    drawing_free(drawing);
    paragraph_free(paragraph);
}

/* What no face has takes no room either. */
static void test_unknown_has_no_width(void)
{
    struct paragraph *paragraph = make("a" INVENTED_UNKNOWN "b", "en", PARAGRAPH_DIRECTION_LTR);
    g_assert_cmpfloat(paragraph_width_em(paragraph), ==, 1);
    struct drawing *drawing = draw(paragraph, false);
    g_assert_cmphex(drawing->missing, ==, g_utf8_get_char(INVENTED_UNKNOWN));
    drawing_free(drawing);
    paragraph_free(paragraph);
    paragraph = make(INVENTED_UNKNOWN, "en", PARAGRAPH_DIRECTION_LTR);
    g_assert_cmpfloat(paragraph_width_em(paragraph), ==, 0);
    paragraph_free(paragraph);
}

/* Spaces and hyphens that few fonts have are drawn as plain ones, and hold all the same. */
static void test_rare_spaces(void)
{
    struct paragraph *paragraph = make("90\u202F000", "fr", PARAGRAPH_DIRECTION_LTR);
    g_autoptr(GArray) lines = paragraph_fill(paragraph, 2, FILL_EFFORT_WEAK);
    g_assert_null(lines);
    paragraph_free(paragraph);
}

struct leading {
    const char *name;
    const char *language;
    const char *text;
    double large_headline, small_headline, summary;
};

static const struct leading leadings[] = {
    {"latin", "en", "abc", 1.08, 1.12, 1.42},
    {"greek", "el", "αβγ", 1.08, 1.12, 1.42},
    {"hebrew", "he", "שלום", 1.08, 1.12, 1.42},
    {"vietnamese", "vi", "Ẩn", 1.16, 1.16, 1.48},
    {"japanese", "ja", "駅前", 1.28, 1.28, 1.62},
    {"hangul", "ko", "도서관", 1.28, 1.28, 1.62},
    {"arabic", "ar", "حديقة", 1.32, 1.32, 1.62},
    {"persian", "fa", "باغ", 1.32, 1.32, 1.62},
    {"nastaliq", "ur", "باغ", 1.9, 1.9, 2.1},
    {"nastaliq-region", "ur-PK", "باغ", 1.9, 1.9, 2.1},
    {"devanagari", "hi", "गाँव", 1.30, 1.30, 1.60},
    {"tamil", "ta", "ஊர்", 1.30, 1.30, 1.60},
    {"thai", "th", "ไทย", 1.35, 1.35, 1.60},
    {"khmer", "km", "ភូមិ", 1.50, 1.50, 1.80},
    {"myanmar", "my", "ရွာ", 1.50, 1.50, 1.80},
    {"ethiopic", "am", "ከተማ", 1.25, 1.25, 1.55},
    {"largest-of-a-line", "en", "abc ไทย 駅", 1.35, 1.35, 1.62},
};

static double leading_of(const struct leading *leading, bool headline, double size_b)
{
    struct paragraph_style style = {
        .typefaces = invented_typefaces(),
        .language = leading->language,
        .headline = headline,
    };
    struct paragraph *paragraph = paragraph_new(leading->text, &style);
    g_autoptr(GArray) lines = paragraph_fill(paragraph, WIDTH_PX, FILL_EFFORT_ANY);
    double found = paragraph_leading_em(paragraph, &g_array_index(lines, struct line, 0), size_b);
    paragraph_free(paragraph);
    return found;
}

static void test_leading(gconstpointer data)
{
    const struct leading *leading = data;
    g_assert_cmpfloat(leading_of(leading, true, 2.0), ==, leading->large_headline);
    g_assert_cmpfloat(leading_of(leading, true, 1.75), ==, leading->small_headline);
    g_assert_cmpfloat(leading_of(leading, false, 1), ==, leading->summary);
}

/* Faces of one line share a baseline, on which the tallest stands within the box. */
static void test_baseline(void)
{
    struct paragraph *paragraph = make("abc 駅", "ja", PARAGRAPH_DIRECTION_LTR);
    struct drawing *drawing = draw(paragraph, false);
    g_assert_cmpuint(drawing->runs->len, ==, 2);
    double expected = (BOX_PX - 14.5) / 2 + 11.6;
    g_assert_cmpfloat_with_epsilon(run_at(drawing, 0)->baseline_px, expected, 1e-6);
    g_assert_cmpfloat_with_epsilon(run_at(drawing, 1)->baseline_px, expected, 1e-6);
    drawing_free(drawing);
    paragraph_free(paragraph);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(orders); i++) {
        g_autofree char *path = g_strconcat("/paragraph/order/", orders[i].name, NULL);
        g_test_add_data_func(path, &orders[i], test_order);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(flushes); i++) {
        g_autofree char *path = g_strconcat("/paragraph/flush/", flushes[i].name, NULL);
        g_test_add_data_func(path, &flushes[i], test_flush);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(fallbacks); i++) {
        g_autofree char *path = g_strconcat("/paragraph/fallback/", fallbacks[i].name, NULL);
        g_test_add_data_func(path, &fallbacks[i], test_fallback);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(leadings); i++) {
        g_autofree char *path = g_strconcat("/paragraph/leading/", leadings[i].name, NULL);
        g_test_add_data_func(path, &leadings[i], test_leading);
    }
    g_test_add_func("/paragraph/edges", test_edges);
    g_test_add_func("/paragraph/tight", test_tight);
    g_test_add_func("/paragraph/unknown-has-no-width", test_unknown_has_no_width);
    g_test_add_func("/paragraph/rare-spaces", test_rare_spaces);
    g_test_add_func("/paragraph/baseline", test_baseline);
    return g_test_run();
}
