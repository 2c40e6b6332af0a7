/* SPDX-License-Identifier: MIT
 *
 * Where the cards lie: they move along a small closed path, a step a minute, so that nothing burns
 * into the panel and nobody notices. Pure.
 */
#ifndef PLACARD_COMMAND_SHIFT_H
#define PLACARD_COMMAND_SHIFT_H

#include <glib.h>

enum { SHIFT_PLACES = 16 };

/* All 0: at the first place, which is no shift. */
struct shift {
    unsigned place;
    gint64 moved_ms; /* monotonic */
};

/* Goes to the next place, unless it has come to this one less than a minute ago. */
void shift_move(struct shift *shift, gint64 now_ms);

/* The place in pixels, at most 0.004 of the shorter side away in each direction. */
void shift_offset(const struct shift *shift, int width_px, int height_px, int *x_px, int *y_px);

#endif
