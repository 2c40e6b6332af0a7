/* SPDX-License-Identifier: MIT
 *
 * A picture decoded: rows of red, green and blue bytes without gaps.
 */
#ifndef PLACARD_PICTURE_PIXELS_H
#define PLACARD_PICTURE_PIXELS_H

#include "placard/fetch/frame.h"

enum { PIXEL_BYTES = 3 };

struct pixels {
    struct frame_size size;
    guint8 *bytes;
};

struct pixels *pixels_new(struct frame_size size);
void pixels_free(struct pixels *pixels);

static inline size_t pixels_length(const struct pixels *pixels)
{
    return (size_t)pixels->size.width_px * pixels->size.height_px * PIXEL_BYTES;
}

static inline guint8 *pixels_at(const struct pixels *pixels, unsigned x_px, unsigned y_px)
{
    return pixels->bytes + ((size_t)y_px * pixels->size.width_px + x_px) * PIXEL_BYTES;
}

/* The part in the box in another size: each new pixel the mean of what it covers, in linear light,
 * and a smooth passage where it is enlarged. */
struct pixels *pixels_scale(const struct pixels *pixels, struct frame_box box,
                            struct frame_size size);

#endif
