/* SPDX-License-Identifier: MIT
 *
 * The bundled stories as pixels, in the system's own fonts.
 */
#include "pixels.h"

#include "placard/card/card.h"

#include <glib/gstdio.h>
#include <math.h>

#define NOW G_GINT64_CONSTANT(1795444320) /* 2026-11-23 14:32 UTC */

struct screen {
    const char *name;
    int width_px, height_px;
    enum theme_look look;
};

static const struct screen screens[] = {
    {"1920x1080-dark", 1920, 1080, THEME_LOOK_DARK},
    {"1920x1080-light", 1920, 1080, THEME_LOOK_LIGHT},
    {"1080x1920-dark", 1080, 1920, THEME_LOOK_DARK},
    {"1080x1920-light", 1080, 1920, THEME_LOOK_LIGHT},
    {"800x480-dark", 800, 480, THEME_LOOK_DARK},
    {"800x480-light", 800, 480, THEME_LOOK_LIGHT},
    {"1024x600-dark", 1024, 600, THEME_LOOK_DARK},
    {"1024x600-light", 1024, 600, THEME_LOOK_LIGHT},
};

static struct edition *read_sample(void)
{
    g_autofree char *json = NULL;
    gsize length_bytes = 0;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(PLACARD_ASSETS "/sample.json", &json, &length_bytes, &error);
    g_assert_no_error(error);
    struct edition *edition = edition_parse(json, length_bytes, &error);
    g_assert_no_error(error);
    return edition;
}

static struct fontbook *open_fontbook(void)
{
    g_autoptr(GError) error = NULL;
    struct fontbook *fontbook = fontbook_new(&error);
    g_assert_no_error(error);
    return fontbook;
}

/* The cards look as they should only in their own typeface. */
static bool lacks_inter(void)
{
    if (pixels_have_family("Inter"))
        return false;
    g_test_skip("Inter is not installed");
    return true;
}

static struct card_style make_style(const struct screen *screen, const struct fontbook *fontbook)
{
    return (struct card_style){
        .width_px = screen->width_px,
        .height_px = screen->height_px,
        .text_scale = 1,
        .theme = theme_get(screen->look),
        .typefaces = fontbook_typefaces(fontbook),
        .wording = {.timezone = "UTC"},
        .clock = true,
    };
}

static struct card *make_card(const struct card_style *style, const struct story *story)
{
    struct card_request request = {.style = style, .story = story, .now_utc_s = NOW};
    return card_for_story(&request);
}

/* A drawing on a canvas of its own, moved, with so much room around it. */
static struct canvas *paint(struct fontbook *fontbook, const struct drawing *drawing,
                            const struct card_style *style, int room_px)
{
    struct canvas *canvas =
        canvas_new(style->width_px + 2 * room_px, style->height_px + 2 * room_px, NULL);
    struct drawing *moved = drawing_new();
    for (guint i = 0; i < drawing->shapes->len; i++) {
        struct shape shape = g_array_index(drawing->shapes, struct shape, i);
        shape.x_px += room_px;
        shape.y_px += room_px;
        drawing_add_shape(moved, shape);
    }
    for (guint i = 0; i < drawing->runs->len; i++) {
        struct run run = g_array_index(drawing->runs, struct run, i);
        run.text = g_strdup(run.text);
        run.x_px += room_px;
        run.baseline_px += room_px;
        drawing_add_run(moved, run);
    }
    struct picture *picture = picture_new(fontbook, moved);
    canvas_fill(canvas, NULL, style->theme->background);
    canvas_paint(canvas, picture, 1);
    picture_free(picture);
    drawing_free(moved);
    return canvas;
}

/* The runs between two sizes, or the first shape where the sizes are 0. */
static struct drawing *part_of(const struct drawing *drawing, double from_px, double to_px)
{
    struct drawing *part = drawing_new();
    if (to_px == 0)
        drawing_add_shape(part, g_array_index(drawing->shapes, struct shape, 0));
    for (guint i = 0; i < drawing->runs->len; i++) {
        struct run run = g_array_index(drawing->runs, struct run, i);
        if (run.size_px < from_px || run.size_px > to_px)
            continue;
        run.text = g_strdup(run.text);
        drawing_add_run(part, run);
    }
    return part;
}

struct look {
    struct fontbook *fontbook;
    struct card_style style;
    struct card *card;
    double b_px;
    double edge_px; /* of the mark, from the start edge */
};

/* Headline and summary begin where the mark does, and stand out from the ground. */
static void check_part(struct look *look, double from_px, double to_px)
{
    unsigned background = look->style.theme->background;
    struct drawing *part = part_of(look->card->still, from_px, to_px);
    struct canvas *canvas = paint(look->fontbook, part, &look->style, 0);
    struct ink_box ink = pixels_ink(canvas, background);
    g_assert_cmpuint(ink.pixels, >, 100);
    double edge = look->card->right_to_left ? look->style.width_px - ink.right : ink.left;
    if (to_px == 0)
        look->edge_px = edge;
    g_test_message("edge %.2f B, mark %.2f B", edge / look->b_px, look->edge_px / look->b_px);
    g_assert_cmpfloat_with_epsilon(edge, look->edge_px, 0.1 * look->b_px);
    if (to_px > 0)
        g_assert_cmpfloat(pixels_contrast(canvas, background), >=, 7);
    canvas_free(canvas);
    drawing_free(part);
}

