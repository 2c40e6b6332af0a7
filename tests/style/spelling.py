#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Words are spelled as codespell knows them; fixtures, in many languages, are left alone."""

from pathlib import Path

import tree

ENDINGS = (".c", ".h", ".md", ".py", ".txt", ".json", ".1", ".5", "run", "install", "build")
WORDS = Path(__file__).with_name("words.txt")


def problems(root):
    paths = [path for path in tree.files(root, *ENDINGS)
             if "fixtures" not in path.parts and "golden" not in path.parts
             and path.name != WORDS.name]
    return tree.output_of(["codespell", "--ignore-words", str(WORDS), *map(str, paths)], root)


if __name__ == "__main__":
    tree.main(problems)
