/* SPDX-License-Identifier: MIT */
#include "breaks.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

/* What stays with the number before it. */
static const char *const units[] = {
    "km",  "m",  "cm", "mm", "kg", "g",   "t",   "l",   "ha",  "h",
    "min", "s",  "kW", "MW", "GW", "kWh", "MWh", "GWh", "TWh", "mph",
    "hPa", "dB", "Hz", "GB", "MB", "TB",  "a.m", "p.m", "Uhr", "km/h",
};

/* Abbreviations that stay with the number after them. */
static const char *const number_signs[] = {"p", "pp", "S", "Nr", "No", "Art", "ca", "vol"};

/* Languages that write ordinals as a number with a stop ("3. Oktober"). */
static const char *const stop_ordinals[] = {"de", "nb", "nn", "no", "da", "fi", "cs", "sk", "hu"};

/* The surroundings of a possible break. */
struct place {
    const UChar *text;
    int length;
    int position;
    int before;     /* index of the last unit before the spaces before the position */
    bool has_space; /* spaces stand before the position */
    UChar32 left;   /* at before; 0 at the start of the text */
    UChar32 right;  /* at the position; 0 at the end */
    const char *language;
};

static bool is_plain_space(UChar32 c)
{
    return c == ' ' || c == 0x3000;
}

static struct place place_at(const UChar *text, int length, int position, const char *language)
{
    struct place place = {
        .text = text, .length = length, .position = position, .language = language};
    int start = position;
    while (start > 0 && is_plain_space(text[start - 1]))
        start--;
    place.has_space = start < position;
    place.before = start;
    if (start > 0) {
        U16_PREV(text, 0, place.before, place.left);
    }
    if (position < length) {
        int next = position;
        U16_NEXT(text, next, length, place.right);
    }
    return place;
}

/* The word that ends before a position, without its stop, as UTF-8 of at most 7 bytes; "" when it
 * is longer or not made of ASCII letters. */
static void word_before(const struct place *place, int end, char word[8])
{
    int start = end;
    while (start > 0 && end - start < 8 && u_isalpha(place->text[start - 1]))
        start--;
    word[0] = '\0';
    if (end - start < 8) {
        for (int i = start; i < end; i++)
            word[i - start] = place->text[i] < 0x80 ? (char)place->text[i] : '?';
        word[end - start] = '\0';
    }
}

static bool starts_with_unit(const struct place *place)
{
    if (place->right == '%' || place->right == 0x2030 || place->right == 0xB0 ||
        u_charType(place->right) == U_CURRENCY_SYMBOL)
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
        int size = (int)strlen(units[i]);
        if (place->position + size > place->length)
            continue;
        bool same = true;
        for (int k = 0; same && k < size; k++)
            same = place->text[place->position + k] == (UChar)units[i][k];
        int after = place->position + size;
        if (same && (after == place->length || !u_isalnum(place->text[after])))
            return true;
    }
    return false;
}

static bool parts_number_and_unit(const struct place *place)
{
    return place->has_space && u_isdigit(place->left) && starts_with_unit(place);
}

static bool parts_french_space(const struct place *place)
{
    return place->has_space &&
           (place->left == 0xAB || place->right == 0xBB || place->right == '?' ||
            place->right == '!' || place->right == ':' || place->right == ';');
}

static bool parts_slash(const struct place *place)
{
    return !place->has_space && place->left == '/';
}

/* "J. Smith": a single capital between a space and its stop. */
static bool parts_initial(const struct place *place)
{
    int i = place->before;
    return place->has_space && place->left == '.' && i >= 1 && u_isupper(place->text[i - 1]) &&
           (i == 1 || is_plain_space(place->text[i - 2])) && u_isupper(place->right);
}

static bool is_listed(const char *word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(word, list[i]) == 0)
            return true;
    return false;
}

/* "p. 4", "3. Oktober" */
static bool parts_numbering(const struct place *place)
{
    if (!place->has_space || place->left != '.' || place->before == 0)
        return false;
    if (u_isdigit(place->right)) {
        char word[8];
        word_before(place, place->before, word);
        return is_listed(word, number_signs, G_N_ELEMENTS(number_signs));
    }
    char primary[3] = {0};
    if (place->language)
        g_strlcpy(primary, place->language, sizeof primary);
    return u_isdigit(place->text[place->before - 1]) && u_isupper(place->right) &&
           is_listed(primary, stop_ordinals, G_N_ELEMENTS(stop_ordinals));
}

