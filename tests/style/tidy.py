#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""clang-tidy finds nothing in the programs' sources."""

import json
import os
import shlex
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tree

# Only what tells the compiler what it reads: other options may be gcc's alone.
UNDERSTOOD = ("-I", "-D", "-U", "-std=", "-isystem")


def options(command):
    """The understood ones of a compiler's command line, with the values that stand apart."""
    words = iter(shlex.split(command))
    for word in words:
        if word.startswith(UNDERSTOOD):
            yield word
            if word in UNDERSTOOD:
                yield next(words)


def plain_database(root, build, folder):
    """Writes a compile database of app/ that clang understands; returns its files."""
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    ours = [entry for entry in entries if Path(entry["file"]).is_relative_to(root / "app")]
    for entry in ours:
        entry["arguments"] = ["clang", *options(entry.pop("command")), "-c", entry["file"]]
    Path(folder, "compile_commands.json").write_text(json.dumps(ours), encoding="utf-8")
    return sorted({entry["file"] for entry in ours})


def problems(root, build):
    tree.require_version("clang-tidy", 14)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        def check(path):
            return tree.output_of(["clang-tidy", "--quiet", "-p", folder, path], root)

        for told in pool.map(check, plain_database(root, build, folder)):
            yield from told


if __name__ == "__main__":
    tree.main(problems)
