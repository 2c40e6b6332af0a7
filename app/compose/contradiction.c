/* SPDX-License-Identifier: MIT */
#include "contradiction.h"

enum {
    /* Of longer headlines only the beginning is aligned. */
    ALIGNED_MOST = 30,
    /* Words between two names by which it can be told who does what to whom. */
    BETWEEN_LETTERS_LEAST = 4,
    LEAD_WORDS_LEAST = 4,
};

static const struct token *token_at(const struct term_text *text, guint index)
{
    return &g_array_index(text->tokens, struct token, index);
}

static bool text_has_stem(const struct term_text *text, guint64 stem)
{
    for (guint i = 0; i < text->tokens->len; i++)
        if (token_at(text, i)->stem == stem)
            return true;
    return false;
}

static bool terms_have_stem(const struct terms *terms, guint64 stem)
{
    return text_has_stem(&terms->headline, stem) || text_has_stem(&terms->lead, stem);
}

/* "beat" and "beats"; not "beaten", which turns it round. */
static bool words_are_same(const struct token *one, const struct token *other)
{
    return one->word == other->word || (one->singular && one->singular == other->word) ||
           (other->singular && other->singular == one->word);
}

/* True when a word that says what happened stands between both pairs of places. */
static bool between_is_shared(const struct term_text *one, const guint *places,
                              const struct term_text *other, const guint *other_places)
{
    for (guint i = places[0] + 1; i < places[1]; i++)
        for (guint j = other_places[0] + 1; j < other_places[1]; j++) {
            const struct token *word = token_at(one, i);
            if (!word->is_number && word->letters >= BETWEEN_LETTERS_LEAST &&
                words_are_same(word, token_at(other, j)))
                return true;
        }
    return false;
}

/* Only numbers between: a result is all that joins the names. */
static bool between_is_score(const struct term_text *text, const guint *places)
{
    for (guint i = places[0] + 1; i < places[1]; i++)
        if (!token_at(text, i)->is_number)
            return false;
    return places[1] > places[0] + 1;
}

enum order { ORDER_UNKNOWN, ORDER_SAME, ORDER_TURNED, ORDER_CONTRARY };

/* Of two names that both texts have: [0] and [1] are the places in the one, [2] and [3] in the
 * other. */
static enum order names_compare(const struct term_text *one, const struct term_text *other,
                                const guint *places)
{
    if ((places[0] < places[1]) == (places[2] < places[3]))
        return ORDER_SAME;
    const guint in_one[] = {MIN(places[0], places[1]), MAX(places[0], places[1])};
    const guint in_other[] = {MIN(places[2], places[3]), MAX(places[2], places[3])};
    bool is_contrary = between_is_shared(one, in_one, other, in_other);
    bool is_score = between_is_score(one, in_one) && between_is_score(other, in_other);
    return is_contrary || is_score ? ORDER_CONTRARY : ORDER_TURNED;
}

/* The first names that two headlines share, at most ALIGNED_MOST; pairs of places. */
static guint names_shared(const struct terms *one, const struct terms *other, guint places[][2])
{
    guint count = 0;
    for (guint i = 0; i < one->headline.tokens->len && count < ALIGNED_MOST; i++) {
        const struct token *name = token_at(&one->headline, i);
        if (!name->may_be_name || name->is_number)
            continue;
        for (guint j = 0; j < other->headline.tokens->len; j++) {
            const struct token *same = token_at(&other->headline, j);
            if (same->stem != name->stem || !(same->is_name || name->is_name))
                continue;
            places[count][0] = i;
            places[count++][1] = j;
            break;
        }
    }
    return count;
}

static enum order headlines_order(const struct terms *one, const struct terms *other)
{
    guint places[ALIGNED_MOST][2];
    guint count = names_shared(one, other, places);
    enum order order = ORDER_UNKNOWN;
    for (guint i = 0; i < count; i++)
        for (guint j = i + 1; j < count; j++) {
            const guint pair[] = {places[i][0], places[j][0], places[i][1], places[j][1]};
            order = MAX(order, names_compare(&one->headline, &other->headline, pair));
        }
    return order;
}

