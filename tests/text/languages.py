#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts how many texts are told their language: languages.py TELL_LANGUAGE [SAMPLES]

Asked are the headlines of tests/fixtures/text/languages.tsv, each alone and those of a language as
one text, and the articles of summary/dev.jsonl in the folder that PLACARD_TEST_DATA names, by
their headlines and in pieces of 60 words. SAMPLES has lines "kind TAB language TAB text", as
app/text/language_model.py makes them of what it has not learnt from."""

import collections
import json
import os
import subprocess
import sys
from pathlib import Path

FIXTURE = Path(__file__).resolve().parent.parent / "fixtures" / "text" / "languages.tsv"
# Per cent that must be right.
AIMS = {"headline": 93, "text": 99}
WORDS = 60
# Written alike, so that no text tells them apart for certain.
ALIKE = [{"nb", "nn"}, {"bs", "hr", "sr-Latn"}]
LOWEST = 12


def own_texts():
    texts = collections.defaultdict(list)
    for line in FIXTURE.read_text(encoding="utf-8").splitlines():
        language, text = line.split("\t")
        texts[language].append(text)
        yield "own", "headline", language, text
    for language, lines in texts.items():
        yield "own", "text", language, ". ".join(lines)


def article_texts():
    path = Path(os.environ.get("PLACARD_TEST_DATA", "/nowhere"), "summary", "dev.jsonl")
    if not path.is_file():
        return
    for line in path.open(encoding="utf-8"):
        record = json.loads(line)
        yield "news", "headline", record["lang"], " ".join(record["article"].split()[:10])
        words = record["article"].split()
        for start in range(0, len(words) - WORDS, WORDS):
            yield "news", "text", record["lang"], " ".join(words[start:start + WORDS])


def sample_texts(path):
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        kind, language, text = line.split("\t")
        yield "samples", kind, language, text


def is_right(told, language):
    return told == language or any({told, language} <= alike for alike in ALIKE)


def languages_lowest(asked):
    right, all_of = collections.Counter(), collections.Counter()
    for language, told in asked:
        all_of[language] += 1
        right[language] += is_right(told, language)
    shares = sorted((100 * right[language] / all_of[language], language) for language in all_of)
    return " ".join(f"{language} {share:.0f}" for share, language in shares[:LOWEST] if share < 100)


def main():
    texts = [*own_texts(), *article_texts()]
    for path in sys.argv[2:]:
        texts += sample_texts(path)
    lines = "".join(text + "\n" for *_, text in texts)
    done = subprocess.run([sys.argv[1]], input=lines, capture_output=True, check=True, text=True)
    groups = collections.defaultdict(list)
    for (origin, kind, language, _), told in zip(texts, done.stdout.split(), strict=True):
        groups[origin, kind].append((language, told))
    failed = False
    for (origin, kind), asked in groups.items():
        right = 100 * sum(is_right(told, language) for language, told in asked) / len(asked)
        unsure = 100 * sum(told == "?" for _, told in asked) / len(asked)
        missed = right < AIMS[kind]
        failed = failed or missed
        print(f"{origin} {kind}: {right:.1f} % of {len(asked)} right, {unsure:.1f} % not sure, aim "
              f"{AIMS[kind]}{'  MISSED' if missed else ''}; lowest: {languages_lowest(asked)}")
    print(f"{done.stderr.strip().splitlines()[-1]} microseconds a text")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
