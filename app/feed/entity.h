/* SPDX-License-Identifier: MIT
 *
 * References to characters as they stand in XML and HTML: "&amp;", "&#8217;", "&#x2019;".
 */
#ifndef PLACARD_FEED_ENTITY_H
#define PLACARD_FEED_ENTITY_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* One reference at the beginning of a text. */
struct entity {
    gunichar character;
    gunichar second;     /* the character behind it; 0: none */
    size_t length_bytes; /* of the reference, with its semicolon if it has one */
};

enum { ENTITY_UTF8_BYTES = 12 };

/* True when text begins with a reference to a character by number or by a name of HTML (WHATWG
 * HTML, 13.5). A name needs its semicolon unless it is an old one that shows by itself: "&eacute "
 * is one, but neither "&copy=3" of a link nor "&notice". Numbers 128 to 159 mean what they mean in
 * windows-1252; numbers that name no character give U+FFFD. */
bool entity_read(const char *text, size_t length_bytes, struct entity *entity);

/* Writes what the reference stands for, at most ENTITY_UTF8_BYTES, without a NUL; how many bytes. */
size_t entity_to_utf8(const struct entity *entity, char *utf8);

/* The code point that a byte has in windows-1252 when it is 0x80 to 0x9f; else the code itself. */
gunichar entity_windows_1252(gunichar code);

#endif
