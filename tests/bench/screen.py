# SPDX-License-Identifier: MIT
"""What showing cards costs on an X server without a GPU, beside a bare SDL program that shows two
texts, and beside Chromium with a still page where that is installed.

Both programs say themselves when their first picture has been sent: placard by the message that
service managers wait for, the bare one on its standard output. Figures of a process are the
kernel's: schedstat, smaps_rollup, status and io in /proc.
"""

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import bench

BENCH = Path(__file__).resolve().parent
STORIES = 12
REST_S = 30
CARD_S, CARDS_S = 10, 41
STARTS = 7
WORDS = "the new ferry of the harbour will sail from May and carry sixty cars each hour".split()


def feed(folder):
    """Twelve stories of sixty words, of an hour ago."""
    items = []
    for i in range(STORIES):
        turned = WORDS[i % len(WORDS):] + WORDS[:i % len(WORDS)]
        sentence = " ".join(turned).capitalize() + "."
        items.append(f"<item><title>Story {i + 1} of the harbour and its ferries</title>"
                     f"<link>https://example.org/{i}</link>"
                     f"<description>{' '.join([sentence] * 4)}</description></item>")
    path = Path(folder, "feed.xml")
    path.write_text("<rss version='2.0'><channel><title>Bench</title>" + "".join(items) +
                    "</channel></rss>", encoding="utf-8")
    return path


def config(folder, path, dwell_s, progress):
    target = Path(folder, f"config-{dwell_s}-{progress}.json")
    target.write_text(json.dumps({
        "sources": [{"url": str(path), "full_text": "never"}],
        "rotation": {"dwell_seconds": dwell_s},
        "display": {"progress": progress},
    }))
    return target


class Process:
    """A running program, by what the kernel knows of it."""

    def __init__(self, child, manager=None):
        self.child = child
        self.manager = manager  # placard would knock every second at a door that is gone
        self.folder = Path("/proc", str(child.pid))

    def cpu_s(self):
        tasks = (self.folder / "task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def pss_mib(self):
        for line in (self.folder / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
        return 0

    def wakeups(self):
        count = 0
        for task in (self.folder / "task").iterdir():
            for line in (task / "status").read_text().splitlines():
                if line.startswith("voluntary_ctxt_switches:"):
                    count += int(line.split()[1])
        return count

    def written(self):
        for line in (self.folder / "io").read_text().splitlines():
            if line.startswith("write_bytes:"):
                return int(line.split()[1])
        return 0

    def end(self):
        self.child.terminate()
        self.child.wait()
        if self.manager:
            self.manager.close()


class Wall:
    """An X server with both programs to show on it."""

    def __init__(self, build, folder):
        self.placard = build / "bin" / "placard"
        self.folder = folder
        self.server, self.display = self.start_server()
        self.font = subprocess.run(["fc-match", "-f", "%{file}", "Inter:bold"], check=True,
                                   capture_output=True, text=True).stdout
        self.floor = Path(folder, "floor")
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "sdl2", "SDL2_ttf"], check=True,
                               capture_output=True, text=True).stdout.split()
        subprocess.run(["cc", "-O2", "-std=c17", "-o", self.floor, BENCH / "floor.c", *flags],
                       check=True)

    @staticmethod
    def start_server():
        read, write = os.pipe()
        server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0",
                                   "1920x1080x24", "-nolisten", "tcp"], pass_fds=[write],
                                  stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            return server, f":{number.readline().strip()}"

    def environment(self, **more):
        return {"PATH": os.environ["PATH"], "HOME": self.folder, "LC_ALL": "C.UTF-8",
                "DISPLAY": self.display, **more}

    def show_floor(self, seconds=0):
        """The process, and the seconds until its picture was there."""
        begun = time.monotonic()
        child = subprocess.Popen([self.floor, self.font, str(seconds)], stdout=subprocess.PIPE,
                                 env=self.environment())
        child.stdout.readline()
        return Process(child), time.monotonic() - begun

    def show_placard(self, path, **environment):
        name = str(Path(self.folder, f"manager-{time.monotonic_ns()}"))
        manager = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        manager.bind(name)
        manager.settimeout(30)
        begun = time.monotonic()
        child = subprocess.Popen([self.placard, "run", "--config", path],
                                 env=self.environment(NOTIFY_SOCKET=name, **environment),
                                 stderr=subprocess.DEVNULL)
        while b"READY=1" not in manager.recv(4096):
            pass
        return Process(child, manager), time.monotonic() - begun

    def close(self):
        self.server.terminate()
        self.server.wait()


def start_costs(show):
    """The least of several starts: seconds to the first picture, CPU seconds until then."""
    walls, cpus = [], []
    for _ in range(STARTS):
        process, seconds = show()
        cpus.append(process.cpu_s())
        walls.append(seconds)
        process.end()
    return min(walls), min(cpus)


