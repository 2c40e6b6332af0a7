/* SPDX-License-Identifier: MIT */
#include "placard/text/headline.h"

#include <string.h>

#include <glib.h>

#include "derive.h"
#include "openings.h"
#include "placard/text/boilerplate.h"
#include "placard/text/words.h"
#include "rune.h"
#include "sentences_span.h"

/* A headline is read at a glance. A line of fewer words is the name of a section. */
enum { HEADLINE_WORDS_MAX = 20, LINE_WORDS_MIN = 3 };

static void body_replace(char **body, char *rest)
{
    g_free(*body);
    *body = rest;
}

static char *line_first(const char *text)
{
    return g_strndup(text, strcspn(text, "\n"));
}

/* The text behind the first line, or "" when there is none. */
static const char *line_rest(const char *text)
{
    const char *line_break = strchr(text, '\n');

    return line_break ? line_break + 1 : "";
}

static bool line_is_headline(const char *line)
{
    unsigned words = words_budget_length(line);

    return words >= LINE_WORDS_MIN && words <= HEADLINE_WORDS_MAX &&
           !rune_text_is_ended(line, strlen(line));
}

/* Only lines of the page itself may stand before a headline. */
static char *headline_take_line(char **body, const char *language)
{
    const char *text = *body;

    while (*text) {
        g_autofree char *line = line_first(text);
        const char *rest = line_rest(text);

        if (!opening_is_boilerplate(line, language)) {
            if (!line_is_headline(line))
                return NULL;
            body_replace(body, g_strdup(rest));
            return g_steal_pointer(&line);
        }
        text = rest;
    }
    return NULL;
}

static char *headline_take_sentence(char **body, const char *language, bool *is_lead)
{
    g_autoptr(GArray) spans = sentences_find(*body, language);

    if (spans->len == 0)
        return NULL;

    struct rune_range first = g_array_index(spans, struct sentence_span, 0).range;
    g_autofree char *sentence = g_strndup(*body + first.start, first.end - first.start);

    if (words_budget_length(sentence) > HEADLINE_WORDS_MAX)
        return derive_headline(sentence, language);

    size_t length = strlen(*body);
    struct rune_range rest = rune_trim(*body, (struct rune_range){first.end, length});

    *is_lead = true;
    body_replace(body, g_strdup(*body + rest.start));
    return derive_without_stop(sentence);
}

char *headline_take(char **body, const char *language, bool *is_lead)
{
    *is_lead = false;

    char *headline = headline_take_line(body, language);
    char *story = boilerplate_remove(*body, language);

    /* Without a headline a note of two words is all there is, unless it is a line of the page. */
    g_autofree char *line = line_first(*body);
    if (*story || headline || opening_is_boilerplate(line, language))
        body_replace(body, story);
    else
        g_free(story);
    return headline ? headline : headline_take_sentence(body, language, is_lead);
}
