/* SPDX-License-Identifier: MIT */
#include "example.h"
#include "invented.h"

#include <math.h>
#include <string.h>

static const char long_source[] = "The Very Long Name of a Paper of the Coast and of its Harbours";

struct rail {
    struct card_style style;
    struct story *story;
    struct card *card;
    char *text; /* of all small runs */
};

static struct rail *rail_make(const struct screen *screen, const char *source, enum card_mark mark)
{
    struct rail *rail = g_new0(struct rail, 1);
    rail->style = example_style(screen->width_px, screen->height_px);
    rail->story = example_story("en", "Ferry sails", "It sails again.");
    g_free(rail->story->source);
    rail->story->source = g_strdup(source);
    struct card_request request = {
        .style = &rail->style,
        .story = rail->story,
        .mark = mark,
        .updated_utc_s = EXAMPLE_NOW - 5 * 3600 - 27 * 60,
        .now_utc_s = EXAMPLE_NOW,
    };
    rail->card = card_for_story(&request);
    rail->text = example_text(rail->card->still, 0.70 * screen->b_px);
    return rail;
}

static void rail_free(struct rail *rail)
{
    card_free(rail->card);
    story_free(rail->story);
    g_free(rail->text);
    g_free(rail);
}

static char *clock_text(const struct card *card)
{
    struct drawing *clock = card_clock(card, EXAMPLE_NOW);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < clock->runs->len; i++)
        g_string_append(text, g_array_index(clock->runs, struct run, i).text);
    drawing_free(clock);
    return g_string_free(text, FALSE);
}

/* Whatever the screen and whatever stands beside them, age and clock are whole. */
static void test_whole(gconstpointer data)
{
    const struct screen *screen = data;
    for (enum card_mark mark = CARD_MARK_NONE; mark <= CARD_MARK_TROUBLE; mark++) {
        struct rail *rail = rail_make(screen, long_source, mark);
        g_autofree char *clock = clock_text(rail->card);
        g_assert_cmpstr(clock, ==, "14:32");
        g_assert_nonnull(strstr(rail->text, "12 minutes ago"));
        g_assert_nonnull(strstr(rail->text, "The"));
        rail_free(rail);
    }
}

/* A name is shown as far as there is room, and ends in "…" where there is none for all of it. */
static void test_source(void)
{
    static const char *const sources[] = {"Harbour Post", long_source,
                                          "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
    const struct screen small = {"", 320, 240, 14};
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        struct rail *rail = rail_make(&small, sources[i], CARD_MARK_NONE);
        g_auto(GStrv) parts = g_strsplit(rail->text, "·", -1);
        g_assert_cmpuint(g_strv_length(parts), ==, 2);
        g_assert_cmpint(g_str_has_suffix(parts[0], "…"), ==, i > 0);
        g_autofree char *kept = g_strndup(parts[0], strlen(parts[0]) - (i > 0 ? strlen("…") : 0));
        g_assert_true(g_str_has_prefix(sources[i], kept));
        g_assert_cmpuint(strlen(kept), >=, 8);
        rail_free(rail);
    }
}

/* A name longer than any paragraph is shortened, too, and in no more than a moment. */
static void test_endless_source(void)
{
    g_autofree char *words = example_repeat("Harbour Post ", 20000);
    g_autofree char *letters = example_repeat("a", 200000);
    const char *const sources[] = {words, letters};
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        struct rail *rail = rail_make(&example_screens[2], sources[i], CARD_MARK_NONE);
        g_assert_nonnull(strstr(rail->text, "…·12 minutes ago"));
        rail_free(rail);
    }
}

static void test_unknown_time(void)
{
    struct card_style style = example_style(1920, 1080);
    struct story *story = example_story("en", "Ferry sails", "It sails again.");
    story->published_utc_s = INSTANT_UNKNOWN;
    struct card *card = example_card(&style, story);
    g_autofree char *text = example_text(card->still, 0.70 * 46);
    g_assert_cmpstr(text, ==, "Harbour Post");
    card_free(card);
    story_free(story);
}

