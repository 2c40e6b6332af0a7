#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every rule finds the violation that is planted for it, and nothing in the same tree without it."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tree

HERE = Path(__file__).parent
LICENSED = "/* SPDX-License-Identifier: MIT */\n"

# A sound tree: file name and content.
SOUND = {
    "README.md": "Start `app/run`; the source is in [app](app/feed/rss.c).\n",
    "app/run": "#!/bin/sh\necho \"$1\"\n",
    "app/feed/rss.h": LICENSED + "int rss_parse(void);\n",
    "app/feed/rss.c": LICENSED + '#include "rss.h"\n\n#include "placard/text/clean.h"\n'
                                 "#include <libxml/parser.h>\n",
    "app/text/clean.c": LICENSED + "#include <glib.h>\n#include <stdio.h>\n\n"
                                   "int clean(int one)\n{\n    return one;\n}\n",
    "include/placard/text/clean.h": LICENSED + "int clean(int one);\n",
    **dict.fromkeys(("assets/completions/placard", "assets/completions/_placard",
                     "assets/completions/placard.fish"), ""),
    "assets/one.1": ".Dd January 1, 2026\n.Dt ONE 1\n.Os\n.Sh NAME\n.Nm one\n.Nd is one\n",
}


def function(signature, body):
    return {"app/text/clean.c": LICENSED + f"\n{signature}\n{{\n{body}}}\n"}


def source(line):
    return {"app/text/clean.c": LICENSED + line + "\n"}


# Rule, what is planted, and a part of what the rule must say.
PLANTED = [
    ("layers", source('#include "placard/feed/feed.h"'), "is not in include/"),
    ("layers", source('#include "../feed/rss.h"'), "is not a header of app/text"),
    ("layers", source('#include "rss.h"'), "is not a header of app/text"),
    ("layers", source("#include <placard/text/clean.h>"), "write it in quotes"),
    ("layers", {"include/placard/card/card.h": LICENSED,
                **source('#include "placard/card/card.h"')}, "text may not include card"),
    ("layers", {"include/placard/card/card.h": LICENSED,
                "include/placard/text/a.h": '#include "placard/card/card.h"\n'},
     "a.h:1: text may not include card"),
    ("layers", {"app/new/new.c": LICENSED}, "folder new stands in no row"),
    ("libraries", source("#include <SDL.h>"), "clean.c:2: <SDL.h> belongs to app/screen/"),
    ("libraries", source("#include <curl/curl.h>"), "belongs to app/fetch/"),
    ("libraries", {"include/placard/card/a.h": "#include <unicode/ubidi.h>\n"}, "belongs to"),
    ("libraries", {"app/feed/atom.c": "#include <libxml/parser.h>\n"}, "at most 1 may include"),
    ("libraries", source("#include <boost/any.h>"), "stands in no row"),
    ("sizes", source("\n" * 399), "401 lines, at most 400"),
    ("sizes", function("void f(void)", "    g();\n" * 61), "61 lines in a function"),
    ("sizes", function("void f(int a, int b, int (*c)(int, int), int d,\n       int e, int g)", ""),
     "6 parameters"),
    ("sizes", function("void f(void)", "                if (one)\n"), "4 levels of nesting"),
    ("habits", {"app/text/clean.c": "int a;\n"}, "expected \"/* SPDX"),
    ("habits", source("typedef struct one one;"), "say struct"),
    ("habits", source("/* TO" "DO: later */"), "do it"),
    ("entries", {"notes.txt": ""}, "notes.txt: not one of"),
    ("paths", {"README.md": "See `app/gone.c` there.\n"}, "README.md:1: app/gone.c does not"),
    ("paths", {"README.md": "![A card](assets/gone.png)\n"}, "assets/gone.png does not"),
    ("layout", source("int  a;"), "clean.c:2:4"),
    ("spelling", source("/* rec" "ieve */"), "clean.c:2: rec"),
    ("spelling", {"README.md": "\"rec" "ieve\"\n"}, "README.md:1: rec"),
    ("scripts", {"app/run": "#!/bin/sh\necho $1\n"}, "app/run:2:"),
    ("scripts", {"app/other": "#!/bin/sh\necho \"$1\"\n"}, "app/other:1: a script without run bit"),
    ("manual", {"assets/one.1": SOUND["assets/one.1"] + ".Nonsense\n"}, "one.1:7:"),
    ("tidy", function("int clean(const int *one)", "    return one ? 0 : *one;\n"), "null pointer"),
    ("state", source("static int count;\nint f(void);\nint f(void)\n{\n    return ++count;\n}"),
     "count can change"),
    ("links", {"libraries": "xml2"}, "links libxml2"),
    ("completions", {"assets/completions/placard.fish": "complete -c placard -l gone\n"},
     "placard.fish:1: placard has no --gone"),
    ("examples", {"README.md": "Write\n```json\n{\"wrong\": 1}\n```\n",
                  "main": 'int main(void)\n{\n    return 2;\n}\n'}, "README.md:2:"),
]


def plant(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    for name in (".clang-format", ".clang-tidy"):
        shutil.copy(HERE.parent.parent / name, root)
    (root / "app/run").chmod(0o755)


def build(root, files):
    """What the rules on the build look at: a database, an archive and a program."""
    folder = root / "build"
    (folder / "app").mkdir(parents=True)
    (folder / "bin").mkdir()
    unit, made = root / "app/text/clean.c", folder / "app/clean.o"
    glib = tree.told_by(["pkg-config", "--cflags", "glib-2.0"])[0]
    command = f"cc -fno-such-option -I{root}/include {glib} -c {unit}"
    entry = {"directory": str(root), "file": str(unit), "command": command}
    (folder / "compile_commands.json").write_text(json.dumps([entry]), encoding="utf-8")
    main = files.get("main", "int main(void)\n{\n    return 0;\n}\n")
    (folder / "main.c").write_text(main, encoding="utf-8")
    linked = [f"-l{files['libraries']}"] if "libraries" in files else []
    for line in (["cc", *glib.split(), "-c", unit, "-o", made],
                 ["ar", "rc", folder / "app/libone.a", made],
                 ["cc", folder / "main.c", "-Wl,--no-as-needed", *linked, "-o",
                  folder / "bin/placard"]):
        subprocess.run(line, check=True)
    return folder


def judge(rule, files):
    """The exit status and the words of a rule on a sound tree with these files in it."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        plant(root, {**SOUND, **files})
        arguments = [root]
        if rule in ("tidy", "state", "links", "examples", "completions"):
            arguments.append(build(root, files))
        run = subprocess.run([sys.executable, HERE / f"{rule}.py", *arguments], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return run.returncode, run.stdout


def problems():
    for rule in sorted({rule for rule, _, _ in PLANTED}):
        status, told = judge(rule, {})
        if status not in (0, tree.SKIPPED):
            yield f"{rule}: complains about a sound tree: {told}"
    for rule, files, wanted in PLANTED:
        status, told = judge(rule, files)
        if status != tree.SKIPPED and (status != 1 or wanted not in told):
            yield f"{rule}: expected status 1 and \"{wanted}\", got {status} and \"{told}\""
    untried = {path.stem for path in HERE.glob("*.py")} - {rule for rule, _, _ in PLANTED}
    yield from (f"{rule}: no violation is planted" for rule in untried - {"tree", "planted"})


if __name__ == "__main__":
    tree.main(problems)
