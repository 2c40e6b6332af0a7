/* SPDX-License-Identifier: MIT
 *
 * What holds for every card: each of many stories, on each of many screens.
 */
#include "example.h"

#include <math.h>
#include <string.h>

/* A story that is hard to place: each text repeated so many times. */
struct hard {
    const char *name;
    const char *language;
    const char *source;
    const char *headline;
    unsigned headline_times;
    const char *sentence;
    unsigned sentence_times;
    unsigned sentences;
    enum story_priority priority;
};

static const struct hard hards[] = {
    {"short", "en", "Harbour Post", "Ferry sails", 1, "It sails again. ", 1, 1},
    {"word", "en", "Harbour Post", "a", 300, "b", 300, 1},
    {"word-and-words", "en", "Harbour Post", "Ferry aaaaaaaaaaaaaaaaaaaaaaaaaaaa ", 5, "b", 300, 3},
    {"no-summary", "en", "Harbour Post", "Ferry sails", 1, NULL, 0, 0},
    {"no-summary-long", "en", "Harbour Post", "Ferry sails ", 60, NULL, 0, 0},
    {"no-headline", "en", "Harbour Post", "", 1, "It sails again. ", 2, 2},
    {"forty-sentences", "en", "Harbour Post", "Ferry sails", 1, "It sails at last. ", 3, 40},
    {"long-sentence", "en", "Harbour Post", "Ferry sails ", 4, "sails and ", 400, 1},
    {"long-headline", "en", "Harbour Post", "Ferry sails ", 60, "It sails again. ", 4, 3},
    {"breaking", "en", "Harbour Post", "Ferry sails ", 3, "It sails again. ", 4, 3,
     STORY_PRIORITY_BREAKING},
    {"long-source", "en", "The Very Long Name of a Paper of the Coast and of its Many Harbours",
     "Ferry sails ", 3, "It sails again. ", 4, 3},
    {"source-word", "en", "Harbourpostharbourpostharbourpostharbourpostharbourpost", "Ferry sails",
     1, "It sails again. ", 4, 3, STORY_PRIORITY_BREAKING},
    {"no-language", NULL, "Harbour Post", "Ferry sails", 1, "It sails again. ", 4, 3},
    {"arabic", "ar", "صحيفة الواحة والساحل والميناء القديم", "حديقة جديدة ", 20, "تفتح أبوابها ", 9,
     6},
    {"hebrew-breaking", "he", "עיתון הנמל", "גן חדש ", 4, "נפתח היום ", 9, 6,
     STORY_PRIORITY_BREAKING},
    {"japanese", "ja", "みなと新聞", "駅前の時計台、", 6, "百年ぶりに鐘が鳴る。", 6, 6},
    {"thai", "th", "ท่าเรือ", "ห้องสมุดเมืองเปิด", 6, "ห้องสมุดเมืองเปิดอีกครั้ง", 9, 4},
    {"khmer", "km", "ភូមិ", "ភូមិថ្មី ", 30, "ភូមិថ្មីបើក ", 90, 1},
    {"scripts", "en", "Harbour Post", "Ferry ភូមិ ", 9,
     "Ferry sails to the station and ភូមិថ្មី ห้องสมุด 駅前 ", 40, 1},
};

static struct story *make_hard(const struct hard *hard)
{
    g_autofree char *headline = example_repeat(hard->headline, hard->headline_times);
    struct story *story = example_story(hard->language, headline, NULL);
    g_free(story->source);
    story->source = g_strdup(hard->source);
    story->priority = hard->priority;
    for (unsigned i = 0; i < hard->sentences; i++) {
        g_autofree char *sentence = example_repeat(hard->sentence, hard->sentence_times);
        story_add_sentence(story, sentence, hard->sentences - i);
    }
    return story;
}

/* The stories that are hard to place and those of the bundled sample. */
static struct edition *make_edition(void)
{
    g_autofree char *json = NULL;
    gsize length_bytes = 0;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(PLACARD_ASSETS "/sample.json", &json, &length_bytes, &error);
    g_assert_no_error(error);
    struct edition *edition = edition_parse(json, length_bytes, &error);
    g_assert_no_error(error);
    for (size_t i = 0; i < G_N_ELEMENTS(hards); i++) {
        struct story *story = make_hard(&hards[i]);
        g_free(story->id);
        story->id = g_strdup(hards[i].name);
        g_ptr_array_add(edition->stories, story);
    }
    return edition;
}

struct look {
    const struct screen *screen;
    struct card_style style;
    struct card_request request;
    struct card *card;
    struct drawing *clock, *progress;
    GString *problems;
};

static void complain(struct look *look, const char *what, double found, double bound)
{
    g_string_append_printf(look->problems, "%s, mark %d, scale %g: %s: %.1f beyond %.1f\n",
                           look->request.story->id, look->request.mark, look->style.text_scale,
                           what, found, bound);
}

