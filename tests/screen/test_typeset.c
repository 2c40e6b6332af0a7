/* SPDX-License-Identifier: MIT
 *
 * Whole cards of chance texts in the fonts of this system: what must hold for all of them.
 */
#include "paragraph.h"
#include "pixels.h"
#include "placard/card/card.h"
#include "placard/text/clean.h"

#include <math.h>
#include <string.h>
#include <unicode/ubrk.h>

#define NOW G_GINT64_CONSTANT(1795444320) /* 2026-11-23 14:32 UTC */

struct book {
    struct fontbook *fontbook;
    GRand *rand;
};

static void set_up(struct book *book, gconstpointer data)
{
    (void)data;
    book->fontbook = fontbook_new(NULL);
    g_assert_nonnull(book->fontbook);
    book->rand = g_rand_new_with_seed(26);
}

static void tear_down(struct book *book, gconstpointer data)
{
    (void)data;
    g_rand_free(book->rand);
    fontbook_free(book->fontbook);
}

/* Words and what stands between them; every language gets words of all others. */
static const char *const pieces[] = {
    "harbour",
    "two-year",
    "Donaudampf\u00ADschiff",
    "Ẩm",
    "νησί",
    "остров",
    "ორჯერ",
    "Նոր",
    "שלום",
    "(עולם)",
    "حديقة",
    "المدينة،",
    "شہر",
    "किताबों",
    "क्षत्रिय",
    "শহরের",
    "ਲਾਇਬ੍ਰੇਰੀ",
    "પુસ્તકાલય",
    "இரண்டு",
    "గ్రంథాలయం",
    "ವರ್ಷಗಳ",
    "വർഷത്തിനു",
    "පුස්තකාලය",
    "ห้องสมุดแห่งใหม่",
    "ຫໍສະໝຸດ",
    "បណ្ណាល័យ",
    "စာကြည့်တိုက်",
    "ቤተ",
    "도서관이",
    "「駅前」、",
    "ヨーロッパ",
    "图书馆。",
    "👩‍🚒",
    "🇫🇷",
    "👋🏽",
    "1\uFE0F\u20E3",
    "3.5 %",
    "90,000",
    "٢٠٢٦",
    "“now”",
    "\"no\"",
    "it's",
    "...",
    "--",
    "!?",
    "«oui»",
    "a\u0301\u0323\u0308b",
    "\u0E01\u0E35\u0E48",
    "\u200B",
    "\u00A0",
    "…",
    "½",
    "№ 5",
    "∞",
    "\uE0F0",
    "https://example.org/a/very/long/address/without/spaces?and=more&than=fits",
};
static const char *const languages[] = {"en", "de", "fr", "vi", "ar",      "he",      "ur", "hi",
                                        "th", "my", "km", "ja", "zh-Hans", "zh-Hant", "ko", NULL};

static char *chance_text(GRand *rand, int most)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = g_rand_int_range(rand, 1, most); i > 0; i--) {
        g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        if (g_rand_int_range(rand, 0, 5) > 0)
            g_string_append_c(text, ' ');
    }
    return text_clean_line(text->str, -1);
}

static struct story *chance_story(GRand *rand)
{
    struct story *story = story_new();
    story->source = g_strdup("Harbour Post");
    story->headline = chance_text(rand, 14);
    story->language = g_strdup(languages[g_rand_int_range(rand, 0, G_N_ELEMENTS(languages))]);
    story->published_utc_s = NOW - 600;
    for (int i = g_rand_int_range(rand, 0, 4); i > 0; i--) {
        g_autofree char *sentence = chance_text(rand, 25);
        if (*sentence)
            story_add_sentence(story, sentence, (unsigned)i);
    }
    return story;
}

static struct card_style style_of(const struct book *book, int width_px, int height_px)
{
    return (struct card_style){
        .width_px = width_px,
        .height_px = height_px,
        .text_scale = 1,
        .theme = theme_get(THEME_LOOK_DARK),
        .typefaces = fontbook_typefaces(book->fontbook),
        .wording = {.timezone = "UTC"},
        .clock = true,
        .progress = CARD_PROGRESS_FILL,
    };
}

static struct card *make_card(const struct card_style *style, const struct story *story)
{
    const struct card_request request = {
        .style = style, .story = story, .updated_utc_s = INSTANT_UNKNOWN, .now_utc_s = NOW};
    return card_for_story(&request);
}

/* All that is read, a line of the card in each line. */
static char *read_lines(const struct card *card)
{
    GString *text = g_string_new(NULL);
    double baseline_px = -1;
    for (guint i = 0; i < card->still->runs->len; i++) {
        const struct run *run = &g_array_index(card->still->runs, struct run, i);
        if (i > 0 && run->baseline_px != baseline_px)
            g_string_append_c(text, '\n');
        g_string_append(text, run->text);
        baseline_px = run->baseline_px;
    }
    return g_string_free(text, FALSE);
}

