# SPDX-License-Identifier: MIT
"""What servers do, and what a good client makes of it: one row a behaviour.

Each row is asked for by two sources, one of which had news from there an hour ago, beside a third
source with which nothing is wrong. After bad(…) the first has its old news and the second none,
both with this reason; after good(…) both have these headlines, and no others."""

import re
import struct
from dataclasses import dataclass, field

from server import HANG, RESET, forever
from words import (MEGABYTE, PORTAL, bomb, chunks, feed, flood, head, item, json_feed, json_item,
                   laughs, packed, page, redirect, rss)


@dataclass(frozen=True)
class Outcome:
    is_good: bool
    reason: str = ""                 # a regular expression
    headlines: tuple = ()


def bad(reason):
    return Outcome(False, reason=reason)


def good(*headlines):
    return Outcome(True, headlines=headlines)


@dataclass(frozen=True)
class Row:
    name: str
    script: object
    outcome: Outcome
    at: str = "http"                 # the port: http, a certificate of server.py, or mute
    requests: int = 1                # of each source, for its own path
    seconds: float = 9               # at most, and
    mib: int = 64                    # of memory, for all of it
    network: dict = field(default_factory=dict)  # the config's
    lacks: tuple = ()                # what must not be seen in what is printed


ONE = item("The bridge is open again")
BRIDGE = "The bridge is open again"
FEED = feed(ONE)
SLOW = {"timeout_seconds": 8}
SMALL = {"max_bytes": 65536}