/* Runs of the rail and the foot are small, those of the story are not. */
static bool is_small(const struct look *look, const struct run *run)
{
    return fabs(run->size_px - 0.70 * look->screen->b_px) < 0.01;
}

static bool is_upper(const struct look *look, const struct run *run)
{
    return run->baseline_px < look->style.height_px / 2.0;
}

static void check_sizes(struct look *look)
{
    double least = 0.70 * look->screen->b_px - 0.01;
    for (guint i = 0; i < look->card->still->runs->len; i++) {
        const struct run *run = &g_array_index(look->card->still->runs, struct run, i);
        if (run->size_px < least)
            complain(look, "small type", run->size_px, least);
    }
}

/* Rail, story and foot lie below one another. */
static void check_heights(struct look *look)
{
    double rail_bottom = 0;
    double story_top = look->style.height_px;
    double story_bottom = 0;
    double foot_top = look->card->progress_area.y;
    for (guint i = 0; i < look->card->still->runs->len; i++) {
        const struct run *run = &g_array_index(look->card->still->runs, struct run, i);
        struct extent extent = example_extent(run);
        if (!is_small(look, run)) {
            story_top = fmin(story_top, extent.top);
            story_bottom = fmax(story_bottom, extent.bottom);
        } else if (is_upper(look, run)) {
            rail_bottom = fmax(rail_bottom, extent.bottom);
        } else {
            foot_top = fmin(foot_top, extent.top);
        }
    }
    if (look->card->clock_area.y > look->style.height_px / 2)
        foot_top = fmin(foot_top, look->card->clock_area.y);
    if (rail_bottom > story_top)
        complain(look, "rail over story", rail_bottom, story_top);
    if (story_bottom > foot_top)
        complain(look, "story over foot", story_bottom, foot_top);
}

static gint compare_left(gconstpointer a, gconstpointer b)
{
    const struct run *const *left = a;
    const struct run *const *right = b;
    return (*left)->x_px < (*right)->x_px ? -1 : (*left)->x_px > (*right)->x_px;
}

/* Nothing in the rail, or in the foot, lies over anything else there, the clock included. */
static void check_row(struct look *look, bool upper)
{
    g_autoptr(GPtrArray) runs = g_ptr_array_new();
    const struct drawing *drawings[] = {look->card->still, look->clock};
    for (size_t k = 0; k < G_N_ELEMENTS(drawings); k++) {
        for (guint i = 0; i < drawings[k]->runs->len; i++) {
            struct run *run = &g_array_index(drawings[k]->runs, struct run, i);
            bool part = k == 1 || is_small(look, run);
            if (part && is_upper(look, run) == upper)
                g_ptr_array_add(runs, run);
        }
    }
    g_ptr_array_sort(runs, compare_left);
    for (guint i = 1; i < runs->len; i++) {
        const struct run *left = runs->pdata[i - 1];
        const struct run *right = runs->pdata[i];
        if (left->x_px + left->width_px > right->x_px + 0.01)
            complain(look, "row over itself", left->x_px + left->width_px, right->x_px);
    }
}

/* What is drawn apart stays where it can be drawn again without harm to the rest. */
static void check_area(struct look *look, const char *what, const struct area *area,
                       const struct drawing *drawing)
{
    for (guint i = 0; i < drawing->runs->len; i++) {
        struct extent extent = example_extent(&g_array_index(drawing->runs, struct run, i));
        if (extent.left < area->x - 0.01 || extent.right > area->x + area->width)
            complain(look, what, extent.right, area->x + area->width);
        if (extent.top < area->y || extent.bottom > area->y + area->height)
            complain(look, what, extent.bottom, area->y + area->height);
    }
    for (guint i = 0; i < drawing->shapes->len; i++) {
        const struct shape *shape = &g_array_index(drawing->shapes, struct shape, i);
        double right = shape->x_px + shape->width_px;
        double bottom = shape->y_px + shape->height_px;
        if (shape->x_px < area->x || right > area->x + area->width)
            complain(look, what, right, area->x + area->width);
        if (shape->y_px < area->y || bottom > area->y + area->height)
            complain(look, what, bottom, area->y + area->height);
    }
}

static void check_rules(struct look *look)
{
    const struct story *story = look->request.story;
    const struct card *card = look->card;
    double side = fmin(look->style.width_px, look->style.height_px);
    bool portrait = look->style.width_px < 1.05 * look->style.height_px;
    unsigned most = portrait || side <= 640 ? 4 : 3;
    if (card->headline_lines > most)
        complain(look, "headline lines", card->headline_lines, most);
    if (*story->headline && card->headline_lines == 0)
        complain(look, "no headline", 0, 1);
    if (card->sentences_shown > story->sentences->len)
        complain(look, "sentences", card->sentences_shown, story->sentences->len);
}