def over_time(process, seconds):
    """CPU seconds a minute, wake-ups a second, bytes written, in a span of time."""
    before = process.cpu_s(), process.wakeups(), process.written()
    time.sleep(seconds)
    after = process.cpu_s(), process.wakeups(), process.written()
    return ((after[0] - before[0]) * 60 / seconds, (after[1] - before[1]) / seconds,
            after[2] - before[2])


def peak_mib(process, seconds):
    """The most memory of a process and its children together."""
    peak, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        total = 0
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                parent = (folder / "stat").read_text().rsplit(")", 1)[1].split()[1]
                if str(process.child.pid) in (folder.name, parent):
                    for line in (folder / "smaps_rollup").read_text().splitlines():
                        total += int(line.split()[1]) if line.startswith("Pss:") else 0
            except (OSError, IndexError):
                pass
        peak = max(peak, total / 1024)
    return peak


def chromium_start(wall):
    """Seconds until Chromium has loaded a still page, or None."""
    program = shutil.which("chromium")
    if not program:
        return None
    page = Path(wall.folder, "page.html")
    page.write_text("<h1>The ferry gets a second deck</h1><p>It opens in May.")
    begun = time.monotonic()
    subprocess.run([program, "--headless", "--no-sandbox", f"--screenshot={wall.folder}/page.png",
                    page.as_uri()], env=wall.environment(), stderr=subprocess.DEVNULL, check=False)
    return time.monotonic() - begun


def bench_start(table, wall, still):
    process, _ = wall.show_placard(still)
    table.most("memory with a fetcher at work, PSS", peak_mib(process, 4), 96, "MiB")
    process.end()
    floor_s, floor_cpu = start_costs(wall.show_floor)
    first_s, first_cpu = start_costs(lambda: wall.show_placard(still))
    table.most("first card from the cache", first_s * 1000, 1.5 * floor_s * 1000, "ms",
               f"floor {floor_s * 1000:.0f} ms")
    table.most("CPU to the first card", first_cpu * 1000, 120, "ms",
               f"floor {floor_cpu * 1000:.0f} ms")
    browser_s = chromium_start(wall)
    if browser_s is None:
        table.row("first card beside a browser", "Chromium is not installed")
    else:
        table.most("first card beside a browser", first_s * 1000, browser_s * 100, "ms",
                   f"Chromium {browser_s * 1000:.0f} ms")


def bench_rest(table, wall, path):
    floor, _ = wall.show_floor()
    floor_cpu, floor_wakeups, _ = over_time(floor, REST_S)
    floor_pss = floor.pss_mib()
    floor.end()
    for progress, wakeups in (("fill", 2), ("none", 0.5)):
        process, _ = wall.show_placard(config(wall.folder, path, 600, progress))
        time.sleep(5)
        cpu, woken, written = over_time(process, REST_S)
        pss = process.pss_mib()
        process.end()
        table.most(f"CPU at rest, progress {progress}, a minute", cpu * 1000, 30, "ms",
                   f"floor {floor_cpu * 1000:.1f} ms")
        table.most(f"wake-ups at rest, progress {progress}", woken, wakeups, "/s",
                   f"floor {floor_wakeups:.2g}/s")
        table.most(f"written at rest, progress {progress}", written, 0, "bytes")
        table.most(f"memory at rest, progress {progress}, PSS", pss, 32, "MiB",
                   f"floor {floor_pss:.1f} MiB")
    process, _ = wall.show_placard(config(wall.folder, path, 600, "fill"),
                                   SDL_VIDEODRIVER="dummy")
    time.sleep(5)
    _, woken, _ = over_time(process, REST_S)
    process.end()
    table.most("wake-ups at rest, driver without a descriptor", woken, 5, "/s")


def bench_cards(table, wall, path):
    floor, _ = wall.show_floor(CARD_S)
    floor_cpu, _, _ = over_time(floor, CARDS_S)
    floor.end()
    process, _ = wall.show_placard(config(wall.folder, path, CARD_S, "fill"))
    time.sleep(5)
    cpu, _, _ = over_time(process, CARDS_S)
    process.end()
    table.most("CPU with a card every 10 s, a minute", cpu * 1000, 200, "ms",
               f"floor {floor_cpu * 1000:.0f} ms")


def main():
    build = bench.build_of_arguments()
    table = bench.Table("Showing cards at 1920×1080 under X without a GPU (beside: bare SDL)")
    if not shutil.which("Xvfb"):
        table.row("everything", "Xvfb is not installed")
        table.end()
    with tempfile.TemporaryDirectory() as folder:
        wall = Wall(build, folder)
        try:
            path = feed(folder)
            bench_start(table, wall, config(folder, path, 600, "fill"))
            bench_rest(table, wall, path)
            bench_cards(table, wall, path)
        finally:
            wall.close()
    table.end()


if __name__ == "__main__":
    main()
