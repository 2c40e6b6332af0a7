/* SPDX-License-Identifier: MIT */
#include "canvas_private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <png.h>
#include <string.h>

/* Rows of RGB bytes, whatever the window's own format is. */
static guint8 *to_rgb(const struct canvas *canvas, GError **error)
{
    SDL_Surface *rgb = SDL_ConvertSurfaceFormat(canvas->surface, SDL_PIXELFORMAT_RGB24, 0);
    if (!rgb) {
        g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_FILE, "cannot read the picture: %s",
                    SDL_GetError());
        return NULL;
    }
    gsize row_bytes = (gsize)rgb->w * 3;
    guint8 *bytes = g_malloc(row_bytes * (gsize)rgb->h);
    for (int y = 0; y < rgb->h; y++)
        memcpy(bytes + (gsize)y * row_bytes, (Uint8 *)rgb->pixels + (gsize)y * (gsize)rgb->pitch,
               row_bytes);
    SDL_FreeSurface(rgb);
    return bytes;
}

bool canvas_save_png(const struct canvas *canvas, const char *path, GError **error)
{
    g_autofree guint8 *bytes = to_rgb(canvas, error);
    if (!bytes)
        return false;
    png_image image = {
        .version = PNG_IMAGE_VERSION,
        .width = (png_uint_32)canvas->surface->w,
        .height = (png_uint_32)canvas->surface->h,
        .format = PNG_FORMAT_RGB,
    };
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    g_autofree guint8 *file = g_malloc(size);
    if (!png_image_write_to_memory(&image, file, &size, 0, bytes, 0, NULL)) {
        g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_FILE, "%s: cannot write a PNG: %s", path,
                    image.message);
        return false;
    }
    g_autoptr(GError) cause = NULL;
    if (g_file_set_contents(path, (const char *)file, (gssize)size, &cause))
        return true;
    g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_FILE, "%s", cause->message);
    return false;
}
