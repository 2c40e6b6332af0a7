/* SPDX-License-Identifier: MIT
 *
 * A screen that hangs on its side or upside down: the canvas is upright for the reader, and turned
 * clockwise by quarters on its way to the window.
 */
#ifndef PLACARD_SCREEN_TURN_H
#define PLACARD_SCREEN_TURN_H

#include <SDL.h>

/* A part of an upright surface of width_px × height_px, where it is on the window. */
SDL_Rect turn_area(SDL_Rect area, int width_px, int height_px, unsigned quarters);

/* Copies that part to the window's surface, which has the same format and the turned size. */
void turn_copy(SDL_Surface *upright, SDL_Rect area, SDL_Surface *window, unsigned quarters);

/* A point of the window as one of the upright canvas, both as shares of the sides, 0 to 1. */
void turn_point_back(double *x, double *y, unsigned quarters);

#endif
