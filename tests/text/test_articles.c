/* SPDX-License-Identifier: MIT
 *
 * What every summary promises, on articles of the kinds that news comes in. An article begins with
 * "name: value" lines and an empty line: its language, headline and kind, "drop" for what is not
 * the story's and must be gone, "keep" for what looks so and must stay.
 */
#include <string.h>

#include "phrases.h"
#include "placard/text/boilerplate.h"
#include "placard/text/clean.h"
#include "placard/text/headline.h"
#include "placard/text/sentences.h"
#include "placard/text/summary.h"
#include "placard/text/words.h"
#include "sentences_span.h"

static const unsigned budgets[] = {20, 40, 60, 100};

struct article {
    char *language;
    char *headline;
    bool headline_is_lead;
    char *text; /* without what is not the story's */
    GPtrArray *drops;
    GPtrArray *keeps;
};

static void article_read_header(struct article *article, const char *header)
{
    g_auto(GStrv) lines = g_strsplit(header, "\n", -1);

    for (char **line = lines; *line; line++) {
        const char *colon = strchr(*line, ':');
        g_autofree char *value = g_strstrip(g_strdup(colon + 1));

        if (g_str_has_prefix(*line, "language:"))
            article->language = g_steal_pointer(&value);
        else if (g_str_has_prefix(*line, "headline:"))
            article->headline = g_steal_pointer(&value);
        else if (g_str_has_prefix(*line, "drop:"))
            g_ptr_array_add(article->drops, g_steal_pointer(&value));
        else if (g_str_has_prefix(*line, "keep:"))
            g_ptr_array_add(article->keeps, g_steal_pointer(&value));
        else
            g_assert_true(g_str_has_prefix(*line, "kind:"));
    }
}

static struct article article_open(const char *name)
{
    struct article article = {.drops = g_ptr_array_new_with_free_func(g_free),
                              .keeps = g_ptr_array_new_with_free_func(g_free)};
    g_autofree char *path = g_build_filename(PLACARD_FIXTURES "/text/articles", name, NULL);
    g_autofree char *file = NULL;
    g_autoptr(GError) error = NULL;

    g_file_get_contents(path, &file, NULL, &error);
    g_assert_no_error(error);

    char *gap = strstr(file, "\n\n");

    g_assert_nonnull(gap);
    *gap = '\0';
    article_read_header(&article, file);

    g_autofree char *body = text_clean_plain(gap + 2, -1);

    if (*article.headline) {
        article.text = boilerplate_remove(body, article.language);
    } else {
        g_free(article.headline);
        article.headline = headline_take(&body, article.language, &article.headline_is_lead);
        article.text = g_steal_pointer(&body);
    }
    return article;
}

static void article_close(struct article *article)
{
    g_free(article->language);
    g_free(article->headline);
    g_free(article->text);
    g_ptr_array_unref(article->drops);
    g_ptr_array_unref(article->keeps);
}

static bool text_holds_any(const char *text, const GPtrArray *phrases)
{
    for (guint i = 0; i < phrases->len; i++)
        if (strstr(text, g_ptr_array_index(phrases, i)))
            return true;
    return false;
}

static void assert_clean(const struct article *article, const GPtrArray *sentences)
{
    for (guint i = 0; i < sentences->len; i++) {
        const char *sentence = g_ptr_array_index(sentences, i);

        if (!text_holds_any(sentence, article->keeps) && text_holds_any(sentence, article->drops))
            g_error("not the story's: %s", sentence);
    }
    for (guint i = 0; i < article->keeps->len; i++)
        if (!strstr(article->text, g_ptr_array_index(article->keeps, i)))
            g_error("the story's: %s", (char *)g_ptr_array_index(article->keeps, i));
}

/* The place of a sentence in the text, from a place on. */
static guint sentence_find(const GPtrArray *sentences, const char *sentence, guint from)
{
    while (from < sentences->len && strcmp(g_ptr_array_index(sentences, from), sentence) != 0)
        from++;
    return from;
}

/* What a card shows that has room for the sentences up to a rank. */
static void assert_prefix(const struct article *article, const GPtrArray *sentences,
                          const GPtrArray *summary, unsigned rank)
{
    guint next = 0;
    guint shown = 0;

    for (guint i = 0; i < summary->len; i++) {
        const struct summary_sentence *sentence = g_ptr_array_index(summary, i);

        if (sentence->rank > rank)
            continue;

        guint at = sentence_find(sentences, sentence->text, next);

        if (at == sentences->len)
            g_error("no sentence of the story in its order: %s", sentence->text);

        bool follows = at == 0 || (shown > 0 && at == next);

        if (!follows && phrase_hangs(sentence->text, article->language))
            g_error("hangs: %s", sentence->text);
        next = at + 1;
        shown++;
    }
    g_assert_cmpuint(shown, ==, rank);
}

/* Where no sentence is within the budget, the beginning of the first is shown. */
static bool article_is_cut(const struct article *article, unsigned max_words)
{
    g_autoptr(GArray) spans = sentences_find(article->text, article->language);

    for (guint i = 0; i < spans->len; i++) {
        const struct sentence_span *span = &g_array_index(spans, struct sentence_span, i);
        g_autofree char *sentence =
            g_strndup(article->text + span->range.start, span->range.end - span->range.start);

        if (!span->goes_on && words_budget_length(sentence) <= max_words)
            return false;
    }
    return true;
}

static void assert_summary(const struct article *article, const GPtrArray *sentences,
                           unsigned max_words)
{
    struct summary_options options = {.language = article->language,
                                      .headline = article->headline,
                                      .headline_is_lead = article->headline_is_lead,
                                      .max_words = max_words};
    g_autoptr(GPtrArray) summary = summary_extract(article->text, &options);
    unsigned words = 0;

    g_assert_cmpuint(summary->len, >=, 1);
    for (guint i = 0; i < summary->len; i++) {
        const struct summary_sentence *sentence = g_ptr_array_index(summary, i);

        words += words_budget_length(sentence->text);
    }
    g_assert_cmpuint(words, <=, max_words);
    if (article_is_cut(article, max_words)) {
        g_assert_cmpuint(summary->len, ==, 1);
        return;
    }
    for (unsigned rank = 1; rank <= summary->len; rank++)
        assert_prefix(article, sentences, summary, rank);
}

static void article_promises(gconstpointer name)
{
    struct article article = article_open(name);
    g_autoptr(GPtrArray) sentences = sentences_split(article.text, article.language);

    assert_clean(&article, sentences);
    for (size_t i = 0; i < G_N_ELEMENTS(budgets); i++)
        assert_summary(&article, sentences, budgets[i]);
    article_close(&article);
}

static int name_compare(gconstpointer left, gconstpointer right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);

    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) languages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GDir) folder = g_dir_open(PLACARD_FIXTURES "/text/articles", 0, &error);

    g_assert_no_error(error);
    for (const char *name = g_dir_read_name(folder); name; name = g_dir_read_name(folder))
        g_ptr_array_add(names, g_strdup(name));
    g_ptr_array_sort(names, name_compare);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *path = g_strconcat("/articles/", g_ptr_array_index(names, i), NULL);

        g_hash_table_add(languages, g_strndup(g_ptr_array_index(names, i), 2));
        g_test_add_data_func(path, g_ptr_array_index(names, i), article_promises);
    }
    g_assert_cmpuint(names->len, >=, 36);
    g_assert_cmpuint(g_hash_table_size(languages), >=, 8);
    return g_test_run();
}
