/* SPDX-License-Identifier: MIT
 *
 * The QR code of a story's link, on a white tile with a quiet zone of four modules on each side
 * (ISO/IEC 18004).
 */
#ifndef PLACARD_CARD_CODE_H
#define PLACARD_CARD_CODE_H

#include "grid.h"

/* The code of the link with the size of its module, its place unknown yet; NULL when the link has
 * none that could be read from the wall: it is too long for the screen. */
struct code *code_new(const char *link, const struct grid *grid);
void code_free(struct code *code);

/* The side of the tile. */
int code_tile_px(const struct code *code);

/* Draws tile and code with the tile's end edge and bottom there; takes the code. */
void code_draw(struct card *card, const struct grid *grid, struct code *code, double bottom_px);

#endif
