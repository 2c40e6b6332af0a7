#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every shell completes the commands and options that placard has, and no others."""

import re

import tree

FILES = ("assets/completions/placard", "assets/completions/_placard",
         "assets/completions/placard.fish")
COMMAND = re.compile(r"^  placard (\w+)", re.MULTILINE)
OPTION = re.compile(r"^  --([\w-]+)", re.MULTILINE)
# As bash and zsh write an option, and as fish does.
NAMED = re.compile(r"--([a-z][\w-]*)|(?<!set )-l ([\w-]+)")


def problems(root, build):
    told = "\n".join(tree.told_by([build / "bin/placard", "--help"]))
    options = set(OPTION.findall(told))
    for name in FILES:
        text = (root / name).read_text(encoding="utf-8")
        code = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        known = {long or fish for long, fish in NAMED.findall(code)}
        yield from (f"{name}:1: placard has --{option}" for option in sorted(options - known))
        yield from (f"{name}:1: placard has no --{option}" for option in sorted(known - options))
        for command in COMMAND.findall(told):
            if not re.search(rf"\b{command}\b", code):
                yield f"{name}:1: placard has the command {command}"


if __name__ == "__main__":
    tree.main(problems)