enum result { RESULT_UNKNOWN, RESULT_SAME, RESULT_TURNED, RESULT_OTHER };

static enum result results_compare(const struct term_text *one, const struct term_text *other)
{
    enum result result = RESULT_UNKNOWN;
    for (guint i = 0; i < one->scores->len; i++)
        for (guint j = 0; j < other->scores->len; j++) {
            struct score a = g_array_index(one->scores, struct score, i);
            struct score b = g_array_index(other->scores, struct score, j);
            if (a.left == b.left && a.right == b.right)
                return RESULT_SAME;
            bool is_turned = a.left == b.right && a.right == b.left;
            result = is_turned || result == RESULT_TURNED ? RESULT_TURNED : RESULT_OTHER;
        }
    return result;
}

/* A result told from the other side turns with its names. */
static bool results_contradict(const struct terms *one, const struct terms *other)
{
    enum result result = results_compare(&one->headline, &other->headline);
    enum order order = headlines_order(one, other);
    if (result == RESULT_TURNED)
        return order == ORDER_SAME;
    return order == ORDER_CONTRARY || result == RESULT_OTHER;
}

/* Which words of two headlines stand in the same order in both. */
struct alignment {
    bool in_one[ALIGNED_MOST], in_other[ALIGNED_MOST];
    guint length_one, length_other, common;
};

static struct alignment alignment_make(const struct term_text *one, const struct term_text *other)
{
    struct alignment alignment = {.length_one = MIN(one->tokens->len, ALIGNED_MOST),
                                  .length_other = MIN(other->tokens->len, ALIGNED_MOST)};
    guint best[ALIGNED_MOST + 1][ALIGNED_MOST + 1] = {{0}};
    for (guint i = alignment.length_one; i-- > 0;)
        for (guint j = alignment.length_other; j-- > 0;)
            best[i][j] = token_at(one, i)->stem == token_at(other, j)->stem
                             ? best[i + 1][j + 1] + 1
                             : MAX(best[i + 1][j], best[i][j + 1]);
    alignment.common = best[0][0];
    for (guint i = 0, j = 0; i < alignment.length_one && j < alignment.length_other;)
        if (token_at(one, i)->stem == token_at(other, j)->stem)
            alignment.in_one[i++] = alignment.in_other[j++] = true;
        else if (best[i + 1][j] >= best[i][j + 1])
            i++;
        else
            j++;
    return alignment;
}

/* What a text has outside an alignment and the other story nowhere. */
struct leftover {
    bool has_name, has_word;
};

static struct leftover leftover_find(const struct term_text *text, const bool *is_aligned,
                                     guint length, const struct terms *other)
{
    struct leftover leftover = {false, false};
    for (guint i = 0; i < length; i++) {
        const struct token *token = token_at(text, i);
        if (is_aligned[i] || token->is_number || terms_have_stem(other, token->stem))
            continue;
        leftover.has_name |= token->is_name || (i == 0 && token->may_be_name);
        leftover.has_word |= token->is_telling;
    }
    return leftover;
}

static guint leads_shared(const struct terms *one, const struct terms *other)
{
    guint shared = 0;
    for (guint i = 0; i < one->lead.tokens->len; i++)
        shared += token_at(&one->lead, i)->is_telling &&
                  text_has_stem(&other->lead, token_at(&one->lead, i)->stem);
    return shared;
}

static bool leads_agree(const struct terms *one, const struct terms *other)
{
    guint length = MIN(one->lead.tokens->len, other->lead.tokens->len);
    return length > 0 && leads_shared(one, other) * 4 >= length;
}

enum fit { FIT_UNKNOWN, FIT_NONE, FIT_SOME, FIT_COUNT };

/* Measured on tests/fixtures/compose/development.tsv, as the threshold of cluster.c is. */
static const double number_factors[FIT_COUNT] = {
    [FIT_UNKNOWN] = 1, [FIT_NONE] = 0.6, [FIT_SOME] = 1.2};
static const double foreign_lead_factor = 0.5;
static const double name_factors[FIT_COUNT] = {
    [FIT_UNKNOWN] = 1, [FIT_NONE] = 0.35, [FIT_SOME] = 1};

