/* SPDX-License-Identifier: MIT
 *
 * What a canvas is made of: an SDL surface, its own or the window's.
 */
#ifndef PLACARD_SCREEN_CANVAS_PRIVATE_H
#define PLACARD_SCREEN_CANVAS_PRIVATE_H

#include "placard/screen/picture.h"

#include <SDL.h>

struct canvas {
    SDL_Surface *surface;
    int x_px, y_px; /* of the origin */
};

#endif
