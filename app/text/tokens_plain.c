/* SPDX-License-Identifier: MIT */
#include "tokens_plain.h"

#include <unicode/uchar.h>

#include "rune.h"

/* What a character is to words; the classes of Unicode Annex #29. */
enum kind {
    KIND_FOREIGN, /* not plain */
    KIND_OTHER,
    KIND_LETTER,
    KIND_DIGIT,
    KIND_MARK_OF_LETTERS, /* joins two letters */
    KIND_MARK_OF_DIGITS,  /* joins two digits */
    KIND_MARK,            /* joins two letters or two digits */
    KIND_COLON,
};

/* Letters here have a simple case folding that is all that NFKC_Casefold does to them, but for ß
 * and İ. */
static const struct {
    UChar32 first;
    UChar32 last;
    enum kind kind;
} ranges[] = {
    {0x00A0, 0x00A7, KIND_OTHER},
    {0x00A9, 0x00A9, KIND_OTHER},
    {0x00AB, 0x00AC, KIND_OTHER},
    {0x00AE, 0x00AE, KIND_OTHER},
    {0x00B0, 0x00B1, KIND_OTHER},
    {0x00B6, 0x00B6, KIND_OTHER},
    {0x00B7, 0x00B7, KIND_MARK_OF_LETTERS}, /* col·legi */
    {0x00BB, 0x00BB, KIND_OTHER},
    {0x00BF, 0x00BF, KIND_OTHER},
    {0x00C0, 0x00D6, KIND_LETTER},
    {0x00D7, 0x00D7, KIND_OTHER},
    {0x00D8, 0x00F6, KIND_LETTER},
    {0x00F7, 0x00F7, KIND_OTHER},
    {0x00F8, 0x012F, KIND_LETTER},
    {0x0131, 0x0131, KIND_LETTER},
    {0x0134, 0x013E, KIND_LETTER},
    {0x0141, 0x0148, KIND_LETTER},
    {0x014A, 0x017E, KIND_LETTER},
    {0x0218, 0x021B, KIND_LETTER},
    {0x0386, 0x0386, KIND_LETTER},
    {0x0388, 0x038A, KIND_LETTER},
    {0x038C, 0x038C, KIND_LETTER},
    {0x038E, 0x03A1, KIND_LETTER},
    {0x03A3, 0x03CE, KIND_LETTER},
    {0x0400, 0x0481, KIND_LETTER},
    {0x048A, 0x052F, KIND_LETTER},
    {0x1EA0, 0x1EF9, KIND_LETTER}, /* Vietnamese */
    {0x2010, 0x2010, KIND_OTHER},
    {0x2012, 0x2015, KIND_OTHER},
    {0x2018, 0x2019, KIND_MARK},
    {0x201A, 0x2022, KIND_OTHER},
    {0x2026, 0x2026, KIND_OTHER},
    {0x202F, 0x202F, KIND_OTHER},
    {0x2030, 0x2030, KIND_OTHER},
    {0x2039, 0x203A, KIND_OTHER},
    {0x20AC, 0x20AC, KIND_OTHER},
};

static enum kind ascii_kind(UChar32 rune)
{
    if (g_ascii_isalpha((char)rune))
        return KIND_LETTER;
    if (g_ascii_isdigit((char)rune))
        return KIND_DIGIT;
    switch (rune) {
    case '.':
    case '\'':
        return KIND_MARK;
    case ',':
    case ';':
        return KIND_MARK_OF_DIGITS;
    case ':':
        return KIND_COLON;
    case '_': /* makes a word by itself when doubled */
    case '@': /* joins or parts, as the version of ICU has it */
        return KIND_FOREIGN;
    default:
        return KIND_OTHER;
    }
}

static enum kind rune_kind(UChar32 rune)
{
    size_t low = 0;
    size_t high = G_N_ELEMENTS(ranges);

    if (rune < 0x80)
        return ascii_kind(rune);
    while (low < high) {
        size_t middle = (low + high) / 2;

        if (rune > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < G_N_ELEMENTS(ranges) && rune >= ranges[low].first ? ranges[low].kind
                                                                   : KIND_FOREIGN;
}

bool tokens_are_plain(const char *text, size_t length_bytes)
{
    for (size_t at = 0; at < length_bytes;)
        if (rune_kind(rune_next(text, &at, length_bytes)) == KIND_FOREIGN)
            return false;
    return true;
}

static void word_add(GString *word, UChar32 rune, const struct tokens_style *style)
{
    if (rune == 'I' && style->keeps_dots)
        g_string_append_unichar(word, 0x131);
    else if (rune < 0x80)
        g_string_append_c(word, (char)(rune >= 'A' && rune <= 'Z' ? rune + ('a' - 'A') : rune));
    else if (rune == 0xDF)
        g_string_append(word, "ss");
    else
        g_string_append_unichar(word, (gunichar)u_foldCase(rune, U_FOLD_CASE_DEFAULT));
}

/* Whether a word goes on behind a mark of a kind, between the characters of two other kinds. */
static bool mark_joins(enum kind before, enum kind mark, enum kind behind,
                       const struct tokens_style *style)
{
    if (before != behind)
        return false;
    switch (mark) {
    case KIND_MARK:
        return true;
    case KIND_COLON:
        return style->colon_joins && before == KIND_LETTER;
    case KIND_MARK_OF_LETTERS:
        return before == KIND_LETTER;
    case KIND_MARK_OF_DIGITS:
        return before == KIND_DIGIT;
    default:
        return false;
    }
}

static bool kind_is_of_word(enum kind kind)
{
    return kind == KIND_LETTER || kind == KIND_DIGIT;
}

bool tokens_plain_next(const char *text, size_t length_bytes, const struct tokens_style *style,
                       size_t *at, GString *word)
{
    enum kind last = KIND_OTHER;

    g_string_truncate(word, 0);
    while (*at < length_bytes) {
        UChar32 rune = rune_next(text, at, length_bytes);
        enum kind kind = rune_kind(rune);

        if (kind_is_of_word(kind)) {
            word_add(word, rune, style);
            last = kind;
        } else if (word->len > 0) {
            if (!mark_joins(last, kind, rune_kind(rune_at(text, *at, length_bytes)), style))
                break;
            word_add(word, rune, style);
        }
    }
    return word->len > 0;
}
