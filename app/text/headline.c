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
#include "shape.h"

enum {
    HEADLINE_WORDS_MAX = 20,   /* it is read at a glance */
    LINE_WORDS_MIN = 3,        /* a shorter line is the name of a section */
    LABEL_WORDS_MAX = 3,       /* and so is a first sentence of so few words */
    LABEL_CHARACTERS_MAX = 20, /* and characters: "Støtte fra velgerne." */
};

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

/* What the page has above a story: "Advertisement", a picture's caption, a menu. */
static bool line_is_of_page(const char *line, const char *language)
{
    const char *bar = strstr(line, " | ");

    return opening_is_boilerplate(line, language) || shape_is_caption(line) ||
           (bar && strstr(bar + 1, " | "));
}

/* A sentence that is no more than a label, where a better one follows. Words are longer where they
 * are fewer: in Korean three make a sentence. */
static bool sentence_is_label(const char *sentence)
{
    struct text_length length = words_measure(sentence);

    return length.words > 0 && length.words <= LABEL_WORDS_MAX && length.hangul == 0 &&
           g_utf8_strlen(sentence, -1) <= LABEL_CHARACTERS_MAX;
}

/* Only lines of the page itself may stand before a headline, or before the first sentence: they
 * go. */
static char *headline_take_line(char **body, const char *language)
{
    const char *text = *body;

    while (*text) {
        g_autofree char *line = line_first(text);
        const char *rest = line_rest(text);

        if (!line_is_of_page(line, language)) {
            bool is_headline = line_is_headline(line);

            body_replace(body, g_strdup(is_headline ? rest : text));
            return is_headline ? g_steal_pointer(&line) : NULL;
        }
        text = rest;
    }
    return NULL;
}

static char *headline_take_sentence(char **body, const char *language, bool *is_lead)
{
    g_autoptr(GArray) spans = sentences_find(*body, language);
    g_autofree char *sentence = NULL;
    struct rune_range first = {0};

    for (guint i = 0; i < spans->len && (!sentence || sentence_is_label(sentence)); i++) {
        first = g_array_index(spans, struct sentence_span, i).range;
        g_free(sentence);
        sentence = g_strndup(*body + first.start, first.end - first.start);
    }
    if (!sentence)
        return NULL;
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
