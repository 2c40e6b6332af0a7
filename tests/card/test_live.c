/* SPDX-License-Identifier: MIT */
#include "example.h"

#include <math.h>
#include <string.h>

enum { WIDTH_PX = 1920, HEIGHT_PX = 1080, MARGIN_PX = 96 };

static struct card *make(struct card_style *style, const char *language)
{
    struct story *story = example_story(language, "Ferry sails", "It sails again.");
    struct card *card = example_card(style, story);
    story_free(story);
    return card;
}

static const struct shape *shape_at(const struct drawing *drawing, guint index)
{
    return &g_array_index(drawing->shapes, struct shape, index);
}

static double right_of(const struct shape *shape)
{
    return shape->x_px + shape->width_px;
}

/* One segment for each card, from margin to margin: those that were are told from those to come,
 * and the current one fills. */
static void test_segments(void)
{
    struct card_style style = example_style(WIDTH_PX, HEIGHT_PX);
    struct card *card = make(&style, "en");
    for (unsigned count = 1; count <= 20; count++) {
        unsigned index = count / 2;
        struct drawing *bar = card_progress(card, index, count, 0.5);
        g_assert_cmpuint(bar->shapes->len, ==, count + 1);
        g_assert_cmpfloat_with_epsilon(shape_at(bar, 0)->x_px, MARGIN_PX, 1);
        double edge = 0;
        for (guint i = 0; i < bar->shapes->len; i++) {
            const struct shape *shape = shape_at(bar, i);
            bool filling = i == index + 1;
            bool past = i < index;
            if (filling) {
                g_assert_cmphex(shape->colour, ==, card->accent);
                g_assert_cmpfloat(shape->x_px, ==, shape_at(bar, index)->x_px);
                g_assert_cmpfloat_with_epsilon(shape->width_px, shape_at(bar, index)->width_px / 2,
                                               1);
                continue;
            }
            g_assert_cmpint(shape->colour == style.theme->rule, ==, !past);
            g_assert_cmpfloat(shape->x_px, >, edge);
            edge = right_of(shape);
        }
        g_assert_cmpfloat_with_epsilon(edge, WIDTH_PX - MARGIN_PX, 1);
        drawing_free(bar);
    }
    card_free(card);
}

/* More cards than anyone counts share one bar, along which a thumb moves. */
static void test_thumb(void)
{
    struct card_style style = example_style(WIDTH_PX, HEIGHT_PX);
    struct card *card = make(&style, "en");
    double width = WIDTH_PX - 2 * MARGIN_PX;
    double before = 0;
    for (unsigned index = 0; index < 21; index++) {
        struct drawing *bar = card_progress(card, index, 21, 0);
        g_assert_cmpuint(bar->shapes->len, ==, 2);
        g_assert_cmpfloat_with_epsilon(shape_at(bar, 0)->width_px, width, 1);
        g_assert_cmpfloat_with_epsilon(shape_at(bar, 1)->width_px, width / 21, 1);
        g_assert_cmphex(shape_at(bar, 1)->colour, ==, card->accent);
        g_assert_cmpfloat(shape_at(bar, 1)->x_px, >, before);
        before = shape_at(bar, 1)->x_px;
        drawing_free(bar);
    }
    struct drawing *end = card_progress(card, 20, 21, 1);
    g_assert_cmpfloat_with_epsilon(right_of(shape_at(end, 1)), WIDTH_PX - MARGIN_PX, 1);
    drawing_free(end);
    card_free(card);
}

static double filled(const struct card *card, double fraction)
{
    struct drawing *bar = card_progress(card, 0, 2, fraction);
    double width = shape_at(bar, 1)->width_px;
    drawing_free(bar);
    return width;
}

/* A clock that was set back or forward cannot draw beyond the segment. */
static void test_fraction_clamps(void)
{
    struct card_style style = example_style(WIDTH_PX, HEIGHT_PX);
    struct card *card = make(&style, "en");
    g_assert_cmpfloat(filled(card, -3), ==, filled(card, 0));
    g_assert_cmpfloat(filled(card, 7), ==, filled(card, 1));
    g_assert_cmpfloat(filled(card, 0), <, 10);
    g_assert_cmpfloat(filled(card, 0.25), <, filled(card, 0.75));
    struct drawing *bar = card_progress(card, 0, 2, 1);
    g_assert_cmpfloat(filled(card, 1), ==, shape_at(bar, 0)->width_px);
    drawing_free(bar);
    card_free(card);
}

static void test_steps(void)
{
    struct card_style style = example_style(WIDTH_PX, HEIGHT_PX);
    style.progress = CARD_PROGRESS_STEPS;
    struct card *card = make(&style, "en");
    g_assert_cmpfloat(filled(card, 0), ==, filled(card, 1));
    g_assert_cmpfloat(filled(card, 0), >, 100);
    card_free(card);
}

static void test_none(void)
{
    struct card_style style = example_style(WIDTH_PX, HEIGHT_PX);
    style.progress = CARD_PROGRESS_NONE;
    style.clock = false;
    struct card *card = make(&style, "en");
    g_assert_null(card_progress(card, 0, 2, 0.5));
    g_assert_null(card_clock(card, EXAMPLE_NOW));
    g_assert_cmpint(card->clock_area.width, ==, 0);
    g_assert_cmpint(card->progress_area.width, ==, 0);
    card_free(card);
}

static void test_no_cards(void)
{
    struct card_style style = example_style(WIDTH_PX, HEIGHT_PX);
    struct card *card = make(&style, "en");
    g_assert_null(card_progress(card, 0, 0, 0.5));
    card_free(card);
}