/* The age is told in the story's language, or in that of the whole display. */
static void test_age_language(void)
{
    static const struct {
        const char *locale;
        const char *language;
        const char *age;
    } cases[] = {
        {NULL, NULL, "12 minutes ago"},
        {NULL, "de", "vor 12 Minuten"},
        {NULL, "ja", "12 分前"},
        {"fr", "de", "il y a 12 minutes"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct card_style style = example_style(1920, 1080);
        style.wording.locale = cases[i].locale;
        struct story *story = example_story(cases[i].language, "Ferry sails", "It sails again.");
        struct card *card = example_card(&style, story);
        g_autofree char *text = example_text(card->still, 0.70 * 46);
        g_autofree char *expected = g_strconcat("Harbour Post·", cases[i].age, NULL);
        g_assert_cmpstr(text, ==, expected);
        card_free(card);
        story_free(story);
    }
}

struct note {
    const char *name;
    enum card_mark mark;
    const char *words;
    bool triangle;
};

static const struct note notes[] = {
    {"none", CARD_MARK_NONE, NULL, false},
    {"sample", CARD_MARK_SAMPLE, "Sample", false},
    {"offline", CARD_MARK_OFFLINE, "Offline", false},
    {"trouble", CARD_MARK_TROUBLE, "", true},
};

static bool has_triangle(const struct card *card)
{
    for (guint i = 0; i < card->still->shapes->len; i++)
        if (g_array_index(card->still->shapes, struct shape, i).kind == SHAPE_KIND_TRIANGLE)
            return true;
    return false;
}

/* On every screen a note is there, at least in brief. */
static void test_note(gconstpointer data)
{
    const struct note *note = data;
    for (size_t i = 0; i < EXAMPLE_SCREENS; i++) {
        struct rail *rail = rail_make(&example_screens[i], "Harbour Post", note->mark);
        if (note->words)
            g_assert_nonnull(strstr(rail->text, note->words));
        g_assert_cmpint(has_triangle(rail->card), ==, note->triangle);
        rail_free(rail);
    }
}

/* With room it says all that it knows. */
static void test_note_words(void)
{
    static const char *const words[] = {
        [CARD_MARK_SAMPLE] = "Sample stories",
        [CARD_MARK_OFFLINE] = "Offline · updated 09:05",
        [CARD_MARK_TROUBLE] = "Settings need attention",
    };
    static const struct screen screens[] = {{"", 1920, 1080, 46}, {"", 1080, 1920, 46}};
    for (size_t i = 0; i < G_N_ELEMENTS(screens); i++)
        for (enum card_mark mark = CARD_MARK_SAMPLE; mark <= CARD_MARK_TROUBLE; mark++) {
            struct rail *rail = rail_make(&screens[i], "Harbour Post", mark);
            g_assert_nonnull(strstr(rail->text, words[mark]));
            rail_free(rail);
        }
}

/* In landscape before the clock, in portrait beside it in the foot. */
static void test_note_place(void)
{
    struct rail *wide = rail_make(&(struct screen){"", 1920, 1080, 46}, "Post", CARD_MARK_OFFLINE);
    const struct run *note = example_run(wide->card->still, "Offline");
    g_assert_cmpfloat(note->x_px + note->width_px, <=, wide->card->clock_area.x);
    g_assert_cmpfloat(note->x_px, >, 1920 / 2.0);
    g_assert_cmpfloat(note->baseline_px, <, 1080 / 4.0);
    rail_free(wide);
    struct rail *high = rail_make(&(struct screen){"", 1080, 1920, 46}, "Post", CARD_MARK_OFFLINE);
    const struct area *clock = &high->card->clock_area;
    note = example_run(high->card->still, "Offline");
    g_assert_cmpfloat(note->x_px, >=, clock->x + clock->width - 1);
    g_assert_cmpfloat(note->baseline_px, >, clock->y);
    g_assert_cmpfloat(note->baseline_px, <, clock->y + clock->height);
    rail_free(high);
}

/* A breaking story has a pill with the word in place of the mark. */
static void test_breaking(void)
{
    struct card_style style = example_style(1920, 1080);
    struct story *story = example_story("en", "Ferry sails", "It sails again.");
    story->priority = STORY_PRIORITY_BREAKING;
    struct card *card = example_card(&style, story);
    g_assert_cmpuint(card->still->shapes->len, ==, 1);
    const struct shape *pill = &g_array_index(card->still->shapes, struct shape, 0);
    g_assert_cmphex(pill->colour, ==, style.theme->alert);
    const struct run *word = example_run(card->still, "Breaking");
    g_assert_cmphex(word->colour, ==, style.theme->alert_text);
    g_assert_cmpfloat_with_epsilon(word->x_px - pill->x_px, 0.38 * 46, 1);
    g_assert_cmpfloat(word->x_px + word->width_px, <, pill->x_px + pill->width_px);
    g_assert_cmpfloat(word->baseline_px, <, pill->y_px + pill->height_px);
    card_free(card);
    story_free(story);
}

/* The words stand in the language of the interface, whatever that of the story is. */
static void test_language(void)
{
    struct catalogues *catalogues = catalogues_new(PLACARD_WORDS);
    struct card_style style = example_style(1920, 1080);
    style.wording.locale = "ar-u-nu-latn";
    style.wording.catalogue = catalogues_find(catalogues, style.wording.locale);
    struct story *story = example_story("en", "Ferry sails", "It sails again.");
    story->priority = STORY_PRIORITY_BREAKING;
    struct card_request request = {.style = &style,
                                   .story = story,
                                   .mark = CARD_MARK_OFFLINE,
                                   .updated_utc_s = EXAMPLE_NOW - 600,
                                   .now_utc_s = EXAMPLE_NOW};
    struct card *card = card_for_story(&request);
    g_assert_nonnull(example_run(card->still, "عاجل"));
    g_assert_nonnull(example_run(card->still, "غير متصل"));
    g_assert_nonnull(example_run(card->still, "قبل"));
    g_assert_null(example_run(card->still, "Breaking"));
    g_assert_false(card->right_to_left);
    card_free(card);
    story_free(story);
    catalogues_free(catalogues);
}

/* The rail is too low for Nastaliq, in which the rest of the card is set. */
static void test_urdu(void)
{
    struct card_style style = example_style(1920, 1080);
    struct story *story = example_story("ur", "نئی کشتی", "کشتی دن میں دو بار جاتی ہے۔");
    g_free(story->source);
    story->source = g_strdup("شہر نامہ");
    struct card *card = example_card(&style, story);
    g_assert_cmpint(example_run(card->still, "شہر نامہ")->face, ==, INVENTED_FACE_ARABIC);
    g_assert_cmpint(example_run(card->still, "نئی")->face, ==, INVENTED_FACE_NASTALIQ);
    card_free(card);
    story_free(story);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < EXAMPLE_SCREENS; i++) {
        g_autofree char *path = g_strconcat("/rail/whole/", example_screens[i].name, NULL);
        g_test_add_data_func(path, &example_screens[i], test_whole);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(notes); i++) {
        g_autofree char *path = g_strconcat("/rail/note/", notes[i].name, NULL);
        g_test_add_data_func(path, &notes[i], test_note);
    }
    g_test_add_func("/rail/note-words", test_note_words);
    g_test_add_func("/rail/note-place", test_note_place);
    g_test_add_func("/rail/source", test_source);
    g_test_add_func("/rail/endless-source", test_endless_source);
    g_test_add_func("/rail/unknown-time", test_unknown_time);
    g_test_add_func("/rail/age-language", test_age_language);
    g_test_add_func("/rail/breaking", test_breaking);
    g_test_add_func("/rail/language", test_language);
    g_test_add_func("/rail/urdu", test_urdu);
    return g_test_run();
}
