/* SPDX-License-Identifier: MIT
 *
 * Looks at pixels, for the tests of what is drawn.
 */
#ifndef PLACARD_TESTS_SCREEN_PIXELS_H
#define PLACARD_TESTS_SCREEN_PIXELS_H

#include "placard/screen/picture.h"

/* Where there is something other than the background; right and bottom lie just outside. */
struct ink_box {
    int left, top, right, bottom;
    unsigned long pixels; /* of ink; 0: nothing, and the box is empty */
};
struct ink_box pixels_ink(const struct canvas *canvas, unsigned background);

/* The ink between two columns. */
struct ink_box pixels_ink_between(const struct canvas *canvas, int left, int right,
                                  unsigned background);

/* 0xRRGGBB */
unsigned pixels_at(const struct canvas *canvas, int x, int y);

/* The largest contrast of any pixel with the background. */
double pixels_contrast(const struct canvas *canvas, unsigned background);

bool pixels_equal(const struct canvas *a, const struct canvas *b);

/* True when fontconfig finds this family. */
bool pixels_have_family(const char *family);

#endif
