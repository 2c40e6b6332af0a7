#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A path that a README names exists: relative to the README or to the top of the tree."""

import re

import tree

LINK = re.compile(r"\]\(([^)#\s]+)")
CODE = re.compile(r"`([^`]+)`")
PATH = re.compile(r"[\w.-]+(/[\w.-]+)+/?|[\w.-]+/")
# Made by building and running.
MADE = re.compile(r"(build|cards)(/|$)")


def named(line):
    """The paths in a line: targets of links, and words of code that look like paths."""
    yield from (link for link in LINK.findall(line) if ":" not in link)
    for code in CODE.findall(line):
        yield from (word for word in code.split() if PATH.fullmatch(word))


def problems(root):
    for path in tree.files(root, "README.md"):
        fenced = False
        for number, line in tree.lines(root / path):
            fenced ^= line.startswith("```")
            for name in () if fenced else named(line):
                places = (root / path.parent / name, root / name)
                if not MADE.match(name) and not any(place.exists() for place in places):
                    yield f"{path}:{number}: {name} does not exist"


if __name__ == "__main__":
    tree.main(problems)
