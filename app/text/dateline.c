/* SPDX-License-Identifier: MIT */
#include "dateline.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "rune.h"

enum {
    PLACE_BYTES_MAX = 80, /* place and date */
    AGENCY_BYTES_MAX = 30,
    PLACE_WORDS_MAX = 3, /* of a place in mixed case */
};

/* Agencies whose name alone, in parentheses, is a dateline. */
static const char *const agencies[] = {"(CNN)", "(Reuters)", "(AP)", "(AFP)", "(dpa)", "(NTB)"};

/* What may stand behind a time of day. */
static const char *const time_words[] = {" Uhr", " p.m.", " a.m.", " pm",  " am", "pm",
                                         "am",   " GMT",  " UTC",  " CET", " ET"};

/* What stands before the dash. */
struct dateline {
    bool place_in_capitals;
    bool agency;
    unsigned words;
};

static size_t agency_length(const char *text)
{
    const char *close = memchr(text, ')', strnlen(text, AGENCY_BYTES_MAX));

    return *text == '(' && close ? (size_t)(close - text) + 1 : 0;
}

static size_t spaces_length(const char *text)
{
    size_t length = strlen(text);
    size_t at = 0;

    while (at < length && text[at] != '\n' && rune_is_space(rune_at(text, at, length)))
        rune_next(text, &at, length);
    return at;
}

/* The dash with the spaces around it. "--" and "—" need none; "-" and "–" stand between words and
 * numbers as well, and need one behind them. */
static size_t dash_length(const char *text)
{
    static const struct {
        const char *dash;
        bool space_behind;
    } dashes[] = {{"--", false}, {"—", false}, {"–", true}, {"-", true}};
    size_t start = spaces_length(text);

    for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++) {
        if (!g_str_has_prefix(text + start, dashes[i].dash))
            continue;

        size_t end = start + strlen(dashes[i].dash);
        size_t spaces = spaces_length(text + end);

        if (spaces > 0 || !dashes[i].space_behind)
            return end + spaces;
    }
    return 0;
}

/* The story behind a dateline begins with a capital; a clause between dashes does not. */
static size_t length_before_story(const char *text, size_t length)
{
    size_t end = strlen(text);
    size_t at = length;
    UChar32 rune;

    do
        rune = rune_next(text, &at, end);
    while (rune && !rune_is_word(rune));
    return rune && !u_islower(rune) ? length : 0;
}

/* Reads the place and date up to the agency or the dash. Only the place, before the first comma,
 * must be in capitals. Returns its length, 0 when this is no dateline. */
static size_t place_read(const char *text, struct dateline *dateline)
{
    size_t length = strnlen(text, PLACE_BYTES_MAX);
    unsigned capitals = 0;
    bool lower_case = false;
    bool comma = false;

    for (size_t at = 0; at < length;) {
        size_t here = at;

        if (text[here] == '(' || (capitals > 0 && dash_length(text + here) > 0)) {
            dateline->agency = text[here] == '(';
            dateline->place_in_capitals = capitals >= 2 && !lower_case;
            dateline->words += here > 0 && !rune_is_space(rune_ahead(text, 0, here));
            return here;
        }

        UChar32 rune = rune_next(text, &at, length);

        if (rune == '\n' || rune == ':' || rune == ';' || rune_opens(rune) || rune == '"')
            return 0;
        comma = comma || rune == ',';
        dateline->words += rune == ' ';
        capitals += u_isupper(rune) && !comma;
        lower_case = lower_case || (u_islower(rune) && !comma);
    }
    return 0;
}

/* The digits at a place, 0 when there are more than two. */
static size_t digits_length(const char *text)
{
    size_t length = strspn(text, "0123456789");

    return length <= 2 ? length : 0;
}

/* "14:05", "2.30 p.m.", "15h20", "16.10 Uhr" with ":", "|" or a dash behind. */
static size_t time_length(const char *text)
{
    size_t at = digits_length(text);

    if (at == 0 || !strchr(":.hH", text[at]) || text[at] == '\0' ||
        digits_length(text + at + 1) != 2)
        return 0;
    at += 3;
    for (size_t i = 0; i < G_N_ELEMENTS(time_words); i++) {
        if (!g_str_has_prefix(text + at, time_words[i]))
            continue;
        at += strlen(time_words[i]);
        break;
    }

    size_t mark = dash_length(text + at);

    if (mark == 0 && (text[at] == ':' || g_str_has_prefix(text + at, " |")))
        mark = text[at] == ':' ? 1 : 2;
    return mark > 0 ? at + mark + spaces_length(text + at + mark) : 0;
}

/* The letter of a speaker: "A: We walk." */
static size_t letter_length(const char *text)
{
    return g_ascii_isupper(text[0]) && text[1] == ':' && text[2] == ' ' ? 3 : 0;
}

static size_t bullet_length(const char *text)
{
    static const char *const bullets[] = {"•", "▪", "■", "●", "►", "▶", "→", "*"};

    for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++)
        if (g_str_has_prefix(text, bullets[i]))
            return strlen(bullets[i]) + spaces_length(text + strlen(bullets[i]));
    return 0;
}

/* "(푸른항=바다통신) 이하늘 기자 = ": Korean agencies end theirs with a sign of equality. */
static size_t equals_length(const char *text)
{
    const char *sign = *text == '(' || *text == '['
                           ? g_strstr_len(text, (gssize)strnlen(text, PLACE_BYTES_MAX), " = ")
                           : NULL;

    return sign ? (size_t)(sign - text) + 3 : 0;
}

static size_t agency_alone_length(const char *text)
{
    size_t agency = agency_length(text);

    if (agency == 0)
        return 0;

    size_t dash = dash_length(text + agency);

    if (dash > 0)
        return agency + dash;
    for (size_t i = 0; i < G_N_ELEMENTS(agencies); i++)
        if (g_str_has_prefix(text, agencies[i]))
            return agency + spaces_length(text + agency);
    return 0;
}

size_t dateline_length(const char *text)
{
    struct dateline dateline = {0};
    size_t length = agency_alone_length(text);

    if (length == 0)
        length = equals_length(text);

    if (length > 0)
        return length_before_story(text, length);

    size_t place = place_read(text, &dateline);
    bool named =
        dateline.place_in_capitals || (dateline.agency && dateline.words <= PLACE_WORDS_MAX);

    if (place == 0 || !named)
        return 0;

    size_t agency = dateline.agency ? agency_length(text + place) : 0;
    size_t behind = place + agency;
    size_t dash = dash_length(text + behind);

    /* "OSLO (NTB): " */
    if (dash == 0 && agency > 0 && text[behind] == ':')
        dash = 1 + spaces_length(text + behind + 1);
    if (dash == 0 || (dateline.agency && agency == 0))
        return 0;
    return length_before_story(text, behind + dash);
}

size_t dateline_label_length(const char *paragraph)
{
    size_t length = time_length(paragraph);

    /* "10.30 – 12.00" is a span of time. */
    if (length > 0)
        return g_ascii_isdigit(paragraph[length]) ? 0 : length;
    length = letter_length(paragraph);
    return length > 0 ? length : bullet_length(paragraph);
}
