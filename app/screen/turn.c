/* SPDX-License-Identifier: MIT */
#include "turn.h"

#include <string.h>

SDL_Rect turn_area(SDL_Rect area, int width_px, int height_px, unsigned quarters)
{
    const int right = width_px - area.x - area.w;
    const int below = height_px - area.y - area.h;

    switch (quarters % 4) {
    case 1:
        return (SDL_Rect){below, area.x, area.h, area.w};
    case 2:
        return (SDL_Rect){right, below, area.w, area.h};
    case 3:
        return (SDL_Rect){area.y, right, area.h, area.w};
    default:
        return area;
    }
}

static Uint8 *pixel_at(const SDL_Surface *surface, int x, int y)
{
    return (Uint8 *)surface->pixels + (ptrdiff_t)y * surface->pitch +
           (ptrdiff_t)x * surface->format->BytesPerPixel;
}

/* How far two neighbours of a line of the upright surface are from one another on the window. */
static ptrdiff_t pixel_step(const SDL_Surface *window, unsigned quarters)
{
    const ptrdiff_t bytes = window->format->BytesPerPixel;

    switch (quarters % 4) {
    case 1:
        return window->pitch;
    case 2:
        return -bytes;
    case 3:
        return -(ptrdiff_t)window->pitch;
    default:
        return bytes;
    }
}

void turn_copy(SDL_Surface *upright, SDL_Rect area, SDL_Surface *window, unsigned quarters)
{
    const SDL_Rect whole = {0, 0, upright->w, upright->h};
    const size_t bytes = upright->format->BytesPerPixel;
    const ptrdiff_t step = pixel_step(window, quarters);

    if (!SDL_IntersectRect(&area, &whole, &area))
        return;
    for (int y = area.y; y < area.y + area.h; y++) {
        const SDL_Rect first =
            turn_area((SDL_Rect){area.x, y, 1, 1}, upright->w, upright->h, quarters);
        const Uint8 *from = pixel_at(upright, area.x, y);
        Uint8 *to = pixel_at(window, first.x, first.y);

        for (int x = 0; x < area.w; x++) {
            memcpy(to, from, bytes);
            from += bytes;
            to += step;
        }
    }
}

void turn_point_back(double *x, double *y, unsigned quarters)
{
    for (unsigned i = 0; i < quarters % 4; i++) {
        const double turned = *x;

        *x = *y;
        *y = 1 - turned;
    }
}
