/* SPDX-License-Identifier: MIT */
#include "picture_pixels.h"

#include <math.h>
#include <string.h>

enum {
    BYTE_VALUES = 256,
    /* Fine enough that every byte comes back from linear light as it was. */
    LIGHT_STEPS = 8192,
};

/* Between bytes of sRGB (IEC 61966-2-1) and linear light of 0 to 1. */
struct light {
    float linear[BYTE_VALUES];
    guint8 bytes[LIGHT_STEPS];
};

/* Which pixels of a side make one pixel of the new side, and with which weights. */
struct axis {
    unsigned taps; /* the most that one is made of */
    unsigned *first;
    unsigned *counts;
    float *weights; /* taps for each */
};

static double light_of_byte(double byte)
{
    const double value = byte / (BYTE_VALUES - 1);

    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static struct light *light_new(void)
{
    struct light *light = g_new(struct light, 1);
    unsigned byte = 0;

    for (unsigned i = 0; i < BYTE_VALUES; i++)
        light->linear[i] = (float)light_of_byte(i);
    for (unsigned i = 0; i < LIGHT_STEPS; i++) {
        const double value = (double)i / (LIGHT_STEPS - 1);

        while (byte + 1 < BYTE_VALUES && light_of_byte(byte + 0.5) < value)
            byte++;
        light->bytes[i] = (guint8)byte;
    }
    return light;
}

static guint8 light_to_byte(const struct light *light, float value)
{
    const int step = (int)(value * (LIGHT_STEPS - 1) + 0.5f);

    return light->bytes[CLAMP(step, 0, LIGHT_STEPS - 1)];
}

/* A tent over each new pixel that reaches to the middles of its neighbours: what a sharp box would
 * turn into steps along edges stays smooth, and no pixel of the picture is passed over. */
static void axis_init(struct axis *axis, unsigned from_px, unsigned to_px)
{
    const double ratio = (double)from_px / to_px;
    const double reach = MAX(ratio, 1.0);

    axis->taps = (unsigned)(2 * reach) + 2;
    axis->first = g_new(unsigned, to_px);
    axis->counts = g_new0(unsigned, to_px);
    axis->weights = g_new0(float, (size_t)to_px * axis->taps);
    for (unsigned i = 0; i < to_px; i++) {
        const double centre = (i + 0.5) * ratio - 0.5;
        const unsigned first = (unsigned)MAX(floor(centre - reach) + 1, 0.0);
        float *weights = axis->weights + (size_t)i * axis->taps;
        double sum = 0;

        axis->first[i] = first;
        for (unsigned at = first; at < from_px && at < centre + reach; at++) {
            const double weight = 1 - fabs(at - centre) / reach;

            weights[axis->counts[i]++] = (float)weight;
            sum += weight;
        }
        for (unsigned tap = 0; tap < axis->counts[i]; tap++)
            weights[tap] = (float)(weights[tap] / sum);
    }
}

static void axis_clear(struct axis *axis)
{
    g_free(axis->first);
    g_free(axis->counts);
    g_free(axis->weights);
}

static void row_add(float *row, const guint8 *bytes, size_t values, const float *linear,
                    float weight)
{
    for (size_t i = 0; i < values; i++)
        row[i] += linear[bytes[i]] * weight;
}

static void row_narrow(const float *row, const struct axis *axis, const struct light *light,
                       guint8 *out, unsigned width_px)
{
    for (unsigned x = 0; x < width_px; x++) {
        const float *weights = axis->weights + (size_t)x * axis->taps;
        const float *in = row + (size_t)axis->first[x] * PIXEL_BYTES;
        float sums[PIXEL_BYTES] = {0};

        for (unsigned tap = 0; tap < axis->counts[x]; tap++, in += PIXEL_BYTES) {
            for (int colour = 0; colour < PIXEL_BYTES; colour++)
                sums[colour] += in[colour] * weights[tap];
        }
        for (int colour = 0; colour < PIXEL_BYTES; colour++)
            *out++ = light_to_byte(light, sums[colour]);
    }
}

struct pixels *pixels_new(struct frame_size size)
{
    struct pixels *pixels = g_new0(struct pixels, 1);

    pixels->size = size;
    pixels->bytes = g_malloc(pixels_length(pixels));
    return pixels;
}

void pixels_free(struct pixels *pixels)
{
    if (pixels == NULL)
        return;
    g_free(pixels->bytes);
    g_free(pixels);
}

struct pixels *pixels_scale(const struct pixels *pixels, struct frame_box box,
                            struct frame_size size)
{
    struct pixels *scaled = pixels_new(size);
    struct light *light = light_new();
    const size_t values = (size_t)box.size.width_px * PIXEL_BYTES;
    g_autofree float *row = g_new(float, values);
    struct axis across;
    struct axis down;

    axis_init(&across, box.size.width_px, size.width_px);
    axis_init(&down, box.size.height_px, size.height_px);
    for (unsigned y = 0; y < size.height_px; y++) {
        const float *weights = down.weights + (size_t)y * down.taps;

        memset(row, 0, values * sizeof *row);
        for (unsigned tap = 0; tap < down.counts[y]; tap++)
            row_add(row, pixels_at(pixels, box.x_px, box.y_px + down.first[y] + tap), values,
                    light->linear, weights[tap]);
        row_narrow(row, &across, light, pixels_at(scaled, 0, y), size.width_px);
    }
    axis_clear(&across);
    axis_clear(&down);
    g_free(light);
    return scaled;
}
