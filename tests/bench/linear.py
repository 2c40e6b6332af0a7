# SPDX-License-Identifier: MIT
"""What hostile feeds and pages cost: twice the bytes at most about twice the time."""

import json
import tempfile
from pathlib import Path

import bench

SMALL_BYTES = 2_000_000
# Twice, and what comes of a machine that has other things to do.
TIMES_MOST = 3


def repeated(text, size):
    return text * (size // len(text))


def rss(within):
    return f"<rss><channel><title>T</title>{within}</channel></rss>"


def described(start, unit, end=""):
    """One item that says so."""
    return lambda size: rss("<item><title>T</title><description>" + start + repeated(unit, size) +
                            end + "</description></item>")


def items(unit):
    """Items of a title that differs, and more."""
    return lambda size: rss("".join(f"<item><title>T {i}</title>{unit}</item>"
                                    for i in range(size // (40 + len(unit)))))


def flood(start, unit, end=""):
    return lambda size: start + repeated(unit, size) + end


MANY = " ".join(f"a{i}=1" for i in range(250))
NAMESPACES = " ".join(f"xmlns:a{i}='u{i}'" for i in range(250))
JSON_FEED = '{"version":"https://jsonfeed.org/version/1.1","items":['
PAGE = "<!DOCTYPE html><html><body>"
FLOODS = {
    "bare <": described("", "< "),
    "bare &": described("", "&a"),
    "digits of a reference": described("&#", "1"),
    "tags that do not end": described("", "&lt;a b=\""),
    "]]>": described("", "]]>"),
    "sections": described("", "<![CDATA[]]>"),
    "tags in a section": described("<![CDATA[", "<figure><p ", "]]>"),
    "comments in a section": described("<![CDATA[", "<!--", "]]>"),
    "scripts in a section": described("<![CDATA[", "<script>", "]]>"),
    "pictures in a section": described("<![CDATA[", "<img src='", "]]>"),
    "one word": described("", "x"),
    "one mark on another": described("x", "\u0301\u0316"),
    "sentences": described("", "The cat sat down here. "),
    "short items": items(""),
    "items alike": items("<description>The ferry runs again, says the town.</description>"),
    "items of attributes": items(f"<a {MANY}/>"),
    "items of namespaces": items(f"<a {NAMESPACES}/>"),
    "items of depth": items("<a>" * 240 + "</a>" * 240),
    "items of tags that do not end": items("<description>" + "&lt;a b=\"" * 100 + "</description>"),
    "fields": flood("<rss><channel><item>", "<title>x</title>"),
    "end tags": flood("<rss><channel><item>" + "<a>" * 240, "</b>"),
    "quotes": flood("<rss><channel><item>", "<a b=\""),
    "instructions": flood("<rss><channel>", "<?"),
    "comments before a feed": flood("", "<!--", rss("")),
    "junk before a feed": flood("", "<p>x", rss("")),
    "entities": flood("<!DOCTYPE rss [<!ENTITY a '" + "b" * 10000 + "'>]><rss><channel><item><title>",
                      "&a;"),
    "items of JSON": flood(JSON_FEED, '{"id":"1","title":"a"},'),
    "items that are no JSON": flood(JSON_FEED, "x,"),
    "depth of JSON": flood(JSON_FEED + '{"title":', "["),
    "divisions": flood(PAGE, "<div>"),
    "tables": flood(PAGE, "<table><tr><td>x"),
    "formatting": flood(PAGE, "<p><b><i><a href=x>y"),
    "attributes": flood(PAGE + "<div ", "a1=1 "),
    "feeds named": flood(PAGE, "<link rel=alternate type=application/rss+xml href=x>"),
    "paragraphs": flood(PAGE + "<article>", "<p>The ferry runs again, says the town.</p>"),
    "lines": flood("", "The ferry runs again\n"),
    "line breaks": flood("x", "\n", "x"),
}


def cost_of(build, folder, text):
    source, config = folder / "source", folder / "config.json"
    source.write_text(text, encoding="utf-8")
    config.write_text(json.dumps({
        "sources": [{"url": str(source), "limit": 0, "full_text": "never"}],
        "edition": {"max_age_hours": 0},
        "network": {"max_bytes": 64 * 1024 * 1024, "max_items": 20000},
    }), encoding="utf-8")
    return bench.least_of(3, [build / "bin/placard", "list", "--config", config,
                              "--now", "2026-03-03T12:00:00Z"]).cpu_s


def main():
    table = bench.Table("linear: `placard list` of what is made to be slow, 2 MB and 4 MB")
    build = bench.build_of_arguments()
    with tempfile.TemporaryDirectory() as name:
        for what, make in FLOODS.items():
            small, large = (cost_of(build, Path(name), make(size))
                            for size in (SMALL_BYTES, 2 * SMALL_BYTES))
            table.most(what, large / small, TIMES_MOST, "×", f"{small:.2f} s, {large:.2f} s")
    table.end()


if __name__ == "__main__":
    main()
