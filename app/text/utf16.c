/* SPDX-License-Identifier: MIT */
#include "utf16.h"

#include <glib.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

enum { REPLACEMENT = 0xFFFD };

struct utf16 utf16_sized(size_t units)
{
    return (struct utf16){.units = g_new(UChar, units + 1)};
}

struct utf16 utf16_from(const char *text, size_t length_bytes)
{
    /* No byte of UTF-8 gives more than one unit of UTF-16. */
    struct utf16 result = utf16_sized(length_bytes);
    UErrorCode status = U_ZERO_ERROR;

    u_strFromUTF8WithSub(result.units, (int32_t)length_bytes + 1, &result.length, text,
                         (int32_t)length_bytes, REPLACEMENT, NULL, &status);
    if (U_FAILURE(status))
        result.length = 0;
    return result;
}

char *utf16_take_utf8(const UChar *units, int32_t length)
{
    size_t room = (size_t)length * U8_MAX_LENGTH + 1;
    g_autofree char *text = g_malloc(room);
    int32_t written = 0;
    UErrorCode status = U_ZERO_ERROR;

    u_strToUTF8WithSub(text, (int32_t)room, &written, units, length, REPLACEMENT, NULL, &status);
    if (U_FAILURE(status))
        written = 0;
    text[written] = '\0';
    return g_realloc(g_steal_pointer(&text), (size_t)written + 1);
}

void utf16_normalize(struct utf16 *text, const UNormalizer2 *form)
{
    if (!form)
        return;

    UErrorCode status = U_ZERO_ERROR;
    int32_t done = unorm2_spanQuickCheckYes(form, text->units, text->length, &status);

    if (U_FAILURE(status) || done == text->length)
        return;

    int32_t needed = unorm2_normalize(form, text->units, text->length, NULL, 0, &status);
    struct utf16 result = utf16_sized((size_t)needed);

    status = U_ZERO_ERROR;
    result.length =
        unorm2_normalize(form, text->units, text->length, result.units, needed + 1, &status);
    if (U_FAILURE(status)) {
        utf16_clear(&result);
        return;
    }
    utf16_clear(text);
    *text = result;
}

void utf16_clear(struct utf16 *text)
{
    g_free(text->units);
    *text = (struct utf16){0};
}
