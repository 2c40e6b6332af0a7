#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Boots a virtual machine that has no desktop, only this machine's package of placard with its unit
enabled, and looks at its display, once for each scene.

kiosk.py PACKAGE FOLDER [SCENE…]: without a scene the first of them, with "all" each. The disk is in
FOLDER, the pictures of the display and the log in FOLDER/SCENE. Ends with 1 when something was not as
the scene has it. Needs root, to make the disk.
"""

import dataclasses
import json
import re
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import kiosk_news

RELEASE = "bookworm"
SIZE = (1280, 720)
SEEN_AFTER_S = 600   # emulated on a busy machine, the boot alone takes minutes
WATCHED_S = 90       # three times what the watchdog allows
# A card has many shades of grey where letters are smooth; a console or an empty screen has few.
COLOURS_MIN = 16
DRAWN_SHARE_MIN = 0.003
PICTURE_SHARE_MIN = 0.01
EXPOSURE_MAX = 2.0   # by the measure of "systemd-analyze security"

KERNEL_LINE = "root=/dev/vda console=ttyS0 quiet loglevel=3 vt.global_cursor_default=0 consoleblank=0"
NEWS_SERVER = f"{sys.executable} -B {Path(kiosk_news.__file__).resolve()}"
NETWORK = f"user,restrict=on,guestfwd=tcp:{kiosk_news.ADDRESS}:80-cmd:{NEWS_SERVER}"


@dataclasses.dataclass
class Scene:
    """What a boot is like, and what has to come of it."""

    shows: str = "picture"   # a card with a picture, "card": any card, "nothing"
    kernel: str = "rw"
    network: str = NETWORK
    clock: str = "utc"
    restarts: str = "0"
    status: str = "."        # an expression that the unit's status text matches


SCENES = {
    "wall": Scene(),
    # No network, a clock that nobody set, and a disk that must not be written to.
    "alone": Scene(shows="card", kernel="ro", network="none", clock="2001-01-01"),
    # The plug of the screen is empty.
    "unplugged": Scene(shows="nothing", kernel="rw video=Virtual-1:d", status="waiting for a screen"),
    # The program stands still: the watchdog has it started again.
    "stuck": Scene(kernel="rw placard.stuck", restarts="1"),
}

CONFIG = {
    "title": "Virtual wall",
    "sources": [
        {"name": "The house", "url": "news/*.txt", "max_age_hours": 0},
        {"name": "The town", "url": f"http://{kiosk_news.ADDRESS}/feed.xml", "full_text": "never"},
        {"name": "The river", "url": f"http://{kiosk_news.ADDRESS}/slow.xml", "full_text": "never"},
    ],
    "rotation": {"dwell_seconds": 20},
}
NEWS = {
    "garden.txt": "The garden on the roof is open again\n\n"
                  "The garden on the roof opens its door again this week. New benches stand under "
                  "the pear trees, and the beds have been planted with herbs that anybody may "
                  "pick. It is open from eight in the morning until sunset. Dogs stay below.\n",
    "lift.txt": "The east lift is repaired on Thursday\n\n"
                "The east lift stands still on Thursday from nine to noon. Its ropes are changed, "
                "which is due every ten years. The west lift runs as usual.\n",
}
# What the unit does is told over the serial line.
REPORT = """#!/bin/sh
property() {
    systemctl show placard.service --property "$1" --value
}
while sleep 3; do
    echo "unit: $(property ActiveState) $(property NRestarts) $(property StatusText)"
    for program in placard placard-fetcher; do
        for process in $(pidof "$program"); do
            sed -n "s/^Seccomp_filters:/walls: $program /p" "/proc/$process/status"
        done
    done
    journalctl -u placard.service -o cat --no-pager -n 4
    [ "$(property ActiveState)" = active ] || continue
    [ -e /run/judged ] || systemd-analyze security placard.service | sed -n 's/.*exposure level/security/p'
    [ -e /run/judged ] || ! grep -q placard.stuck /proc/cmdline ||
        kill -STOP "$(property MainPID)"
    touch /run/judged
