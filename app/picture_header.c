/* SPDX-License-Identifier: MIT */
#include "picture_header.h"

#include "placard/limits.h"

#include <string.h>

enum {
    PNG_MAGIC_BYTES = 8,
    /* Magic, length and name of IHDR, width, height. */
    PNG_HEADER_BYTES = 24,
    /* Length, name and checksum of a chunk. */
    PNG_CHUNK_BYTES = 12,
    GIF_SCREEN_BYTES = 13,
    GIF_IMAGE_BYTES = 10,
    GIF_IMAGE = 0x2C,
    GIF_EXTENSION = 0x21,
    WEBP_HEADER_BYTES = 12,
    WEBP_CHUNK_BYTES = 8,
    WEBP_SIZE_BYTES = 10,
    WEBP_SIDE_MASK = 0x3FFF,
    JPEG_SOS = 0xDA,
    JPEG_APP1 = 0xE1,
    JPEG_FRAME_BYTES = 6,
    EXIF_ENTRY_BYTES = 12,
    EXIF_ORIENTATION = 0x0112,
    EXIF_ORIENTATIONS = 8,
};

static unsigned header_big16(const guint8 *at)
{
    return (unsigned)at[0] << 8 | at[1];
}

static unsigned header_big32(const guint8 *at)
{
    return header_big16(at) << 16 | header_big16(at + 2);
}

static unsigned header_little16(const guint8 *at)
{
    return (unsigned)at[1] << 8 | at[0];
}

static unsigned header_little32(const guint8 *at)
{
    return header_little16(at + 2) << 16 | header_little16(at);
}

/* A picture has the sizes of its largest part: a decoder may go by any of them. */
static void header_widen(struct header *header, unsigned width_px, unsigned height_px)
{
    header->size.width_px = MAX(header->size.width_px, width_px);
    header->size.height_px = MAX(header->size.height_px, height_px);
}

/* Portable Network Graphics (ISO/IEC 15948) 5.3 and 11.2: chunks from IHDR to IEND. All must be
 * there: where the data end too early, the loader of SDL_image 2.6 reads on for ever. */
static bool header_read_png(const guint8 *bytes, size_t length_bytes, struct header *header)
{
    size_t at = PNG_MAGIC_BYTES;

    if (length_bytes < PNG_HEADER_BYTES || memcmp(bytes + at + 4, "IHDR", 4) != 0)
        return false;
    header_widen(header, header_big32(bytes + 16), header_big32(bytes + 20));
    while (at + PNG_CHUNK_BYTES <= length_bytes) {
        const size_t size = header_big32(bytes + at);

        if (size > length_bytes - at - PNG_CHUNK_BYTES)
            return false;
        if (memcmp(bytes + at + 4, "IEND", 4) == 0)
            return true;
        at += PNG_CHUNK_BYTES + size;
    }
    return false;
}

/* Past the sub-blocks of an extension, the last of which is empty; 0 when they are cut. */
static size_t gif_skip_blocks(const guint8 *bytes, size_t length_bytes, size_t at)
{
    while (at < length_bytes && bytes[at] != 0)
        at += bytes[at] + 1u;
    return at < length_bytes ? at + 1 : 0;
}

static size_t gif_colours_bytes(unsigned flags)
{
    return (flags & 0x80) == 0 ? 0 : 3u << ((flags & 7) + 1);
}

/* GIF89a 18 and 20: the screen, and its first image, which need not keep to it. */
static bool header_read_gif(const guint8 *bytes, size_t length_bytes, struct header *header)
{
    if (length_bytes < GIF_SCREEN_BYTES)
        return false;
    header_widen(header, header_little16(bytes + 6), header_little16(bytes + 8));
    size_t at = GIF_SCREEN_BYTES + gif_colours_bytes(bytes[10]);

    while (at + 2 <= length_bytes && bytes[at] == GIF_EXTENSION) {
        at = gif_skip_blocks(bytes, length_bytes, at + 2);
        if (at == 0)
            return false;
    }
    if (at + GIF_IMAGE_BYTES > length_bytes || bytes[at] != GIF_IMAGE)
        return false;
    header_widen(header, header_little16(bytes + at + 5), header_little16(bytes + at + 7));
    return true;
}

/* RFC 6386 9.1: after a tag of three bytes a start code, then sides of 14 bits. */
static bool webp_read_lossy(const guint8 *chunk, struct header *header)
{
    header_widen(header, header_little16(chunk + 6) & WEBP_SIDE_MASK,
                 header_little16(chunk + 8) & WEBP_SIDE_MASK);
    return memcmp(chunk + 3, "\x9D\x01\x2A", 3) == 0;
}

/* RFC 9649 3.4: a signature, then sides of 14 bits, less one. */
static bool webp_read_lossless(const guint8 *chunk, struct header *header)
{
    const unsigned sides = header_little32(chunk + 1);

    header_widen(header, (sides & WEBP_SIDE_MASK) + 1, (sides >> 14 & WEBP_SIDE_MASK) + 1);
    return chunk[0] == 0x2F;
}

/* RFC 9649 2.7: flags, then sides of 24 bits, less one. */
static bool webp_read_extended(const guint8 *chunk, struct header *header)
{
    header_widen(header, (header_little32(chunk + 3) >> 8) + 1,
                 (header_little32(chunk + 6) >> 8) + 1);
    return true;
}

static const struct {
    const char *name;
    bool (*read)(const guint8 *chunk, struct header *header);
    bool is_last; /* nothing that follows has a size */
} webp_chunks[] = {
    {"VP8X", webp_read_extended, false},
    {"VP8 ", webp_read_lossy, true},
    {"VP8L", webp_read_lossless, true},
};