static bool is_hangul(UChar32 c)
{
    return ublock_getCode(c) == UBLOCK_HANGUL_SYLLABLES;
}

/* ICU breaks Korean between syllables, and before and after its numbers and Latin letters ("2년",
 * "KTX역"); readers expect whole words. */
static bool parts_korean_word(const struct place *place)
{
    return !place->has_space && (is_hangul(place->left) || is_hangul(place->right)) &&
           u_isalnum(place->left) && u_isalnum(place->right);
}

static bool parts_compound(const struct place *place)
{
    return !place->has_space && (place->left == '-' || place->left == 0x2010);
}

typedef bool break_rule(const struct place *place);

static break_rule *const forbidden[] = {
    parts_number_and_unit, parts_french_space, parts_slash,
    parts_initial,         parts_numbering,    parts_korean_word,
};

static bool is_forbidden(const struct place *place)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forbidden); i++)
        if (forbidden[i](place))
            return true;
    return false;
}

static UBreakIterator *open_iterator(const char *locale, const UChar *text, int length)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, text, length, &status);
    return U_SUCCESS(status) ? iterator : NULL;
}

static void add(GArray *breaks, int position, enum break_kind kind)
{
    struct line_break found = {position, kind};
    g_array_append_val(breaks, found);
}

/* Adds what the strict rules allow and the phrases do not as weak. */
static void find_phrases(GArray *breaks, const UChar *text, int length)
{
    UBreakIterator *strict = open_iterator("ja@lb=strict", text, length);
    UBreakIterator *phrase = open_iterator("ja@lw=phrase", text, length);
    for (int at = strict ? ubrk_next(strict) : UBRK_DONE; at != UBRK_DONE && at < length;
         at = ubrk_next(strict)) {
        struct place place = place_at(text, length, at, "ja");
        if (!is_forbidden(&place))
            add(breaks, at,
                phrase && ubrk_isBoundary(phrase, at) ? BREAK_KIND_GOOD : BREAK_KIND_WEAK);
    }
    ubrk_close(strict);
    ubrk_close(phrase);
}

/* Chinese has no spaces, but words: in a headline they stay whole. */
static UBreakIterator *open_words(const UChar *text, int length, const char *language,
                                  bool headline)
{
    UErrorCode status = U_ZERO_ERROR;
    bool chinese = headline && language && g_str_has_prefix(language, "zh");
    UBreakIterator *words = chinese ? ubrk_open(UBRK_WORD, "zh", text, length, &status) : NULL;
    return U_SUCCESS(status) ? words : NULL;
}

static void find_lines(GArray *breaks, const UChar *text, int length, const char *language,
                       bool headline)
{
    bool japanese = language && g_str_has_prefix(language, "ja");
    UBreakIterator *iterator = open_iterator(japanese   ? "ja@lb=strict"
                                             : language ? language
                                                        : "en",
                                             text, length);
    UBreakIterator *words = open_words(text, length, language, headline);
    for (int at = iterator ? ubrk_next(iterator) : UBRK_DONE; at != UBRK_DONE && at < length;
         at = ubrk_next(iterator)) {
        struct place place = place_at(text, length, at, language);
        bool weak = headline && (parts_compound(&place) || (words && !ubrk_isBoundary(words, at)));
        if (!is_forbidden(&place))
            add(breaks, at, weak ? BREAK_KIND_WEAK : BREAK_KIND_GOOD);
    }
    ubrk_close(words);
    ubrk_close(iterator);
}

GArray *breaks_find(const UChar *text, int length, const char *language, bool headline)
{
    GArray *breaks = g_array_new(FALSE, FALSE, sizeof(struct line_break));
    bool phrases = headline && language &&
                   (g_str_has_prefix(language, "ja") || g_str_has_prefix(language, "ko"));
    if (phrases)
        find_phrases(breaks, text, length);
    else
        find_lines(breaks, text, length, language, headline);
    add(breaks, length, BREAK_KIND_GOOD);
    return breaks;
}