done
"""
REPORT_UNIT = """[Service]
ExecStart=/usr/local/sbin/report
StandardOutput=tty
TTYPath=/dev/ttyS0
Restart=always
RestartSec=1
[Install]
WantedBy=multi-user.target
"""
NETWORK_UNIT = """[Match]
Name=en*
[Network]
Address=10.0.2.15/24
LinkLocalAddressing=no
"""


def run(*command):
    subprocess.run([str(word) for word in command], check=True)


def write(path, text, mode=0o644):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def make_disk(package, folder):
    """A Debian with kernel, systemd and the package: nothing else."""
    root = folder / "root"
    shutil.rmtree(root, ignore_errors=True)
    sources = Path("/etc/apt/sources.list.d/debian.sources")
    run("mmdebstrap", "--quiet", "--variant=apt", "--include=linux-image-amd64,systemd-sysv,udev",
        f"--customize-hook=copy-in {package} /tmp",
        f'--customize-hook=chroot "$1" apt-get -qq -y --no-install-recommends install '
        f"/tmp/{package.name} >/dev/null",
        RELEASE, root, *([sources] if sources.exists() else []))
    write(root / "etc/placard/config.json", json.dumps(CONFIG, indent=2))
    for name, text in NEWS.items():
        write(root / "etc/placard/news" / name, text)
    write(root / "etc/systemd/system/report.service", REPORT_UNIT)
    write(root / "usr/local/sbin/report", REPORT, 0o755)
    write(root / "etc/systemd/network/wall.network", NETWORK_UNIT)
    for unit in ("placard.service", "report.service", "systemd-networkd.service"):
        run("systemctl", "--quiet", "--root", root, "enable", unit)
    # A log-in on the serial line would take it away from the report.
    run("systemctl", "--quiet", "--root", root, "mask", "serial-getty@ttyS0.service")
    for name in ("vmlinuz", "initrd.img"):
        shutil.copy(root / name, folder / name)
    disk = folder / "disk.ext4"
    disk.unlink(missing_ok=True)
    run("mke2fs", "-q", "-t", "ext4", "-d", root, disk, "3G")
    shutil.rmtree(root)


def machine(scene, disk_folder, folder):
    """qemu, started; what it writes to the disk is forgotten at its end."""
    return subprocess.Popen(
        ["qemu-system-x86_64", "-accel", "tcg,thread=multi", "-smp", "2",
         "-m", "1024", "-display", "none", "-vga", "none", "-rtc", f"base={scene.clock}",
         "-device", f"virtio-gpu-pci,xres={SIZE[0]},yres={SIZE[1]}", "-device", "virtio-keyboard-pci",
         "-nic", scene.network,
         "-drive", f"file={disk_folder}/disk.ext4,format=raw,if=virtio,snapshot=on",
         "-kernel", disk_folder / "vmlinuz", "-initrd", disk_folder / "initrd.img",
         "-append", f"{KERNEL_LINE} {scene.kernel}",
         "-serial", f"file:{folder}/serial.log", "-no-reboot",
         "-qmp", f"unix:{folder}/qmp,server=on,wait=off"])


class Monitor:
    """qemu's own line, by QMP: one JSON object a line."""

    def __init__(self, path):
        for _ in range(100):
            if path.exists():
                break
            time.sleep(0.1)
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(path))
        self.lines = self.socket.makefile("r", encoding="utf-8")
        self.lines.readline()
        self.ask("qmp_capabilities")

    def ask(self, command, **arguments):
        text = json.dumps({"execute": command, "arguments": arguments})
        self.socket.sendall(text.encode() + b"\n")
        for line in self.lines:
            answer = json.loads(line)
            if "error" in answer:
                raise OSError(answer["error"]["desc"])
            if "return" in answer:
                return

    def picture(self, path, picture_format):
        self.ask("screendump", filename=str(path), format=picture_format)


