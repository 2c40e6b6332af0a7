/* SPDX-License-Identifier: MIT */
#include "placard/text/clean.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "placard/limits.h"
#include "rune.h"
#include "utf16.h"

enum {
    BLACK_FLAG = 0x1F3F4,
    TAG_CANCEL = 0xE007F,
    PARAGRAPH = 0x2029, /* only while the text is cleaned */
    REPLACEMENT = 0xFFFD,
    FIRST_MARK = 0x300, /* text of what comes before is in NFC */
    /* A subdivision's code on a flag: country and up to three letters or digits. */
    FLAG_TAGS_MIN = 3,
    FLAG_TAGS_MAX = 6,
    /* The line lengths of a hard-wrapped text. */
    WRAP_MIN = 60,
    WRAP_MAX = 80,
};

/* White space between two characters, each kind stronger than the one before. */
enum gap { GAP_NONE, GAP_HOLD, GAP_SPACE, GAP_LINE, GAP_BLANK_LINE, GAP_COUNT };

/* What each gap becomes; a gap that holds words together stays as it is. */
static const UChar line_gaps[GAP_COUNT] = {0, 0, ' ', ' ', ' '};
static const UChar paragraph_gaps[GAP_COUNT] = {0, 0, ' ', '\n', '\n'};
static const UChar plain_gaps[GAP_COUNT] = {0, 0, ' ', '\n', PARAGRAPH};

/* What never stands in clean text, beside non-characters. */
static const struct {
    UChar32 first;
    UChar32 last;
} forbidden[] = {
    {0x0000, 0x001F},   /* C0, but for white space */
    {0x007F, 0x009F},   /* DEL, C1 */
    {0x180E, 0x180E},   /* Mongolian vowel separator: invisible */
    {0x202A, 0x202E},   /* bidi embeddings and overrides */
    {0x2061, 0x2064},   /* invisible operators */
    {0x2066, 0x206F},   /* bidi isolates, deprecated formats */
    {0x3164, 0x3164},   /* Hangul filler: invisible */
    {0xFEFF, 0xFEFF},   /* byte order mark */
    {0xFFA0, 0xFFA0},   /* half-width Hangul filler */
    {0xFFF9, 0xFFFC},   /* annotations, object replacement */
    {0x1D173, 0x1D17A}, /* musical beams */
    {0xE0000, 0xE00FF}, /* tags */
    {0xE01F0, 0xE0FFF}, /* unassigned and invisible */
};

struct scan {
    const char *text;
    size_t at;
    size_t end;
    const UChar *gaps;
    enum gap gap;
    UChar hold; /* the no-break space of a gap that holds */
    struct utf16 out;
    UChar32 highest; /* of the characters in it */
};

static bool rune_is_forbidden(UChar32 rune)
{
    if (rune >= ' ' && rune < 0x7F)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++)
        if (rune >= forbidden[i].first && rune <= forbidden[i].last)
            return true;
    return U_IS_UNICODE_NONCHAR(rune);
}

static bool rune_is_line_break(UChar32 rune)
{
    return (rune >= '\n' && rune <= '\r') || rune == 0x85 || rune == 0x2028 || rune == PARAGRAPH;
}

/* One bad byte at a time, so that each gives one U+FFFD. */
static UChar32 scan_next(struct scan *scan)
{
    size_t start = scan->at;
    UChar32 rune;

    U8_NEXT((const uint8_t *)scan->text, scan->at, scan->end, rune);
    if (rune < 0) {
        scan->at = start + 1;
        return REPLACEMENT;
    }
    return rune;
}

static void scan_append(struct scan *scan, UChar32 rune)
{
    scan->highest = MAX(scan->highest, rune);
    U16_APPEND_UNSAFE(scan->out.units, scan->out.length, rune);
}

static void scan_widen_gap(struct scan *scan, UChar32 space)
{
    if (rune_is_line_break(space)) {
        if (space == '\r' && scan->at < scan->end && scan->text[scan->at] == '\n')
            scan->at++;
        scan->gap = scan->gap >= GAP_LINE ? GAP_BLANK_LINE : GAP_LINE;
    } else if ((space == 0xA0 || space == 0x202F) && scan->gap == GAP_NONE) {
        scan->gap = GAP_HOLD;
        scan->hold = (UChar)space;
    } else if (space != 0xA0 && space != 0x202F) {
        scan->gap = MAX(scan->gap, GAP_SPACE);
    }
}

static void scan_close_gap(struct scan *scan)
{
    if (scan->gap != GAP_NONE && scan->out.length > 0)
        scan_append(scan, scan->gap == GAP_HOLD ? scan->hold : scan->gaps[scan->gap]);
    scan->gap = GAP_NONE;
}

