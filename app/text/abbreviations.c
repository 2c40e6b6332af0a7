/* SPDX-License-Identifier: MIT */
#include "abbreviations.h"

#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "abbreviations_words.h"
#include "rune.h"
#include "tag.h"

/* Longer words are none of a table; the longest row has eleven letters. */
enum { WORD_BYTES_MAX = 40 };

/* The words around a stop, folded: "u.a" of "u. a." as well, as it is written both ways. */
struct surroundings {
    const struct stop *stop;
    const struct abbreviations *abbreviations;
    struct rune_range range; /* of the word, without the stop */
    char *word;
    char *pair;   /* with the one before, when that has a stop, or "" */
    char *before; /* the one before, without its stop, or "" */
    char *next;
};

static bool list_holds(const char *list, const char *word)
{
    size_t length = strlen(word);

    if (!list || length == 0)
        return false;
    for (const char *at = strstr(list, word); at; at = strstr(at + length, word))
        if ((at == list || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
            return true;
    return false;
}

/* "l’on" is looked up as "on". */
static bool rune_is_of_abbreviation(UChar32 rune)
{
    return rune_is_word(rune) || rune == '.' || rune == '-';
}

static struct rune_range word_before(const char *text, size_t start, size_t end)
{
    struct rune_range range = {end, end};

    while (end - range.start <= WORD_BYTES_MAX &&
           rune_is_of_abbreviation(rune_ahead(text, start, range.start)))
        rune_before(text, start, &range.start);
    return range;
}

static struct rune_range word_behind(const char *text, size_t start, size_t end)
{
    struct rune_range range = {start, start};

    for (size_t at = start; at < end; range.end = at) {
        UChar32 rune = rune_next(text, &at, end);

        if (!rune_is_word(rune) && rune != '-')
            break;
    }
    return range;
}

static char *range_fold(const char *text, struct rune_range range)
{
    size_t length = range.end - range.start;

    return rune_text_lower(text + range.start, length <= WORD_BYTES_MAX ? length : 0);
}

static struct surroundings surroundings_find(const struct stop *stop,
                                             const struct abbreviations *abbreviations)
{
    struct surroundings found = {.stop = stop, .abbreviations = abbreviations};
    size_t at;
    bool stopped;

    found.range = word_before(stop->text, stop->start, stop->at);
    at = found.range.start;
    if (rune_is_space(rune_ahead(stop->text, stop->start, at)))
        rune_before(stop->text, stop->start, &at);
    stopped = rune_ahead(stop->text, stop->start, at) == '.';
    if (stopped)
        rune_before(stop->text, stop->start, &at);
    found.word = range_fold(stop->text, found.range);
    found.before = range_fold(stop->text, word_before(stop->text, stop->start, at));
    found.pair = stopped ? g_strconcat(found.before, ".", found.word, NULL) : g_strdup("");
    found.next = range_fold(stop->text, word_behind(stop->text, stop->next, stop->end));
    return found;
}

static void surroundings_clear(struct surroundings *found)
{
    g_free(found->word);
    g_free(found->before);
    g_free(found->pair);
    g_free(found->next);
}

static bool list_goes_on(const struct abbreviation_list *list, const struct surroundings *found)
{
    if (!list)
        return false;
    if (list_holds(list->always, found->word) || list_holds(list->always, found->pair))
        return true;
    if (g_ascii_isdigit(*found->next) && list_holds(list->before_number, found->word))
        return true;
    return !g_ascii_isdigit(*found->before) && list_holds(list->behind_word, found->word);
}

/* "J.K", "J.-P": two capitals with a stop between them. */
static bool word_is_initials(const char *word, size_t length)
{
    size_t at = 0;
    UChar32 first = rune_next(word, &at, length);
    UChar32 stop = rune_next(word, &at, length);
    UChar32 second = rune_next(word, &at, length);

    if (second == '-')
        second = rune_next(word, &at, length);
    return at == length && u_isupper(first) && stop == '.' && u_isupper(second);
}

/* "J." is of a name; so is a letter of a script without capitals that stands alone. */
static bool letter_goes_on(UChar32 letter, const char *next, size_t next_bytes)
{
    size_t at = 0;
    UChar32 following = rune_next(next, &at, next_bytes);

    if (u_isupper(letter))
        return true;
    if (u_charType(letter) == U_OTHER_LETTER)
        return !rune_is_unspaced(letter);
    return u_isalpha(letter) && u_isalpha(following) && rune_at(next, at, next_bytes) == '.';
}

/* "3. Oktober", but not "Art. 3. Danach"; and "1." before the first point of a list. */
static bool number_goes_on(const struct surroundings *found)
{
    const struct abbreviations *known = found->abbreviations;

    if (found->range.start == found->stop->start)
        return true;
    return known->ordinal_starters && !list_holds(known->ordinal_starters, found->next) &&
           !list_holds(known->common->before_number, found->before) &&
           !(known->own && list_holds(known->own->before_number, found->before));
}

static bool word_is_short_number(const char *word, size_t length)
{
    return length >= 1 && length <= 2 && g_ascii_isdigit(word[0]) &&
           g_ascii_isdigit(word[length - 1]);
}

static bool surroundings_go_on(const struct surroundings *found)
{
    const struct stop *stop = found->stop;
    const char *word = stop->text + found->range.start;
    size_t length = found->range.end - found->range.start;
    size_t at = 0;
    UChar32 first = rune_next(word, &at, length);

    if (length == 0 || length > WORD_BYTES_MAX)
        return false;
    if (at == length && letter_goes_on(first, stop->text + stop->next, stop->end - stop->next))
        return true;
    if (word_is_short_number(word, length))
        return number_goes_on(found);
    for (size_t i = 0; i < G_N_ELEMENTS(abbreviations_before); i++)
        if (list_holds(abbreviations_before[i].words, found->word))
            return list_holds(abbreviations_before[i].continuations, found->next);
    return word_is_initials(word, length) || list_goes_on(found->abbreviations->common, found) ||
           list_goes_on(found->abbreviations->own, found);
}

struct abbreviations abbreviations_of(const char *language)
{
    struct abbreviations abbreviations = {0};

    for (size_t i = 0; i < G_N_ELEMENTS(abbreviation_lists); i++) {
        const struct abbreviation_list *list = &abbreviation_lists[i];

        if (!list->languages)
            abbreviations.common = list;
        else if (tag_is_among(language, list->languages))
            abbreviations.own = list;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(ordinals); i++)
        if (tag_is_among(language, ordinals[i].languages))
            abbreviations.ordinal_starters = ordinals[i].starters;
    return abbreviations;
}

bool abbreviation_goes_on(const struct stop *stop, const struct abbreviations *abbreviations)
{
    struct surroundings found = surroundings_find(stop, abbreviations);
    bool goes_on = surroundings_go_on(&found);

    surroundings_clear(&found);
    return goes_on;
}