def seen(path):
    """What a picture of the display in PPM holds, in a scene's words."""
    parts = path.read_bytes().split(b"\n", 3)
    width, height = map(int, parts[1].split())
    pixels = parts[3]
    counts = {}
    for at in range(0, 3 * width * height, 3):
        colour = pixels[at:at + 3]
        counts[colour] = counts.get(colour, 0) + 1
    drawn = width * height - max(counts.values())
    if len(counts) < COLOURS_MIN or drawn < DRAWN_SHARE_MIN * width * height:
        return "nothing"
    painted = sum(count for colour, count in counts.items()
                  if all(abs(a - b) <= 8 for a, b in zip(colour, kiosk_news.COLOUR)))
    return "picture" if painted >= PICTURE_SHARE_MIN * width * height else "card"


class Reports:
    """What the machine told over its serial line."""

    def __init__(self, folder):
        log = (folder / "serial.log").read_text(encoding="utf-8", errors="replace")
        self.units = re.findall(r"^unit: (\S+) (\d+) ?(.*?)\r?$", log, re.M)
        self.exposures = [float(found) for found in re.findall(r"^security.*: ([\d.]+) ", log, re.M)]
        self.walls = {}
        for program, count in re.findall(r"^walls: (\S+)\s+(\d+)", log, re.M):
            self.walls[program] = max(self.walls.get(program, 0), int(count))

    def is_as(self, scene):
        state, restarts, status = (self.units or [("", "", "")])[-1]
        return (state == "active" and restarts == scene.restarts and
                re.search(scene.status, status) is not None)

    def is_walled(self):
        """Whether the fetcher has one filter of its calls more than the unit gives it."""
        return self.walls.get("placard-fetcher", 0) > self.walls.get("placard", 0) > 0


def wrong_in(scene, reports):
    """What the machine told that is not as it should be, or None."""
    if not reports.is_as(scene):
        return f"the unit is not as it should be: {reports.units[-1:]}"
    if not reports.exposures or max(reports.exposures) > EXPOSURE_MAX:
        return f"the unit is exposed: {reports.exposures}"
    if scene.shows == "picture" and not reports.is_walled():
        return f"the fetcher has no walls of its own: {reports.walls}"
    return None


def watch(scene, folder, qemu):
    """Waits for what a scene shows, then for a while; returns what went wrong, or None."""
    monitor = Monitor(folder / "qmp")
    screen, begun = folder / "screen.ppm", time.monotonic()
    while time.monotonic() - begun < SEEN_AFTER_S and qemu.poll() is None:
        time.sleep(1)
        monitor.picture(screen, "ppm")
        if seen(screen) == scene.shows and Reports(folder).is_as(scene):
            print(f"{scene.shows} after {time.monotonic() - begun:.0f} s")
            break
    else:
        return f"no {scene.shows} in {SEEN_AFTER_S} s: {wrong_in(scene, Reports(folder))}"
    monitor.picture(folder / "first.png", "png")
    time.sleep(WATCHED_S)
    monitor.picture(folder / "later.png", "png")
    monitor.picture(screen, "ppm")
    if (seen(screen) == "nothing") != (scene.shows == "nothing"):
        return f"later the screen shows {seen(screen)}"
    reports = Reports(folder)
    print(*reports.units[-1], reports.exposures, reports.walls)
    return wrong_in(scene, reports)


def play(name, folder):
    """Whether a scene goes as it should."""
    here = folder / name
    shutil.rmtree(here, ignore_errors=True)
    here.mkdir(parents=True)
    print(f"{name}:", flush=True)
    qemu = machine(SCENES[name], folder, here)
    try:
        wrong = watch(SCENES[name], here, qemu)
    finally:
        qemu.kill()
        qemu.wait()
    if wrong:
        print(f"{wrong}; see {here}")
    return not wrong


def main():
    package, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    names = sys.argv[3:] or list(SCENES)[:1]
    if names == ["all"]:
        names = list(SCENES)
    for name in names:
        if name not in SCENES:
            sys.exit(f"there is no scene \"{name}\", only {', '.join(SCENES)}")
    folder.mkdir(parents=True, exist_ok=True)
    make_disk(package, folder)
    sys.exit(0 if all([play(name, folder) for name in names]) else 1)


if __name__ == "__main__":
    main()
