/* SPDX-License-Identifier: MIT */
#include "placard/screen/picture.h"

#include "blend.h"
#include "canvas_private.h"
#include "fontbook_private.h"
#include "shape.h"

#include <math.h>

struct picture {
    GArray *inks; /* of struct ink, in painting order */
};

static void clear_ink(void *data)
{
    struct ink *ink = data;
    SDL_FreeSurface(ink->surface);
    g_clear_pointer(&ink->rows, g_bytes_unref);
}

static void add_ink(struct picture *picture, struct ink ink)
{
    if (ink.surface)
        g_array_append_val(picture->inks, ink);
}

/* As dim as it is to be; the pixels stay those of the image, which are many. */
static struct ink image_render(const struct image *image)
{
    union {
        const void *borrowed;
        void *given; /* SDL does not write to it */
    } rows = {g_bytes_get_data(image->rows, NULL)};
    struct ink ink = {
        .x_px = image->x_px,
        .y_px = image->y_px,
        .surface =
            SDL_CreateRGBSurfaceWithFormatFrom(rows.given, image->width_px, image->height_px, 24,
                                               3 * image->width_px, SDL_PIXELFORMAT_RGB24),
    };
    Uint8 light = (Uint8)lround(255 * image->light);
    if (!ink.surface)
        return ink;
    ink.rows = g_bytes_ref(image->rows);
    SDL_SetSurfaceColorMod(ink.surface, light, light, light);
    return ink;
}

struct picture *picture_new(struct fontbook *fontbook, const struct drawing *drawing)
{
    struct picture *picture = g_new0(struct picture, 1);
    picture->inks = g_array_new(FALSE, FALSE, sizeof(struct ink));
    g_array_set_clear_func(picture->inks, clear_ink);
    for (guint i = 0; i < drawing->images->len; i++)
        add_ink(picture, image_render(&g_array_index(drawing->images, struct image, i)));
    for (guint i = 0; i < drawing->shapes->len; i++)
        add_ink(picture, shape_render(&g_array_index(drawing->shapes, struct shape, i)));
    for (guint i = 0; i < drawing->codes->len; i++)
        add_ink(picture, code_render(&g_array_index(drawing->codes, struct code, i)));
    for (guint i = 0; i < drawing->runs->len; i++)
        add_ink(picture, fontbook_render(fontbook, &g_array_index(drawing->runs, struct run, i)));
    return picture;
}

void picture_free(struct picture *picture)
{
    if (!picture)
        return;
    g_array_unref(picture->inks);
    g_free(picture);
}

struct canvas *canvas_new(int width_px, int height_px, GError **error)
{
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, width_px, height_px, 32, SDL_PIXELFORMAT_XRGB8888);
    if (!surface) {
        g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_DISPLAY, "cannot make a picture of %dx%d: %s",
                    width_px, height_px, SDL_GetError());
        return NULL;
    }
    struct canvas *canvas = g_new0(struct canvas, 1);
    canvas->surface = surface;
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    if (!canvas)
        return;
    SDL_FreeSurface(canvas->surface);
    g_free(canvas);
}

void canvas_set_origin(struct canvas *canvas, int x_px, int y_px)
{
    canvas->x_px = x_px;
    canvas->y_px = y_px;
}

void canvas_fill(struct canvas *canvas, const struct area *area, unsigned colour)
{
    SDL_Surface *surface = canvas->surface;
    Uint32 pixel =
        SDL_MapRGB(surface->format, colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF);
    SDL_Rect rect = {0, 0, surface->w, surface->h};
    if (area)
        rect =
            (SDL_Rect){canvas->x_px + area->x, canvas->y_px + area->y, area->width, area->height};
    SDL_FillRect(surface, &rect, pixel);
}

static void paint_ink(struct canvas *canvas, const struct ink *ink, Uint8 opacity)
{
    SDL_Rect place = {canvas->x_px + ink->x_px, canvas->y_px + ink->y_px, ink->surface->w,
                      ink->surface->h};
    if (blend_knows(canvas->surface, ink->surface)) {
        blend_onto(canvas->surface, ink->surface, (SDL_Point){place.x, place.y}, opacity);
        return;
    }
    SDL_SetSurfaceBlendMode(ink->surface, SDL_BLENDMODE_BLEND);
    SDL_SetSurfaceAlphaMod(ink->surface, opacity);
    SDL_BlitSurface(ink->surface, NULL, canvas->surface, &place);
}

void canvas_paint(struct canvas *canvas, const struct picture *picture, double opacity)
{
    Uint8 alpha = (Uint8)lround(255 * fmin(1, fmax(0, opacity)));
    for (guint i = 0; picture && i < picture->inks->len; i++)
        paint_ink(canvas, &g_array_index(picture->inks, struct ink, i), alpha);
}