/* Right to left everything lies as in a mirror: mark, text and progress. */
static void test_mirror(gconstpointer data)
{
    const struct screen *screen = data;
    struct card_style style = example_style(screen->width_px, screen->height_px);
    struct card *latin = make(&style, "en");
    struct card *hebrew = make(&style, "he");
    g_assert_false(latin->right_to_left);
    g_assert_true(hebrew->right_to_left);
    struct drawing *drawings[][2] = {
        {latin->still, hebrew->still},
        {card_progress(latin, 2, 7, 0.5), card_progress(hebrew, 2, 7, 0.5)},
    };
    for (size_t k = 0; k < G_N_ELEMENTS(drawings); k++) {
        g_assert_cmpuint(drawings[k][0]->shapes->len, ==, drawings[k][1]->shapes->len);
        for (guint i = 0; i < drawings[k][0]->shapes->len; i++) {
            const struct shape *left = shape_at(drawings[k][0], i);
            const struct shape *right = shape_at(drawings[k][1], i);
            g_assert_cmpfloat_with_epsilon(left->x_px, screen->width_px - right_of(right), 1e-6);
            g_assert_cmpfloat_with_epsilon(left->width_px, right->width_px, 1e-6);
            g_assert_cmphex(left->colour, ==, right->colour);
        }
    }
    const struct run *latin_text = example_run(latin->still, "It sails");
    const struct run *hebrew_text = example_run(hebrew->still, "It sails");
    double margin = latin_text->x_px;
    g_assert_cmpfloat_with_epsilon(hebrew_text->x_px + hebrew_text->width_px,
                                   screen->width_px - margin, latin_text->size_px);
    g_assert_cmpint(latin->clock_area.y, ==, hebrew->clock_area.y);
    g_assert_cmpint(ABS(latin->clock_area.x + latin->clock_area.width -
                        (screen->width_px - hebrew->clock_area.x)),
                    <=, 2);
    drawing_free(drawings[1][0]);
    drawing_free(drawings[1][1]);
    card_free(latin);
    card_free(hebrew);
}

/* Figures stand in cells: no minute moves those that stay the same. */
static void test_clock_cells(void)
{
    struct card_style style = example_style(WIDTH_PX, HEIGHT_PX);
    struct card *card = make(&style, "en");
    struct drawing *now = card_clock(card, EXAMPLE_NOW);
    struct drawing *later = card_clock(card, EXAMPLE_NOW + 8 * 60);
    g_assert_cmpuint(now->runs->len, ==, 5);
    for (guint i = 0; i < now->runs->len; i++)
        g_assert_cmpfloat(g_array_index(now->runs, struct run, i).x_px, ==,
                          g_array_index(later->runs, struct run, i).x_px);
    const struct run *last = &g_array_index(now->runs, struct run, 4);
    g_assert_cmpfloat_with_epsilon(last->x_px + last->width_px, WIDTH_PX - MARGIN_PX, 1e-6);
    g_assert_cmpfloat_with_epsilon(last->size_px, 0.78 * 46, 1e-9);
    drawing_free(now);
    drawing_free(later);
    card_free(card);
}

/* In portrait the clock is large and stands in the foot, where the text begins. */
static void test_portrait_clock(void)
{
    struct card_style style = example_style(1080, 1920);
    struct card *card = make(&style, "en");
    struct drawing *clock = card_clock(card, EXAMPLE_NOW);
    const struct run *first = &g_array_index(clock->runs, struct run, 0);
    g_assert_cmpfloat_with_epsilon(first->size_px, 69, 1e-9);
    g_assert_cmpfloat_with_epsilon(first->x_px, 72, 1);
    g_assert_cmpfloat(first->baseline_px, >, 1920 * 0.9);
    g_assert_cmphex(first->colour, ==, style.theme->text);
    drawing_free(clock);
    card_free(card);
}

/* Where the time is written right to left the part of the day stands at its left; figures have cells
 * of one width there, too. */
static void test_arabic_clock(void)
{
    struct card_style style = example_style(WIDTH_PX, HEIGHT_PX);
    style.wording.locale = "ar-EG";
    struct card *card = make(&style, "en");
    struct drawing *clock = card_clock(card, EXAMPLE_NOW);
    const struct run *part_of_day = example_run(clock, "م");
    const struct run *hour = example_run(clock, "٢");
    const struct run *tens = example_run(clock, "٣");
    g_assert_cmpfloat(part_of_day->x_px, <, hour->x_px);
    g_assert_cmpfloat(hour->x_px, <, tens->x_px);
    const struct run *last = &g_array_index(clock->runs, struct run, clock->runs->len - 1);
    g_assert_cmpstr(last->text, ==, "٢");
    g_assert_cmpfloat_with_epsilon(last->x_px + last->width_px, WIDTH_PX - MARGIN_PX, 1);
    drawing_free(clock);
    card_free(card);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < EXAMPLE_SCREENS; i++) {
        g_autofree char *path = g_strconcat("/live/mirror/", example_screens[i].name, NULL);
        g_test_add_data_func(path, &example_screens[i], test_mirror);
    }
    g_test_add_func("/live/segments", test_segments);
    g_test_add_func("/live/thumb", test_thumb);
    g_test_add_func("/live/fraction-clamps", test_fraction_clamps);
    g_test_add_func("/live/steps", test_steps);
    g_test_add_func("/live/none", test_none);
    g_test_add_func("/live/no-cards", test_no_cards);
    g_test_add_func("/live/clock-cells", test_clock_cells);
    g_test_add_func("/live/portrait-clock", test_portrait_clock);
    g_test_add_func("/live/arabic-clock", test_arabic_clock);
    return g_test_run();
}
