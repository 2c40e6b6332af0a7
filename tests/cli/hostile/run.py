#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""placard among hostile servers: run.py [--sanitized] PROGRAM [ROW…].

Tries the rows of rows.py, or some of them. Prints a line for whatever is not as it should be, and
ends with 1 when there is any."""

import argparse
import concurrent.futures
import shutil
import sys
import tempfile
from pathlib import Path

from rows import ROWS
from server import Server
from siege import Siege

SKIPPED = 77
AT_ONCE = 12


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("rows", nargs="*", metavar="row")
    parser.add_argument("--sanitized", action="store_true", help="memory and time tell nothing")
    arguments = parser.parse_args()
    if not shutil.which("openssl"):
        print("skipped: no openssl to make certificates with")
        return SKIPPED

    rows = [row for row in ROWS if not arguments.rows or row.name in arguments.rows]
    with tempfile.TemporaryDirectory(prefix="placard-siege-") as directory:
        server = Server(Path(directory, "server"))
        siege = Siege(arguments.program, server, Path(directory), arguments.sanitized)
        siege.remember(rows)
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            found = list(pool.map(siege.try_row, rows))
        server.close()

    for row, complaints in zip(rows, found):
        for complaint in complaints:
            print(f"{row.name}: {complaint}")
    print(f"{found.count([])} of {len(rows)} rows are as they should be")
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())
