/* SPDX-License-Identifier: MIT */
#include "example.h"

#include <math.h>
#include <string.h>

static const char *const sentences[] = {
    "Waiting for the first stories.",
    "No stories match the settings.",
    "Add sources to the settings, and their news will appear here.",
};

/* Of the interface. */
static const char *const languages[] = {"en", "ar", "de", "es", "fr", "ja"};

static const struct {
    const char *name;
    enum source_status status;
    const char *error;
} sources[] = {
    {"Harbour Post", SOURCE_STATUS_OK, NULL},
    {"Stadtblatt", SOURCE_STATUS_FAILED, "no answer"},
    {"صحيفة الواحة", SOURCE_STATUS_FAILED, NULL},
    {"The Very Long Name of a Paper of the Coast and of its Harbours", SOURCE_STATUS_OK, NULL},
};

static struct edition *make_edition(unsigned count)
{
    struct edition *edition = edition_new();
    for (unsigned i = 0; i < count; i++) {
        struct source_report *report = source_report_new();
        report->name = g_strdup(sources[i % G_N_ELEMENTS(sources)].name);
        report->status = sources[i % G_N_ELEMENTS(sources)].status;
        report->error = g_strdup(sources[i % G_N_ELEMENTS(sources)].error);
        report->due_utc_s = report->error ? EXAMPLE_NOW + 60 : INSTANT_UNKNOWN;
        g_ptr_array_add(edition->sources, report);
    }
    return edition;
}

static char *all_text(const struct drawing *drawing)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < drawing->runs->len; i++)
        g_string_append(text, g_array_index(drawing->runs, struct run, i).text);
    return g_string_free(text, FALSE);
}

static gint compare_baselines(gconstpointer a, gconstpointer b)
{
    const struct run *one = a;
    const struct run *two = b;
    return one->baseline_px < two->baseline_px ? -1 : one->baseline_px > two->baseline_px;
}

/* Runs of different lines do not touch: lines stand further apart than the larger's letters. */
static void check_lines(const struct drawing *drawing, GString *problems)
{
    g_autoptr(GArray) runs = g_array_copy(drawing->runs);
    g_array_set_clear_func(runs, NULL);
    g_array_sort(runs, compare_baselines);
    for (guint i = 1; i < runs->len; i++) {
        const struct run *upper = &g_array_index(runs, struct run, i - 1);
        const struct run *lower = &g_array_index(runs, struct run, i);
        bool same_line = lower->baseline_px - upper->baseline_px < 0.3 * upper->size_px;
        if (!same_line && example_extent(upper).bottom > example_extent(lower).top + 0.01)
            g_string_append_printf(problems, "“%s” over “%s”\n", upper->text, lower->text);
    }
}

static void check(const struct card_style *style, const struct card *card, const char *what,
                  GString *problems)
{
    gsize before = problems->len;
    example_check_margins(style, card->still, problems);
    check_lines(card->still, problems);
    if (problems->len > before)
        g_string_append_printf(problems, "  … on %s\n", what);
}

static void test_waiting(gconstpointer data)
{
    const struct screen *screen = data;
    g_autoptr(GString) problems = g_string_new(NULL);
    for (unsigned k = 0; k < 5 * G_N_ELEMENTS(sentences); k++) {
        struct card_style style = example_style(screen->width_px, screen->height_px);
        struct edition *edition = make_edition(k % 5);
        const char *sentence = sentences[k / 5];
        struct card *card = card_waiting(&style, sentence, edition, EXAMPLE_NOW);
        check(&style, card, sentence, problems);
        g_autofree char *text = all_text(card->still);
        g_assert_nonnull(strstr(text, "14:32"));
        g_assert_nonnull(strstr(text, "Monday 23 November"));
        g_assert_nonnull(strstr(text, k / 5 == 0 ? "Waiting" : k / 5 == 1 ? "No" : "Add sources"));
        card_free(card);
        edition_free(edition);
    }
    g_assert_cmpstr(problems->str, ==, "");
}

/* What a source did is told by a word beside the dot. */
static void test_waiting_sources(void)
{
    struct card_style style = example_style(1920, 1080);
    struct edition *edition = make_edition(3);
    struct card *card = card_waiting(&style, sentences[0], edition, EXAMPLE_NOW);
    g_autofree char *text = all_text(card->still);
    g_assert_nonnull(strstr(text, "Harbour Post— answered"));
    g_assert_nonnull(strstr(text, "Stadtblatt— next try 14:33"));
    g_assert_nonnull(strstr(text, "connecting"));
    g_assert_cmpuint(card->still->shapes->len, ==, 3);
    g_assert_cmpint(g_array_index(card->still->shapes, struct shape, 0).kind, ==, SHAPE_KIND_BOX);
    g_assert_cmpint(g_array_index(card->still->shapes, struct shape, 1).kind, ==, SHAPE_KIND_RING);
    card_free(card);
    edition_free(edition);
}

static void test_waiting_without_clock(void)
{
    struct card_style style = example_style(1920, 1080);
    style.clock = false;
    struct card *card = card_waiting(&style, sentences[0], NULL, EXAMPLE_NOW);
    g_autofree char *text = all_text(card->still);
    g_assert_cmpstr(text, ==, sentences[0]);
    card_free(card);
}

static const struct card_trouble troubles[] = {
    {"config.json:12", NULL, "expected a comma", NULL},
    {"config.json:12", "sources[2].refresh_minutes", "expected 1 to 1440, got \"ten\"", "15"},
    {"/etc/placard/config.json:1204", "sources[2].url",
     "expected an http or https URL, a file path or a glob relative to the config file, got "
     "\"htps:/example.org/news/harbour/and/coast/feed.xml?format=rss&language=en&limit=20\"",
     "\"https://example.org/feed.xml\""},
    {"config.json:3", "title", NULL, NULL},
};

