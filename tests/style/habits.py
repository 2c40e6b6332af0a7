#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Small habits of the sources: licence first, structs by their own name, nothing left to do."""

import re

import tree

SPDX = "SPDX-License-Identifier: MIT"
FORBIDDEN = [
    (r"\b(TODO|FIXME|XXX)\b", "do it, or write an issue"),
    (r"^\s*typedef\s+(struct|enum|union)\b", "say struct, enum or union where it is used"),
    (r"^\s*//", "comments stand between /* and */"),
]


def problems(root):
    for path in tree.files(root, ".c", ".h", under=("app", "include", "tests")):
        for number, line in tree.lines(root / path):
            if number == 1 and SPDX not in line:
                yield f"{path}:1: expected \"/* {SPDX}\""
            for pattern, advice in FORBIDDEN:
                if re.search(pattern, line):
                    yield f"{path}:{number}: {line.strip()}: {advice}"


if __name__ == "__main__":
    tree.main(problems)
