# SPDX-License-Identifier: MIT
"""placard as somebody would run it, in a home of its own, and what that cost and left behind."""

import json
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

METER = Path(__file__).with_name("meter.py")
SECRET = "what nobody outside may read"
KIB_PER_MIB = 1024
KILLED_AFTER_SECONDS = 60

# C0 and C1 but the line break, directions (U+202A…2E, U+2066…69), tags, U+FEFF.
FORBIDDEN = re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff"
                       "\U000e0001-\U000e007f]")


@dataclass
class Run:
    status: int                      # 128 and more: a signal ended it
    out: bytes
    err: bytes
    seconds: float
    mib: float                       # of the largest of its processes

    @property
    def edition(self):
        return json.loads(self.out)

    def source(self, name):
        return next(source for source in self.edition["sources"] if source["name"] == name)

    def headlines(self, *sources):
        return {story["headline"] for story in self.edition["stories"]
                if story["source"] in sources}


class Desk:
    """A home with a cache and a config."""

    def __init__(self, program, directory, cache=None):
        self.program = program
        self.directory = directory
        self.cache = directory / "cache" / "placard"
        self.config = directory / "config.json"
        self.secret = directory / "secret.txt"
        directory.mkdir(parents=True)
        if cache:
            shutil.copytree(cache, self.cache)
        self.secret.write_text(SECRET)
        self.environment = {
            "HOME": str(directory), "XDG_CACHE_HOME": str(directory / "cache"),
            "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC", "no_proxy": "*",
        }

    def configure(self, sources, network=None, **others):
        network = {"timeout_seconds": 4, **(network or {})}
        self.config.write_text(json.dumps({"sources": sources, "network": network, **others}))

    def start(self, *command, **options):
        """A program running, in a process group of its own."""
        return subprocess.Popen(command, cwd=self.directory, env=self.environment,
                                stdin=subprocess.DEVNULL, start_new_session=True, **options)

    def run(self, *arguments):
        meter, out, err = (self.directory / name for name in ("meter", "out", "err"))
        began = time.monotonic()
        with open(out, "wb") as to_out, open(err, "wb") as to_err:
            process = self.start(sys.executable, "-ISB", METER, meter, self.program, *arguments,
                                 stdout=to_out, stderr=to_err)
            try:
                status = process.wait(KILLED_AFTER_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                status = process.wait()
        seconds = time.monotonic() - began
        kib = int(meter.read_text()) if meter.exists() else 0
        return Run(status, out.read_bytes(), err.read_bytes(), seconds, kib / KIB_PER_MIB)

    def list(self, *arguments):
        return self.run("list", "--config", str(self.config), *arguments)


def files_below(directory):
    return [Path(folder, name) for folder, _, names in os.walk(directory) for name in names]


def complaints_about(run, desk):
    """What no run may do, whatever it was told."""
    text = run.out.decode("utf-8", errors="replace")
    told = run.err.decode("utf-8", errors="replace")
    if run.status not in (0, 1):
        yield f"ended with {run.status}: {told}"
        return
    if "\ufffd" in told or FORBIDDEN.search(told):
        yield f"standard error is not clean: {run.err!r}"
    try:
        edition = run.edition
    except ValueError as error:
        yield f"printed no edition: {error}"
        return
    for string in strings(edition):
        if FORBIDDEN.search(string):
            yield f"not clean: {string!r}"
    for story in edition["stories"]:
        for key in ("link", "image"):
            if story[key] and not re.match("https?://", story[key]):
                yield f"{key} {story[key]!r}"
    for path in files_below(desk.directory / "cache"):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode != 0o600:
            yield f"{path.name} has the mode {mode:o}"
        if SECRET.encode() in path.read_bytes():
            yield f"{path.name} holds a local file"
        if not re.fullmatch(r"(source|edition|config|picture)-[0-9a-f]{24}(\.\w+)?|marks.*|"
                            r"[a-z-]+", path.name):
            yield f"left {path.name}"
    if SECRET in text or SECRET in told:
        yield "printed a local file"


def strings(value):
    """All strings in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)
