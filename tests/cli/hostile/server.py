# SPDX-License-Identifier: MIT
"""A server on the loopback interface that does to its visitors what a table tells it to.

What it says is a script: bytes are sent, a number is so many seconds of silence, a list is all of
it in turn, a function is called for more, and at the end the connection is closed. In the bytes,
$NAME stands for something that only the running server knows: see Server.words."""

import collections
import itertools
import math
import re
import select
import socket
import ssl
import struct
import subprocess
import threading
import time

HANG = math.inf
RESET = object()  # closes at once, and what is on its way is lost

MOST_HEAD_BYTES = 64 * 1024
# Longer pieces are sent as they are, for they have no words in them.
LONGEST_TEMPLATE_BYTES = 16 * 1024


def forever(*script):
    """The script again and again."""
    return lambda: itertools.chain.from_iterable(itertools.repeat(script))


class Visit:
    """One connection, from its first byte to its last."""

    def __init__(self, server, connection):
        self.server = server
        self.connection = connection

    def is_alone(self, seconds):
        """Waits; true when the visitor has gone, or the server is to end."""
        end = time.monotonic() + min(seconds, threading.TIMEOUT_MAX)
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.connection, self.server.end_reader], [], [], left)
            is_over = self.server.end_reader in ready
            if is_over or (ready and not self.connection.recv(65536)):
                return True
        return False

    def say(self, script):
        """False when there is nobody to say it to."""
        if script is RESET:
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            return False
        if isinstance(script, bytes):
            self.connection.sendall(self.server.fill_in(script, self.path))
            return True
        if isinstance(script, (int, float)):
            return not self.is_alone(script)
        return all(self.say(part) for part in (script() if callable(script) else script))

    def read_head(self):
        head = b""
        while b"\r\n\r\n" not in head and len(head) < MOST_HEAD_BYTES:
            more = self.connection.recv(65536)
            if not more:
                return None
            head += more
        return head.decode("latin-1")

    def run(self):
        head = self.read_head()
        if not head:
            return
        self.path = head.split(" ")[1]
        self.say(self.server.visited(self.path, head))


class Server:
    """Answers /ROW/SOURCE with what its table has for this source of that row."""

    def __init__(self, directory):
        directory.mkdir()
        self.certificates = Certificates(directory)
        self.end_reader, self.end_writer = socket.socketpair()
        self.lock = threading.Lock()
        self.scripts = {}                              # path → script
        self.heads = collections.defaultdict(list)     # path → the heads of the requests for it
        self.traps = collections.defaultdict(int)      # row → connections to its trap
        self.trap_ports = {}
        self.secrets = {}                              # row → a file that nobody may read
        self.is_kind = True                            # to be what it will not be later
        self.ports = {"http": self.listen(self.serve)}
        for name in CERTIFICATES:
            self.ports[name] = self.listen(self.serve_secured(name))
        self.ports["mute"] = self.listen(lambda connection: Visit(self, connection).is_alone(HANG))

    def listen(self, serve, address="127.0.0.1"):
        """The port on which each connection is given to serve, in a thread of its own."""
        listener = socket.create_server((address, 0), backlog=1024)

        def accept():
            while True:
                connection, _ = listener.accept()
                threading.Thread(target=self.guard, args=(serve, connection), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        return listener.getsockname()[1]

    def guard(self, serve, connection):
        try:
            serve(connection)
        except (OSError, IndexError):
            pass  # the visitor has gone, or has not said a word
        finally:
            connection.close()

    def serve(self, connection):
        Visit(self, connection).run()

    def serve_secured(self, name):
        def serve(connection):
            context = self.certificates.contexts["valid" if self.is_kind else name]
            with context.wrap_socket(connection, server_side=True) as secured:
                self.serve(secured)
        return serve

    def url(self, port, path):
        scheme = "http" if port == "http" else "https"
        return f"{scheme}://127.0.0.1:{self.ports[port]}{path}"

    def trap(self, row):
        """host:port of a place where nobody may come."""
        def serve(_):
            self.traps[row] += 1
        with self.lock:
            if row not in self.trap_ports:
                self.trap_ports[row] = self.listen(serve)
        return f"127.0.0.1:{self.trap_ports[row]}"

    def fill_in(self, text, path):
        if len(text) > LONGEST_TEMPLATE_BYTES or b"$" not in text:
            return text
        words = {
            b"$HTTPS": lambda: self.url("valid", ""),
            b"$HTTP": lambda: self.url("http", ""),
            b"$PATH": lambda: path,
            b"$ROW": lambda: "/" + path.split("/")[1],
            b"$SECRET": lambda: str(self.secrets.get(path.split("/")[1])),
            b"$TRAP": lambda: self.trap(path.split("/")[1]),
        }
        return re.sub(rb"\$[A-Z]+", lambda found: words[found[0]]().encode(), text)

    def visited(self, path, head):
        with self.lock:
            self.heads[path].append(head)
        return self.scripts.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")

    def requests(self, path):
        with self.lock:
            return list(self.heads[path])

    def close(self):
        self.end_writer.close()


# What each certificate is wrong in, as openssl-ca(1) is told.
CERTIFICATES = {
    "valid": {},
    "expired": {"startdate": "20200101000000Z", "enddate": "20200201000000Z"},
    "early": {"startdate": "20450101000000Z", "enddate": "20450201000000Z"},
    "other-host": {"names": "DNS:elsewhere.example"},
    "self-signed": {"selfsign": True},
}


class Certificates:
    """Made on the fly, of an authority that ends with the test."""

    def __init__(self, directory):
        self.directory = directory
        self.authority = directory / "authority.pem"
        for name in ("authority", "server"):
            self.openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"
                         f" -out {name}.key")
        self.openssl("req -x509 -new -key authority.key -subj /CN=placard-test -days 2"
                     " -addext keyUsage=critical,keyCertSign -out authority.pem")
        self.openssl("req -new -key server.key -subj /CN=127.0.0.1 -out server.csr")
        (directory / "ca.conf").write_text(CA_CONFIG.format(directory=directory))
        self.contexts = {name: self.make(name, **how) for name, how in CERTIFICATES.items()}

    def openssl(self, line):
        subprocess.run(["openssl", *line.split()], cwd=self.directory, check=True,
                       capture_output=True)

    def make(self, name, names="IP:127.0.0.1,DNS:localhost", selfsign=False, **dates):
        for kept, text in (("index", ""), ("serial", "01\n")):
            (self.directory / kept).write_text(text)
        (self.directory / "names").write_text(f"subjectAltName={names}\n")
        dates = dates or {"days": "2"}
        span = " ".join(f"-{key} {value}" for key, value in dates.items())
        signer = "server" if selfsign else "authority"
        self.openssl(f"ca -batch -notext -config ca.conf {span} -keyfile {signer}.key"
                     f"{' -selfsign' if selfsign else ' -cert authority.pem'}"
                     f" -extfile names -in server.csr -out {name}.pem")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.directory / f"{name}.pem", self.directory / "server.key")
        return context


CA_CONFIG = """
[ca]
default_ca = only
[only]
dir = {directory}
new_certs_dir = {directory}
database = {directory}/index
serial = {directory}/serial
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
"""
