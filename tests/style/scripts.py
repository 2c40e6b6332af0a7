#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shell scripts pass shellcheck and can be run."""

import os

import tree


def is_script(path):
    with path.open("rb") as opened:
        return opened.readline().rstrip() in (b"#!/bin/sh", b"#!/usr/bin/env bash")


def problems(root):
    paths = [path for path in tree.files(root) if is_script(root / path)]
    for path in paths:
        if not os.access(root / path, os.X_OK):
            yield f"{path}:1: a script without run bit"
    if paths:
        yield from tree.output_of(["shellcheck", "--format=gcc", *map(str, paths)], root)


if __name__ == "__main__":
    tree.main(problems)
