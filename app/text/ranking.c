/* SPDX-License-Identifier: MIT */
#include "ranking.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "rune.h"
#include "tokens.h"
#include "vocabulary.h"

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
    guint last_sentence; /* that holds it, counted from 1 */
    guint last_term;     /* its place there */
    guint sentences;     /* that hold it */
    guint occurrences;
    double rarity;
    double reference; /* its component in the sentence that others are compared with */
    bool in_headline;
};

struct ranking {
    struct vector *vectors;
    guint count;
    struct vocabulary *vocabulary;
    GArray *words; /* struct word by number */
    guint reference;
};

static struct word *ranking_word(const struct ranking *ranking, guint number)
{
    return &g_array_index(ranking->words, struct word, number);
}

static void vector_fill(struct vector *vector, struct ranking *ranking, struct tokenizer *tokenizer,
                        GArray *terms)
{
    guint sentence = (guint)(vector - ranking->vectors) + 1;

    g_array_set_size(terms, 0);
    for (const char *text = tokenizer_next(tokenizer); text; text = tokenizer_next(tokenizer)) {
        guint number = vocabulary_add(ranking->vocabulary, text);

        if (number == ranking->words->len)
            g_array_set_size(ranking->words, number + 1);

        struct word *word = ranking_word(ranking, number);

        if (word->last_sentence != sentence) {
            struct term term = {.word = number};

            word->last_sentence = sentence;
            word->last_term = terms->len;
            word->sentences++;
            g_array_append_val(terms, term);
        }
        g_array_index(terms, struct term, word->last_term).count++;
        word->occurrences++;
        vector->words++;
    }
    vector->count = terms->len;
    vector->terms = g_memdup2(terms->data, terms->len * sizeof(struct term));
}

/* Returns the rarity of all words of the headline that the text holds. */
static double ranking_mark_headline(struct ranking *ranking, struct tokenizer *tokenizer)
{
    double sum = 0;

    for (const char *text = tokenizer_next(tokenizer); text; text = tokenizer_next(tokenizer)) {
        guint number = vocabulary_find(ranking->vocabulary, text);

        if (number == ranking->words->len)
            continue;

        struct word *word = ranking_word(ranking, number);

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

static void ranking_read(struct ranking *ranking, const GPtrArray *sentences,
                         struct tokenizer *tokenizer)
{
    g_autoptr(GArray) terms = g_array_new(FALSE, FALSE, sizeof(struct term));

    for (guint i = 0; i < sentences->len; i++) {
        const char *sentence = g_ptr_array_index(sentences, i);

        tokenizer_start(tokenizer, sentence, strlen(sentence));
        vector_fill(&ranking->vectors[i], ranking, tokenizer, terms);
    }
    for (guint i = 0; i < ranking->words->len; i++) {
        struct word *word = ranking_word(ranking, i);

        word->rarity = log((sentences->len + 1.0) / word->sentences);
    }
}

struct ranking *ranking_new(const GPtrArray *sentences, const char *headline, const char *language)
{
    struct ranking *ranking = g_new0(struct ranking, 1);
    struct tokenizer tokenizer;
    double headline_rarity = 0;

    ranking->count = sentences->len;
    ranking->vectors = g_new0(struct vector, sentences->len);
    ranking->vocabulary = vocabulary_new();
    ranking->words = g_array_new(FALSE, TRUE, sizeof(struct word));
    tokenizer_init(&tokenizer, language);
    ranking_read(ranking, sentences, &tokenizer);
    if (headline) {
        tokenizer_start(&tokenizer, headline, strlen(headline));
        headline_rarity = ranking_mark_headline(ranking, &tokenizer);
    }
    tokenizer_clear(&tokenizer);
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
    vocabulary_free(ranking->vocabulary);
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

void ranking_refer_to(struct ranking *ranking, guint sentence)
{
    const struct vector *old = &ranking->vectors[ranking->reference];
    const struct vector *reference = &ranking->vectors[sentence];

    for (guint i = 0; i < old->count; i++)
        ranking_word(ranking, old->terms[i].word)->reference = 0;
    for (guint i = 0; i < reference->count; i++) {
        struct word *word = ranking_word(ranking, reference->terms[i].word);

        word->reference = reference->terms[i].count * word->rarity;
    }
    ranking->reference = sentence;
}

double ranking_similarity(const struct ranking *ranking, guint sentence)
{
    const struct vector *vector = &ranking->vectors[sentence];
    double norms = vector->norm * ranking->vectors[ranking->reference].norm;
    double product = 0;

    for (guint i = 0; i < vector->count; i++) {
        const struct word *word = ranking_word(ranking, vector->terms[i].word);

        product += vector->terms[i].count * word->rarity * word->reference;
    }
    return norms > 0 ? product / norms : 0;
}
