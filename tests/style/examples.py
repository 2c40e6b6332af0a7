#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The configs in README.md are right: placard checks them."""

import re
import subprocess
import tempfile
from pathlib import Path

import tree

EXAMPLE = re.compile(r"^```json\n(.*?)^```", re.MULTILINE | re.DOTALL)


def problems(root, build):
    text = (root / "README.md").read_text(encoding="utf-8")
    for found in EXAMPLE.finditer(text):
        with tempfile.TemporaryDirectory() as folder:
            config = Path(folder, "config.json")
            config.write_text(found[1], encoding="utf-8")
            run = subprocess.run([build / "bin/placard", "check", "--config", config], text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if run.returncode:
            yield f"README.md:{text[:found.start()].count(chr(10)) + 1}: {run.stdout.strip()}"


if __name__ == "__main__":
    tree.main(problems)
