#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The news of the virtual machine's network: one answer over HTTP, as inetd would have it. qemu starts
it for each connection that the machine opens.
"""

import struct
import sys
import time
import zlib

ADDRESS = "10.0.2.100"
# Of the picture: a colour that no theme has, by which it is found on the screen.
COLOUR = (224, 112, 16)
PICTURE_SIZE = (640, 400)
# So long that the fetcher, and its walls, can be looked at.
SLOW_S = 8

FEED = f"""<?xml version="1.0"?>
<rss version="2.0"><channel><title>The town</title><link>http://{ADDRESS}/</link><item>
<title>The orange house is being painted</title>
<link>http://{ADDRESS}/house</link>
<enclosure url="http://{ADDRESS}/picture.png" type="image/png" length="2000"/>
<description>The house at the corner gets its colour back. Painters have put up a scaffold, and
the work will take two weeks. The shop on the ground floor stays open meanwhile.</description>
</item></channel></rss>
"""


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def picture():
    """All of one colour, as PNG."""
    width, height = PICTURE_SIZE
    rows = (b"\0" + bytes(COLOUR) * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) +
            chunk(b"IEND", b""))


def slow():
    time.sleep(SLOW_S)
    return FEED.encode()


PAGES = {
    "/feed.xml": ("application/rss+xml", FEED.encode),
    "/picture.png": ("image/png", picture),
    "/slow.xml": ("application/rss+xml", slow),
}


def main():
    request = sys.stdin.buffer.readline().split()
    while sys.stdin.buffer.readline().strip():
        pass
    path = request[1].decode(errors="replace") if len(request) > 1 else ""
    kind, content, status = "text/plain", b"", "404 Not Found"
    if path in PAGES:
        kind, content, status = PAGES[path][0], PAGES[path][1](), "200 OK"
    head = (f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n"
            "Connection: close\r\n\r\n")
    sys.stdout.buffer.write(head.encode() + content)


if __name__ == "__main__":
    main()
