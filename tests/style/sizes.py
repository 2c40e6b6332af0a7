#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files, functions and parameter lists stay small, and nesting shallow.

It reads clang-format's layout: a function's braces stand alone in the first column, and a control
statement is indented by four columns for each level that it lies in."""

import re

import tree

MOST_LINES = 400
MOST_FUNCTION_LINES = 60
MOST_PARAMETERS = 5
MOST_NESTING = 3
# Parameters that only a library's callback has: the library prescribes the others, too.
CALLBACKS = ("UConverterToUnicodeArgs *", "const xmlChar **")
# Files of which most is a table of data, each with what the table holds.
TABLES = {
    "app/config/keys.c": "the keys of the config",
    "app/feed/entity_names.h": "the names of HTML",
    "app/text/language_model_table.h": "how frequent trigrams and words are",
    "app/text/openings_words.h": "what pages say around a story",
}


def parameter_lists(signature):
    """The texts between outermost parentheses."""
    depth, start = 0, 0
    for index, character in enumerate(signature):
        if character == "(":
            depth += 1
            start = index + 1 if depth == 1 else start
        elif character == ")":
            depth -= 1
            if depth == 0:
                yield signature[start:index]


def parameter_count(signature):
    """Of "int f(int a, void (*b)(int, int))": 2. An attribute may come before the name; where the
    error goes does not count, nor do the parameters of a callback."""
    if any(given in signature for given in CALLBACKS):
        return 0
    listed = list(parameter_lists(signature))[-1].strip().removesuffix("GError **error")
    nested = re.compile(r"\([^()]*\)")
    while nested.search(listed):
        listed = nested.sub("", listed)
    return len([part for part in listed.split(",") if part.strip() not in ("", "void")])


def functions(text):
    """Yields signature, line number of the opening brace and body lines of each function."""
    for index, line in enumerate(text):
        if line != "{":
            continue
        first = index
        while first and text[first - 1] and not re.search(r"[;}]$|\*/$|^#", text[first - 1]):
            first -= 1
        end = next((i for i in range(index, len(text)) if text[i] == "}"), len(text))
        yield " ".join(text[first:index]), index + 1, text[index + 1:end]


def nesting(body):
    """How many control statements lie in one another at most."""
    control = re.compile(r"( +)(\} )?(if|for|while|switch|do)\b")
    return max((len(found[1]) // 4 for found in map(control.match, body) if found), default=0)


def problems(root):
    for path in tree.files(root, ".c", ".h", under=("app", "include", "tests")):
        text = [line for _, line in tree.lines(root / path)]
        if len(text) > MOST_LINES and str(path) not in TABLES:
            yield f"{path}:{len(text)}: {len(text)} lines, at most {MOST_LINES}"
        for signature, number, body in functions(text):
            for value, most, what in (
                    (len(body), MOST_FUNCTION_LINES, "lines in a function"),
                    (parameter_count(signature), MOST_PARAMETERS, "parameters"),
                    (nesting(body), MOST_NESTING, "levels of nesting")):
                if value > most:
                    yield f"{path}:{number}: {value} {what}, at most {most}: {signature}"


if __name__ == "__main__":
    tree.main(problems)
