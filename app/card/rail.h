/* SPDX-License-Identifier: MIT
 *
 * The rail above the story: mark or pill, source, age, note; and the clock, which is drawn apart.
 */
#ifndef PLACARD_CARD_RAIL_H
#define PLACARD_CARD_RAIL_H

#include "grid.h"

/* Draws the rail into card->still and sets card->clock_area. */
void rail_draw(struct card *card, const struct card_request *request, const struct grid *grid);

#endif
