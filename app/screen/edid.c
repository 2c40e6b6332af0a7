/* SPDX-License-Identifier: MIT */
#include "edid.h"

#include <string.h>

/* Of its first block. */
enum {
    BLOCK_BYTES = 128,
    SIZE_CM = 21, /* width, then height */
    TIMING = 54,  /* of the preferred mode; begins with its clock, or 0 where there is none */
    TIMING_WIDTH_MM = TIMING + 12,
    TIMING_HEIGHT_MM = TIMING + 13,
    TIMING_HIGH_BITS = TIMING + 14, /* four of the width, four of the height */
};

/* Between a badge and the side of a house. */
enum { LEAST_MM = 20, MOST_MM = 5000 };

/* Many televisions tell the shape of their picture in place of its size. */
static const struct {
    int width_mm, height_mm;
} shapes[] = {{16, 9}, {16, 10}, {160, 90}, {160, 100}, {1600, 900}, {1600, 1000}};

static bool is_true(int width_mm, int height_mm)
{
    int longer = MAX(width_mm, height_mm);
    int shorter = MIN(width_mm, height_mm);
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++)
        if (longer == shapes[i].width_mm && shorter == shapes[i].height_mm)
            return false;
    return shorter >= LEAST_MM && longer <= MOST_MM;
}

bool edid_size_mm(const guint8 *edid, gsize size_bytes, int *longer_mm, int *shorter_mm)
{
    static const guint8 header[] = {0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00};
    if (size_bytes < BLOCK_BYTES || memcmp(edid, header, sizeof header) != 0)
        return false;
    guint8 sum = 0;
    for (int i = 0; i < BLOCK_BYTES; i++)
        sum = (guint8)(sum + edid[i]);
    if (sum != 0)
        return false;
    bool has_timing = edid[TIMING] != 0 || edid[TIMING + 1] != 0;
    int width = edid[TIMING_WIDTH_MM] | (edid[TIMING_HIGH_BITS] & 0xF0) << 4;
    int height = edid[TIMING_HEIGHT_MM] | (edid[TIMING_HIGH_BITS] & 0x0F) << 8;
    if (!has_timing || !is_true(width, height)) {
        width = edid[SIZE_CM] * 10;
        height = edid[SIZE_CM + 1] * 10;
    }
    if (!is_true(width, height))
        return false;
    *longer_mm = MAX(width, height);
    *shorter_mm = MIN(width, height);
    return true;
}
