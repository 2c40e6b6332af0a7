/* SPDX-License-Identifier: MIT */
#include "image.h"

#include <png.h>
#include <string.h>

/* Of what is looked for in a picture, every pixel found so far. */
struct find {
    int left, top, right, bottom; /* right and bottom: one beyond */
};

static const struct find find_none = {G_MAXINT, G_MAXINT, G_MININT, G_MININT};

static void find_add(struct find *find, int x, int y)
{
    find->left = MIN(find->left, x);
    find->top = MIN(find->top, y);
    find->right = MAX(find->right, x + 1);
    find->bottom = MAX(find->bottom, y + 1);
}

static struct box find_box(const struct find *find)
{
    if (find->right < find->left)
        return (struct box){0};
    return (struct box){find->left, find->top, find->right - find->left, find->bottom - find->top};
}

void image_read(struct image *image, const char *path)
{
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (png_image_begin_read_from_file(&png, path) == 0)
        g_error("%s: expected a PNG: %s", path, png.message);
    png.format = PNG_FORMAT_RGB;
    g_autofree guint8 *bytes = g_malloc(PNG_IMAGE_SIZE(png));
    if (png_image_finish_read(&png, NULL, bytes, 0, NULL) == 0)
        g_error("%s: expected a whole PNG: %s", path, png.message);
    *image = (struct image){.width = (int)png.width, .height = (int)png.height};
    gsize count = (gsize)png.width * png.height;
    image->pixels = g_new(guint32, count);
    for (gsize i = 0; i < count; i++)
        image->pixels[i] =
            (guint32)bytes[3 * i] << 16 | (guint32)bytes[3 * i + 1] << 8 | bytes[3 * i + 2];
}

void image_clear(struct image *image)
{
    g_free(image->pixels);
    *image = (struct image){0};
}

guint32 image_pixel(const struct image *image, int x, int y)
{
    return image->pixels[(gsize)y * (gsize)image->width + (gsize)x];
}

static bool has_same_size(const struct image *image, const struct image *other)
{
    return image->width == other->width && image->height == other->height;
}

bool image_equals(const struct image *image, const struct image *other)
{
    gsize size_bytes = (gsize)image->width * (gsize)image->height * sizeof *image->pixels;
    return has_same_size(image, other) && memcmp(image->pixels, other->pixels, size_bytes) == 0;
}

bool image_has_corners(const struct image *image, guint32 colour)
{
    int right = image->width - 1;
    int bottom = image->height - 1;
    return image->pixels && image_pixel(image, 0, 0) == colour &&
           image_pixel(image, right, 0) == colour && image_pixel(image, 0, bottom) == colour &&
           image_pixel(image, right, bottom) == colour;
}

/* The pixels that have the colour, or those that do not. */
static struct box image_find(const struct image *image, struct box within, guint32 colour,
                             bool has_colour)
{
    struct find find = find_none;
    for (int y = within.y; y < within.y + within.height; y++)
        for (int x = within.x; x < within.x + within.width; x++)
            if ((image_pixel(image, x, y) == colour) == has_colour)
                find_add(&find, x, y);
    return find_box(&find);
}

struct box image_ink(const struct image *image, struct box within, guint32 background)
{
    return image_find(image, within, background, false);
}

struct box image_spot(const struct image *image, struct box within, guint32 colour)
{
    return image_find(image, within, colour, true);
}

struct box image_difference(const struct image *image, const struct image *other)
{
    struct find find = find_none;
    g_assert_true(has_same_size(image, other));
    for (int y = 0; y < image->height; y++)
        for (int x = 0; x < image->width; x++)
            if (image_pixel(image, x, y) != image_pixel(other, x, y))
                find_add(&find, x, y);
    return find_box(&find);
}

struct box image_box(const struct image *image)
{
    return (struct box){0, 0, image->width, image->height};
}
