#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No variable outlives its call but the signal flag: state is a struct that is passed down."""

import re

import tree

# Name of the variable, and why it may be.
ALLOWED = {
    "q": "inside G_DEFINE_QUARK",
}
# objdump's table of symbols: address, flags with O for object, section, size, name.
OBJECT = re.compile(r"[0-9a-f]+ .{6}O \.(?:data|bss)(?!\.rel\.ro)\S*\t[0-9a-f]+ (?:\.hidden )?(\S+)$")


def problems(_, build):
    for archive in tree.files(build, ".a", under=("app",)):
        member = "?"
        for line in tree.told_by(["objdump", "--syms", str(build / archive)]):
            member = line.split(":")[0] if ": " in line and "file format" in line else member
            found = OBJECT.match(line)
            # The compiler numbers variables that are static in a function.
            name = found and re.sub(r"\.\d+$", "", found[1])
            if name and name not in ALLOWED and not re.match(r"__|\.L|_\.L", name):
                yield f"{archive.name}, {member}: {name} can change and is shared by all calls"


if __name__ == "__main__":
    tree.main(problems)
