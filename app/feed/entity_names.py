#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints entity_names.h: the names of HTML as Python's standard library knows them.

    python3 app/feed/entity_names.py | clang-format > app/feed/entity_names.h
"""

from html.entities import html5

HEAD = """\
/* SPDX-License-Identifier: MIT
 *
 * The names of characters in HTML (WHATWG HTML, 13.5), in the order of strcmp. Included by entity.c
 * alone; made by entity_names.py.
 */
#ifndef PLACARD_FEED_ENTITY_NAMES_H
#define PLACARD_FEED_ENTITY_NAMES_H

#include <glib.h>
#include <stdbool.h>

struct entity_name {
    const char *name;
    gunichar character;
    guint16 second; /* the character behind it; 0: none */
    bool is_old;    /* HTML reads it without its semicolon, too; not one in capitals ("R&LT") */
};

static const struct entity_name entity_names[] = {"""

TAIL = """\
};

#endif"""


def row(name):
    points = [f"{ord(character):#x}" for character in html5[name + ";"]]
    if name in html5 and not name.isupper():
        points = (points + ["0"])[:2] + ["true"]
    return f'{{"{name}", {", ".join(points)}}},'


names = sorted(name.removesuffix(";") for name in html5 if name.endswith(";"))
print(HEAD, *map(row, names), TAIL, sep="\n")
