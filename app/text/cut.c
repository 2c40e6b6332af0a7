/* SPDX-License-Identifier: MIT */
#include "cut.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

#include "measure.h"
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
    size_t limit = words_prefix(text, max_words);
    size_t end = 0;

    if (limit == length)
        return g_strdup(text);
    for (size_t at = words_prefix(text, max_words / 3); at < limit;) {
        if (place_ends_clause(text, at, length, spaced))
            end = at;
        rune_next(text, &at, length);
    }
    return cut_with_ellipsis(text, end > 0 ? end : limit);
}
