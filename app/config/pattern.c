/* SPDX-License-Identifier: MIT */
#include "placard/config/pattern.h"

#include <string.h>

/* Steps of PCRE2 at one place of a text: more than an honest expression takes, and a few
 * milliseconds for a text of a thousand places. */
#define PATTERN_LIMITS "(*LIMIT_MATCH=5000)(*LIMIT_HEAP=1000)"

struct pattern {
    GRegex *regex;
    bool is_word; /* compared with text that is normalised and folded */
    bool is_exhausted;
};

static char *text_fold(const char *text)
{
    g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_ALL);
    g_autofree char *folded = g_utf8_casefold(normal == NULL ? "" : normal, -1);
    return g_utf8_normalize(folded, -1, G_NORMALIZE_ALL);
}

/* True at an edge of a word that other letters may stand beside: punctuation, or a script that is
 * written without spaces. */
static bool character_is_open(gunichar character)
{
    switch (g_unichar_get_script(character)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
        return true;
    default:
        return !g_unichar_isalnum(character) && !g_unichar_ismark(character);
    }
}

static bool has_letter(const char *text)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        if (g_unichar_isalnum(g_utf8_get_char(at))) {
            return true;
        }
    }
    return false;
}

static char *word_expression(const char *word)
{
    static const char letter[] = "[\\p{L}\\p{M}\\p{N}]";
    g_autofree char *folded = text_fold(word);
    g_autofree char *escaped = g_regex_escape_string(folded, -1);
    gunichar first = g_utf8_get_char(folded);
    gunichar last = g_utf8_get_char(g_utf8_prev_char(folded + strlen(folded)));
    g_autofree char *before =
        character_is_open(first) ? g_strdup("") : g_strconcat("(?<!", letter, ")", NULL);
    g_autofree char *behind =
        character_is_open(last) ? g_strdup("") : g_strconcat("(?!", letter, ")", NULL);

    return g_strconcat(before, escaped, behind, NULL);
}

static bool is_expression(const char *text)
{
    size_t length = strlen(text);
    return length > 2 && text[0] == '/' && text[length - 1] == '/';
}

static GRegex *regex_new(const char *expression, GError **error)
{
    g_autofree char *limited = g_strconcat(PATTERN_LIMITS, expression, NULL);
    return g_regex_new(limited, G_REGEX_CASELESS, 0, error);
}

/* The whole without the limits first, so that an error tells the place in what was written. */
static GRegex *expression_compile(const char *text, GError **error)
{
    g_autofree char *inner = g_strndup(text + 1, strlen(text) - 2);
    GRegex *plain = g_regex_new(inner, G_REGEX_CASELESS, 0, error);

    if (plain == NULL) {
        /* GLib repeats the expression before the reason. */
        const char *reason = error == NULL ? NULL : g_strrstr((*error)->message, ": ");
        if (reason != NULL) {
            char *message = g_strdup(reason + strlen(": "));
            g_free((*error)->message);
            (*error)->message = message;
        }
        return NULL;
    }
    g_regex_unref(plain);
    return regex_new(inner, error);
}

static GRegex *word_compile(const char *text, GError **error)
{
    if (!has_letter(text)) {
        g_set_error_literal(error, G_REGEX_ERROR, G_REGEX_ERROR_COMPILE, "no letter or digit");
        return NULL;
    }
    g_autofree char *expression = word_expression(text);
    return regex_new(expression, error);
}

struct pattern *pattern_new(const char *text, GError **error)
{
    bool is_word = !is_expression(text);
    GRegex *regex = is_word ? word_compile(text, error) : expression_compile(text, error);

    if (regex == NULL) {
        return NULL;
    }
    struct pattern *pattern = g_new0(struct pattern, 1);
    pattern->regex = regex;
    pattern->is_word = is_word;
    return pattern;
}

void pattern_free(struct pattern *pattern)
{
    if (pattern != NULL) {
        g_regex_unref(pattern->regex);
        g_free(pattern);
    }
}

bool pattern_matches(struct pattern *pattern, const char *text)
{
    if (pattern->is_exhausted) {
        return false;
    }
    g_autofree char *folded = pattern->is_word ? text_fold(text) : NULL;
    g_autoptr(GError) error = NULL;
    bool matches =
        g_regex_match_full(pattern->regex, folded != NULL ? folded : text, -1, 0, 0, NULL, &error);

    pattern->is_exhausted = error != NULL;
    return matches;
}

bool pattern_is_exhausted(const struct pattern *pattern)
{
    return pattern->is_exhausted;
}