/* A larger screen of the same shape shows the same lines. */
static void test_same_breaks(struct book *book, gconstpointer data)
{
    (void)data;
    for (int k = 0; k < 200; k++) {
        struct story *story = chance_story(book->rand);
        bool upright = k % 2;
        struct card_style small = style_of(book, upright ? 1080 : 1920, upright ? 1920 : 1080);
        struct card_style large = style_of(book, upright ? 2160 : 3840, upright ? 3840 : 2160);
        struct card *one = make_card(&small, story);
        struct card *two = make_card(&large, story);
        g_autofree char *here = read_lines(one);
        g_autofree char *there = read_lines(two);
        g_assert_cmpstr(here, ==, there);
        card_free(one);
        card_free(two);
        story_free(story);
    }
}

/* At any width: no line is wider than it may be, unless one cluster is, none begins within one, and
 * all that is read stands on some line. */
static void test_lines(struct book *book, gconstpointer data)
{
    (void)data;
    for (int k = 0; k < 300; k++) {
        g_autofree char *text = chance_text(book->rand, 20);
        struct paragraph_style style = {
            .typefaces = fontbook_typefaces(book->fontbook),
            .role = TYPE_ROLE_TEXT,
            .language = languages[g_rand_int_range(book->rand, 0, G_N_ELEMENTS(languages))],
            .headline = k % 2,
        };
        struct paragraph *paragraph = paragraph_new(text, &style);
        double width_em = g_rand_double_range(book->rand, 0.2, 30);
        g_autoptr(GArray) lines = paragraph_balance(paragraph, width_em, FILL_EFFORT_ANY);
        glong length = 0;
        g_autofree gunichar2 *units = g_utf8_to_utf16(text, -1, NULL, &length, NULL);
        UErrorCode status = U_ZERO_ERROR;
        UBreakIterator *clusters = ubrk_open(UBRK_CHARACTER, "en", units, (int)length, &status);
        int read = 0;
        for (guint i = 0; i < lines->len; i++) {
            const struct line *line = &g_array_index(lines, struct line, i);
            g_assert_true(ubrk_isBoundary(clusters, line->start));
            if (line->width_em > width_em && ubrk_following(clusters, line->start) < line->end)
                g_error("%.3f em of %.3f: %d to %d of “%s”", line->width_em, width_em, line->start,
                        line->end, text);
            for (int at = read; at < line->start; at++)
                g_assert_true(g_unichar_isspace(units[at]) || units[at] == 0x200B);
            read = line->end;
        }
        ubrk_close(clusters);
        paragraph_free(paragraph);
    }
}

/* The face of a run has every cluster of it: no hollow box is ever drawn. */
static void check_faces(const struct book *book, const struct run *run)
{
    const struct typefaces *typefaces = fontbook_typefaces(book->fontbook);
    glong length = 0;
    g_autofree gunichar2 *units = g_utf8_to_utf16(run->text, -1, NULL, &length, NULL);
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *clusters = ubrk_open(UBRK_CHARACTER, "en", units, (int)length, &status);
    int start = 0;
    for (int end = ubrk_next(clusters); end != UBRK_DONE; start = end, end = ubrk_next(clusters)) {
        g_autofree char *cluster = g_utf16_to_utf8(units + start, end - start, NULL, NULL, NULL);
        struct typeface_query query = {
            .role = TYPE_ROLE_TEXT, .preferred = run->face, .cluster = cluster};
        if (typefaces->find(typefaces->data, &query) != run->face)
            g_error("“%s” of “%s” is not in its face", cluster, run->text);
    }
    ubrk_close(clusters);
}

static void paint(const struct book *book, struct canvas *canvas, const struct drawing *drawing)
{
    struct picture *picture = picture_new(book->fontbook, drawing);
    canvas_paint(canvas, picture, 1);
    picture_free(picture);
}

/* On any screen all ink keeps away from the edges, which a television may cut off. */
static void test_ink(struct book *book, gconstpointer data)
{
    (void)data;
    static const int sizes[][2] = {{320, 240}, {800, 480}, {1024, 600}, {480, 800}, {1280, 720}};
    for (int k = 0; k < 150; k++) {
        const int *size = sizes[k % G_N_ELEMENTS(sizes)];
        struct story *story = chance_story(book->rand);
        struct card_style style = style_of(book, size[0], size[1]);
        struct card *card = make_card(&style, story);
        for (guint i = 0; i < card->still->runs->len; i++)
            check_faces(book, &g_array_index(card->still->runs, struct run, i));
        struct canvas *canvas = canvas_new(size[0], size[1], NULL);
        canvas_fill(canvas, NULL, style.theme->background);
        paint(book, canvas, card->still);
        struct ink_box ink = pixels_ink(canvas, style.theme->background);
        if (ink.left < 0.04 * size[0] || ink.right > 0.96 * size[0] || ink.top < 0.04 * size[1] ||
            ink.bottom > 0.96 * size[1])
            g_error("%dx%d: ink from %d, %d to %d, %d: %s", size[0], size[1], ink.left, ink.top,
                    ink.right, ink.bottom, read_lines(card));
        canvas_free(canvas);
        card_free(card);
        story_free(story);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/typeset/same-breaks", struct book, NULL, set_up, test_same_breaks, tear_down);
    g_test_add("/typeset/lines", struct book, NULL, set_up, test_lines, tear_down);
    g_test_add("/typeset/ink", struct book, NULL, set_up, test_ink, tear_down);
    return g_test_run();
}
