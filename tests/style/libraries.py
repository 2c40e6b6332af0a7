#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A library is known to the folders that own it; a public header knows GLib alone."""

import re

import tree

# Header names, who may include them, and in how many files (0: any number).
OWNERS = [
    (r"glib(/.*|-unix)?\.h|gio/.*", ("app/", "include/"), 0),
    (r"SDL_image\.h|jpeglib\.h", ("app/picture_codec.c",), 1),
    (r"SDL(2/.*|_.*)?\.h", ("app/screen/", "app/picture_codec.c"), 0),
    (r"seccomp\.h", ("app/fetch/sandbox_calls.c",), 1),
    (r"curl/.*", ("app/fetch/",), 0),
    (r"libxml/.*", ("app/feed/",), 1),
    (r"(cjson/)?cJSON\.h", ("app/config/", "app/feed/", "app/edition/"), 0),
    (r"unicode/.*", ("app/text/", "app/feed/", "app/card/"), 0),
    (r"xf86drm(Mode)?\.h", ("app/screen/panel.c",), 1),
    (r"png\.h|fontconfig/.*|wayland-.*", ("app/screen/",), 0),
]
# C, POSIX and Linux belong to everybody.
SYSTEM = r"[a-z0-9_]+\.h|(sys|linux|arpa|net|netinet)/[a-z0-9_]+\.h"


def owner_of(header):
    for row in OWNERS:
        if re.fullmatch(row[0], header):
            return row
    return None


def problems(root):
    users = {}
    for path in tree.files(root, ".c", ".h", under=("app", "include")):
        for number, line in tree.lines(root / path):
            include = re.match(r"\s*#\s*include\s*<([^>]+)>", line)
            if not include:
                continue
            row = owner_of(include[1])
            if row and not str(path).startswith(row[1]):
                yield f"{path}:{number}: <{include[1]}> belongs to {', '.join(row[1])}"
            elif not row and not re.fullmatch(SYSTEM, include[1]):
                yield f"{path}:{number}: <{include[1]}> stands in no row of {__file__}"
            elif row:
                users.setdefault(row, set()).add(str(path))
    for (name, _, most), found in users.items():
        if most and len(found) > most:
            yield f"{', '.join(sorted(found))}: at most {most} may include <{name}>"


if __name__ == "__main__":
    tree.main(problems)