typedef bool token_is_kind(const struct token *token);

static bool token_is_name(const struct token *token)
{
    return token->is_name && !token->is_number;
}

static bool token_is_number(const struct token *token)
{
    return token->is_number;
}

/* How many of a kind stand in headline and lead, and how many of those in the other story. */
static guint kind_count(const struct terms *terms, token_is_kind *is_kind, const struct terms *in,
                        guint *found)
{
    const struct term_text *texts[] = {&terms->headline, &terms->lead};
    guint count = 0;
    for (guint text = 0; text < G_N_ELEMENTS(texts); text++)
        for (guint i = 0; i < texts[text]->tokens->len; i++) {
            const struct token *token = token_at(texts[text], i);
            if (!is_kind(token))
                continue;
            count++;
            *found += terms_have_stem(in, token->stem);
        }
    return count;
}

static enum fit kind_compare(const struct terms *one, const struct terms *other,
                             token_is_kind *is_kind)
{
    guint found = 0;
    guint in_one = kind_count(one, is_kind, other, &found);
    guint in_other = kind_count(other, is_kind, one, &found);
    if (in_one == 0 || in_other == 0)
        return FIT_UNKNOWN;
    return found == 0 ? FIT_NONE : FIT_SOME;
}

/* Names in both leads, of which the other story has none. */
static bool lead_names_differ(const struct terms *one, const struct terms *other)
{
    const struct terms *sides[] = {one, other};
    for (guint side = 0; side < G_N_ELEMENTS(sides); side++) {
        const struct term_text *lead = &sides[side]->lead;
        guint names = 0;
        for (guint i = 0; i < lead->tokens->len; i++) {
            const struct token *token = token_at(lead, i);
            names += token_is_name(token);
            if (token_is_name(token) && terms_have_stem(sides[1 - side], token->stem))
                return false;
        }
        if (names == 0)
            return false;
    }
    return true;
}

/* Headlines from one mould with something else put in. */
static bool moulds_contradict(const struct terms *one, const struct terms *other)
{
    struct alignment alignment = alignment_make(&one->headline, &other->headline);
    guint shorter = MIN(alignment.length_one, alignment.length_other);
    guint longer = MAX(alignment.length_one, alignment.length_other);
    if (alignment.common * 2 < shorter || alignment.common == longer || shorter < 2)
        return false;
    bool is_one_word = alignment.common + 1 == longer && shorter == longer;
    struct leftover in_one =
        leftover_find(&one->headline, alignment.in_one, alignment.length_one, other);
    struct leftover in_other =
        leftover_find(&other->headline, alignment.in_other, alignment.length_other, one);
    /* Several words at once are put in where a report is written each day. */
    bool is_filled_anew = alignment.common * 10 >= longer * 6 &&
                          kind_compare(one, other, token_is_number) == FIT_NONE;
    return (in_one.has_name && in_other.has_name) || is_filled_anew ||
           (in_one.has_word && in_other.has_word && lead_names_differ(one, other)) ||
           (is_one_word && !leads_agree(one, other));
}

bool contradiction_exists(const struct terms *one, const struct terms *other)
{
    return results_contradict(one, other) || moulds_contradict(one, other);
}

/* A lead long enough to judge, of which the other story has no word. */
static bool lead_is_foreign(const struct terms *one, const struct terms *other)
{
    guint telling = 0;
    for (guint i = 0; i < one->lead.tokens->len; i++) {
        const struct token *token = token_at(&one->lead, i);
        if (token->is_telling && terms_have_stem(other, token->stem))
            return false;
        telling += token->is_telling;
    }
    return telling >= LEAD_WORDS_LEAST;
}

double contradiction_factor(const struct terms *one, const struct terms *other)
{
    bool is_foreign = lead_is_foreign(one, other) || lead_is_foreign(other, one);
    return number_factors[kind_compare(one, other, token_is_number)] *
           name_factors[kind_compare(one, other, token_is_name)] *
           (is_foreign ? foreign_lead_factor : 1);
}
