/* SPDX-License-Identifier: MIT */
#include "placard/text/summary.h"

#include <limits.h>
#include <string.h>

#include "cut.h"
#include "openings.h"
#include "phrases.h"
#include "placard/limits.h"
#include "placard/text/sentences.h"
#include "placard/text/words.h"
#include "ranking.h"
#include "rune.h"
#include "sentences_span.h"

/* What a sentence loses that says the same as one that was chosen. */
static const double redundancy_discount = 0.5;

/* A text with so many paragraphs that only ask is an interview. */
enum {
    INTERVIEW_QUESTIONS_MIN = 3,
    ANSWER_WORDS_MIN = 8, /* a shorter one, "Nothing this year.", needs its question */
};

/* A shorter sentence, "It did not last.", says nothing without the one before. */
enum { SENTENCE_WORDS_MIN = 4 };

/* A teaser that can stand: so many sentences, or so many words. */
enum { TEASER_SENTENCES_MIN = 2, TEASER_WORDS_MIN = 15 };

struct candidate {
    unsigned length; /* in words of the budget */
    bool hangs;      /* on the one before */
    bool barred;     /* in an interview: a question, or what only the one who answers may say */
    bool chosen;
    unsigned rank;
    double redundancy; /* the greatest similarity to a chosen one */
};

struct choice {
    GPtrArray *sentences; /* char *; the lead, when there is one, before those of the text */
    struct candidate *candidates;
    struct ranking *ranking;
    guint first; /* index of the first sentence of the text */
    unsigned remaining;
    unsigned chosen;
};

static bool span_asks(const char *text, const GArray *spans, guint i)
{
    const struct sentence_span *span = &g_array_index(spans, struct sentence_span, i);
    bool alone =
        i + 1 == spans->len || g_array_index(spans, struct sentence_span, i + 1).opens_paragraph;
    UChar32 last = rune_ahead(text, span->range.start, span->range.end);

    return span->opens_paragraph && alone && (last == '?' || last == 0xFF1F || last == 0x061F);
}

/* In an interview the questions tell nothing, short answers nothing without them, and "I" is not
 * the newspaper. */
static void choice_bar_dialogue(struct choice *choice, const char *text, const GArray *spans,
                                const char *language)
{
    guint questions = 0;
    bool answers = false;

    for (guint i = 0; i < spans->len; i++)
        questions += span_asks(text, spans, i);
    if (questions < INTERVIEW_QUESTIONS_MIN)
        return;
    for (guint i = choice->first; i < choice->sentences->len; i++) {
        struct candidate *candidate = &choice->candidates[i];
        bool asks = span_asks(text, spans, i - choice->first);
        bool follows = i > choice->first && span_asks(text, spans, i - choice->first - 1);

        answers = answers || asks;
        candidate->barred =
            asks || (answers && phrase_is_personal(choice->sentences->pdata[i], language));
        candidate->hangs |= follows && candidate->length < ANSWER_WORDS_MIN;
    }
}

static void choice_init(struct choice *choice, const char *text,
                        const struct summary_options *options)
{
    g_autoptr(GArray) spans = sentences_find(text, options->language);
    bool lead = options->headline_is_lead && options->headline;
    guint count = MIN(spans->len, LIMIT_SENTENCES);

    *choice = (struct choice){.first = lead,
                              .remaining = options->max_words ? options->max_words : UINT_MAX};
    choice->sentences = g_ptr_array_new_full(count + 1, g_free);
    choice->candidates = g_new0(struct candidate, count + 1);
    if (lead)
        g_ptr_array_add(choice->sentences, g_strdup(options->headline));
    for (guint i = 0; i < count; i++) {
        const struct sentence_span *span = &g_array_index(spans, struct sentence_span, i);
        char *sentence = g_strndup(text + span->range.start, span->range.end - span->range.start);
        struct candidate *candidate = &choice->candidates[choice->first + i];

        g_ptr_array_add(choice->sentences, sentence);
        candidate->length = words_budget_length(sentence);
        candidate->hangs = span->goes_on || candidate->length < SENTENCE_WORDS_MIN ||
                           phrase_hangs(sentence, options->language);
    }
    choice_bar_dialogue(choice, text, spans, options->language);
    choice->ranking =
        ranking_new(choice->sentences, lead ? NULL : options->headline, options->language);
}

static void choice_clear(struct choice *choice)
{
    ranking_free(choice->ranking);
    g_free(choice->candidates);
    g_ptr_array_unref(choice->sentences);
}

