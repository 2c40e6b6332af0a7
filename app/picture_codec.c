/* SPDX-License-Identifier: MIT */
#include "picture_codec.h"

#include <SDL_image.h>
#include <stdio.h>
#include <jpeglib.h>
#include <stdlib.h>
#include <string.h>

enum {
    /* Rows that are made plain at once: a second whole picture in memory would be too much. */
    CODEC_STRIP_PX = 64,
    CODEC_PIXEL_BITS = 8 * PIXEL_BYTES,
    /* Nobody sees the difference from a distance, and half the bytes of 95. */
    CODEC_QUALITY = 85,
};

/* How an Exif orientation lies in the file (TIFF 6.0, Orientation): whether its rows are columns of
 * the picture, and which ends are swapped. */
static const struct {
    bool is_across;
    bool is_mirrored; /* of the picture: left and right */
    bool is_flipped;  /* of the picture: above and below */
} codec_turns[] = {
    [1] = {false, false, false}, [2] = {false, true, false}, [3] = {false, true, true},
    [4] = {false, false, true},  [5] = {true, false, false}, [6] = {true, true, false},
    [7] = {true, true, true},    [8] = {true, false, true},
};

/* The formats by themselves: IMG_Load would try a dozen others. */
static SDL_Surface *(*const codec_loaders[])(SDL_RWops *) = {
    [HEADER_FORMAT_PNG] = IMG_LoadPNG_RW,
    [HEADER_FORMAT_JPEG] = IMG_LoadJPG_RW,
    [HEADER_FORMAT_WEBP] = IMG_LoadWEBP_RW,
    [HEADER_FORMAT_GIF] = IMG_LoadGIF_RW,
};

static void codec_place_row(struct pixels *pixels, unsigned orientation, const guint8 *row,
                            unsigned row_px, unsigned row_index)
{
    const unsigned last_x = pixels->size.width_px - 1;
    const unsigned last_y = pixels->size.height_px - 1;

    for (unsigned i = 0; i < row_px; i++) {
        const unsigned x = codec_turns[orientation].is_across ? row_index : i;
        const unsigned y = codec_turns[orientation].is_across ? i : row_index;

        memcpy(pixels_at(pixels, codec_turns[orientation].is_mirrored ? last_x - x : x,
                         codec_turns[orientation].is_flipped ? last_y - y : y),
               row + (size_t)i * PIXEL_BYTES, PIXEL_BYTES);
    }
}

static struct pixels *codec_pixels(SDL_Surface *surface, SDL_Surface *strip, unsigned orientation)
{
    const unsigned width_px = (unsigned)surface->w;
    const unsigned height_px = (unsigned)surface->h;
    const struct frame_size upright = {width_px, height_px};
    const struct frame_size turned = {height_px, width_px};
    struct pixels *pixels = pixels_new(codec_turns[orientation].is_across ? turned : upright);

    for (unsigned y = 0; y < height_px; y += CODEC_STRIP_PX) {
        const SDL_Rect part = {0, (int)y, surface->w, CODEC_STRIP_PX};

        SDL_FillRect(strip, NULL, SDL_MapRGB(strip->format, 255, 255, 255));
        SDL_BlitSurface(surface, &part, strip, NULL);
        for (unsigned i = 0; i < CODEC_STRIP_PX && y + i < height_px; i++)
            codec_place_row(pixels, orientation,
                            (const guint8 *)strip->pixels + (size_t)i * (size_t)strip->pitch,
                            width_px, y + i);
    }
    return pixels;
}

static void codec_encode_into(const struct pixels *pixels, guint8 **bytes, unsigned long *length)
{
    struct jpeg_compress_struct compress = {0};
    struct jpeg_error_mgr errors;

    /* Its way out is exit(1), which is FRAME_STATUS_OUTPUT: only memory can fail here. */
    compress.err = jpeg_std_error(&errors);
    jpeg_create_compress(&compress);
    jpeg_mem_dest(&compress, bytes, length);
    compress.image_width = pixels->size.width_px;
    compress.image_height = pixels->size.height_px;
    compress.input_components = PIXEL_BYTES;
    compress.in_color_space = JCS_RGB;
    jpeg_set_defaults(&compress);
    jpeg_set_quality(&compress, CODEC_QUALITY, TRUE);
    jpeg_start_compress(&compress, TRUE);
    while (compress.next_scanline < compress.image_height) {
        JSAMPROW row = pixels_at(pixels, 0, compress.next_scanline);

        jpeg_write_scanlines(&compress, &row, 1);
    }
    jpeg_finish_compress(&compress);
    jpeg_destroy_compress(&compress);
}

GBytes *codec_encode(const struct pixels *pixels)
{
    guint8 *bytes = NULL;
    unsigned long length = 0;

    codec_encode_into(pixels, &bytes, &length);
    return g_bytes_new_with_free_func(bytes, length, free, bytes);
}

void codec_prepare(void)
{
    guint8 dot[PIXEL_BYTES] = {0};
    const struct pixels pixel = {{1, 1}, dot};

    IMG_Init(IMG_INIT_PNG | IMG_INIT_JPG | IMG_INIT_WEBP);
    /* On ARM libjpeg reads /proc/cpuinfo, once, to find out what the processor can do. */
    g_bytes_unref(codec_encode(&pixel));
}

struct pixels *codec_decode(const guint8 *bytes, size_t length_bytes, const struct header *header,
                            GError **error)
{
    SDL_RWops *stream = SDL_RWFromConstMem(bytes, (int)length_bytes);
    SDL_Surface *surface = stream == NULL ? NULL : codec_loaders[header->format](stream);
    SDL_Surface *strip =
        surface == NULL ? NULL
                        : SDL_CreateRGBSurfaceWithFormat(0, surface->w, CODEC_STRIP_PX,
                                                         CODEC_PIXEL_BITS, SDL_PIXELFORMAT_RGB24);
    struct pixels *pixels =
        strip == NULL ? NULL : codec_pixels(surface, strip, header->orientation);

    /* The library's own words may quote the picture. */
    if (pixels == NULL)
        g_set_error(error, FRAME_ERROR, FRAME_STATUS_BROKEN,
                    "expected a picture of %ux%u px, found damage", header->size.width_px,
                    header->size.height_px);
    SDL_FreeSurface(strip);
    SDL_FreeSurface(surface);
    if (stream != NULL)
        SDL_RWclose(stream);
    return pixels;
}
