/* SPDX-License-Identifier: MIT */
#include "glue.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "rune.h"

/* What follows the stop in names that hold one, in lower case: "Amazon.Com", "Node.JS". */
static const char *const suffixes[] = {"com", "net", "org", "edu", "gov", "info", "js", "tv", "io",
                                       "ai",  "de",  "fr",  "es",  "uk",  "no",   "eu", "co"};

static bool word_is_suffix(const char *text, size_t at, size_t end)
{
    size_t length = 0;

    while (at + length < end && g_ascii_isalpha(text[at + length]))
        length++;
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (strlen(suffixes[i]) == length &&
            g_ascii_strncasecmp(suffixes[i], text + at, length) == 0)
            return true;
    return false;
}

static bool token_is_address(const char *text, struct rune_range token)
{
    const char *start = text + token.start;
    gssize length = (gssize)(token.end - token.start);

    return g_strstr_len(start, length, "://") || g_strstr_len(start, length, "www.") ||
           memchr(start, '@', (size_t)length) || memchr(start, '/', (size_t)length);
}

/* True when a new paragraph begins at this place of a token, directly behind . ! ? and quotes. */
static bool place_is_glued(const char *text, struct rune_range token, size_t at, size_t end)
{
    size_t before = at;
    size_t after = at;
    UChar32 stop;

    if (!u_isupper(rune_next(text, &after, end)))
        return false;
    do
        stop = rune_before(text, token.start, &before);
    while (stop == 0x201D || stop == 0x2019 || stop == 0xBB);
    if (stop != '.' && stop != '!' && stop != '?')
        return false;

    UChar32 last = rune_before(text, token.start, &before);
    UChar32 second = rune_at(text, after, end);

    if (!u_isalpha(second) && !rune_is_space(second))
        return false;
    if (!u_islower(last) && !u_isdigit(last) && !rune_closes(last))
        return false;

    bool letter_before = u_isalpha(last) && !rune_is_word(rune_ahead(text, token.start, before));

    return !(letter_before && !u_isalpha(second)) && !word_is_suffix(text, at, end) &&
           !token_is_address(text, token);
}

static struct rune_range token_at(const char *text, size_t start, size_t end)
{
    size_t at = start;

    while (at < end && !rune_is_space(rune_at(text, at, end)))
        rune_next(text, &at, end);
    return (struct rune_range){start, at};
}

static void range_append(GString *out, const char *text, size_t start, size_t end)
{
    g_string_append_len(out, text + start, (gssize)(end - start));
}

char *glue_part(const char *text)
{
    size_t end = strlen(text);
    GString *parted = g_string_sized_new(end + 16);
    size_t done = 0;

    for (size_t start = 0; start < end;) {
        struct rune_range token = token_at(text, start, end);
        bool bar = token.end == token.start + 1 && text[token.start] == '|';

        for (size_t at = token.start; at < token.end; rune_next(text, &at, token.end)) {
            if (!bar && (at == token.start || !place_is_glued(text, token, at, end)))
                continue;
            range_append(parted, text, done, at);
            g_string_append_c(parted, '\n');
            done = bar ? token.end : at;
        }
        start = token.end;
        rune_next(text, &start, end);
    }
    range_append(parted, text, done, end);
    return g_string_free(parted, FALSE);
}
