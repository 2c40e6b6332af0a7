# SPDX-License-Identifier: MIT
"""What servers say: answers, redirects, feeds, and what goes wrong with each."""

import gzip
import json
import zlib
from zlib import crc32

from server import LONGEST_TEMPLATE_BYTES, forever

MEGABYTE = 1 << 20


def head(status=200, *lines):
    """The beginning of an answer, whose body ends with the connection."""
    fields = [f"HTTP/1.1 {status} Words that nobody must print", "Connection: close", *lines]
    return "".join(line + "\r\n" for line in (*fields, "")).encode()


def page(body, kind="application/rss+xml", *lines, status=200):
    """A whole answer. Its length is announced, but where the server's words will change it."""
    body = body.encode() if isinstance(body, str) else body
    length = () if b"$" in body[:LONGEST_TEMPLATE_BYTES] else (f"Content-Length: {len(body)}",)
    return head(status, f"Content-Type: {kind}", *length, *lines) + body


def redirect(to, status=302):
    return head(status, f"Location: {to}", "Content-Length: 0")


def item(title, inside=""):
    return f"<item><title>{title}</title><guid>{crc32(title.encode())}</guid>{inside}</item>"


def rss(*items, before="", title="Desk"):
    text = "".join(items)
    return (f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>{title}</title>'
            f"{text}</channel></rss>")


def feed(*items, before="", title="Desk"):
    """A whole answer with a feed of these items."""
    return page(rss(*items, before=before, title=title))


def packed(body, *encodings):
    """A whole answer of which the body is compressed, in this order."""
    body = body.encode() if isinstance(body, str) else body
    for encoding in encodings:
        body = {"gzip": gzip.compress, "deflate": zlib.compress}[encoding](body)
    return page(body, "application/rss+xml", f"Content-Encoding: {', '.join(encodings)}")


def bomb(megabytes, *encodings):
    """A feed that is nothing but blanks, compressed to very little."""
    packer = zlib.compressobj(wbits=31)
    pieces = [packer.compress(rss("").encode())]
    pieces += [packer.compress(b" " * MEGABYTE) for _ in range(megabytes)]
    body = b"".join([*pieces, packer.flush()])
    for _ in encodings[1:]:
        body = gzip.compress(body)
    return page(body, "application/rss+xml", f"Content-Encoding: {', '.join(encodings)}")


def chunks(*bodies, end=b"0\r\n\r\n"):
    """An answer in chunks."""
    pieces = [f"{len(body):x}\r\n".encode() + body + b"\r\n" for body in bodies]
    return [head(200, "Transfer-Encoding: chunked"), *pieces, end]


def flood(block=b"a" * 65536):
    return forever(block)


def laughs(levels=9):
    """Entities of which each is ten of the one before."""
    names = "abcdefghijkl"[:levels]
    entities = f'<!ENTITY {names[0]} "ha">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip(names, names[1:]))
    return f"<!DOCTYPE rss [{entities}]>"


def json_feed(*items, **fields):
    known = {"version": "https://jsonfeed.org/version/1.1", "title": "Desk",
             "items": list(items), **fields}
    return page(json.dumps(known), "application/feed+json")


def json_item(title, **fields):
    return {"id": title, "title": title, "content_text": f"{title}, says the desk.", **fields}


PORTAL = ("<!DOCTYPE html><html><head><title>Welcome to our Wi-Fi</title></head><body>"
          "<h1>Welcome</h1><p>Please accept the terms to go on to the internet.</p>"
          "<form action='/login'><input name='user'><input type='password' name='word'>"
          "<button>Log in</button></form></body></html>")
