/* SPDX-License-Identifier: MIT */
#include "sentences_break.h"

#include <stdbool.h>

#include <unicode/uchar.h>

#include "rune.h"
#include "tag.h"

/* Behind ASCII the first mark that ends sentences is the Armenian one. */
enum { WIDE_MARKS_FROM = 0x589 };

struct scan {
    const char *text;
    size_t length;
    bool greek;
};

static int rune_break_class(const struct scan *scan, UChar32 rune)
{
    if (scan->greek && (rune == ';' || rune == 0x37E))
        return U_SB_STERM;
    return u_getIntPropertyValue(rune, UCHAR_SENTENCE_BREAK);
}

/* The class of the character at *at, which moves behind it and all that combines with it (SB5). */
static int class_next(const struct scan *scan, size_t *at)
{
    int class = rune_break_class(scan, rune_next(scan->text, at, scan->length));

    for (size_t next = *at; next < scan->length; *at = next) {
        UChar32 rune = rune_next(scan->text, &next, scan->length);

        if (rune < 0x80)
            break;

        int following = rune_break_class(scan, rune);

        if (following != U_SB_EXTEND && following != U_SB_FORMAT)
            break;
    }
    return class;
}

/* Moves *at behind all characters of a class. */
static void class_pass(const struct scan *scan, size_t *at, int class)
{
    for (size_t next = *at; next < scan->length && class_next(scan, &next) == class;)
        *at = next;
}

static bool is_terminator(int class)
{
    return class == U_SB_ATERM || class == U_SB_STERM;
}

/* SB7: "U.S": a letter with case before the stop. */
static bool letter_precedes(const struct scan *scan, size_t at)
{
    int class;

    do
        class = rune_break_class(scan, rune_before(scan->text, 0, &at));
    while (at > 0 && (class == U_SB_EXTEND || class == U_SB_FORMAT));
    return class == U_SB_UPPER || class == U_SB_LOWER;
}

/* SB8: the first letter that follows is a small one. */
static bool small_letter_follows(const struct scan *scan, size_t at)
{
    while (at < scan->length) {
        int class = class_next(scan, &at);

        if (class == U_SB_LOWER)
            return true;
        if (class == U_SB_UPPER || class == U_SB_OLETTER || is_terminator(class))
            return false;
    }
    return false;
}

/* Whether a sentence ends with the terminator of a class between mark and *at, which moves behind
 * closing marks and spaces. */
static bool terminator_ends(const struct scan *scan, int class, size_t mark, size_t *at)
{
    size_t behind = *at;

    class_pass(scan, at, U_SB_CLOSE);
    class_pass(scan, at, U_SB_SP);
    if (*at == scan->length)
        return true;

    size_t next = *at;
    int following = class_next(scan, &next);

    if (following == U_SB_SCONTINUE || is_terminator(following)) /* SB8a */
        return false;
    if (class == U_SB_STERM)
        return true;
    if (*at == behind && following == U_SB_NUMERIC) /* SB6 */
        return false;
    if (*at == behind && following == U_SB_UPPER && letter_precedes(scan, mark))
        return false;
    return !small_letter_follows(scan, *at);
}

static bool may_be_terminator(const struct scan *scan, UChar32 rune)
{
    return rune == '.' || rune == '!' || rune == '?' || rune >= WIDE_MARKS_FROM ||
           (scan->greek && (rune == ';' || rune == 0x37E));
}

size_t sentence_break_next(const char *text, size_t start, size_t length, const char *language)
{
    struct scan scan = {text, length, tag_is_among(language, "el")};
    size_t at = start;

    while (at < length) {
        size_t mark = at;
        size_t behind = at;

        if (!may_be_terminator(&scan, rune_next(text, &at, length)))
            continue;

        int class = class_next(&scan, &behind);

        if (is_terminator(class)) {
            at = behind;
            if (terminator_ends(&scan, class, mark, &at))
                return at;
        }
    }
    return length;
}
