#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The top of the tree holds these entries, dot-files, and nothing else."""

import os

import tree

ALLOWED = {"CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "app", "assets",
           "include", "tests", "cross"}


def problems(root):
    for name in sorted(os.listdir(root)):
        if name not in ALLOWED | tree.IGNORED and not name.startswith("."):
            yield f"{name}: not one of {', '.join(sorted(ALLOWED))}"


if __name__ == "__main__":
    tree.main(problems)