/* Tag characters are visible only as the name of a region on a black flag. */
static void scan_flag(struct scan *scan)
{
    struct scan ahead = *scan;
    unsigned tags = 0;
    UChar32 rune = 0;

    while (ahead.at < ahead.end && tags <= FLAG_TAGS_MAX) {
        rune = scan_next(&ahead);
        if (rune < 0xE0000 || rune > 0xE007F || !g_ascii_isalnum((char)(rune - 0xE0000)))
            break;
        tags++;
    }
    if (rune != TAG_CANCEL || tags < FLAG_TAGS_MIN || tags > FLAG_TAGS_MAX)
        return;
    while (scan->at < ahead.at)
        scan_append(scan, scan_next(scan));
}

static void scan_text(struct scan *scan)
{
    while (scan->at < scan->end) {
        UChar32 rune = scan_next(scan);

        if (rune_is_space(rune)) {
            scan_widen_gap(scan, rune);
        } else if (!rune_is_forbidden(rune)) {
            scan_close_gap(scan);
            scan_append(scan, rune);
            if (rune == BLACK_FLAG)
                scan_flag(scan);
        }
    }
}

/* Before normalising as well as after it: putting a long run of marks in order is quadratic. */
static void marks_limit(struct utf16 *text)
{
    int32_t out = 0;
    unsigned marks = 0;

    for (int32_t in = 0; in < text->length;) {
        UChar32 rune;

        U16_NEXT(text->units, in, text->length, rune);
        marks = rune_is_mark(rune) ? marks + 1 : 0;
        if (marks <= LIMIT_MARKS)
            U16_APPEND_UNSAFE(text->units, out, rune);
    }
    text->length = out;
}

static bool line_looks_wrapped(const UChar *line, int32_t length)
{
    if (u_countChar32(line, length) < WRAP_MIN)
        return false;
    while (length > 1 && rune_closes(line[length - 1]))
        length--;
    return !rune_ends_sentence(line[length - 1]);
}

/* Most lines that another one follows are of one width. The last of a paragraph has any length, but
 * the width; a single such line may as well be a headline. */
static bool text_is_wrapped(const struct utf16 *text)
{
    unsigned lines = 0;
    unsigned wrapped = 0;

    for (int32_t start = 0, at = 0; at <= text->length; at++) {
        bool is_last = at == text->length || text->units[at] == PARAGRAPH;

        if (!is_last && text->units[at] != '\n')
            continue;

        bool is_wide = u_countChar32(text->units + start, at - start) > WRAP_MAX;

        lines += is_wide || !is_last;
        wrapped += !is_wide && !is_last && line_looks_wrapped(text->units + start, at - start);
        start = at + 1;
    }
    return wrapped > 1 && wrapped * 2 > lines;
}

/* Joins the lines of a hard-wrapped text and makes every paragraph one line. */
static void lines_join(struct utf16 *text)
{
    UChar joint = text_is_wrapped(text) ? ' ' : '\n';

    for (int32_t at = 0; at < text->length; at++) {
        if (text->units[at] == '\n')
            text->units[at] = joint;
        else if (text->units[at] == PARAGRAPH)
            text->units[at] = '\n';
    }
}

static bool text_is_visible(const struct utf16 *text)
{
    for (int32_t at = 0; at < text->length;) {
        UChar32 rune;

        U16_NEXT(text->units, at, text->length, rune);
        if (rune < 0x80 ? rune > ' '
                        : !rune_is_space(rune) &&
                              !u_hasBinaryProperty(rune, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
            return true;
    }
    return false;
}

static char *text_clean(const char *text, ssize_t length_bytes, const UChar *gaps)
{
    size_t length = length_bytes < 0 ? strlen(text) : (size_t)length_bytes;

    length = MIN(length, LIMIT_TEXT_BYTES);

    /* No byte gives more than one unit: a gap is at least a byte, a bad byte is one U+FFFD. */
    struct scan scan = {.text = text, .end = length, .gaps = gaps, .out = utf16_sized(length)};
    UErrorCode status = U_ZERO_ERROR;

    scan_text(&scan);
    if (gaps == plain_gaps)
        lines_join(&scan.out);
    if (scan.highest >= FIRST_MARK) {
        marks_limit(&scan.out);
        utf16_normalize(&scan.out, unorm2_getNFCInstance(&status));
        marks_limit(&scan.out);
    }

    char *clean = text_is_visible(&scan.out) ? utf16_take_utf8(scan.out.units, scan.out.length)
                                             : g_strdup("");

    utf16_clear(&scan.out);
    return clean;
}

char *text_clean_line(const char *text, ssize_t length_bytes)
{
    return text_clean(text, length_bytes, line_gaps);
}

char *text_clean_paragraphs(const char *text, ssize_t length_bytes)
{
    return text_clean(text, length_bytes, paragraph_gaps);
}

char *text_clean_plain(const char *text, ssize_t length_bytes)
{
    return text_clean(text, length_bytes, plain_gaps);
}
