# SPDX-License-Identifier: MIT
"""What the bench programs share: children that are measured, and the table of what they cost.

A bench program is NOUN.py BUILD. It prints its rows with Table.row and ends with Table.end: 1 when
something is over its budget. Ratios are taken within one run on one machine.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

WIDTHS = (46, 12, 30, 22)


class Cost(NamedTuple):
    """Of a child and all that it waited for."""
    cpu_s: float
    wall_s: float
    peak_mib: float
    status: int


def cost_of(command, output=os.devnull, env=None):
    """Runs a command once, its output to a file, with an empty home unless env names another.

    The peak is that of the largest process, and at least that of the bench itself, from which the
    kernel counts: a bench keeps nothing large in memory.
    """
    with tempfile.TemporaryDirectory() as home, open(output, "wb") as opened:
        clean = {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8", **(env or {})}
        begun = time.monotonic()
        with subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=opened,
                              stderr=subprocess.DEVNULL, env=clean) as child:
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        wall_s = time.monotonic() - begun
    return Cost(usage.ru_utime + usage.ru_stime, wall_s, usage.ru_maxrss / 1024, child.returncode)


def least_of(times, command, **options):
    """The cheapest of several runs: what disturbs a measurement only ever adds to it."""
    return min((cost_of(command, **options) for _ in range(times)), key=lambda cost: cost.cpu_s)


class Table:
    """Rows of a bench: what, measured, peer of the same run, budget, whether it is kept."""

    def __init__(self, title):
        self.is_over = False
        print(title)

    def row(self, what, measured, peer="", budget="", is_kept=None):
        """is_kept None: there is no budget."""
        verdict = "" if is_kept is None else "ok" if is_kept else "OVER"
        self.is_over = self.is_over or is_kept is False
        columns = zip((what, measured, peer, budget), WIDTHS)
        cells = "  ".join(f"{cell:<{width}}" for cell, width in columns)
        print(f"  {cells}  {verdict}".rstrip(), flush=True)

    def most(self, what, value, limit, unit="", peer=""):
        """A value that may be at most limit."""
        self.row(what, f"{value:.3g} {unit}".rstrip(), peer, f"at most {limit:.3g} {unit}".rstrip(),
                 value <= limit)

    def end(self):
        sys.exit(1 if self.is_over else 0)


def build_of_arguments():
    """The folder of the build that is measured."""
    return Path(sys.argv[1]).resolve()