static void check_margins(const struct look *look, const struct drawing *drawing)
{
    struct canvas *canvas = paint(look->fontbook, drawing, &look->style, 0);
    struct ink_box ink = pixels_ink(canvas, look->style.theme->background);
    g_assert_cmpint(ink.left, >=, (int)(0.04 * look->style.width_px));
    g_assert_cmpint(ink.top, >=, (int)(0.04 * look->style.height_px));
    g_assert_cmpint(look->style.width_px - ink.right, >=, (int)(0.04 * look->style.width_px));
    g_assert_cmpint(look->style.height_px - ink.bottom, >=, (int)(0.04 * look->style.height_px));
    canvas_free(canvas);
}

/* With room around it there is no more ink than without. */
static void check_whole(const struct look *look)
{
    enum { ROOM_PX = 60 };
    unsigned background = look->style.theme->background;
    struct canvas *canvas = paint(look->fontbook, look->card->still, &look->style, 0);
    struct canvas *larger = paint(look->fontbook, look->card->still, &look->style, ROOM_PX);
    struct ink_box ink = pixels_ink(canvas, background);
    struct ink_box all = pixels_ink(larger, background);
    g_assert_cmpuint(ink.pixels, ==, all.pixels);
    g_assert_cmpint(ink.top + ROOM_PX, ==, all.top);
    g_assert_cmpint(ink.left + ROOM_PX, ==, all.left);
    canvas_free(canvas);
    canvas_free(larger);
}

static void check_card(struct look *look)
{
    struct drawing *clock = card_clock(look->card, NOW);
    struct drawing *progress = card_progress(look->card, 2, 9, 0.5);
    look->b_px = g_array_index(look->card->still->runs, struct run, 0).size_px / 0.70;
    check_part(look, 0, 0);
    check_part(look, 0.99 * look->b_px, 1.01 * look->b_px);
    check_part(look, 1.3 * look->b_px, 1e6);
    check_margins(look, look->card->still);
    check_margins(look, clock);
    check_margins(look, progress);
    check_whole(look);
    drawing_free(clock);
    drawing_free(progress);
}

static void test_screen(gconstpointer data)
{
    const struct screen *screen = data;
    if (lacks_inter())
        return;
    struct look look = {.fontbook = open_fontbook()};
    struct edition *edition = read_sample();
    look.style = make_style(screen, look.fontbook);
    for (guint i = 0; i < edition->stories->len; i++) {
        const struct story *story = edition->stories->pdata[i];
        g_test_message("%s", story->id);
        look.card = make_card(&look.style, story);
        check_card(&look);
        card_free(look.card);
    }
    edition_free(edition);
    fontbook_free(look.fontbook);
}

/* The texts of all runs of a card, a line of them for each baseline. */
static char *card_lines(const struct card *card)
{
    GString *lines = g_string_new(NULL);
    double baseline_px = 0;
    for (guint i = 0; i < card->still->runs->len; i++) {
        const struct run *run = &g_array_index(card->still->runs, struct run, i);
        if (run->baseline_px != baseline_px)
            g_string_append_c(lines, '\n');
        g_string_append(lines, run->text);
        baseline_px = run->baseline_px;
    }
    return g_string_free(lines, FALSE);
}

/* A screen of twice the size has the same lines. */
static void test_same_lines(void)
{
    static const struct screen sizes[] = {{"", 1920, 1080}, {"", 3840, 2160}};
    if (lacks_inter())
        return;
    struct fontbook *fontbook = open_fontbook();
    struct edition *edition = read_sample();
    for (guint i = 0; i < edition->stories->len; i++) {
        char *lines[G_N_ELEMENTS(sizes)];
        for (size_t k = 0; k < G_N_ELEMENTS(sizes); k++) {
            struct card_style style = make_style(&sizes[k], fontbook);
            struct card *card = make_card(&style, edition->stories->pdata[i]);
            lines[k] = card_lines(card);
            card_free(card);
        }
        g_assert_cmpstr(lines[1], ==, lines[0]);
        g_free(lines[0]);
        g_free(lines[1]);
    }
    edition_free(edition);
    fontbook_free(fontbook);
}

/* From nothing to a saved picture. */
static void draw_and_save(const char *path)
{
    struct fontbook *fontbook = open_fontbook();
    struct edition *edition = read_sample();
    struct card_style style = make_style(&screens[0], fontbook);
    struct card *card = make_card(&style, edition->stories->pdata[4]);
    struct canvas *canvas = paint(fontbook, card->still, &style, 0);
    g_autoptr(GError) error = NULL;
    g_assert_true(canvas_save_png(canvas, path, &error));
    g_assert_no_error(error);
    canvas_free(canvas);
    card_free(card);
    edition_free(edition);
    fontbook_free(fontbook);
}

static void test_same_bytes(void)
{
    g_autofree char *folder = g_dir_make_tmp("placard-picture-XXXXXX", NULL);
    char *bytes[2];
    gsize lengths[2];
    for (int i = 0; i < 2; i++) {
        g_autofree char *path = g_build_filename(folder, "card.png", NULL);
        draw_and_save(path);
        g_assert_true(g_file_get_contents(path, &bytes[i], &lengths[i], NULL));
        g_assert_cmpint(g_unlink(path), ==, 0);
    }
    g_assert_cmpmem(bytes[0], lengths[0], bytes[1], lengths[1]);
    g_free(bytes[0]);
    g_free(bytes[1]);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(screens); i++) {
        g_autofree char *path = g_strconcat("/picture/screen/", screens[i].name, NULL);
        g_test_add_data_func(path, &screens[i], test_screen);
    }
    g_test_add_func("/picture/same-lines", test_same_lines);
    g_test_add_func("/picture/same-bytes", test_same_bytes);
    return g_test_run();
}
