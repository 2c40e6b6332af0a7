/* SPDX-License-Identifier: MIT
 *
 * Ink on a ground, rounded alike on every machine: SDL's own blending differs by some levels
 * between processors, and no two pictures of a card could be compared.
 */
#ifndef PLACARD_SCREEN_BLEND_H
#define PLACARD_SCREEN_BLEND_H

#include <SDL.h>
#include <stdbool.h>

/* Whether blend_onto knows the pixels of both: ink with alpha, on a ground of the same order. */
bool blend_knows(const SDL_Surface *ground, const SDL_Surface *ink);

/* Blends ink over a ground, its upper left corner at a place; what lies outside is left out.
 * Opacity 0 to 255. */
void blend_onto(SDL_Surface *ground, const SDL_Surface *ink, SDL_Point place, Uint8 opacity);

#endif
