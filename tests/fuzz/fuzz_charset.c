/* SPDX-License-Identifier: MIT
 *
 * Bytes of any charset: valid UTF-8, also under every label that a server may send.
 */
#include "charset.h"
#include "fuzz.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* NULs are no letters of GLib's. */
static bool text_is_valid(const char *text, size_t length)
{
    const char *end = text + length;
    while (text < end) {
        const char *stop = memchr(text, '\0', (size_t)(end - text));
        size_t part = (size_t)((stop ? stop : end) - text);
        if (!g_utf8_validate_len(text, part, NULL))
            return false;
        text += part + 1;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    static const char *const labels[] = {NULL,      "shift_jis", "iso-2022-jp",
                                         "gb18030", "utf-16",    "big5"};
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        size_t length = 0;
        g_autofree char *text =
            charset_decode((const char *)bytes, length_bytes, labels[i], &length);
        g_assert_true(text_is_valid(text, length));
        g_assert_cmpint(text[length], ==, '\0');
    }
    return 0;
}
