#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the Debian package of this machine, has lintian judge it, and lives with it in a Debian that
holds nothing else: installs, starts, upgrades, removes and purges it there.

package.py ROOT BUILD: what is made is below BUILD. Ends with 77, and a word why, where no such
Debian can be made.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
OPENED_BY_NAME = "cross/debian/depends"
CROSS_LIBRARIES = "cross/debian/depends-libraries"
CROSS_RELEASE = "bookworm"


def fail(what):
    print(what)
    sys.exit(1)


def run(*command, **options):
    """What a command that has to succeed prints."""
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False, **options)
    if done.returncode:
        fail(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def made(root, build, version):
    """A package of the build, as of this version."""
    folder = build / version
    run("cpack", "--config", str(build / "CPackConfig.cmake"), "-B", str(folder), "-R", version,
        cwd=root)
    packages = list(folder.glob("*.deb"))
    if len(packages) != 1:
        fail(f"expected one package in {folder}, found {len(packages)}")
    return packages[0]


def check_lintian(package):
    told = run("lintian", "--allow-root", "--fail-on", "none", str(package))
    complaints = [line for line in told.splitlines() if line.startswith(("E:", "W:"))]
    if complaints:
        fail("\n".join(complaints))


def check_libraries(root, package):
    """The list of libraries for other machines says what is true of this one."""
    opened, listed = ({line for line in (root / name).read_text().splitlines()
                       if not line.startswith("#")} for name in (OPENED_BY_NAME, CROSS_LIBRARIES))
    found = set(run("dpkg-deb", "--field", str(package), "Depends").strip().split(", ")) - opened
    if found != listed:
        fail(f"{CROSS_LIBRARIES} and the package differ in: {', '.join(sorted(found ^ listed))}")


def live_with(root, first, second):
    """A minimal Debian of this release with the package in it; what is tried there is in live."""
    release = platform.freedesktop_os_release()["VERSION_CODENAME"]
    sources = Path("/etc/apt/sources.list.d/debian.sources")
    mirror = [str(sources)] if sources.exists() else []
    tried = subprocess.run(
        ["mmdebstrap", "--quiet", "--variant=apt",
         f"--customize-hook=copy-in {first} {second} {root}/tests/package/live /tmp",
         f'--customize-hook=chroot "$1" sh -eu /tmp/live {first.name} {second.name}',
         release, "/dev/null", *mirror],
        text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if "placard lives here" not in tried.stdout:
        print(f"skipped: mmdebstrap cannot make a minimal Debian here:\n{tried.stdout}")
        sys.exit(SKIPPED)
    if tried.returncode:
        fail(tried.stdout)


def main():
    root, build = (Path(argument).resolve() for argument in sys.argv[1:])
    if not Path("/etc/debian_version").exists():
        print("skipped: this is not Debian")
        sys.exit(SKIPPED)
    run("cmake", "--preset", "package", "-B", str(build), cwd=root)
    run("ninja", "-C", str(build))
    first, second = (made(root, build, version) for version in ("0.1.0", "0.1.1"))
    check_lintian(first)
    if platform.freedesktop_os_release().get("VERSION_CODENAME") == CROSS_RELEASE:
        check_libraries(root, first)
    os.environ.pop("LD_PRELOAD", None)
    live_with(root, first, second)


if __name__ == "__main__":
    main()
