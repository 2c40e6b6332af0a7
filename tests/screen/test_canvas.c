/* SPDX-License-Identifier: MIT */
#include "pixels.h"

#include <glib/gstdio.h>
#include <math.h>
#include <png.h>
#include <string.h>

enum { SIDE_PX = 40, GROUND = 0x0F1318, INK = 0xF2B134 };

static struct fontbook *open_fontbook(void)
{
    g_autoptr(GError) error = NULL;
    struct fontbook *fontbook = fontbook_new(&error);
    g_assert_no_error(error);
    return fontbook;
}

/* One shape on the ground, at an opacity. */
static struct canvas *paint_shape(struct shape shape, double opacity)
{
    struct fontbook *fontbook = open_fontbook();
    struct drawing *drawing = drawing_new();
    drawing_add_shape(drawing, shape);
    struct picture *picture = picture_new(fontbook, drawing);
    struct canvas *canvas = canvas_new(SIDE_PX, SIDE_PX, NULL);
    canvas_fill(canvas, NULL, GROUND);
    canvas_paint(canvas, picture, opacity);
    picture_free(picture);
    drawing_free(drawing);
    fontbook_free(fontbook);
    return canvas;
}

static const struct shape square = {
    .kind = SHAPE_KIND_BOX, .x_px = 10, .y_px = 10, .width_px = 20, .height_px = 10, .colour = INK};

static void test_opacity(void)
{
    static const struct {
        double opacity;
        unsigned pixel;
    } cases[] = {{0, GROUND}, {1, INK}, {-1, GROUND}, {2, INK}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct canvas *canvas = paint_shape(square, cases[i].opacity);
        g_assert_cmphex(pixels_at(canvas, 20, 15), ==, cases[i].pixel);
        g_assert_cmphex(pixels_at(canvas, 5, 5), ==, GROUND);
        canvas_free(canvas);
    }
    struct canvas *half = paint_shape(square, 0.5);
    unsigned red = pixels_at(half, 20, 15) >> 16;
    g_assert_cmpint(ABS((int)red - (0x0F + 0xF2) / 2), <=, 2);
    canvas_free(half);
}

/* Rounded to the nearest level on every machine, so that pictures can be compared. */
static void test_rounding(void)
{
    for (unsigned step = 0; step <= 255; step += 3) {
        struct canvas *canvas = paint_shape(square, step / 255.0);
        for (int shift = 0; shift <= 16; shift += 8) {
            double ground = GROUND >> shift & 0xFF;
            double ink = INK >> shift & 0xFF;
            unsigned level = pixels_at(canvas, 20, 15) >> shift & 0xFF;
            g_assert_cmpuint(level, ==, lround(ground + (ink - ground) * step / 255));
        }
        canvas_free(canvas);
    }
}

static void test_nothing(void)
{
    struct canvas *canvas = canvas_new(SIDE_PX, SIDE_PX, NULL);
    canvas_fill(canvas, NULL, GROUND);
    canvas_paint(canvas, NULL, 1);
    g_assert_cmpuint(pixels_ink(canvas, GROUND).pixels, ==, 0);
    canvas_free(canvas);
}

/* What reaches beyond the canvas is cut there. */
static void test_edges(void)
{
    static const struct shape shapes[] = {
        {SHAPE_KIND_BOX, -30, -30, 100, 100, .colour = INK},
        {SHAPE_KIND_RING, 30, 30, 40, 40, .stroke_px = 4, .colour = INK},
        {SHAPE_KIND_BOX, 1000, 1000, 10, 10, .colour = INK},
        {SHAPE_KIND_BOX, 10, 10, 0, 10, .colour = INK},
    };
    static const unsigned long least[] = {SIDE_PX * SIDE_PX, 1, 0, 0};
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        struct canvas *canvas = paint_shape(shapes[i], 1);
        unsigned long pixels = pixels_ink(canvas, GROUND).pixels;
        g_assert_cmpuint(pixels, >=, least[i]);
        g_assert_cmpint(pixels > 0, ==, least[i] > 0);
        canvas_free(canvas);
    }
}

static void test_box(void)
{
    struct canvas *canvas = paint_shape(square, 1);
    struct ink_box ink = pixels_ink(canvas, GROUND);
    g_assert_cmpint(ink.left, ==, 10);
    g_assert_cmpint(ink.top, ==, 10);
    g_assert_cmpint(ink.right, ==, 30);
    g_assert_cmpint(ink.bottom, ==, 20);
    g_assert_cmpuint(ink.pixels, ==, 200);
    canvas_free(canvas);
    struct shape round = square;
    round.radius_px = 5;
    canvas = paint_shape(round, 1);
    g_assert_cmphex(pixels_at(canvas, 10, 10), ==, GROUND);
    g_assert_cmphex(pixels_at(canvas, 20, 10), ==, INK);
    canvas_free(canvas);
}

