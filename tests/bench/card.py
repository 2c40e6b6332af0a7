# SPDX-License-Identifier: MIT
"""What layout and drawing of a card of sixty words cost, beside SDL_ttf drawing as much text."""

import subprocess
import tempfile
from pathlib import Path

import bench

BENCH = Path(__file__).resolve().parent
TOP = BENCH.parent.parent
PACKAGES = ("glib-2.0 icu-uc icu-i18n sdl2 SDL2_ttf fontconfig libpng libqrencode libcjson x11 "
            "libdrm wayland-client").split()
FOLDERS = "screen card edition text".split()
RUNS = 7
FIRST_BUDGET_MS = 5


def program_build(build, folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *PACKAGES],
                           check=True, capture_output=True, text=True).stdout.split()
    program = Path(folder, "card")
    libraries = [build / "app" / name / f"libplacard_{name}.a" for name in FOLDERS]
    subprocess.run(["cc", "-O2", "-std=c17", "-D_POSIX_C_SOURCE=200809L", f"-I{TOP}/include",
                    "-o", program, BENCH / "card.c", *libraries, *flags, "-lm"], check=True)
    return program


def least_costs(program):
    """The least of several runs: what disturbs a measurement only adds to it."""
    runs = [subprocess.run([program], check=True, capture_output=True, text=True).stdout.split()
            for _ in range(RUNS)]
    return [min(map(float, column)) for column in zip(*runs)]


def main():
    build = bench.build_of_arguments()
    table = bench.Table("A card of sixty words at 1920x1080 (beside: SDL_ttf draws as much text)")
    with tempfile.TemporaryDirectory() as folder:
        fonts, layout, drawing, later_layout, later_drawing, floor = least_costs(
            program_build(build, folder))
    peer = f"{floor:.3g} ms"
    table.row("finding the fonts of the system", f"{fonts:.3g} ms")
    table.most("layout and drawing, the first", layout + drawing, FIRST_BUDGET_MS, "ms", peer)
    table.row("of it layout", f"{layout:.3g} ms")
    table.row("layout and drawing, a later one", f"{later_layout + later_drawing:.3g} ms", peer)
    table.row("of it layout", f"{later_layout:.3g} ms")
    table.end()


if __name__ == "__main__":
    main()
