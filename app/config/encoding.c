/* SPDX-License-Identifier: MIT */
#include "encoding.h"

#include <string.h>

#include "problem.h"

enum { SIGNATURE_BYTES = 4 };

/* What the first bytes of a text that is not UTF-8 look like: its byte order mark, or the zeros
 * around its first characters, which are ASCII in any JSON (RFC 4627, section 3). */
static const struct {
    const char *name;
    unsigned char bytes[SIGNATURE_BYTES];
    unsigned char zeros; /* bit n: byte n is 0, the others up to `length` are not */
    size_t length;
} signatures[] = {
    {.name = "UTF-32", .bytes = {0xFF, 0xFE, 0, 0}, .length = 4},
    {.name = "UTF-32", .bytes = {0, 0, 0xFE, 0xFF}, .length = 4},
    {.name = "UTF-16", .bytes = {0xFF, 0xFE}, .length = 2},
    {.name = "UTF-16", .bytes = {0xFE, 0xFF}, .length = 2},
    {.name = "UTF-32", .zeros = 0x7, .length = 4},
    {.name = "UTF-32", .zeros = 0xE, .length = 4},
    {.name = "UTF-16", .zeros = 0x1, .length = 2},
    {.name = "UTF-16", .zeros = 0x2, .length = 2},
};

static const char byte_order_mark[] = {'\xEF', '\xBB', '\xBF'};

static bool signature_matches(size_t index, const char *bytes, size_t length_bytes)
{
    unsigned zeros = 0;

    if (length_bytes < signatures[index].length) {
        return false;
    }
    if (signatures[index].zeros == 0) {
        return memcmp(bytes, signatures[index].bytes, signatures[index].length) == 0;
    }
    for (size_t i = 0; i < signatures[index].length; i++) {
        zeros |= bytes[i] == '\0' ? 1U << i : 0;
    }
    return zeros == signatures[index].zeros;
}

static const char *encoding_name(const char *bytes, size_t length_bytes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(signatures); i++) {
        if (signature_matches(i, bytes, length_bytes)) {
            return signatures[i].name;
        }
    }
    return NULL;
}

static unsigned count_lines(const char *from, const char *to)
{
    unsigned lines = 1;
    for (const char *at = from; at < to; at++) {
        lines += *at == '\n' ? 1 : 0;
    }
    return lines;
}

size_t encoding_skip(const char *bytes, size_t length_bytes)
{
    bool marked = length_bytes >= sizeof byte_order_mark &&
                  memcmp(bytes, byte_order_mark, sizeof byte_order_mark) == 0;
    return marked ? sizeof byte_order_mark : 0;
}

bool encoding_check(const char *bytes, size_t length_bytes, GPtrArray *problems)
{
    const char *name = encoding_name(bytes, length_bytes);
    const char *wrong = NULL;

    if (name != NULL) {
        problem_take(problems, (struct config_problem){
                                   .message = g_strdup_printf(
                                       "expected UTF-8, got %s: save it as UTF-8", name),
                               });
        return false;
    }
    if (!g_utf8_validate_len(bytes, length_bytes, &wrong)) {
        problem_take(problems, (struct config_problem){
                                   .line = count_lines(bytes, wrong),
                                   .message = g_strdup_printf(
                                       "expected UTF-8, got the byte 0x%02X: save it as UTF-8",
                                       (unsigned char)*wrong),
                               });
        return false;
    }
    return true;
}