static void test_trouble(gconstpointer data)
{
    const struct screen *screen = data;
    g_autoptr(GString) problems = g_string_new(NULL);
    g_autofree char *endless = example_repeat("expected ", 400);
    for (size_t i = 0; i < G_N_ELEMENTS(troubles); i++) {
        struct card_style style = example_style(screen->width_px, screen->height_px);
        struct card_trouble trouble = troubles[i];
        if (!trouble.message)
            trouble.message = endless;
        struct card *card = card_for_trouble(&style, &trouble);
        check(&style, card, trouble.key ? trouble.key : trouble.message, problems);
        g_autofree char *text = all_text(card->still);
        g_assert_nonnull(strstr(text, "config.json"));
        g_assert_nonnull(strstr(text, "expected"));
        card_free(card);
    }
    g_assert_cmpstr(problems->str, ==, "");
}

/* With room for it everything stands there. */
static void test_trouble_words(void)
{
    struct card_style style = example_style(1024, 600);
    struct card *card = card_for_trouble(&style, &troubles[1]);
    g_autofree char *text = all_text(card->still);
    g_assert_nonnull(strstr(text, "Settings need attention"));
    g_assert_nonnull(strstr(text, "config.json:12  sources[2].refresh_minutes"));
    g_assert_nonnull(strstr(text, "expected 1 to 1440, got \"ten\""));
    g_assert_nonnull(strstr(text, "Example: 15"));
    g_assert_nonnull(strstr(text, "placard check"));
    card_free(card);
}

static void check_help(const struct card_style *style, const struct drawing *drawing,
                       GString *problems)
{
    example_check_margins(style, drawing, problems);
    check_lines(drawing, problems);
    const struct shape *box = &g_array_index(drawing->shapes, struct shape, 0);
    for (guint i = 0; i < drawing->runs->len; i++) {
        struct extent extent = example_extent(&g_array_index(drawing->runs, struct run, i));
        g_assert_cmpfloat(extent.left, >, box->x_px);
        g_assert_cmpfloat(extent.right, <, box->x_px + box->width_px);
        g_assert_cmpfloat(extent.top, >, box->y_px);
        g_assert_cmpfloat(extent.bottom, <, box->y_px + box->height_px);
    }
}

static void test_help(gconstpointer data)
{
    enum { ROWS = PHRASE_KEY_QUIT + 1 - PHRASE_KEY_STEP };
    const struct screen *screen = data;
    g_autoptr(GString) problems = g_string_new(NULL);
    struct card_style style = example_style(screen->width_px, screen->height_px);
    struct catalogues *catalogues = catalogues_new(PLACARD_WORDS);
    for (size_t k = 0; k < G_N_ELEMENTS(languages); k++) {
        style.wording.catalogue = catalogues_find(catalogues, languages[k]);
        struct card_row rows[ROWS];
        for (unsigned i = 0; i < ROWS; i++)
            rows[i] = (struct card_row){
                "Space", catalogue_text(style.wording.catalogue, PHRASE_KEY_STEP + i)};
        struct drawing *drawing = card_table(&style, rows, ROWS);
        check_help(&style, drawing, problems);
        drawing_free(drawing);
    }
    catalogues_free(catalogues);
    g_assert_cmpstr(problems->str, ==, "");
}

/* In every language all words have room, and a card is written the way of its words. */
static void test_languages(gconstpointer data)
{
    const struct screen *screen = data;
    g_autoptr(GString) problems = g_string_new(NULL);
    struct catalogues *catalogues = catalogues_new(PLACARD_WORDS);
    struct edition *edition = make_edition(4);
    for (size_t k = 0; k < G_N_ELEMENTS(languages); k++) {
        struct card_style style = example_style(screen->width_px, screen->height_px);
        style.wording.locale = languages[k];
        style.wording.catalogue = catalogues_find(catalogues, languages[k]);
        const char *sentence = catalogue_text(style.wording.catalogue, PHRASE_NO_SOURCES);
        struct card *waiting = card_waiting(&style, sentence, edition, EXAMPLE_NOW);
        check(&style, waiting, sentence, problems);
        g_assert_cmpint(waiting->right_to_left, ==, g_str_equal(languages[k], "ar"));
        card_free(waiting);
        struct card *trouble = card_for_trouble(&style, &troubles[1]);
        check(&style, trouble, languages[k], problems);
        card_free(trouble);
    }
    edition_free(edition);
    catalogues_free(catalogues);
    g_assert_cmpstr(problems->str, ==, "");
}

typedef void screen_test(gconstpointer data);

static const struct {
    const char *name;
    screen_test *test;
} tests[] = {{"waiting", test_waiting},
             {"trouble", test_trouble},
             {"help", test_help},
             {"languages", test_languages}};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t k = 0; k < G_N_ELEMENTS(tests); k++)
        for (size_t i = 0; i < EXAMPLE_SCREENS; i++) {
            g_autofree char *path =
                g_strdup_printf("/message/%s/%s", tests[k].name, example_screens[i].name);
            g_test_add_data_func(path, &example_screens[i], tests[k].test);
        }
    g_test_add_func("/message/waiting-sources", test_waiting_sources);
    g_test_add_func("/message/waiting-without-clock", test_waiting_without_clock);
    g_test_add_func("/message/trouble-words", test_trouble_words);
    return g_test_run();
}
