/* SPDX-License-Identifier: MIT */
#include "utf8.h"

#include <string.h>

/* Eight bytes at a time: most text of feeds is markup. */
static const char *ascii_end(const char *at, const char *end)
{
    guint64 bytes;
    for (; (size_t)(end - at) >= sizeof bytes; at += sizeof bytes) {
        memcpy(&bytes, at, sizeof bytes);
        if (bytes & G_GUINT64_CONSTANT(0x8080808080808080))
            break;
    }
    while (at < end && (guchar)*at < 0x80)
        at++;
    return at;
}

/* The valid characters from here on; a NUL is one, which GLib does not know. */
static const char *valid_end(const char *at, const char *end, struct utf8_count *count)
{
    const char *stop = ascii_end(at, end);
    while (stop < end) {
        gunichar character = g_utf8_get_char_validated(stop, end - stop);
        if (character >= (gunichar)-2)
            break;
        const char *behind = g_utf8_next_char(stop);
        count->outside_ascii += (size_t)(behind - stop);
        stop = ascii_end(behind, end);
    }
    return stop;
}

size_t utf8_read(const char *bytes, size_t length_bytes, bool is_last, GString *out,
                 struct utf8_count *count)
{
    const char *const end = bytes + length_bytes;
    const char *at = bytes;

    while (at < end) {
        const char *stop = valid_end(at, end, count);
        if (out)
            g_string_append_len(out, at, stop - at);
        at = stop;
        if (at == end)
            break;
        if (g_utf8_get_char_validated(at, end - at) == (gunichar)-2) {
            count->outside_ascii += is_last ? (size_t)(end - at) : 0;
            at = is_last ? end : at;
            break;
        }
        if (out)
            g_string_append(out, "\xef\xbf\xbd");
        count->outside_ascii++;
        count->errors++;
        at++;
    }
    return (size_t)(at - bytes);
}