static void check_card(struct look *look)
{
    look->card = card_for_story(&look->request);
    look->clock = card_clock(look->card, EXAMPLE_NOW);
    look->progress = card_progress(look->card, 3, 12, 0.5);
    gsize before = look->problems->len;
    example_check_margins(&look->style, look->card->still, look->problems);
    example_check_margins(&look->style, look->clock, look->problems);
    example_check_margins(&look->style, look->progress, look->problems);
    if (look->problems->len > before)
        complain(look, "margins", 0, 0);
    check_sizes(look);
    check_heights(look);
    check_row(look, true);
    check_row(look, false);
    check_area(look, "clock area", &look->card->clock_area, look->clock);
    check_area(look, "progress area", &look->card->progress_area, look->progress);
    check_rules(look);
    drawing_free(look->clock);
    drawing_free(look->progress);
    card_free(look->card);
}

/* The sizes of all text that config allows are tried on the stories that need most room. */
static void test_screen(gconstpointer data)
{
    static const double scales[] = {1, 0.5, 1.5, 2};
    const struct screen *screen = data;
    struct edition *edition = make_edition();
    struct look look = {.problems = g_string_new(NULL)};
    for (guint k = 0; k < edition->stories->len * G_N_ELEMENTS(scales); k++) {
        struct screen scaled = *screen;
        look.screen = &scaled;
        look.style = example_style(screen->width_px, screen->height_px);
        look.style.text_scale = scales[k / edition->stories->len];
        double side = fmin(screen->width_px, screen->height_px);
        scaled.b_px = round((side <= 640 ? 0.0585 : 0.0426) * side * look.style.text_scale);
        look.request = (struct card_request){
            .style = &look.style,
            .story = edition->stories->pdata[k % edition->stories->len],
            .mark = (enum card_mark)(k % 4),
            .updated_utc_s = EXAMPLE_NOW - 20000,
            .now_utc_s = EXAMPLE_NOW,
        };
        check_card(&look);
    }
    g_assert_cmpstr(look.problems->str, ==, "");
    g_string_free(look.problems, TRUE);
    edition_free(edition);
}

/* Where people read from, and how large the pixels are, decide within limits: a capital fills 20
 * minutes of arc. */
static void test_distance(void)
{
    static const struct {
        const char *name;
        int width_px, height_px;
        double distance_m, pixel_mm;
        double b_px;
    } cases[] = {
        {"43 inches across the room", 1920, 1080, 3, 952.0 / 1920, 48},
        {"4K of the same size", 3840, 2160, 3, 952.0 / 3840, 97},
        {"a portrait of 43 inches", 1080, 1920, 2.5, 952.0 / 1920, 40},
        {"a panel of 7 inches at hand", 800, 480, 0.7, 154.0 / 800, 29},
        {"a wall far away", 1920, 1080, 20, 952.0 / 1920, 81},
        {"a large screen near by", 1920, 1080, 0.5, 1210.0 / 1920, 39},
        {"a screen that does not tell its size", 1920, 1080, 3, 0, 46},
        {"nobody said how far away", 1920, 1080, 0, 952.0 / 1920, 46},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct card_style style = example_style(cases[i].width_px, cases[i].height_px);
        style.distance_m = cases[i].distance_m;
        style.pixel_mm = cases[i].pixel_mm;
        struct story *story = example_story("en", "Ferry sails", "It sails again.");
        struct card *card = example_card(&style, story);
        g_test_message("%s", cases[i].name);
        g_assert_cmpfloat(example_run(card->still, "It sails")->size_px, ==, cases[i].b_px);
        card_free(card);
        story_free(story);
    }
}

/* All sizes follow from the screen's: the summary's em, the rail's share of it. */
static void test_base_size(gconstpointer data)
{
    const struct screen *screen = data;
    struct card_style style = example_style(screen->width_px, screen->height_px);
    struct story *story = example_story("en", "Ferry sails", "It sails again.");
    struct card *card = example_card(&style, story);
    const struct run *summary = example_run(card->still, "It sails");
    g_assert_cmpfloat(summary->size_px, ==, screen->b_px);
    const struct run *source = example_run(card->still, "Harbour");
    g_assert_cmpfloat_with_epsilon(source->size_px, 0.70 * screen->b_px, 1e-9);
    card_free(card);
    story_free(story);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < EXAMPLE_SCREENS; i++) {
        g_autofree char *whole = g_strconcat("/card/screen/", example_screens[i].name, NULL);
        g_test_add_data_func(whole, &example_screens[i], test_screen);
        g_autofree char *base = g_strconcat("/card/base-size/", example_screens[i].name, NULL);
        g_test_add_data_func(base, &example_screens[i], test_base_size);
    }
    g_test_add_func("/card/distance", test_distance);
    return g_test_run();
}
