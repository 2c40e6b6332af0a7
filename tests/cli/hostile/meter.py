# SPDX-License-Identifier: MIT
"""meter.py FILE PROGRAM…: runs the program and writes into the file how many KiB of memory the
largest of its processes had.

A process is charged what its parent had when it was started, so the parent is this small one."""

import os
import sys

ended = os.wait4(os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ), 0)
with open(sys.argv[1], "w", encoding="ascii") as file:
    file.write(str(ended[2].ru_maxrss))
status = os.waitstatus_to_exitcode(ended[1])
sys.exit(status if status >= 0 else 128 - status)
