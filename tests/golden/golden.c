/* SPDX-License-Identifier: MIT */
#include "golden.h"

#include "image.h"

#include <png.h>
#include <stdlib.h>
#include <webp/decode.h>
#include <webp/encode.h>

/* Machines draw letters a shade apart. */
enum { LEVELS_MAX = 2 };

/* What draws the letters; with others the pictures are others. */
#define DRAWN_WITH PLACARD_GOLDEN "/drawn-with.txt"
#define DRAWS                                                                                      \
    "dpkg-query -W -f '${Package} ${Version}\\n' fonts-inter fonts-noto-core fonts-noto-cjk"       \
    " libfreetype6 libharfbuzz0b libsdl2-ttf-2.0-0 libicu72"

static bool makes(void)
{
    return g_getenv("PLACARD_GOLDEN_MAKE") != NULL;
}

/* g_free; NULL where there is no dpkg. */
static char *find_tools(void)
{
    char *tools = NULL;
    g_spawn_command_line_sync(DRAWS, &tools, NULL, NULL, NULL);
    return tools;
}

bool golden_skips(void)
{
    g_autofree char *tools = find_tools();
    g_autofree char *known = NULL;
    if (makes()) {
        g_assert_true(g_file_set_contents(DRAWN_WITH, tools, -1, NULL));
        return false;
    }
    if (g_file_get_contents(DRAWN_WITH, &known, NULL, NULL) && g_strcmp0(tools, known) == 0)
        return false;
    g_test_skip("other versions of the fonts or of what draws them than in " DRAWN_WITH);
    return true;
}

static void write_picture(const struct image *image, const char *path)
{
    gsize count = (gsize)image->width * (gsize)image->height;
    g_autofree guint8 *rgb = g_malloc(3 * count);
    for (gsize i = 0; i < count; i++)
        for (gsize k = 0; k < 3; k++)
            rgb[3 * i + k] = (guint8)(image->pixels[i] >> (16 - 8 * k));
    guint8 *bytes = NULL;
    gsize size = WebPEncodeLosslessRGB(rgb, image->width, image->height, 3 * image->width, &bytes);
    g_assert_cmpuint(size, >, 0);
    g_assert_true(g_file_set_contents(path, (const char *)bytes, (gssize)size, NULL));
    WebPFree(bytes);
}

static void read_picture(struct image *image, const char *path)
{
    g_autofree char *bytes = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &bytes, &size, NULL))
        g_error("%s: no such picture: PLACARD_GOLDEN_MAKE makes it", path);
    guint8 *rgb = WebPDecodeRGB((const guint8 *)bytes, size, &image->width, &image->height);
    g_assert_nonnull(rgb);
    gsize count = (gsize)image->width * (gsize)image->height;
    image->pixels = g_new(guint32, count);
    for (gsize i = 0; i < count; i++)
        image->pixels[i] =
            (guint32)rgb[3 * i] << 16 | (guint32)rgb[3 * i + 1] << 8 | rgb[3 * i + 2];
    WebPFree(rgb);
}

static unsigned level_difference(guint32 a, guint32 b)
{
    unsigned most = 0;
    for (int shift = 0; shift <= 16 && a != b; shift += 8)
        most = MAX(most, (unsigned)abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF)));
    return most;
}

/* Black where two pictures are alike, and the brighter the further they are apart. */
static void write_difference(const char *name, const struct image *made, const struct image *golden)
{
    g_autofree char *file = g_strdup_printf("golden-%s.png", name);
    gsize count = (gsize)made->width * (gsize)made->height;
    g_autofree guint8 *grey = g_malloc(count);
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = (png_uint_32)made->width,
                     .height = (png_uint_32)made->height,
                     .format = PNG_FORMAT_GRAY};
    for (gsize i = 0; i < count; i++)
        grey[i] = (guint8)level_difference(made->pixels[i], golden->pixels[i]);
    png_image_write_to_file(&png, file, 0, grey, 0, NULL);
    g_test_message("see %s", file);
}

static void assert_alike(const char *name, const struct image *made, const struct image *golden)
{
    unsigned different = 0;
    g_assert_cmpint(made->width, ==, golden->width);
    g_assert_cmpint(made->height, ==, golden->height);
    for (gsize i = 0; i < (gsize)made->width * (gsize)made->height; i++)
        different += level_difference(made->pixels[i], golden->pixels[i]) > LEVELS_MAX;
    if (different > 0)
        write_difference(name, made, golden);
    g_assert_cmpuint(different, ==, 0);
}

void golden_check(const char *name, const char *path)
{
    g_autofree char *picture = g_strconcat(PLACARD_GOLDEN "/", name, ".webp", NULL);
    struct image made, golden;
    g_test_message("%s", name);
    image_read(&made, path);
    if (makes())
        write_picture(&made, picture);
    read_picture(&golden, picture);
    assert_alike(name, &made, &golden);
    image_clear(&made);
    image_clear(&golden);
}
