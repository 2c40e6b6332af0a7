#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""News flows one way: a folder includes headers of the folders that it may know, and no others.
A header that is not in include/ is private to its folder."""

import re

import tree

ALL = {"config", "text", "edition", "feed", "fetch", "compose", "rotation", "card", "screen",
       "command"}
MAY_INCLUDE = {
    "config": set(),
    "text": set(),
    "edition": set(),
    "feed": {"text", "edition"},
    "fetch": {"config", "edition"},
    "compose": {"config", "text", "edition"},
    "rotation": {"edition"},
    "card": {"edition", "text"},
    "screen": {"card"},
    "command": ALL,
    "main": ALL,
}
# limits.h: all maxima, for everybody.
COMMON = {"limits.h"}


def folder_of(path):
    """app/feed/rss.c and include/placard/feed/feed.h: "feed"; app/placard.c: "main"."""
    parts = path.parts[1:] if path.parts[0] == "app" else path.parts[2:]
    return parts[0] if len(parts) > 1 else "main"


def judge(root, path, wanted, quoted):
    """What is wrong with one include line, or None."""
    folder = folder_of(path)
    if not wanted.startswith("placard/"):
        if quoted and not ("/" not in wanted and (root / path.parent / wanted).is_file()):
            return f'"{wanted}" is not a header of {path.parent}'
        return None
    if not quoted:
        return f"<{wanted}> is ours: write it in quotes"
    target = wanted.split("/", 2)[1]
    if not (root / "include" / wanted).is_file():
        return f'"{wanted}" is not in include/'
    if target in COMMON or target == folder or target in MAY_INCLUDE[folder]:
        return None
    return f"{folder} may not include {target}"


def problems(root):
    for path in tree.files(root, ".c", ".h", under=("app", "include")):
        if folder_of(path) not in MAY_INCLUDE:
            yield f"{path}:1: folder {folder_of(path)} stands in no row of {__file__}"
            continue
        for number, line in tree.lines(root / path):
            include = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
            wrong = include and judge(root, path, include[2], include[1] == '"')
            if wrong:
                yield f"{path}:{number}: {wrong}"


if __name__ == "__main__":
    tree.main(problems)
