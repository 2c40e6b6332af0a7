/* SPDX-License-Identifier: MIT */
#include "ranking.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "rune.h"
#include "tokens.h"

/* Of the formula: they were found by measuring on news in six languages. */
static const double shortness_words = 5;   /* keeps short sentences from looking dense */
static const double position_decay = 0.15; /* per sentence */
static const double quote_factor = 0.8;    /* a sentence that opens with a quotation hangs on it */

struct term {
    guint word;
    guint count;
};

/* One sentence as its distinct words, by number. */
struct vector {
    struct term *terms;
    guint count;
    unsigned words;
    double norm;
    double score;
};

struct word {
    guint sentences; /* that hold it */
    guint occurrences;
    double rarity;
    bool in_headline;
};

struct ranking {
    struct vector *vectors;
    guint count;
    GHashTable *numbers; /* of the words, by their text */
    GArray *words;       /* struct word by number */
};

static struct word *ranking_word(const struct ranking *ranking, guint number)
{
    return &g_array_index(ranking->words, struct word, number);
}

static guint ranking_number(struct ranking *ranking, const char *word)
{
    gpointer number;

    if (g_hash_table_lookup_extended(ranking->numbers, word, NULL, &number))
        return GPOINTER_TO_UINT(number);
    g_hash_table_insert(ranking->numbers, g_strdup(word), GUINT_TO_POINTER(ranking->words->len));
    g_array_set_size(ranking->words, ranking->words->len + 1);
    return ranking->words->len - 1;
}

static gint number_compare(gconstpointer one, gconstpointer other)
{
    guint a = *(const guint *)one;
    guint b = *(const guint *)other;

    return (a > b) - (a < b);
}

static void vector_fill(struct vector *vector, struct ranking *ranking, const GPtrArray *words)
{
    g_autoptr(GArray) numbers = g_array_sized_new(FALSE, FALSE, sizeof(guint), words->len);

    for (guint i = 0; i < words->len; i++) {
        guint number = ranking_number(ranking, g_ptr_array_index(words, i));

        g_array_append_val(numbers, number);
    }
    g_array_sort(numbers, number_compare);
    vector->words = words->len;
    vector->terms = g_new(struct term, words->len);
    for (guint i = 0; i < numbers->len; i++) {
        guint number = g_array_index(numbers, guint, i);

        ranking_word(ranking, number)->occurrences++;
        if (vector->count > 0 && vector->terms[vector->count - 1].word == number) {
            vector->terms[vector->count - 1].count++;
        } else {
            vector->terms[vector->count++] = (struct term){number, 1};
            ranking_word(ranking, number)->sentences++;
        }
    }
}

/* Returns the rarity of all words of the headline that the text holds. */
static double ranking_mark_headline(struct ranking *ranking, const GPtrArray *words)
{
    double sum = 0;

    for (guint i = 0; i < words->len; i++) {
        gpointer number;

        if (!g_hash_table_lookup_extended(ranking->numbers, g_ptr_array_index(words, i), NULL,
                                          &number))
            continue;

        struct word *word = ranking_word(ranking, GPOINTER_TO_UINT(number));

        sum += word->in_headline ? 0 : word->rarity;
        word->in_headline = true;
    }
    return sum;
}

static void vector_score(struct vector *vector, const struct ranking *ranking,
                         double headline_rarity)
{
    double weight = 0;
    double overlap = 0;
    double squares = 0;
    double position = (double)(vector - ranking->vectors);

    for (guint i = 0; i < vector->count; i++) {
        const struct term *term = &vector->terms[i];
        const struct word *word = ranking_word(ranking, term->word);
        double component = term->count * word->rarity;

        weight += word->occurrences * word->rarity;
        overlap += word->in_headline ? word->rarity : 0;
        squares += component * component;
    }
    vector->norm = sqrt(squares);
    vector->score = weight / (vector->words + shortness_words) / (1 + position_decay * position);
    if (headline_rarity > 0)
        vector->score *= 1 + overlap / headline_rarity;
}

static bool sentence_opens_with_quote(const char *sentence)
{
    UChar32 first = rune_at(sentence, 0, strlen(sentence));

    return first == '"' || (rune_opens(first) && first != '(' && first != '[' && first != '{');
}

struct ranking *ranking_new(const GPtrArray *sentences, const char *headline, const char *language)
{
    struct ranking *ranking = g_new0(struct ranking, 1);
    struct tokenizer tokenizer;
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);

    ranking->count = sentences->len;
    ranking->vectors = g_new0(struct vector, sentences->len);
    ranking->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ranking->words = g_array_new(FALSE, TRUE, sizeof(struct word));
    tokenizer_init(&tokenizer, language);
    for (guint i = 0; i < sentences->len; i++) {
        const char *sentence = g_ptr_array_index(sentences, i);

        g_ptr_array_set_size(words, 0);
        tokenizer_split(&tokenizer, sentence, strlen(sentence), words);
        vector_fill(&ranking->vectors[i], ranking, words);
    }
    for (guint i = 0; i < ranking->words->len; i++) {
        struct word *word = ranking_word(ranking, i);

        word->rarity = log((sentences->len + 1.0) / word->sentences);
    }
    g_ptr_array_set_size(words, 0);
    if (headline)
        tokenizer_split(&tokenizer, headline, strlen(headline), words);
    tokenizer_clear(&tokenizer);

    double headline_rarity = ranking_mark_headline(ranking, words);

    for (guint i = 0; i < sentences->len; i++) {
        vector_score(&ranking->vectors[i], ranking, headline_rarity);
        if (sentence_opens_with_quote(g_ptr_array_index(sentences, i)))
            ranking->vectors[i].score *= quote_factor;
    }
    return ranking;
}

void ranking_free(struct ranking *ranking)
{
    if (!ranking)
        return;
    for (guint i = 0; i < ranking->count; i++)
        g_free(ranking->vectors[i].terms);
    g_free(ranking->vectors);
    g_hash_table_unref(ranking->numbers);
    g_array_unref(ranking->words);
    g_free(ranking);
}

unsigned ranking_words(const struct ranking *ranking, guint sentence)
{
    return ranking->vectors[sentence].words;
}

double ranking_score(const struct ranking *ranking, guint sentence)
{
    return ranking->vectors[sentence].score;
}

double ranking_similarity(const struct ranking *ranking, guint one, guint other)
{
    const struct vector *a = &ranking->vectors[one];
    const struct vector *b = &ranking->vectors[other];
    double product = 0;
    guint i = 0;
    guint j = 0;

    while (i < a->count && j < b->count) {
        if (a->terms[i].word == b->terms[j].word) {
            double rarity = ranking_word(ranking, a->terms[i].word)->rarity;

            product += a->terms[i++].count * rarity * (b->terms[j++].count * rarity);
        } else if (a->terms[i].word < b->terms[j].word) {
            i++;
        } else {
            j++;
        }
    }
    return a->norm > 0 && b->norm > 0 ? product / (a->norm * b->norm) : 0;
}