def spread(text, pieces, seconds):
    """The answer in so many pieces, over so many seconds."""
    step = -(-len(text) // pieces)
    return [part for at in range(0, len(text), step) for part in (text[at:at + step],
                                                                  seconds / pieces)]


def png(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + header


CONNECTION = [
    Row("hang", HANG, bad("timed out after 4 s while waiting for an answer")),
    Row("hang-while-securing", b"", bad("timed out after 4 s while connecting"), at="mute",
        requests=0),
    Row("hang-in-the-head", [head()[:40], HANG], bad("timed out after 4 s")),
    Row("hang-in-the-body", [FEED[:-60], HANG], bad("timed out after 4 s while receiving")),
    Row("drip-of-the-head", [b"HTTP/1.1 200 OK\r\nX: ", forever(b"x", 0.1)], bad("timed out")),
    Row("drip-of-the-body", [head(), forever(b" ", 0.1)], bad("timed out after 4 s while rec")),
    Row("slow-but-honest", spread(feed(ONE, f"<!--{' ' * 90_000}-->"), 30, 3), good(BRIDGE),
        network=SLOW),
    Row("close-at-once", [], bad("closed without an answer")),
    Row("reset-at-once", RESET, bad("the connection broke|closed without an answer")),
    Row("reset-in-the-body", [FEED[:-60], 0.2, RESET], bad("connection broke")),
    Row("cut-of-announced", FEED[:-60], bad("shorter than announced")),
    Row("cut-before-any-item", head() + rss(ONE)[:40].encode(), bad("cut short at byte 40, before the first story")),
]

HEADS = [
    Row("not-http", b"220 mail.example ESMTP ready\r\n", bad("not HTTP")),
    Row("no-head", rss(ONE).encode(), bad("not HTTP")),
    Row("noise", bytes(range(256)) * 16, bad("not HTTP")),
    Row("status-999", head(999), bad("HTTP 999")),
    Row("status-0", b"HTTP/1.1 000 \r\n\r\n", bad("not HTTP")),
    Row("status-of-letters", b"HTTP/1.1 abc OK\r\n\r\n" + rss(ONE).encode(), bad("not HTTP")),
    Row("bare-line-feeds", b"HTTP/1.1 200 OK\nContent-Type: text/xml\n\n" + rss(ONE).encode(),
        good(BRIDGE)),
    Row("nul-in-the-head", head(200, "X: a\0b") + rss(ONE).encode(), bad("not HTTP")),
    Row("endless-head", [b"HTTP/1.1 200 OK\r\n", forever(b"X: " + b"x" * 1000 + b"\r\n")],
        bad("connection broke|head of the answer is too large")),
    Row("endless-100", forever(b"HTTP/1.1 100 Continue\r\n\r\n"), bad("HTTP 100")),
    Row("early-hints", b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n" + FEED, good(BRIDGE)),
    Row("length-negative", head(200, "Content-Length: -5") + rss(ONE).encode(), bad("not HTTP")),
    Row("length-of-letters", head(200, "Content-Length: many") + rss(ONE).encode(),
        bad("not HTTP|shorter than announced")),
    Row("length-twice", head(200, "Content-Length: 9", "Content-Length: 900000") +
        rss(ONE).encode(), bad("not HTTP|shorter than announced")),
    Row("length-too-short", head(200, "Content-Length: 40") + rss(ONE).encode(), bad("cut short at byte 40, before the first story")),
    Row("length-of-terabytes", [head(200, "Content-Length: 99999999999999"), rss(ONE).encode()],
        bad("at most 8388608 bytes")),
    Row("chunk-of-garbage", [head(200, "Transfer-Encoding: chunked"), b"zz\r\nxx\r\n"],
        bad("connection broke|not HTTP")),
    Row("chunk-of-exabytes", [head(200, "Transfer-Encoding: chunked"), b"f" * 16 + b"\r\nx"],
        bad("connection broke|not HTTP")),
    Row("chunks-cut", chunks(rss(ONE).encode(), end=b""), bad("shorter than announced")),
    Row("chunks-endless", [head(200, "Transfer-Encoding: chunked"),
                           forever(b"10000\r\n" + b" " * 65536 + b"\r\n")],
        bad("at most 8388608 bytes")),
    Row("chunks-of-a-byte", chunks(*(bytes([byte]) for byte in rss(ONE).encode())), good(BRIDGE)),
    Row("escapes-in-the-reason", b"HTTP/1.1 500 \x1b[31m\x07 red\r\nContent-Length: 0\r\n\r\n",
        bad(r"HTTP 500 \(server error\)$"), lacks=("red",)),
    Row("cookie", head(200, "Set-Cookie: visit=1; Path=/") + rss(ONE).encode(), good(BRIDGE)),
]

STATUSES = [
    Row("200-empty", page(""), bad("found nothing")),
    Row("204", head(204), bad("HTTP 204")),
    Row("206-unasked", page(rss(ONE), status=206), bad("HTTP 206")),
    Row("304-unasked", head(304), bad("HTTP 304")),
    Row("400", page("no", status=400), bad(r"HTTP 400 \(bad request\)")),
    Row("401", page("no", status=401), bad(r"HTTP 401 \(needs a password\)")),
    Row("403", page(PORTAL, "text/html", status=403), bad(r"HTTP 403 \(forbidden\)")),
    Row("404", page(PORTAL, "text/html", status=404), bad(r"HTTP 404 \(not found\)")),
    Row("404-with-a-feed", page(rss(ONE), status=404), bad(r"HTTP 404")),
    Row("404-endless", [head(404), flood()], bad("HTTP 404")),
    Row("410", page("", status=410), bad(r"HTTP 410 \(gone for good\)")),
    Row("429", page("", "text/plain", "Retry-After: 7200", status=429), bad("HTTP 429")),
    Row("500", page("", status=500), bad("HTTP 500")),
    Row("502", page("", status=502), bad("HTTP 502")),
    Row("503", page("", "text/plain", "Retry-After: 7200", status=503), bad("HTTP 503")),
    Row("511", page(PORTAL, "text/html", status=511), bad("HTTP 511")),
]

AMOUNTS = [
    Row("endless", [head(), flood()], bad("at most 8388608 bytes")),
    Row("endless-blanks", [head(), rss("")[:80].encode(), flood(b" " * 65536)],
        bad("at most 8388608 bytes")),
    Row("200-megabytes", [head(200, f"Content-Length: {200 * MEGABYTE}"), flood()],
        bad("at most 8388608 bytes")),
    Row("a-byte-too-much", head() + rss(ONE, " " * 65536).encode()[:65537],
        bad("at most 65536 bytes"), network=SMALL),
    Row("as-much-as-may-be", head() + rss(ONE).encode().replace(
        b"</channel>", b" " * (65536 - len(rss(ONE))) + b"</channel>"), good(BRIDGE),
        network=SMALL),
    Row("gzip-bomb", bomb(200, "gzip"), bad("at most 8388608 bytes")),
    Row("gzip-in-gzip-bomb", bomb(500, "gzip", "gzip"), bad("at most 8388608 bytes")),
    Row("gzip", packed(rss(ONE), "gzip"), good(BRIDGE)),
    Row("deflate", packed(rss(ONE), "deflate"), good(BRIDGE)),
    Row("gzip-cut", head(200, "Content-Encoding: gzip") + packed(
        rss(ONE), "gzip").split(b"\r\n\r\n", 1)[1][:60], bad("cut short|expected a feed")),
    Row("gzip-of-garbage", head(200, "Content-Encoding: gzip") + b"\x1f\x8b" + b"?" * 99,
        bad("compressed wrongly")),
    Row("gzip-in-name-only", head(200, "Content-Encoding: gzip") + rss(ONE).encode(),
        bad("compressed wrongly")),
    Row("six-encodings", packed(rss(ONE), *["gzip"] * 6), bad("compressed wrongly")),
    Row("unknown-encoding", head(200, "Content-Encoding: rot13") + rss(ONE).encode(),
        bad("compressed wrongly")),
]

REDIRECTS = [
    Row("redirect", redirect("$HTTP$ROW/there"), good("Over there")),
    Row("redirect-for-good", redirect("$ROW/there", 301), good("Over there")),
    Row("redirect-308", redirect("there", 308), good("Over there")),
    Row("redirect-loop", redirect("$PATH"), bad("more than 10 redirects"), requests=11),
    Row("redirect-to-ftp", redirect("ftp://$TRAP/news"), bad("protocol that is not followed")),
    Row("redirect-to-gopher", redirect("gopher://$TRAP/"), bad("protocol that is not followed")),
    Row("redirect-to-file", redirect("file://$SECRET"), bad("protocol that is not followed")),
    Row("redirect-to-data", redirect("data:text/xml,<rss/>"), bad("protocol that is not followed")),
    Row("redirect-to-script", redirect("javascript:alert(1)"), bad("protocol that is not followed")),
    Row("redirect-to-a-password", redirect("http://user:word@$TRAP/"), bad("with a password")),
    Row("redirect-to-nowhere", head(302, "Content-Length: 0"), bad("moved to nowhere")),
    Row("redirect-to-nothing", redirect(""), bad("moved to nowhere")),
    Row("redirect-to-a-long-address", redirect("$HTTP/" + "x" * 20_000),
        bad("not a URL that may be asked")),
    Row("redirect-to-a-bad-port", redirect("http://127.0.0.1:99999/"), bad("URL")),
    Row("redirect-with-a-flood", [head(302, "Location: $ROW/there"), flood()],
        good("Over there")),
    Row("redirect-of-a-page", page("<meta http-equiv=refresh content='0;url=http://$TRAP/'>",
                                   "text/html"), bad("web page")),
]

PAGES = [
    Row("portal", page(PORTAL, "text/html"), bad("web page.*log-in")),
    Row("portal-as-feed", page(PORTAL), bad("web page")),
    Row("portal-without-type", head() + PORTAL.encode(), bad("web page")),
    Row("words", page("It works!", "text/plain"), bad("expected a feed or an article, found 9 bytes of text")),
    Row("blanks", page(" \n\t " * 99), bad("found nothing")),
    Row("byte-order-mark", page(b"\xef\xbb\xbf"), bad("found nothing")),
    Row("nul", page(b"\0" * 4096), bad("found nothing")),
    Row("png", page(png(1, 1), "image/png"), bad("bytes that are no text")),
    Row("pdf", page(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "application/pdf"), bad("expected a feed or an article")),
    Row("zip", page(b"PK\x03\x04" + b"\0" * 99, "application/zip"), bad("bytes that are no text")),
    Row("gzip-file", page(packed(rss(ONE), "gzip").split(b"\r\n\r\n", 1)[1], "application/gzip"),
        bad("bytes that are no text")),
    Row("json-of-an-error", page('{"error": "rate limited"}', "application/json"), bad("expected a JSON Feed or an edition")),
    Row("json-cut", json_feed(json_item("Bridge"))[:-20], bad("shorter")),
    Row("json-cut-inside", head() + json_feed(json_item("Bridge")).split(b"\r\n\r\n")[1][:-20],
        bad("cut short, before the first story")),
    Row("json-null", page("null", "application/json"), bad("expected a feed")),
    Row("json-deep", page("[" * 100_000, "application/json"), bad("at most 256 levels")),
    Row("feed-without-items", feed(), good()),
]

XML = [
    Row("entity-of-a-file", feed(item("Tower &x;"), before=(
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file://$SECRET">]>')), good("Tower &x;")),
    Row("entity-of-a-server", feed(item("Tower &x;"), before=(
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://$TRAP/x">]>')), good("Tower &x;")),
    Row("entity-of-parameters", feed(ONE, before=(
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://$TRAP/x.dtd"> %x;]>')), good(BRIDGE)),
    Row("doctype-of-a-server", feed(ONE, before='<!DOCTYPE rss SYSTEM "http://$TRAP/x.dtd">'),
        good(BRIDGE)),
    Row("stylesheet", feed(ONE, before='<?xml-stylesheet href="http://$TRAP/x.xsl"?>'),
        good(BRIDGE)),
    Row("xinclude", feed(ONE, '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude"'
                              ' href="file://$SECRET" parse="text"/>'), good(BRIDGE)),
    Row("laughs", feed(ONE, item("&i;"), before=laughs()), good(BRIDGE, "&i;")),
    Row("laughs-quadratic", feed(ONE, item("&x;" * 20_000), before=(
        f'<!DOCTYPE rss [<!ENTITY x "{"ha" * 50_000}">]>')), bad("other markup")),
    Row("attributes", feed(ONE, "<item " + " ".join(f"a{i}='x'" for i in range(100_000)) + "/>"),
        bad("at most 65536 bytes in a tag")),
    Row("names-of-spaces", feed(ONE, *(f'<x{i}:y xmlns:x{i}="u:{i}"/>' for i in range(30_000))),
        good(BRIDGE)),
    Row("depth", feed(ONE, "<b>" * 100_000), bad("at most 256 elements within")),
    Row("depth-of-markup", feed(item(BRIDGE, "<description>" + "&lt;div&gt;" * 100_000 +
                                     "</description>")), good(BRIDGE)),
    Row("tag-without-end", feed(ONE, "<a " + "x" * 500_000), bad("65536 bytes in a tag")),
    Row("comment-without-end", feed(ONE, "<!--" + "x" * 500_000), good(BRIDGE)),
    Row("section-without-end", feed(ONE, "<item><title><![CDATA[" + "x " * 250_000),
        good(BRIDGE)),
    Row("100000-items", feed(*(f"<item><title>Ferry {i}</title></item>" for i in range(100_000))),
        Outcome(True, headlines=None), network={"max_items": 3, "timeout_seconds": 20}, mib=96),
    Row("headline-of-megabytes", feed(ONE, item("Ferry " * 700_000)),
        Outcome(True, headlines=None), mib=96),
    Row("charset-unknown", page(rss(ONE).replace('"1.0"', '"1.0" encoding="x-none"')),
        good(BRIDGE)),
    Row("charset-wrong", page(rss(item("Café").encode("latin-1").decode("latin-1")).encode(
        "latin-1")), good("Café")),
    Row("charset-utf-16", page(rss(ONE).encode("utf-16")), good(BRIDGE)),
    Row("ampersands", feed(item("Bread & butter &nbsp; here")), good("Bread & butter here")),
]

TEXT = [
    Row("direction-overrides", feed(item("Bridge \u202edesolc\u202c is \u2066open")),
        good("Bridge desolc is open")),
    Row("control-characters", json_feed(json_item("Bridge\x1b[2J \x9b31m\x07is\u0085open\x00 now")),
        Outcome(True, headlines=None)),
    Row("tags-in-emoji", json_feed(json_item("Bridge" + "".join(
        chr(0xE0000 + ord(letter)) for letter in "hidden") + " is open")), good("Bridge is open")),
    Row("surrogate-alone", page(json_feed().split(b"\r\n\r\n")[1].replace(
        b"[]", rb'[{"id": "1", "title": "Ferry \ud800"}, {"id": "2", "title": "Bridge is open"}]'),
        "application/feed+json"), good("Bridge is open", "Ferry \ufffd")),
    Row("marks-by-the-thousand", json_feed(json_item("Bridge" + "\u0301" * 5000 + " is open")),
        Outcome(True, headlines=None)),
    Row("script-in-a-headline", feed(item("Bridge &lt;script&gt;alert(1)&lt;/script&gt;is open")),
        good("Bridge is open"), lacks=("alert", "<script")),
    Row("script-in-a-link", feed(item(BRIDGE, "<link>javascript:alert(1)</link>")), good(BRIDGE),
        lacks=("javascript:",)),
    Row("file-in-a-link", feed(item(BRIDGE, "<link>file://$SECRET</link>")), good(BRIDGE),
        lacks=("file:",)),
    Row("file-in-a-picture", feed(item(BRIDGE, '<enclosure type="image/png"'
                                       ' url="file://$SECRET"/>')), good(BRIDGE),
        lacks=("file:",)),
    Row("date-of-another-age", feed(item(BRIDGE, "<pubDate>Mon, 01 Jan 99999 00:00:00 GMT"
                                         "</pubDate>")), good(BRIDGE), lacks=("99999",)),
    Row("bytes-of-no-charset", page(rss(item("Bridge @ open")).encode().replace(b"@", b"\xff\xfe")),
        Outcome(True, headlines=None)),
]

ROWS = [*CONNECTION, *HEADS, *STATUSES, *AMOUNTS, *REDIRECTS, *PAGES, *XML, *TEXT]
assert len({row.name for row in ROWS}) == len(ROWS)
assert all(re.fullmatch("[a-z0-9-]+", row.name) for row in ROWS)
