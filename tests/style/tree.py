# SPDX-License-Identifier: MIT
"""What the rules share: the files of the tree, and how a rule tells what it found.

A rule is a program: RULE.py ROOT [BUILD]. It prints a line for each violation, "path:line: what",
and ends with 1 when there is one, with 0 when there is none, with 77 when it cannot tell here.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
# What is built or kept by tools, not written by us.
IGNORED = {"build", "cards", ".git", ".cache", "__pycache__"}


def files(root, *suffixes, under=("",)):
    """The files of these folders whose names end so, relative to root, in order."""
    found = set()
    for folder in under:
        for directory, folders, names in os.walk(root / folder):
            folders[:] = [name for name in folders if name not in IGNORED]
            found.update(Path(directory, name).relative_to(root) for name in names
                         if not suffixes or name.endswith(suffixes))
    return sorted(found)


def lines(path):
    """Pairs of line number and line."""
    return enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def told_by(command):
    """The lines that a tool prints, which must succeed."""
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def require_version(tool, major):
    """What these tools say differs by version: one version decides, others do not judge."""
    version = re.search(r"version (\d+)", " ".join(told_by([tool, "--version"])))
    if not version or int(version[1]) != major:
        skip(f"{tool} {major} decides, this is another version")


def output_of(command, cwd):
    """What a checking tool complains about, line by line; nothing when it is content."""
    run = subprocess.run(command, cwd=cwd, text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, check=False)
    told = run.stdout.splitlines()
    return told or [f"{command[0]} ended with status {run.returncode}"] if run.returncode else []


def main(problems):
    """Runs a rule: a function from root (and the build folder, if it takes one) to violations."""
    found = list(problems(*(Path(argument).resolve() for argument in sys.argv[1:])))
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)
