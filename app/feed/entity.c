/* SPDX-License-Identifier: MIT */
#include "entity.h"

#include <stdlib.h>
#include <string.h>

#include "entity_names.h"

/* The longest name in the table is shorter; what is longer need not be searched. */
enum { NAME_BYTES_MAX = 32, DIGITS_MAX = 32 };

gunichar entity_windows_1252(gunichar code)
{
    static const gunichar characters[32] = {
        0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
        0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
        0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178,
    };
    return code >= 0x80 && code <= 0x9f ? characters[code - 0x80] : code;
}

static int name_compare(const void *key, const void *member)
{
    const struct entity_name *name = member;
    return strcmp(key, name->name);
}

static bool name_read(const char *text, size_t length_bytes, struct entity *entity)
{
    char name[NAME_BYTES_MAX + 1];
    size_t bytes = 0;
    while (bytes < length_bytes && bytes < NAME_BYTES_MAX && g_ascii_isalnum(text[bytes])) {
        name[bytes] = text[bytes];
        bytes++;
    }
    name[bytes] = '\0';
    const struct entity_name *found =
        bsearch(name, entity_names, G_N_ELEMENTS(entity_names), sizeof *entity_names, name_compare);
    if (!found)
        return false;

    bool has_semicolon = bytes < length_bytes && text[bytes] == ';';
    bool goes_on = bytes < length_bytes && (text[bytes] == '=' || g_ascii_isalnum(text[bytes]));
    if (!has_semicolon && (goes_on || !found->is_old))
        return false;
    *entity = (struct entity){.character = found->character,
                              .second = found->second,
                              .length_bytes = bytes + (has_semicolon ? 1 : 0)};
    return true;
}

static int digit_value(char digit, bool is_hexadecimal)
{
    return is_hexadecimal ? g_ascii_xdigit_value(digit) : g_ascii_digit_value(digit);
}

static gunichar character_checked(gunichar code)
{
    bool is_text = code == '\t' || code == '\n' || code == '\r' || code >= ' ';
    return is_text && g_unichar_validate(code) ? entity_windows_1252(code) : 0xfffd;
}

static bool number_read(const char *text, size_t length_bytes, struct entity *entity)
{
    bool is_hexadecimal = length_bytes > 0 && (text[0] == 'x' || text[0] == 'X');
    size_t first = is_hexadecimal ? 1 : 0;
    size_t bytes = first;
    gunichar code = 0;

    while (bytes < length_bytes && bytes < DIGITS_MAX &&
           digit_value(text[bytes], is_hexadecimal) >= 0) {
        gunichar base = is_hexadecimal ? 16 : 10;
        code = code * base + (gunichar)digit_value(text[bytes], is_hexadecimal);
        code = MIN(code, 0x110000);
        bytes++;
    }
    if (bytes == first)
        return false;

    bool has_semicolon = bytes < length_bytes && text[bytes] == ';';
    *entity = (struct entity){.character = character_checked(code),
                              .length_bytes = bytes + (has_semicolon ? 1 : 0)};
    return true;
}

bool entity_read(const char *text, size_t length_bytes, struct entity *entity)
{
    if (length_bytes < 3 || text[0] != '&')
        return false;

    bool is_number = text[1] == '#';
    size_t before = is_number ? 2 : 1;
    struct entity found;
    bool is_found = is_number ? number_read(text + before, length_bytes - before, &found)
                              : name_read(text + before, length_bytes - before, &found);
    if (!is_found)
        return false;

    found.length_bytes += before;
    *entity = found;
    return true;
}

size_t entity_to_utf8(const struct entity *entity, char *utf8)
{
    int bytes = g_unichar_to_utf8(entity->character, utf8);
    if (entity->second != 0)
        bytes += g_unichar_to_utf8(entity->second, utf8 + bytes);
    return (size_t)bytes;
}