static void choice_take(struct choice *choice, guint taken)
{
    choice->candidates[taken].chosen = true;
    ranking_refer_to(choice->ranking, taken);
    for (guint i = choice->first; i < choice->sentences->len; i++) {
        struct candidate *candidate = &choice->candidates[i];

        if (!candidate->chosen)
            candidate->redundancy =
                MAX(candidate->redundancy, ranking_similarity(choice->ranking, i));
    }
}

static bool choice_allows(const struct choice *choice, guint i, bool unlimited)
{
    const struct candidate *candidate = &choice->candidates[i];

    if (candidate->chosen || (candidate->barred && !unlimited) ||
        candidate->length > choice->remaining)
        return false;
    if (i > 0 && candidate->hangs && !choice->candidates[i - 1].chosen)
        return false;
    return unlimited || ranking_words(choice->ranking, i) > 0;
}

/* The best sentence that may be taken now, or the number of sentences when there is none. */
static guint choice_best(const struct choice *choice, bool unlimited)
{
    guint best = choice->sentences->len;
    double best_value = -1;

    for (guint i = choice->first; i < choice->sentences->len; i++) {
        double discount = 1 - redundancy_discount * choice->candidates[i].redundancy;
        double value = ranking_score(choice->ranking, i) * discount;

        if (value > best_value && choice_allows(choice, i, unlimited)) {
            best = i;
            best_value = value;
        }
    }
    return best;
}

static void choice_make(struct choice *choice, bool unlimited)
{
    if (choice->first > 0)
        choice_take(choice, 0);
    for (guint best = choice_best(choice, unlimited); best < choice->sentences->len;
         best = choice_best(choice, unlimited)) {
        struct candidate *candidate = &choice->candidates[best];

        choice_take(choice, best);
        candidate->rank = ++choice->chosen;
        if (!unlimited)
            choice->remaining -= candidate->length;
    }
}

static void summary_sentence_free(gpointer data)
{
    struct summary_sentence *sentence = data;

    g_free(sentence->text);
    g_free(sentence);
}

static void summary_add(GPtrArray *summary, char *text, unsigned rank)
{
    struct summary_sentence *sentence = g_new(struct summary_sentence, 1);

    *sentence = (struct summary_sentence){.text = text, .rank = rank};
    g_ptr_array_add(summary, sentence);
}

GPtrArray *summary_extract(const char *text, const struct summary_options *options)
{
    GPtrArray *summary = g_ptr_array_new_with_free_func(summary_sentence_free);
    struct choice choice;

    choice_init(&choice, text, options);
    choice_make(&choice, options->max_words == 0);
    for (guint i = choice.first; i < choice.sentences->len; i++)
        if (choice.candidates[i].rank > 0)
            summary_add(summary, g_strdup(g_ptr_array_index(choice.sentences, i)),
                        choice.candidates[i].rank);
    if (summary->len == 0 && choice.sentences->len > choice.first)
        summary_add(
            summary,
            cut_at_clause(g_ptr_array_index(choice.sentences, choice.first), options->max_words),
            1);
    choice_clear(&choice);
    return summary;
}

/* Thai and its neighbours write no full stop: there no end can be seen. */
static bool teaser_is_ended(const char *teaser)
{
    static const char *const cuts[] = {"…",   "...",   "[…]",    "[...]",
                                       "(…)", "(...)", "[more]", "(more)"};
    struct text_length length = words_measure(teaser);

    for (size_t i = 0; i < G_N_ELEMENTS(cuts); i++)
        if (g_str_has_suffix(teaser, cuts[i]))
            return false;
    return rune_text_is_ended(teaser, strlen(teaser)) || length.southeast > length.alphabetic;
}

bool summary_teaser_is_whole(const char *teaser, const char *language, unsigned max_words)
{
    unsigned words = words_budget_length(teaser);

    if (max_words > 0 && words > max_words)
        return false;
    if (!teaser_is_ended(teaser) || rune_ends_sentence(rune_at(teaser, 0, strlen(teaser))))
        return false;

    g_autoptr(GPtrArray) sentences = sentences_split(teaser, language);

    for (guint i = 0; i < sentences->len; i++)
        if (opening_is_boilerplate(g_ptr_array_index(sentences, i), language))
            return false;
    return sentences->len >= TEASER_SENTENCES_MIN || words >= TEASER_WORDS_MIN;
}
