/* SPDX-License-Identifier: MIT */
#include "cut.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "measure.h"
#include "placard/text/words.h"
#include "rune.h"

/* A clause may end here. In "3,000" and "10:30" the mark parts nothing, as no space follows it;
 * Thai parts clauses with a space alone. */
static bool place_ends_clause(const char *text, size_t at, size_t end, bool spaced)
{
    UChar32 rune = rune_next(text, &at, end);

    if (!spaced)
        return rune_parts_clause(rune) || rune_is_space(rune);
    return rune_parts_clause(rune) && rune_is_space(rune_at(text, at, end));
}

/* The last end of a word at or before limit; limit itself where ICU knows none. */
static size_t word_end_before(const char *text, size_t limit)
{
    UText utf8 = UTEXT_INITIALIZER;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = ubrk_open(UBRK_WORD, "", NULL, 0, &status);
    int32_t end = (int32_t)limit;

    utext_openUTF8(&utf8, text, -1, &status);
    ubrk_setUText(breaks, &utf8, &status);
    if (U_SUCCESS(status) && !ubrk_isBoundary(breaks, end))
        end = ubrk_preceding(breaks, end);
    utext_close(&utf8);
    if (breaks)
        ubrk_close(breaks);
    return end > 0 ? (size_t)end : limit;
}

/* The bytes within the budget that leave room for the ellipsis, which takes the place of a character
 * in scripts without spaces. */
static size_t prefix_before_ellipsis(const char *text, unsigned max_words)
{
    size_t limit = words_prefix(text, max_words);
    g_autofree char *probe = g_strdup_printf("%.*s…", (int)limit, text);

    if (words_budget_length(probe) > max_words)
        rune_before(text, 0, &limit);
    return limit;
}

char *cut_with_ellipsis(const char *text, size_t length_bytes)
{
    size_t end = length_bytes;
    size_t at = end;

    for (;;) {
        UChar32 rune = rune_before(text, 0, &at);

        if (!rune || !(rune_is_space(rune) || rune_parts_clause(rune) || rune_opens(rune) ||
                       rune_ends_sentence(rune) || rune == '-'))
            break;
        end = at;
    }
    return g_strdup_printf("%.*s…", (int)end, text);
}

char *cut_at_clause(const char *text, unsigned max_words)
{
    bool spaced = words_are_spaced(text);
    size_t length = strlen(text);
    size_t end = 0;

    if (words_prefix(text, max_words) == length)
        return g_strdup(text);

    size_t limit = prefix_before_ellipsis(text, max_words);

    for (size_t at = words_prefix(text, max_words / 3); at < limit;) {
        if (place_ends_clause(text, at, length, spaced))
            end = at;
        rune_next(text, &at, length);
    }
    if (end == 0)
        end = spaced ? limit : word_end_before(text, limit);

    g_autofree char *cut = cut_with_ellipsis(text, end);

    /* The beginning may be in another script than most of the text, and be counted otherwise. */
    if (words_budget_length(cut) > max_words && strlen(cut) < length)
        return cut_at_clause(cut, max_words);
    return g_steal_pointer(&cut);
}
