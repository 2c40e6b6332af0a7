# SPDX-License-Identifier: MIT
"""What cleaning and summarising an article costs, beside ICU finding the words of it once."""

import random
import subprocess
import tempfile
from pathlib import Path

import bench

BENCH = Path(__file__).resolve().parent
TOP = BENCH.parent.parent
# The size of an item of the large feed, and of an article of a newspaper.
ITEM_WORDS, ARTICLE_WORDS = 300, 700
ARTICLE_BUDGET_US = 1000
SYLLABLES = [head + tail for head in "b d f g h k l m n p r s t v z".split()
             for tail in "a e i o u al en or is".split()]


def article(words):
    """Invented words as often as a language has them, in sentences and paragraphs."""
    chance = random.Random(20260303)
    known = sorted({"".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))
                    for _ in range(5000)}, key=lambda word: (len(word), word))
    text, count = "", 0
    while count < words:
        length = chance.randint(10, 25)
        ranks = (min(int(min(chance.paretovariate(0.3), 1e6)) - 1, len(known) - 1)
                 for _ in range(length))
        text += " ".join(known[rank] for rank in ranks).capitalize()
        text += chance.choice([". ", ". ", ".\n"])
        count += length
    return text.strip() + "\n"


def program_build(build, folder):
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "glib-2.0", "icu-uc", "icu-i18n"],
                           check=True, capture_output=True, text=True).stdout.split()
    program = Path(folder, "text")
    library = build / "app" / "text" / "libplacard_text.a"
    subprocess.run(["cc", "-O2", "-std=c17", "-D_POSIX_C_SOURCE=200809L", f"-I{TOP}/include",
                    "-o", program, BENCH / "text.c", library, *flags, "-lm"], check=True)
    return program


def cost_of(program, language, path):
    printed = subprocess.run([program, language, path], check=True, capture_output=True, text=True)
    return map(float, printed.stdout.split())


def main():
    build = bench.build_of_arguments()
    table = bench.Table("Cleaning and summarising one article (beside: ICU finds its words once)")
    with tempfile.TemporaryDirectory() as folder:
        program = program_build(build, folder)
        for words, budget in ((ARTICLE_WORDS, ARTICLE_BUDGET_US), (ITEM_WORDS, None)):
            path = Path(folder, f"{words}.txt")
            path.write_text(article(words), encoding="utf-8")
            cost, floor = cost_of(program, "en", path)
            if budget:
                table.most(f"{words} words", cost, budget, "µs", f"{floor:.3g} µs")
            else:
                table.row(f"{words} words", f"{cost:.3g} µs", f"{floor:.3g} µs")
        for path in sorted((TOP / "tests" / "fixtures" / "text").glob("*-*.txt")):
            cost, floor = cost_of(program, path.name.split("-")[0], path)
            table.row(f"{path.name}, {path.stat().st_size / 1024:.1f} kB", f"{cost:.3g} µs",
                      f"{floor:.3g} µs")
    table.end()


if __name__ == "__main__":
    main()
