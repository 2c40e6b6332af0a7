/* SPDX-License-Identifier: MIT
 *
 * What layout must know of the parts that are drawn later.
 */
#ifndef PLACARD_CARD_LIVE_H
#define PLACARD_CARD_LIVE_H

#include "placard/card/card.h"

/* The width of the clock at a time, in pixels. */
double live_clock_width(const struct card *card, gint64 now_utc_s);

#endif
