#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The program on the screen carries no library that parses what comes from outside."""

import re

import tree

UNWANTED = re.compile(r"\(NEEDED\).*\[(libcurl|libxml2|libSDL2_image)\b")


def problems(_, build):
    for line in tree.told_by(["readelf", "--dynamic", str(build / "bin" / "placard")]):
        unwanted = UNWANTED.search(line)
        if unwanted:
            yield f"bin/placard: links {unwanted[1]}"


if __name__ == "__main__":
    tree.main(problems)
