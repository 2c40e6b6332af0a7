/* SPDX-License-Identifier: MIT
 *
 * Every maximum in placard, with its reason. Crossing one is an ordinary error, never a crash.
 */
#ifndef PLACARD_LIMITS_H
#define PLACARD_LIMITS_H

enum {
    /* A config is written by hand; a megabyte of it is a mistake. */
    LIMIT_CONFIG_BYTES = 1024 * 1024,
    /* More slips than anyone mends in one go. */
    LIMIT_CONFIG_PROBLEMS = 100,
    /* Deeper JSON or XML is an attack on the stack, not news. */
    LIMIT_DEPTH = 256,
    /* A screen cycles through this many cards in hours; more sources are a mistake. */
    LIMIT_SOURCES = 1000,
    /* Cards are written by hand. */
    LIMIT_CARDS = 1000,
    /* Words and expressions of one source, each of which is looked for in every story. */
    LIMIT_PATTERNS = 100,
    /* Headers of its own that a source may be asked with, a name, and a value: servers take 8 KB. */
    LIMIT_HEADERS = 20,
    LIMIT_HEADER_NAME_BYTES = 100,
    LIMIT_HEADER_BYTES = 8192,
    /* The longest URL that servers and browsers agree on. */
    LIMIT_URL_BYTES = 8192,
    /* One edition: what the loop reads from its child before it gives the child up. */
    LIMIT_EDITION_BYTES = 16 * 1024 * 1024,
    /* Stories of one edition; a day of dwell at eight seconds a card. */
    LIMIT_EDITION_STORIES = 10000,
    /* One source's record in the cache: all its stories with their full text. */
    LIMIT_RECORD_BYTES = 64 * 1024 * 1024,
    /* What the cache keeps, of each kind, for sources and configs that are not in use: they may come
     * back, but a card does not fill up with what was looked at once. */
    LIMIT_CACHE_UNUSED_BYTES = 16 * 1024 * 1024,
    /* A headline longer than this is not one. */
    LIMIT_HEADLINE_BYTES = 4096,
    /* One text given to the cleaner: more than any transfer may bring. */
    LIMIT_TEXT_BYTES = 64 * 1024 * 1024,
    /* Full text of one story that is looked at for its summary: forty pages. */
    LIMIT_BODY_BYTES = 256 * 1024,
    /* Markup of one field of a feed: such text with all its tags. */
    LIMIT_MARKUP_BYTES = 1024 * 1024,
    /* Sentences of one story that enter the summary, whose cost is quadratic. */
    LIMIT_SENTENCES = 500,
    /* Combining marks on one base letter; no orthography needs more. */
    LIMIT_MARKS = 8,
    /* A start tag larger than these makes libxml2 quadratic. */
    LIMIT_TAG_BYTES = 64 * 1024,
    LIMIT_TAG_ATTRIBUTES = 256,
    /* XML namespaces that are declared at one place: each name is looked for among them. */
    LIMIT_NAMESPACES = 256,
    /* Pages of stories that one run reads for their text, and how long they may take all together,
     * in seconds; less where the sources took long. */
    LIMIT_FOLLOWED = 40,
    LIMIT_FOLLOWED_SECONDS = 20,
    /* Elements, and blocks of text, of one web page; the longest have a tenth of it. */
    LIMIT_PAGE_NODES = 100 * 1000,
    /* A run of the fetcher after which the loop kills it, in milliseconds. */
    LIMIT_FETCHER_MS = 90 * 1000,
    /* Its time on the processor and its memory; an ordinary run takes a hundredth of either. */
    LIMIT_FETCHER_CPU_SECONDS = 60,
    LIMIT_FETCHER_DATA_BYTES = 512 * 1024 * 1024,
    /* Its open files and sockets: five for each transfer, looked up and tried twice over. */
    LIMIT_FETCHER_DESCRIPTORS = 1024,
    /* Connection phase of one transfer, in milliseconds. */
    LIMIT_CONNECT_MS = 10 * 1000,
    /* Redirects that one transfer follows. */
    LIMIT_REDIRECTS = 10,
    /* An ETag or a date; what a server sends beyond this is not echoed. */
    LIMIT_VALIDATOR_BYTES = 1024,
    /* Transfers under way at once: a hundred that hang leave room for the others, within the
     * descriptors and thread stacks that a process has. */
    LIMIT_TRANSFERS = 128,
    /* All bodies under way together, in bytes: the largest pays. */
    LIMIT_TRANSFERS_BYTES = 64 * 1024 * 1024,
    /* All transfers of one run in milliseconds, after which those that still wait for a busy host
     * are given up: two rounds of hanging servers, or more where there are more sources than
     * LIMIT_TRANSFERS; and time is left to compose before LIMIT_FETCHER_MS. */
    LIMIT_TRANSFERS_MS = 38 * 1000,
    LIMIT_TRANSFERS_LONGEST_MS = 70 * 1000,
    /* A picture as it comes: its bytes, its longer side and its pixels. What news sites send is a
     * tenth of each; decoded it takes a dozen bytes a pixel. */
    LIMIT_PICTURE_BYTES = 8 * 1024 * 1024,
    LIMIT_PICTURE_SIDE_PX = 4096,
    LIMIT_PICTURE_PX = 12 * 1000 * 1000,
    /* The filter that decodes it: time on the processor, address space with its libraries, and how
     * long it is waited for, in milliseconds; an ordinary picture takes a twentieth. */
    LIMIT_PICTURE_CPU_SECONDS = 10,
    LIMIT_PICTURE_SPACE_BYTES = 512 * 1024 * 1024,
    LIMIT_PICTURE_MS = 15 * 1000,
    /* One picture as it is kept, and all of them: months of news on a small card. */
    LIMIT_PICTURE_KEPT_BYTES = 1024 * 1024,
    LIMIT_PICTURES_BYTES = 64 * 1024 * 1024,
    /* Pictures that are asked for together; their bodies are in memory until they are decoded. */
    LIMIT_PICTURES_AT_ONCE = 6,
    /* Pictures that could not be had and are remembered for it. */
    LIMIT_PICTURE_MARKS = 2000,
    /* How long after its start the fetcher begins no more pictures, in milliseconds: the rest comes
     * with the next run, and this one ends before LIMIT_FETCHER_MS. */
    LIMIT_PICTURES_MS = 60 * 1000,
    /* Files that one glob may name. */
    LIMIT_GLOB_FILES = 1000,
    /* Characters of one text run given to the shaper; no line of a card is longer. */
    LIMIT_RUN_CHARACTERS = 2000,
    /* Text of one paragraph of a card; no screen shows more. */
    LIMIT_PARAGRAPH_BYTES = 16 * 1024,
    /* Characters without a font that a running placard tells of: a log says it once. */
    LIMIT_MISSING_TOLD = 100,
    /* Strings of a catalogue of translations: the interface has two dozen. */
    LIMIT_CATALOGUE_STRINGS = 1000,
    /* Rare characters whose font is remembered; years of news hold more than memory should. */
    LIMIT_CLUSTERS = 4096,
    /* Texts whose width is remembered, and the bytes of one: words come again, lines on their card. */
    LIMIT_WIDTHS = 1024,
    LIMIT_WIDTH_BYTES = 512,
    /* Screen sides beyond which a window is refused, in pixels. */
    LIMIT_SIDE_PX = 16384,
};

/* 2026-01-01T00:00:00Z: a clock that says less has not been set; this program is younger. */
#define LIMIT_CLOCK_EARLIEST_UTC_S G_GINT64_CONSTANT(1767225600)

#endif
