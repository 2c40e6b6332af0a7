#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""clang-format decides the layout."""

import tree


def problems(root):
    tree.require_version("clang-format", 14)
    paths = tree.files(root, ".c", ".h", under=("app", "include", "tests"))
    told = tree.output_of(["clang-format", "--dry-run", "-Werror", *map(str, paths)], root)
    return [line for line in told if not line.startswith(" ")]


if __name__ == "__main__":
    tree.main(problems)