/* A ring and a warning sign are hollow; the sign holds its mark. */
static void test_hollow(void)
{
    struct shape shape = {SHAPE_KIND_RING, 4, 4, 32, 32, .stroke_px = 3, .colour = INK};
    struct canvas *ring = paint_shape(shape, 1);
    g_assert_cmphex(pixels_at(ring, 20, 20), ==, GROUND);
    g_assert_cmphex(pixels_at(ring, 20, 5), ==, INK);
    g_assert_cmphex(pixels_at(ring, 34, 20), ==, INK);
    canvas_free(ring);
    shape.kind = SHAPE_KIND_TRIANGLE;
    struct canvas *triangle = paint_shape(shape, 1);
    g_assert_cmphex(pixels_at(triangle, 20, 20), ==, INK);
    g_assert_cmphex(pixels_at(triangle, 14, 30), ==, GROUND);
    g_assert_cmphex(pixels_at(triangle, 20, 34), ==, INK);
    g_assert_cmphex(pixels_at(triangle, 5, 5), ==, GROUND);
    struct ink_box ink = pixels_ink(triangle, GROUND);
    g_assert_cmpint(ink.left, >=, 4);
    g_assert_cmpint(ink.right, <=, 36);
    g_assert_cmpint(ink.top, >=, 4);
    g_assert_cmpint(ink.bottom, <=, 36);
    canvas_free(triangle);
}

/* A cloud is hollow, and struck through from its upper left to its lower right. */
static void test_cloud(void)
{
    struct shape shape = {SHAPE_KIND_CLOUD, 4, 9, 32, 22, .stroke_px = 2, .colour = INK};
    struct canvas *cloud = paint_shape(shape, 1);
    g_assert_cmphex(pixels_at(cloud, 14, 22), ==, GROUND);
    g_assert_cmphex(pixels_at(cloud, 26, 19), ==, GROUND);
    g_assert_cmphex(pixels_at(cloud, 20, 20), ==, INK);
    g_assert_cmphex(pixels_at(cloud, 35, 10), ==, GROUND);
    struct ink_box ink = pixels_ink(cloud, GROUND);
    g_assert_cmpint(ink.left, >=, 4);
    g_assert_cmpint(ink.right, <=, 36);
    g_assert_cmpint(ink.top, >=, 9);
    g_assert_cmpint(ink.bottom, <=, 31);
    canvas_free(cloud);
}

static void test_fill(void)
{
    struct canvas *canvas = canvas_new(SIDE_PX, SIDE_PX, NULL);
    canvas_fill(canvas, NULL, GROUND);
    canvas_fill(canvas, &(struct area){30, 35, 100, 100}, INK);
    struct ink_box ink = pixels_ink(canvas, GROUND);
    g_assert_cmpint(ink.left, ==, 30);
    g_assert_cmpint(ink.top, ==, 35);
    g_assert_cmpuint(ink.pixels, ==, 50);
    canvas_free(canvas);
}

static void expect_pixels(const char *path, const struct canvas *canvas, int width, int height)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    g_assert_cmpint(png_image_begin_read_from_file(&image, path), !=, 0);
    g_assert_cmpuint(image.width, ==, width);
    g_assert_cmpuint(image.height, ==, height);
    image.format = PNG_FORMAT_RGB;
    g_autofree guint8 *rgb = g_malloc(PNG_IMAGE_SIZE(image));
    g_assert_cmpint(png_image_finish_read(&image, NULL, rgb, 0, NULL), !=, 0);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            const guint8 *at = rgb + 3 * ((gsize)y * (gsize)width + (gsize)x);
            g_assert_cmphex((unsigned)(at[0] << 16 | at[1] << 8 | at[2]), ==,
                            pixels_at(canvas, x, y));
        }
}

/* What is read back is what was painted. An odd width shows a wrong row length. */
static void test_png(void)
{
    enum { WIDTH_PX = 37, HEIGHT_PX = 23 };
    g_autofree char *folder = g_dir_make_tmp("placard-picture-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "canvas.png", NULL);
    struct canvas *canvas = canvas_new(WIDTH_PX, HEIGHT_PX, NULL);
    canvas_fill(canvas, NULL, 0x123456);
    canvas_fill(canvas, &(struct area){5, 7, 11, 3}, 0xFEDCBA);
    g_assert_true(canvas_save_png(canvas, path, NULL));
    expect_pixels(path, canvas, WIDTH_PX, HEIGHT_PX);
    canvas_free(canvas);
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void test_png_without_folder(void)
{
    g_autofree char *folder = g_dir_make_tmp("placard-picture-XXXXXX", NULL);
    g_autofree char *missing = g_build_filename(folder, "missing", NULL);
    g_autofree char *path = g_build_filename(missing, "canvas.png", NULL);
    struct canvas *canvas = canvas_new(8, 8, NULL);
    g_autoptr(GError) error = NULL;
    g_assert_false(canvas_save_png(canvas, path, &error));
    g_assert_error(error, SCREEN_ERROR, SCREEN_ERROR_FILE);
    g_assert_nonnull(strstr(error->message, path));
    g_assert_false(g_file_test(missing, G_FILE_TEST_EXISTS));
    canvas_free(canvas);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/canvas/opacity", test_opacity);
    g_test_add_func("/canvas/rounding", test_rounding);
    g_test_add_func("/canvas/nothing", test_nothing);
    g_test_add_func("/canvas/edges", test_edges);
    g_test_add_func("/canvas/box", test_box);
    g_test_add_func("/canvas/hollow", test_hollow);
    g_test_add_func("/canvas/cloud", test_cloud);
    g_test_add_func("/canvas/fill", test_fill);
    g_test_add_func("/canvas/png", test_png);
    g_test_add_func("/canvas/png-without-folder", test_png_without_folder);
    return g_test_run();
}
