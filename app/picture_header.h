/* SPDX-License-Identifier: MIT
 *
 * What a picture says of itself before anything is decoded: the decoders take memory by these
 * numbers.
 */
#ifndef PLACARD_PICTURE_HEADER_H
#define PLACARD_PICTURE_HEADER_H

#include "placard/fetch/frame.h"

enum header_format { HEADER_FORMAT_PNG, HEADER_FORMAT_JPEG, HEADER_FORMAT_WEBP, HEADER_FORMAT_GIF };

struct header {
    enum header_format format;
    struct frame_size size; /* as it lies in the file, before it is turned */
    unsigned orientation;   /* of Exif: 1 upright … 8 */
};

/* Tells the format by its magic number and reads the sizes. False with FRAME_ERROR when it is no
 * picture, is cut before its sizes, or is larger than the limits. */
bool header_read(const guint8 *bytes, size_t length_bytes, struct header *header, GError **error);

#endif
