/* SPDX-License-Identifier: MIT */
#include "sentences_repair.h"

#include <stdbool.h>

#include <unicode/uchar.h>

#include "abbreviations.h"
#include "rune.h"

/* No abbreviation is longer. */
enum { WORD_BYTES_MAX = 40 };

/* Two neighbouring segments of a paragraph: from start to middle, from middle to end. */
struct pair {
    const char *text;
    size_t start;
    size_t middle;
    size_t end;
};

/* Closing marks at the head of the second segment belong to the first, when a space is behind them:
 * else » opens in German and Danish, ” in Swedish and Finnish. */
static void pair_take_closing(struct pair *pair)
{
    size_t at = pair->middle;

    while (at < pair->end && rune_closes(rune_at(pair->text, at, pair->end)))
        rune_next(pair->text, &at, pair->end);
    if (at == pair->end || rune_is_space(rune_at(pair->text, at, pair->end)))
        pair->middle = at;
}

/* Opening marks at the tail of the first segment belong to the second. With a space behind it the
 * mark closes, as “ and « do in German. */
static void pair_give_opening(struct pair *pair)
{
    size_t at = pair->middle;

    while (at > pair->start && rune_opens(rune_ahead(pair->text, pair->start, at)))
        rune_before(pair->text, pair->start, &at);
    if (at > pair->start)
        pair->middle = at;
}

/* "she said" after a question in quotes goes on; "iPhone" begins. */
static bool pair_goes_on_in_lower_case(const struct pair *pair)
{
    size_t at = pair->middle;
    UChar32 rune;

    do
        rune = rune_next(pair->text, &at, pair->end);
    while (rune && !rune_is_word(rune));
    return u_islower(rune) && !u_isupper(rune_at(pair->text, at, pair->end));
}

static bool pair_is_japanese_speech(const struct pair *pair)
{
    UChar32 last = rune_ahead(pair->text, pair->start, pair->middle);

    if (last != 0x300D && last != 0x300F)
        return false;
    switch (rune_at(pair->text, pair->middle, pair->end)) {
    case 0x3068: /* と */
    case 0x3063: /* っ */
    case 0x306A: /* な */
    case 0x306E: /* の */
    case 0x3001: /* 、 */
        return true;
    default:
        return false;
    }
}

static bool rune_is_of_abbreviation(UChar32 rune)
{
    return rune_is_word(rune) || rune == '.' || rune == '\'' || rune == 0x2019;
}

static bool pair_parts_abbreviation(const struct pair *pair, const char *language)
{
    struct rune_range first = rune_trim(pair->text, (struct rune_range){pair->start, pair->middle});
    struct rune_range second = rune_trim(pair->text, (struct rune_range){pair->middle, pair->end});

    if (rune_before(pair->text, first.start, &first.end) != '.')
        return false;

    size_t start = first.end;

    while (first.end - start <= WORD_BYTES_MAX &&
           rune_is_of_abbreviation(rune_ahead(pair->text, first.start, start)))
        rune_before(pair->text, first.start, &start);
    return abbreviation_goes_on(pair->text + start, first.end - start, pair->text + second.start,
                                second.end - second.start, language);
}

void sentences_repair(const char *paragraph, GArray *breaks, const char *language)
{
    struct pair pair = {.text = paragraph};
    guint kept = 0;

    for (guint i = 0; i + 1 < breaks->len; i++) {
        pair.middle = MAX(g_array_index(breaks, size_t, i), pair.start);
        pair.end = g_array_index(breaks, size_t, i + 1);
        pair_take_closing(&pair);
        pair_give_opening(&pair);
        if (pair.middle == pair.start || pair.middle >= pair.end ||
            pair_goes_on_in_lower_case(&pair) || pair_is_japanese_speech(&pair) ||
            pair_parts_abbreviation(&pair, language))
            continue;
        g_array_index(breaks, size_t, kept++) = pair.middle;
        pair.start = pair.middle;
    }
    if (breaks->len > 0)
        g_array_index(breaks, size_t, kept++) = g_array_index(breaks, size_t, breaks->len - 1);
    g_array_set_size(breaks, kept);
}
