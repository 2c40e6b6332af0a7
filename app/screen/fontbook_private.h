/* SPDX-License-Identifier: MIT
 *
 * What drawing needs of the fonts.
 */
#ifndef PLACARD_SCREEN_FONTBOOK_PRIVATE_H
#define PLACARD_SCREEN_FONTBOOK_PRIVATE_H

#include "placard/card/drawing.h"
#include "placard/screen/fontbook.h"

#include <SDL_ttf.h>

/* A run in its colour, on transparent ground. */
struct ink {
    SDL_Surface *surface;
    int x_px, y_px; /* of its upper left corner */
    GBytes *rows;   /* that the surface borrows; NULL: it has its own */
};

/* NULL surface when there is nothing to draw. */
struct ink fontbook_render(struct fontbook *fontbook, const struct run *run);

#endif
