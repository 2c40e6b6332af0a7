# SPDX-License-Identifier: MIT
"""What finding the same news among 10,000 stories costs, and how that grows with their number."""

import json
import random
import tempfile
from pathlib import Path

import bench

SOURCES = 20
FEW, MANY = 5000, 10000
SYLLABLES = [head + tail for head in "b d f g h k l m n p r s t v z".split()
             for tail in "a e i o u al en or is".split()]


def vocabulary(chance, size):
    """Invented words, of which the first ones are the common ones."""
    words = set()
    while len(words) < size:
        words.add("".join(chance.choice(SYLLABLES) for _ in range(chance.randint(1, 4))))
    return sorted(words, key=lambda word: (len(word), word))


def sentence(chance, words, length):
    """As in a language, a word's rank tells how often it comes."""
    ranks = (min(int(min(chance.paretovariate(0.3), 1e6)) - 1, len(words) - 1) for _ in range(length))
    return " ".join(words[rank] for rank in ranks).capitalize()


def edition_of(stories):
    return json.dumps({"edition": 1, "stories": stories})


def story_of(chance, words, number, event):
    """Two tellings of an event share its names, and nothing else by intent."""
    names = " ".join(event)
    return {"id": f"s{number}", "headline": f"{sentence(chance, words, 5)} {names}",
            "summary": f"{names} {sentence(chance, words, 35)}.", "language": "en",
            "published": f"2026-03-03T{number % 10:02}:{number % 60:02}:00Z"}


def sources_write(folder, count):
    """A third of the events are told by two sources."""
    chance = random.Random(20260303)
    words = vocabulary(chance, 20000)
    stories = [[] for _ in range(SOURCES)]
    number = 0
    while number < count:
        event = ["".join(chance.choices(SYLLABLES, k=4)).capitalize() for _ in range(3)]
        told = chance.sample(range(SOURCES), 2 if chance.random() < 1 / 3 else 1)
        for source in told:
            stories[source].append(story_of(chance, words, number, event))
            number += 1
    for source in range(SOURCES):
        Path(folder, f"{source}.json").write_text(edition_of(stories[source]), encoding="utf-8")


def config_write(folder, merges):
    config = {"sources": [{"url": f"{source}.json"} for source in range(SOURCES)],
              "edition": {"merge_duplicates": merges, "max_age_hours": 0},
              "network": {"max_items": 10000}}
    path = Path(folder, f"config-{merges}.json")
    path.write_text(json.dumps(config), encoding="utf-8")
    return path


def merging_cpu_s(placard, count):
    """What is left when everything else is taken away."""
    with tempfile.TemporaryDirectory() as folder:
        sources_write(folder, count)
        costs = []
        for merges in (True, False):
            command = [placard, "list", "--now", "2026-03-03T12:00:00Z", "--config",
                       config_write(folder, merges)]
            costs.append(bench.least_of(2, command).cpu_s)
    return costs[0] - costs[1], costs[1]


def main():
    placard = bench.build_of_arguments() / "bin" / "placard"
    table = bench.Table("compose: one story once")
    few_s, _ = merging_cpu_s(placard, FEW)
    many_s, rest_s = merging_cpu_s(placard, MANY)
    table.most(f"finding the same among {MANY} stories, CPU", many_s, 2 * rest_s, "s",
               f"all else: {rest_s:.2f} s")
    # n log n would be 2.2 times, n squared 4; a difference of two runs is not exact.
    table.most(f"{MANY} stories beside {FEW}", many_s / max(few_s, 0.01), 3.2, "times",
               f"{few_s:.2f} s")
    table.end()


main()
