/* SPDX-License-Identifier: MIT */
#include "blend.h"

bool blend_knows(const SDL_Surface *ground, const SDL_Surface *ink)
{
    Uint32 below = ground->format->format;
    return ink->format->format == SDL_PIXELFORMAT_ARGB8888 &&
           (below == SDL_PIXELFORMAT_XRGB8888 || below == SDL_PIXELFORMAT_ARGB8888);
}

/* value / 255, rounded; value up to 255 * 255. */
static Uint32 divide_by_255(Uint32 value)
{
    value += 128;
    return (value + (value >> 8)) >> 8;
}

static Uint32 mix(Uint32 ground, Uint32 ink, Uint32 alpha, int shift)
{
    Uint32 from = ground >> shift & 0xFF;
    Uint32 to = ink >> shift & 0xFF;
    return divide_by_255(to * alpha + from * (255 - alpha)) << shift;
}

static Uint32 *row_of(const SDL_Surface *surface, int x, int y)
{
    return (Uint32 *)(void *)((Uint8 *)surface->pixels + (ptrdiff_t)y * surface->pitch) + x;
}

void blend_onto(SDL_Surface *ground, const SDL_Surface *ink, SDL_Point place, Uint8 opacity)
{
    int left = SDL_max(0, place.x);
    int right = SDL_min(ground->w, place.x + ink->w);
    int top = SDL_max(0, place.y);
    int bottom = SDL_min(ground->h, place.y + ink->h);
    for (int y = top; y < bottom; y++) {
        const Uint32 *from = row_of(ink, 0, y - place.y) - place.x;
        Uint32 *to = row_of(ground, 0, y);
        for (int x = left; x < right; x++) {
            if (from[x] >> 24 == 0)
                continue;
            Uint32 alpha = divide_by_255((from[x] >> 24) * opacity);
            to[x] = (to[x] & 0xFF000000) | mix(to[x], from[x], alpha, 16) |
                    mix(to[x], from[x], alpha, 8) | mix(to[x], from[x], alpha, 0);
        }
    }
}
