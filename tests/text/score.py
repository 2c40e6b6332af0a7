#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Scores our summaries of the articles in summary/dev.jsonl against those that people wrote, with
summary/rouge.py, both of the folder that PLACARD_TEST_DATA names: score.py SUMMARISE"""

import json
import os
import subprocess
import sys
from pathlib import Path

SKIPPED = 77
BUDGET_WORDS = 60
# What the formula of word density, position and redundancy reached when it was found. With so few
# articles a sentence more or less in one of them moves a figure by a hundredth.
AIMS = {"nb": {"r1f": 0.438, "r2f": 0.276, "rlf": 0.349}, "fr": {"r1f": 0.283}}
TOLERANCE = 0.01


def summarise(program, record):
    command = [program, record["lang"], str(BUDGET_WORDS)]
    done = subprocess.run(command, input=record["article"].encode(), capture_output=True, check=True)
    return done.stdout.decode().strip()


def main():
    folder = Path(os.environ.get("PLACARD_TEST_DATA", "/nowhere")) / "summary"
    if not (folder / "dev.jsonl").is_file():
        print("PLACARD_TEST_DATA does not name the folder of test data")
        return SKIPPED
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(folder))
    import rouge

    records = [json.loads(line) for line in (folder / "dev.jsonl").open(encoding="utf-8")]
    failed = False
    for language, aims in AIMS.items():
        scores = [
            rouge.score(summarise(sys.argv[1], record), record["references"], BUDGET_WORDS)
            for record in records
            if record["lang"] == language
        ]
        for metric, aim in aims.items():
            mean = sum(score[metric] for score in scores) / len(scores)
            missed = mean < aim - TOLERANCE
            failed = failed or missed
            print(f"{language} {metric} {mean:.3f}, aim {aim:.3f}{'  MISSED' if missed else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
