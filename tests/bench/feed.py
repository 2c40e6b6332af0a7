# SPDX-License-Identifier: MIT
"""What `placard list` costs for a feed of 20 MB and for a typical one, beside other readers."""

import importlib.util
import json
import random
import shutil
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

import bench

# 20 MB are 10,000 such items.
ITEM_BYTES = 1720
NOW = datetime(2026, 3, 3, 12, 0, tzinfo=timezone.utc)
WORDS = """the a of to and in on for with by from at over under after before harbour ferry bridge
river garden library market school museum station road tram lamp bench tree orchard mill barn roof
window clock tower square village town valley hill lake shore island boat bread cheese apple honey
paper letter map book song choir band stage morning evening summer winter spring autumn council
visitor teacher baker gardener driver painter opens closes begins ends moves grows turns stays waits
carries repairs plans builds paints counts measures new old small large quiet early late second
yearly wooden green blue narrow wide shared local""".split()


def sentence(chance):
    words = [chance.choice(WORDS) for _ in range(chance.randint(7, 19))]
    return " ".join(words).capitalize() + "."


def paragraph(chance):
    """Markup as content systems write it, escaped as RSS wants it."""
    text = " ".join(sentence(chance) for _ in range(chance.randint(2, 5)))
    link = f'<a href="https://news.example/{chance.randrange(10**6)}">{chance.choice(WORDS)}</a>'
    return f"<p>{text} <em>{sentence(chance)}</em> See {link} &amp; more.</p>\n"


def feed_parts(items, item_bytes):
    """An RSS 2.0 of so many items of about so many bytes, the same on every run."""
    chance = random.Random(20260303)
    yield ('<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
             'xmlns:dc="http://purl.org/dc/elements/1.1/" '
             'xmlns:content="http://purl.org/rss/1.0/modules/content/">\n<channel>\n'
             "<title>Harbour Post</title><link>https://news.example/</link>\n"
             "<description>News of the harbour</description><language>en</language>\n")
    for number in range(items):
        body = ""
        while len(body) < item_bytes - 500:
            body += paragraph(chance)
        is_cdata = chance.random() < 0.5
        escaped = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        published = NOW - timedelta(minutes=number)
        yield (f"<item><title>{sentence(chance)[:-1]}</title>\n"
               f"<link>https://news.example/story/{number}</link>\n"
               f'<guid isPermaLink="false">story-{number}</guid>\n'
               f"<pubDate>{format_datetime(published)}</pubDate><dc:creator>Desk</dc:creator>\n"
               f"<description>{sentence(chance)} {sentence(chance)}</description>\n"
               "<content:encoded>" + (f"<![CDATA[{body}]]>" if is_cdata else escaped) +
               "</content:encoded></item>\n")
    yield "</channel>\n</rss>\n"


def feed_write(path, items, item_bytes):
    with path.open("w", encoding="utf-8") as feed:
        feed.writelines(feed_parts(items, item_bytes))


def config_of(path, limit):
    return json.dumps({
        "sources": [{"url": str(path), "limit": limit}],
        "edition": {"max_age_hours": 0},
        "network": {"max_bytes": 64 * 1024 * 1024, "max_items": 20000},
    })


def list_cost(build, folder, path, limit, times):
    """The cost, and how many stories were listed."""
    config = folder / "config.json"
    edition = folder / "edition.json"
    config.write_text(config_of(path, limit), encoding="utf-8")
    cost = bench.least_of(times, [build / "bin/placard", "list", "--config", config,
                                  "--now", NOW.isoformat()], output=edition)
    if cost.status != 0:
        sys.exit(f"placard list of {path} ended with status {cost.status}")
    return cost, sum(line.count('"headline":') for line in edition.open(encoding="utf-8"))


def peers_row(table, path):
    """Other readers of the same file, where they are installed."""
    if shutil.which("newsboat"):
        with tempfile.TemporaryDirectory() as folder:
            urls = Path(folder, "urls")
            urls.write_text(f"file://{path}\n", encoding="utf-8")
            cost = bench.cost_of(["newsboat", "-u", urls, "-c", Path(folder, "cache"),
                                  "-C", "/dev/null", "-x", "reload"])
        table.row("  newsboat, reload", f"{cost.cpu_s:.3f} s", f"{cost.peak_mib:.0f} MiB")
    if importlib.util.find_spec("feedparser"):
        code = "import feedparser, sys; feedparser.parse(sys.argv[1])"
        cost = bench.cost_of([sys.executable, "-c", code, path])
        table.row("  feedparser", f"{cost.cpu_s:.3f} s", f"{cost.peak_mib:.0f} MiB")


def large(table, build, folder):
    path = folder / "large.xml"
    feed_write(path, 10_000, ITEM_BYTES)
    floor = bench.least_of(5, ["xmllint", "--noout", "--stream", path])
    size_mb = path.stat().st_size / 1e6
    for limit, times_most, mib_most in ((50, 4, 32), (0, 12, 96)):
        cost, stories = list_cost(build, folder, path, limit, 3)
        what = f"{size_mb:.0f} MB, 10,000 items, limit {limit}: {stories} stories"
        table.most(what, cost.cpu_s / floor.cpu_s, times_most, "×",
                   f"{cost.cpu_s:.2f} s, xmllint {floor.cpu_s:.3f} s")
        table.most("  peak memory", cost.peak_mib, mib_most, "MiB")
    peers_row(table, path)


def typical(table, build, folder):
    path = folder / "typical.xml"
    feed_write(path, 50, ITEM_BYTES)
    start = bench.least_of(10, [build / "bin/placard", "--version"])
    cost, stories = list_cost(build, folder, path, 0, 10)
    table.most(f"{path.stat().st_size / 1e3:.0f} kB, {stories} stories", cost.cpu_s * 1000, 30, "ms",
               f"--version {start.cpu_s * 1000:.1f} ms")
    peers_row(table, path)


def main():
    table = bench.Table("feed: `placard list`, both programs, CPU from exec to end")
    if not shutil.which("xmllint"):
        sys.exit("xmllint is missing: see tests/packages")
    with tempfile.TemporaryDirectory() as name:
        large(table, bench.build_of_arguments(), Path(name))
        typical(table, bench.build_of_arguments(), Path(name))
    table.end()


if __name__ == "__main__":
    main()
