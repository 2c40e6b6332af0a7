#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Words are spelled as codespell knows them; in fixtures, in many languages, nothing is looked at,
and in files whose strings are foreign or wrong on purpose, nothing within quotes."""

from fnmatch import fnmatch
from pathlib import Path

import tree

WORDS = Path(__file__).with_name("words.txt")
ENDINGS = (".c", ".h", ".md", ".py", ".txt", ".json", ".1", ".5", "run", "install", "build")
LEFT_ALONE = ("tests/fixtures/*", "tests/golden/*", "tests/style/words.txt")
FOREIGN_STRINGS = ("tests/*.c", "tests/text/*.h", "app/text/*.c", "app/text/*.py", "app/*_words.h", "app/*_names.h", "assets/*.json")
STRING = r'"(\\.|[^"\\])*"'


def matches(path, patterns):
    return any(fnmatch(path, pattern) for pattern in patterns)


def problems(root):
    paths = [str(path) for path in tree.files(root, *ENDINGS)]
    paths = [path for path in paths if not matches(path, LEFT_ALONE)]
    foreign = [path for path in paths if matches(path, FOREIGN_STRINGS)]
    command = ["codespell", "--ignore-words", str(WORDS)]
    yield from tree.output_of([*command, *(path for path in paths if path not in foreign)], root)
    if foreign:
        yield from tree.output_of([*command, "--ignore-regex", STRING, *foreign], root)


if __name__ == "__main__":
    tree.main(problems)