static bool header_read_webp(const guint8 *bytes, size_t length_bytes, struct header *header)
{
    size_t at = WEBP_HEADER_BYTES;

    while (at + WEBP_CHUNK_BYTES + WEBP_SIZE_BYTES <= length_bytes) {
        const guint8 *chunk = bytes + at + WEBP_CHUNK_BYTES;

        for (size_t i = 0; i < G_N_ELEMENTS(webp_chunks); i++) {
            if (memcmp(bytes + at, webp_chunks[i].name, 4) != 0)
                continue;
            if (!webp_chunks[i].read(chunk, header))
                return false;
            if (webp_chunks[i].is_last)
                return true;
        }
        const size_t size = header_little32(bytes + at + 4);
        if (size > length_bytes)
            return false;
        at += WEBP_CHUNK_BYTES + size + (size & 1);
    }
    return false;
}

/* Exif 3.0, 4.6.4: the entry of the first directory that tells how the camera was held. */
static unsigned exif_orientation(const guint8 *bytes, size_t length_bytes)
{
    if (length_bytes < 16 || memcmp(bytes, "Exif\0", 6) != 0)
        return 1;

    const guint8 *tiff = bytes + 6;
    const size_t tiff_bytes = length_bytes - 6;
    const bool is_big = tiff[0] == 'M';
    unsigned (*const read16)(const guint8 *) = is_big ? header_big16 : header_little16;
    const size_t directory = (is_big ? header_big32 : header_little32)(tiff + 4);

    if (directory > tiff_bytes - 2)
        return 1;
    const unsigned entries = read16(tiff + directory);
    for (unsigned i = 0; i < entries; i++) {
        const size_t at = directory + 2 + (size_t)i * EXIF_ENTRY_BYTES;

        if (at + EXIF_ENTRY_BYTES > tiff_bytes)
            return 1;
        if (read16(tiff + at) == EXIF_ORIENTATION) {
            const unsigned orientation = read16(tiff + at + 8);

            return orientation >= 1 && orientation <= EXIF_ORIENTATIONS ? orientation : 1;
        }
    }
    return 1;
}

/* The frame headers C0 to CF but for tables and conditions (ITU-T T.81, table B.1). */
static bool jpeg_is_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool header_read_jpeg(const guint8 *bytes, size_t length_bytes, struct header *header)
{
    size_t at = 2;

    while (at + 4 <= length_bytes && bytes[at] == 0xFF) {
        const unsigned marker = bytes[at + 1];

        if (marker == 0xFF) {
            at++;
            continue;
        }
        const size_t size = header_big16(bytes + at + 2);
        const guint8 *segment = bytes + at + 4;
        if (size < 2 || at + 2 + size > length_bytes || marker == JPEG_SOS)
            return false;
        if (jpeg_is_frame(marker)) {
            if (size - 2 < JPEG_FRAME_BYTES)
                return false;
            header_widen(header, header_big16(segment + 3), header_big16(segment + 1));
            /* Grey or colour: four components are inks, which SDL_image takes for light. */
            return segment[5] == 1 || segment[5] == 3;
        }
        if (marker == JPEG_APP1 && header->orientation == 1)
            header->orientation = exif_orientation(segment, size - 2);
        at += 2 + size;
    }
    return false;
}

static const struct {
    const char *name;
    const char *magic;
    size_t magic_at;
    size_t magic_bytes;
    bool (*read)(const guint8 *bytes, size_t length_bytes, struct header *header);
} header_formats[] = {
    [HEADER_FORMAT_PNG] = {"PNG", "\x89PNG\r\n\x1A\n", 0, 8, header_read_png},
    [HEADER_FORMAT_JPEG] = {"JPEG", "\xFF\xD8\xFF", 0, 3, header_read_jpeg},
    [HEADER_FORMAT_WEBP] = {"WebP", "WEBP", 8, 4, header_read_webp},
    [HEADER_FORMAT_GIF] = {"GIF", "GIF8", 0, 4, header_read_gif},
};

static bool header_check(const struct header *header, GError **error)
{
    const unsigned width_px = header->size.width_px;
    const unsigned height_px = header->size.height_px;

    if (width_px == 0 || height_px == 0) {
        g_set_error(error, FRAME_ERROR, FRAME_STATUS_BROKEN, "expected a picture, found %ux%u px",
                    width_px, height_px);
        return false;
    }
    if (MAX(width_px, height_px) > LIMIT_PICTURE_SIDE_PX ||
        (guint64)width_px * height_px > LIMIT_PICTURE_PX) {
        g_set_error(error, FRAME_ERROR, FRAME_STATUS_TOO_LARGE,
                    "expected at most %d px a side and %d px in all, found %ux%u px",
                    LIMIT_PICTURE_SIDE_PX, LIMIT_PICTURE_PX, width_px, height_px);
        return false;
    }
    return true;
}

bool header_read(const guint8 *bytes, size_t length_bytes, struct header *header, GError **error)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(header_formats); i++) {
        const size_t end = header_formats[i].magic_at + header_formats[i].magic_bytes;
        struct header found = {.format = i, .orientation = 1};

        if (length_bytes < end ||
            memcmp(bytes + header_formats[i].magic_at, header_formats[i].magic,
                   header_formats[i].magic_bytes) != 0)
            continue;
        if (!header_formats[i].read(bytes, length_bytes, &found)) {
            g_set_error(error, FRAME_ERROR, FRAME_STATUS_BROKEN,
                        "expected the header of a %s in grey or colour, found none",
                        header_formats[i].name);
            return false;
        }
        if (!header_check(&found, error))
            return false;
        *header = found;
        return true;
    }
    g_set_error(error, FRAME_ERROR, FRAME_STATUS_FOREIGN,
                "expected a PNG, JPEG, WebP or GIF picture, found something else");
    return false;
}
