/* SPDX-License-Identifier: MIT */
#include "passage.h"

#include "placard/text/boilerplate.h"
#include "placard/text/headline.h"
#include "placard/text/sentences.h"
#include "placard/text/words.h"

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

static void words_add(GHashTable *words, const char *text, const char *language)
{
    g_autoptr(GPtrArray) folded = words_fold(text, language);
    for (guint i = 0; i < folded->len; i++)
        g_hash_table_add(words, g_strdup(folded->pdata[i]));
}

static bool sentence_is_cut(const char *sentence)
{
    static const char *const ends[] = {"…", "...", "…]", "...]", "…)", "...)"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(sentence, ends[i]))
            return true;
    return false;
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

bool passage_repeats(const char *text, const char *headline, const struct gist_rule *rule)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    words_add(known, headline, rule->language);
    if (rule->source)
        words_add(known, rule->source, rule->language);
    g_autoptr(GPtrArray) words = words_fold(text, rule->language);
    for (guint i = 0; i < words->len; i++)
        if (!g_hash_table_contains(known, words->pdata[i]))
            return false;
    return true;
}

void passage_drop_headline(struct passage *passage, const char *headline,
                           const struct gist_rule *rule)
{
    if (!passage->text)
        return;
    g_autoptr(GPtrArray) sentences = sentences_split(passage->text, rule->language);
    if (sentences->len == 0 || !passage_repeats(sentences->pdata[0], headline, rule))
        return;
    passage_clear(passage);
    passage->text = sentences_join(sentences, 1, sentences->len);
    passage->follows_headline = true;
}

char *passage_whole(const struct passage *passage, const char *language)
{
    if (!passage->text)
        return NULL;
    g_autoptr(GPtrArray) sentences = sentences_split(passage->text, language);
    if (sentences->len < 2 || !sentence_is_cut(sentences->pdata[sentences->len - 1]))
        return g_strdup(passage->text);
    return sentences_join(sentences, 0, sentences->len - 1);
}
