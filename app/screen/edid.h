/* SPDX-License-Identifier: MIT
 *
 * What a screen tells of itself: VESA E-EDID 1.4.
 */
#ifndef PLACARD_SCREEN_EDID_H
#define PLACARD_SCREEN_EDID_H

#include <glib.h>
#include <stdbool.h>

/* The size of the picture, its longer side first; false, and nothing is set, where it is not told
 * or cannot be true. */
bool edid_size_mm(const guint8 *edid, gsize size_bytes, int *longer_mm, int *shorter_mm);

#endif
