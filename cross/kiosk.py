#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Boots a virtual machine that has no desktop, only this machine's package of placard with its unit
enabled, until a card is on its display; and watches it for a while.

kiosk.py PACKAGE FOLDER: the disk, the pictures of the display and the log are in FOLDER. Ends with 1
when no card came, or the unit was restarted. Needs root, to make the disk.
"""

import json
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

RELEASE = "bookworm"
SIZE = (1280, 720)
CARD_AFTER_S = 600   # emulated on a busy machine, the boot alone takes minutes
WATCHED_S = 90       # three times what the watchdog allows
# A card has many shades of grey where letters are smooth; a console or an empty screen has few.
COLOURS_MIN = 16
DRAWN_SHARE_MIN = 0.003

CONFIG = {
    "title": "Virtual wall",
    "sources": [{"name": "The house", "url": "news/*.txt", "max_age_hours": 0}],
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
REPORT = """[Service]
ExecStart=/bin/sh -c 'while sleep 3; do systemctl show placard.service \
-p ActiveState,SubState,NRestarts,MemoryCurrent,StatusText | tr "\\n" " "; echo; \
journalctl -u placard.service -o cat --no-pager -n 4; done'
StandardOutput=tty
TTYPath=/dev/ttyS0
Restart=always
RestartSec=1
[Install]
WantedBy=multi-user.target
"""
KERNEL_LINE = "root=/dev/vda rw console=ttyS0 quiet loglevel=3 vt.global_cursor_default=0 consoleblank=0"


def run(*command):
    subprocess.run([str(word) for word in command], check=True)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make_disk(package, folder):
    """A Debian with kernel, systemd and the package: nothing else."""
    root = folder / "root"
    shutil.rmtree(root, ignore_errors=True)
    sources = Path("/etc/apt/sources.list.d/debian.sources")
    run("mmdebstrap", "--quiet", "--variant=apt", "--include=linux-image-amd64,systemd-sysv,udev",
        f"--customize-hook=copy-in {package} /tmp",
        f'--customize-hook=chroot "$1" apt-get -qq -y --no-install-recommends install '
        f"/tmp/{package.name}",
        RELEASE, root, *([sources] if sources.exists() else []))
    write(root / "etc/placard/config.json", json.dumps(CONFIG, indent=2))
    for name, text in NEWS.items():
        write(root / "etc/placard/news" / name, text)
    write(root / "etc/systemd/system/report.service", REPORT)
    for unit in ("placard.service", "report.service"):
        run("systemctl", "--quiet", "--root", root, "enable", unit)
    # A log-in on the serial line would take it away from the report.
    run("systemctl", "--quiet", "--root", root, "mask", "serial-getty@ttyS0.service")
    for name in ("vmlinuz", "initrd.img"):
        shutil.copy(root / name, folder / name)
    disk = folder / "disk.ext4"
    disk.unlink(missing_ok=True)
    run("mke2fs", "-q", "-t", "ext4", "-d", root, disk, "3G")
    shutil.rmtree(root)


def machine(folder):
    """qemu, started."""
    return subprocess.Popen(
        ["qemu-system-x86_64", "-accel", "tcg,thread=multi", "-smp", "2",
         "-m", "1024", "-display", "none", "-vga", "none",
         "-device", f"virtio-gpu-pci,xres={SIZE[0]},yres={SIZE[1]}", "-device", "virtio-keyboard-pci",
         "-nic", "user,restrict=on", "-drive", f"file={folder}/disk.ext4,format=raw,if=virtio",
         "-kernel", folder / "vmlinuz", "-initrd", folder / "initrd.img", "-append", KERNEL_LINE,
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


def shows_card(path):
    """Whether a picture in PPM holds something like a card."""
    parts = path.read_bytes().split(b"\n", 3)
    width, height = map(int, parts[1].split())
    pixels = parts[3]
    counts = {}
    for at in range(0, 3 * width * height, 3):
        colour = pixels[at:at + 3]
        counts[colour] = counts.get(colour, 0) + 1
    drawn = width * height - max(counts.values())
    return len(counts) >= COLOURS_MIN and drawn >= DRAWN_SHARE_MIN * width * height


def reports(folder):
    """What the unit was, each time it was told."""
    log = (folder / "serial.log").read_text(encoding="utf-8", errors="replace")
    return [dict(part.split("=", 1) for part in line.split() if "=" in part)
            for line in log.splitlines() if "NRestarts=" in line]


def watch(folder, qemu):
    """Waits for a card, then for restarts; returns what went wrong, or None."""
    monitor = Monitor(folder / "qmp")
    screen, begun = folder / "screen.ppm", time.monotonic()
    while time.monotonic() - begun < CARD_AFTER_S and qemu.poll() is None:
        time.sleep(1)
        monitor.picture(screen, "ppm")
        if shows_card(screen):
            print(f"a card after {time.monotonic() - begun:.0f} s")
            break
    else:
        return f"no card in {CARD_AFTER_S} s"
    time.sleep(5)
    monitor.picture(folder / "first.png", "png")
    time.sleep(WATCHED_S)
    monitor.picture(folder / "later.png", "png")
    last = (reports(folder) or [{}])[-1]
    print(last)
    if last.get("ActiveState") != "active" or last.get("NRestarts") != "0":
        return "the unit is not active, or was restarted"
    return None


def main():
    package, folder = (Path(argument).resolve() for argument in sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("qmp", "serial.log"):
        (folder / name).unlink(missing_ok=True)
    make_disk(package, folder)
    qemu = machine(folder)
    try:
        wrong = watch(folder, qemu)
    finally:
        qemu.kill()
    if wrong:
        print(f"{wrong}; see {folder}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
