# SPDX-License-Identifier: MIT
"""A row of rows.py tried on placard, and judged."""

import re
import sys

from trial import Desk, complaints_about
from words import feed, item

BEFORE, NOW = "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z"
KEPT = {"The mill turns", "The quay has lamps"}
BESIDE = "Snow lies on the hills"
# How much more a sanitizer may take.
SLOWER, LARGER_MIB = 4, 1000


class Siege:
    def __init__(self, program, server, directory, is_sanitized):
        self.program = program
        self.server = server
        self.directory = directory
        self.slower = SLOWER if is_sanitized else 1
        self.larger_mib = LARGER_MIB if is_sanitized else 0
        self.cache = None  # in which all sources called kept have news

    def source(self, row, name):
        port = "http" if name == "beside" else row.at
        return {"name": name, "url": self.server.url(port, f"/{row.name}/{name}"),
                "full_text": "never"}

    def network(self, **own):
        return own

    def remember(self, rows):
        """Asks the sources that are to have old news, while all servers are kind."""
        desk = Desk(self.program, self.directory / "before")
        for row in rows:
            self.server.scripts[f"/{row.name}/kept"] = feed(*map(item, sorted(KEPT)))
        # One that is mute has never said anything.
        desk.configure([self.source(row, "kept") for row in rows if row.at != "mute"],
                       self.network(timeout_seconds=20))
        run = desk.list("--now", BEFORE)
        if run.status != 0:
            sys.exit(f"nothing comes of kind servers, either: {run.err.decode()}")
        self.cache = desk.cache
        self.server.is_kind = False
        self.server.heads.clear()

    def try_row(self, row):
        """What is not as it should be."""
        desk = Desk(self.program, self.directory / row.name, self.cache)
        scripts = {"kept": row.script, "fresh": row.script, "beside": feed(item(BESIDE)),
                   "there": feed(item("Over there"))}
        for name, script in scripts.items():
            self.server.scripts[f"/{row.name}/{name}"] = script
        self.server.secrets[row.name] = desk.secret
        desk.configure([self.source(row, name) for name in ("kept", "fresh", "beside")],
                       self.network(**row.network))
        run = desk.list("--now", NOW)
        return list(complaints_about(run, desk)) or [
            *(self.judge_good if row.outcome.is_good else self.judge_bad)(row, run),
            *self.judge_cost(row, run),
        ]

    def judge_good(self, row, run):
        yield from self.judge_all(run, kept="ok", fresh="ok", status=0)
        shown = run.headlines("kept", "fresh")
        expected = row.outcome.headlines
        if expected is not None and shown != set(expected):
            yield f"shows {sorted(shown)}, not {sorted(expected)}"

    def judge_bad(self, row, run):
        is_known = row.at != "mute"
        yield from self.judge_all(run, kept="stale" if is_known else "failed", fresh="failed",
                                  status=1)
        for name in ("kept", "fresh"):
            source = run.source(name)
            if not re.search(row.outcome.reason, source["error"] or ""):
                yield f"{name} because {source['error']!r}, not {row.outcome.reason!r}"
            if f"{name}: {source['error']}\n" not in run.err.decode():
                yield f"{name} is not on standard error: {run.err.decode()!r}"
        if is_known and run.source("kept")["fetched"] != BEFORE:
            yield f"kept says that it is from {run.source('kept')['fetched']}"
        if run.headlines("kept", "fresh") != (KEPT if is_known else set()):
            yield f"shows {sorted(run.headlines('kept', 'fresh'))}"

    def judge_all(self, run, kept, fresh, status):
        for name, expected in (("kept", kept), ("fresh", fresh), ("beside", "ok")):
            source = run.source(name)
            if source["status"] != expected:
                yield f"{name} is {source['status']}, not {expected}: {source['error']}"
        if run.headlines("beside") != {BESIDE}:
            yield "lost the news of the source beside"
        if run.status != status:
            yield f"ended with {run.status}"

    def judge_cost(self, row, run):
        if run.seconds > row.seconds * self.slower:
            yield f"took {run.seconds:.1f} s"
        if run.mib > row.mib + self.larger_mib:
            yield f"took {run.mib:.0f} MiB"
        for name in ("kept", "fresh"):
            asked = len(self.server.requests(f"/{row.name}/{name}"))
            if asked != row.requests:
                yield f"{name} was asked {asked} times, not {row.requests}"
        if self.server.traps[row.name]:
            yield "went into the trap"
        for word in row.lacks:
            if word in (run.out + run.err).decode():
                yield f"showed {word!r}"
