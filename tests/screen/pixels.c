/* SPDX-License-Identifier: MIT */
#include "pixels.h"

#include "canvas_private.h"
#include "placard/card/theme.h"

#include <fontconfig/fontconfig.h>
#include <string.h>

/* Canvases in memory hold 0x00RRGGBB. */
static const Uint32 *row_at(const struct canvas *canvas, int y)
{
    const Uint8 *pixels = canvas->surface->pixels;
    return (const Uint32 *)(const void *)(pixels + (size_t)y * (size_t)canvas->surface->pitch);
}

unsigned pixels_at(const struct canvas *canvas, int x, int y)
{
    return row_at(canvas, y)[x] & 0xFFFFFF;
}

struct ink_box pixels_ink_between(const struct canvas *canvas, int left, int right,
                                  unsigned background)
{
    struct ink_box box = {.left = right, .right = left, .top = canvas->surface->h};
    for (int y = 0; y < canvas->surface->h; y++) {
        const Uint32 *row = row_at(canvas, y);
        unsigned long before = box.pixels;
        for (int x = left; x < right; x++) {
            if ((row[x] & 0xFFFFFF) == background)
                continue;
            box.left = MIN(box.left, x);
            box.right = MAX(box.right, x + 1);
            box.pixels++;
        }
        if (box.pixels > before) {
            box.top = MIN(box.top, y);
            box.bottom = y + 1;
        }
    }
    return box.pixels > 0 ? box : (struct ink_box){0};
}

struct ink_box pixels_ink(const struct canvas *canvas, unsigned background)
{
    return pixels_ink_between(canvas, 0, canvas->surface->w, background);
}

double pixels_contrast(const struct canvas *canvas, unsigned background)
{
    double largest = 1;
    unsigned last = background;
    for (int y = 0; y < canvas->surface->h; y++) {
        for (int x = 0; x < canvas->surface->w; x++) {
            unsigned colour = row_at(canvas, y)[x] & 0xFFFFFF;
            if (colour != background && colour != last)
                largest = MAX(largest, theme_contrast(colour, background));
            last = colour;
        }
    }
    return largest;
}

bool pixels_equal(const struct canvas *a, const struct canvas *b)
{
    if (a->surface->w != b->surface->w || a->surface->h != b->surface->h)
        return false;
    for (int y = 0; y < a->surface->h; y++)
        if (memcmp(row_at(a, y), row_at(b, y), (size_t)a->surface->w * sizeof(Uint32)) != 0)
            return false;
    return true;
}

bool pixels_have_family(const char *family)
{
    FcConfig *config = FcInitLoadConfigAndFonts();
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcFontSet *fonts = FcFontList(config, pattern, NULL);
    bool found = fonts && fonts->nfont > 0;
    if (fonts)
        FcFontSetDestroy(fonts);
    FcPatternDestroy(pattern);
    FcConfigDestroy(config);
    return found;
}
