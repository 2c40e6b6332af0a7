/* SPDX-License-Identifier: MIT */
#include "rune.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

static const struct {
    UChar32 first;
    UChar32 last;
    enum rune_script script;
} ranges[] = {
    {0x0E00, 0x0EFF, RUNE_SCRIPT_SOUTHEAST}, /* Thai, Lao */
    {0x1000, 0x109F, RUNE_SCRIPT_SOUTHEAST}, /* Myanmar */
    {0x1100, 0x11FF, RUNE_SCRIPT_HANGUL},    {0x1780, 0x17FF, RUNE_SCRIPT_SOUTHEAST}, /* Khmer */
    {0x3005, 0x3005, RUNE_SCRIPT_HAN},       {0x3007, 0x3007, RUNE_SCRIPT_HAN},
    {0x3041, 0x30FF, RUNE_SCRIPT_KANA},      {0x3131, 0x318E, RUNE_SCRIPT_HANGUL},
    {0x31F0, 0x31FF, RUNE_SCRIPT_KANA},      {0x3400, 0x9FFF, RUNE_SCRIPT_HAN},
    {0xAA60, 0xAA7F, RUNE_SCRIPT_SOUTHEAST}, /* Myanmar extended */
    {0xAC00, 0xD7A3, RUNE_SCRIPT_HANGUL},    {0xF900, 0xFAFF, RUNE_SCRIPT_HAN},
    {0xFF66, 0xFF9F, RUNE_SCRIPT_KANA},      {0x20000, 0x3FFFF, RUNE_SCRIPT_HAN},
};

static bool rune_is_among(UChar32 rune, const UChar32 *set, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (set[i] == rune)
            return true;
    return false;
}

UChar32 rune_next_wide(const char *text, size_t *at, size_t end)
{
    UChar32 rune;
    size_t next = *at;

    U8_NEXT_OR_FFFD((const uint8_t *)text, next, end, rune);
    *at = next;
    return rune;
}

UChar32 rune_before(const char *text, size_t start, size_t *at)
{
    if (*at <= start)
        return 0;

    size_t end = *at;
    size_t first = end - 1;

    while (first > start && end - first < U8_MAX_LENGTH && U8_IS_TRAIL(text[first]))
        first--;

    size_t next = first;
    UChar32 rune = rune_next(text, &next, end);

    if (next != end) { /* not one whole character: take a byte as one */
        first = end - 1;
        rune = 0xFFFD;
    }
    *at = first;
    return rune;
}

UChar32 rune_at(const char *text, size_t at, size_t end)
{
    return rune_next(text, &at, end);
}

UChar32 rune_ahead(const char *text, size_t start, size_t at)
{
    return rune_before(text, start, &at);
}

struct rune_range rune_trim(const char *text, struct rune_range range)
{
    while (range.start < range.end && rune_is_space(rune_at(text, range.start, range.end)))
        rune_next(text, &range.start, range.end);
    while (range.start < range.end && rune_is_space(rune_ahead(text, range.start, range.end)))
        rune_before(text, range.start, &range.end);
    return range;
}

enum rune_script rune_script(UChar32 rune)
{
    if (rune < ranges[0].first)
        return RUNE_SCRIPT_SPACED;
    for (size_t i = 0; i < G_N_ELEMENTS(ranges) && rune >= ranges[i].first; i++)
        if (rune <= ranges[i].last)
            return ranges[i].script;
    return RUNE_SCRIPT_SPACED;
}

bool rune_is_unspaced(UChar32 rune)
{
    enum rune_script script = rune_script(rune);

    return script != RUNE_SCRIPT_SPACED && script != RUNE_SCRIPT_HANGUL;
}

bool rune_is_wide_space(UChar32 rune)
{
    return rune == 0x85 || rune == 0xA0 || (rune >= 0x1680 && u_isUWhiteSpace(rune));
}

bool rune_is_mark(UChar32 rune)
{
    if (rune < 0x300)
        return false;
    return (U_GET_GC_MASK(rune) & U_GC_M_MASK) || rune == 0x200C || rune == 0x200D;
}

bool rune_is_word(UChar32 rune)
{
    if (rune < 0x80)
        return g_ascii_isalnum((char)rune);
    return U_GET_GC_MASK(rune) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK);
}

bool rune_opens(UChar32 rune)
{
    static const UChar32 set[] = {'(', '[', '{', 0xAB};

    if (rune < 0x100)
        return rune_is_among(rune, set, G_N_ELEMENTS(set));
    return U_GET_GC_MASK(rune) & (U_GC_PS_MASK | U_GC_PI_MASK);
}

bool rune_closes(UChar32 rune)
{
    static const UChar32 set[] = {')', ']', '}', '"', '\'', 0xBB};

    if (rune < 0x100)
        return rune_is_among(rune, set, G_N_ELEMENTS(set));
    /* “ and « close in German. */
    return rune == 0x201C || (U_GET_GC_MASK(rune) & (U_GC_PE_MASK | U_GC_PF_MASK));
}

bool rune_ends_sentence(UChar32 rune)
{
    if (rune < 0x80)
        return rune == '.' || rune == '!' || rune == '?';
    return rune == 0x2026 || u_hasBinaryProperty(rune, UCHAR_S_TERM);
}

bool rune_is_full_stop(UChar32 rune)
{
    /* Latin, Armenian, Arabic (Urdu), Devanagari danda, Ethiopic, Khmer, Myanmar, CJK */
    static const UChar32 set[] = {'.',    0x0589, 0x06D4, 0x0964, 0x1362,
                                  0x17D4, 0x104B, 0x3002, 0xFF0E, 0xFF61};

    return rune_is_among(rune, set, G_N_ELEMENTS(set));
}

bool rune_parts_clause(UChar32 rune)
{
    /* en and em dash; Arabic, Ethiopic, CJK and full-width forms */
    static const UChar32 set[] = {',',    ';',    ':',    0x2013, 0x2014, 0x060C, 0x061B,
                                  0x1363, 0x1364, 0x3001, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF64};

    return rune_is_among(rune, set, G_N_ELEMENTS(set));
}

bool rune_text_is_ended(const char *text, size_t length)
{
    UChar32 rune;

    do
        rune = rune_before(text, 0, &length);
    while (rune && (rune_closes(rune) || rune == 0xAB || rune_is_space(rune)));
    return rune && rune_ends_sentence(rune);
}

char *rune_text_lower(const char *text, size_t length)
{
    GString *lower = g_string_sized_new(length + 1);

    for (size_t at = 0; at < length;) {
        UChar32 rune = rune_next(text, &at, length);

        if (rune < 0x80)
            g_string_append_c(lower, (char)(rune >= 'A' && rune <= 'Z' ? rune + 'a' - 'A' : rune));
        else
            g_string_append_unichar(lower, (gunichar)u_tolower(rune));
    }
    return g_string_free(lower, FALSE);
}
