/* SPDX-License-Identifier: MIT
 *
 * What a picture shows: the pixels of a PNG or a window, and where there is something in them.
 */
#ifndef PLACARD_TESTS_CLI_IMAGE_H
#define PLACARD_TESTS_CLI_IMAGE_H

#include <glib.h>
#include <stdbool.h>

struct box {
    int x, y, width, height;
};

/* All 0: no picture. */
struct image {
    int width, height;
    guint32 *pixels; /* 0xRRGGBB, row by row from the top */
};

/* Reads a PNG, which must be one. */
void image_read(struct image *image, const char *path);
void image_clear(struct image *image);

guint32 image_pixel(const struct image *image, int x, int y);
bool image_equals(const struct image *image, const struct image *other);

/* True when all four corners have this colour. */
bool image_has_corners(const struct image *image, guint32 colour);

/* The smallest box of the picture, or of its part within, that holds all pixels whose colour is
 * not the background's; of no width when there are none. */
struct box image_ink(const struct image *image, struct box within, guint32 background);

/* The same of the pixels of exactly one colour. */
struct box image_spot(const struct image *image, struct box within, guint32 colour);

/* The same of the pixels in which two pictures of one size differ. */
struct box image_difference(const struct image *image, const struct image *other);

/* The whole of it. */
struct box image_box(const struct image *image);

#endif
