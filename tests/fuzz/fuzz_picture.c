/* SPDX-License-Identifier: MIT
 *
 * Heads of pictures: what is let through to the decoders is within the limits.
 */
#include "fuzz.h"

#include "picture_header.h"
#include "placard/limits.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    g_autoptr(GError) error = NULL;
    struct header header;
    if (!header_read(bytes, length_bytes, &header, &error)) {
        g_assert_nonnull(error);
        return 0;
    }
    const guint64 pixels = (guint64)header.size.width_px * header.size.height_px;
    g_assert_cmpuint(pixels, >, 0);
    g_assert_cmpuint(pixels, <=, LIMIT_PICTURE_PX);
    g_assert_cmpuint(MAX(header.size.width_px, header.size.height_px), <=, LIMIT_PICTURE_SIDE_PX);
    g_assert_cmpuint(header.orientation, >=, 1);
    g_assert_cmpuint(header.orientation, <=, 8);
    return 0;
}
