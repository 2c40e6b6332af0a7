/* SPDX-License-Identifier: MIT */
#include "passage.h"

#include "placard/text/boilerplate.h"
#include "placard/text/headline.h"
#include "placard/text/sentences.h"
#include "placard/text/teaser.h"
#include "placard/text/words.h"

/* What must stand below a headline before its words need not be said again. */
enum { REST_WORDS_MIN = 15 };

/* NULL when nothing is left of it. */
static char *text_or_null(char *text)
{
    if (text && *text == '\0')
        g_clear_pointer(&text, g_free);
    return text;
}

/* A paragraph for each of the sentences from first up to, not including, end. */
static char *sentences_join(const GPtrArray *sentences, guint first, guint end)
{
    GString *text = g_string_new(NULL);
    for (guint i = first; i < end; i++) {
        if (i > first)
            g_string_append_c(text, '\n');
        g_string_append(text, sentences->pdata[i]);
    }
    return text_or_null(g_string_free(text, FALSE));
}

struct passage passage_make(const char *text, bool is_plain, const char *language)
{
    struct passage passage = {0};
    if (text)
        passage.text = text_or_null(is_plain ? g_strdup(text) : boilerplate_remove(text, language));
    return passage;
}

void passage_clear(struct passage *passage)
{
    g_clear_pointer(&passage->text, g_free);
}

char *passage_take_headline(struct passage *passage, const char *language)
{
    if (!passage->text)
        return NULL;
    char *headline = headline_take(&passage->text, language, &passage->follows_headline);
    passage->text = text_or_null(passage->text);
    return text_or_null(headline);
}

enum echo passage_echo(const char *text, const char *headline, const struct gist_rule *rule)
{
    const char *source = rule->source ? rule->source : "";
    g_autofree char *known = g_strjoin(" ", headline, source, NULL);
    return echo_measure(text, known, rule->language);
}

void passage_drop_headline(struct passage *passage, const char *headline,
                           const struct gist_rule *rule)
{
    if (!passage->text)
        return;
    g_autoptr(GPtrArray) sentences = sentences_split(passage->text, rule->language);
    enum echo echo =
        sentences->len > 0 ? passage_echo(sentences->pdata[0], headline, rule) : ECHO_NONE;
    g_autofree char *rest = sentences_join(sentences, 1, sentences->len);
    if (echo == ECHO_MOST && (!rest || words_budget_length(rest) < REST_WORDS_MIN))
        echo = ECHO_NONE;
    if (echo == ECHO_NONE)
        return;
    passage_clear(passage);
    passage->text = g_steal_pointer(&rest);
    passage->follows_headline = true;
}

void passage_clean(struct passage *passage, const char *language)
{
    struct passage clean = passage_make(passage->text, false, language);
    passage_clear(passage);
    passage->text = clean.text;
}

void passage_mend(struct passage *passage, const char *language)
{
    if (!passage->text)
        return;
    char *mended = teaser_mend(passage->text, language);
    passage_clear(passage);
    passage->text = text_or_null(mended);
}
