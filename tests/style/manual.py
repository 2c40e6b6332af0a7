#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Manual pages are clean mdoc."""

import tree


def problems(root):
    for path in tree.files(root, ".1", ".5", under=("assets",)):
        yield from tree.output_of(["mandoc", "-T", "lint", "-W", "warning", str(path)], root)


if __name__ == "__main__":
    tree.main(problems)
