/* SPDX-License-Identifier: MIT */
#include "shift.h"

#include <math.h>

static const gint64 interval_ms = 60000;

/* Of the shorter side: how far from the middle, which is four units. */
static const double reach_share = 0.004;
static const double reach_units = 4;

/* A closed path from the middle, no step of which is longer than two units in a direction. */
static const signed char path[SHIFT_PLACES][2] = {
    {0, 0},  {2, -1}, {4, -2},  {4, 0},   {4, 2},   {2, 4},  {0, 4},  {-2, 4},
    {-4, 2}, {-4, 0}, {-4, -2}, {-3, -3}, {-2, -4}, {0, -4}, {1, -3}, {0, -2},
};

void shift_move(struct shift *shift, gint64 now_ms)
{
    if (shift->moved_ms == 0)
        shift->moved_ms = now_ms;
    if (now_ms - shift->moved_ms < interval_ms)
        return;
    shift->place = (shift->place + 1) % SHIFT_PLACES;
    shift->moved_ms = now_ms;
}

void shift_offset(const struct shift *shift, int width_px, int height_px, int *x_px, int *y_px)
{
    double unit_px = reach_share * MIN(width_px, height_px) / reach_units;

    *x_px = (int)trunc(path[shift->place][0] * unit_px);
    *y_px = (int)trunc(path[shift->place][1] * unit_px);
}
