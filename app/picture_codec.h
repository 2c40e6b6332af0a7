/* SPDX-License-Identifier: MIT
 *
 * The libraries that know the formats of pictures, and all that knows these libraries.
 */
#ifndef PLACARD_PICTURE_CODEC_H
#define PLACARD_PICTURE_CODEC_H

#include "picture_header.h"
#include "picture_pixels.h"

/* Loads what the libraries would load later, when no file can be opened any more. */
void codec_prepare(void);

/* The picture, upright, on white where it is transparent: what pictures of the web are made for.
 * NULL with FRAME_STATUS_BROKEN when it is not what its header says. */
struct pixels *codec_decode(const guint8 *bytes, size_t length_bytes, const struct header *header,
                            GError **error);

/* A JPEG. */
GBytes *codec_encode(const struct pixels *pixels);

#endif
