/* SPDX-License-Identifier: MIT */
#include "similarity.h"

#include "contradiction.h"
#include "dictionary.h"

#include <math.h>
#include <stdlib.h>

enum {
    /* A term of more stories than so many joins each of them with the latest of these: what makes
     * the search linear. A big event has rarer words, too. */
    POSTINGS_MOST = 32,
    /* Stories that one is compared with in full. */
    NEAR_MOST = 24,
    /* Telling words that two stories must share; fewer are chance, above all among few stories. */
    TELLING_LEAST = 2,
    HEADLINE_WEIGHT = 2,
    LEAD_WEIGHT = 1,
    /* Among fewer stories it cannot be told how rare a word is. */
    STORIES_LEAST = 30,
};

/* Short words are common ones in most languages, also where too few stories are there to tell. */
static const float short_word_share = 0.3F;

/* The share of a headline's weight that must be found in the other story. */
static const double coverage_least = 0.3;

/* Of the words alone, before a story is worth a full comparison. */
static const float near_least = 0.08F;

/* Stories that share less are not alike, whatever else speaks for it. */
static const double shared_least = 0.1;

struct entry {
    guint term;
    float weight;
};

/* By the numbers of their terms; of just the size, as there are thousands. */
struct entries {
    struct entry *at;
    guint len;
};

/* One story: vectors of length 1. */
struct document {
    struct terms *terms;
    struct entries stems, grams;
    struct entries headline; /* the stems of its headline alone */
};

struct similarity {
    struct document *documents;
    guint count;
    struct dictionary *stems, *grams;
    GPtrArray *postings; /* by stem: GArray of struct entry, the places of earlier stories */
    float *sums;         /* one for each story, 0 between two searches */
};

static int entry_compare(const void *left, const void *right)
{
    const struct entry *one = left;
    const struct entry *other = right;
    return (one->term > other->term) - (one->term < other->term);
}

/* A term counts once in a text, whatever its number there. */
static void entries_merge(GArray *entries, float most)
{
    guint kept = 0;
    g_array_sort(entries, entry_compare);
    for (guint i = 0; i < entries->len; i++) {
        struct entry entry = g_array_index(entries, struct entry, i);
        struct entry *last = kept > 0 ? &g_array_index(entries, struct entry, kept - 1) : NULL;
        if (last && last->term == entry.term)
            last->weight = MIN(last->weight + entry.weight, most);
        else
            g_array_index(entries, struct entry, kept++) = entry;
    }
    g_array_set_size(entries, kept);
}

/* A word or a group of characters of a text, and how much it counts. */
typedef guint64 text_term(const struct term_text *text, guint index, float *weight);

static guint64 stem_at(const struct term_text *text, guint index, float *weight)
{
    const struct token *token = &g_array_index(text->tokens, struct token, index);
    *weight *= token->is_telling || token->is_name ? 1 : short_word_share;
    return token->stem;
}

static guint64 gram_at(const struct term_text *text, guint index, float *weight)
{
    (void)weight;
    return g_array_index(text->grams, guint64, index);
}

/* How the terms of one kind are found. */
struct kind {
    text_term *term_at;
    struct dictionary *dictionary;
    bool is_of_grams;
};

static GArray *text_entries(const struct term_text *text, const struct kind *kind, float weight)
{
    guint length = kind->is_of_grams ? text->grams->len : text->tokens->len;
    GArray *entries = g_array_sized_new(FALSE, FALSE, sizeof(struct entry), length);
    for (guint i = 0; i < length; i++) {
        struct entry entry = {.weight = weight};
        entry.term = dictionary_number(kind->dictionary, kind->term_at(text, i, &entry.weight));
        g_array_append_val(entries, entry);
    }
    entries_merge(entries, weight);
    return entries;
}

static struct entries entries_fit(const GArray *entries)
{
    return (struct entries){g_memdup2(entries->data, entries->len * sizeof(struct entry)),
                            entries->len};
}

/* Counts in how many stories each of the terms stands, too. */
static struct entries document_entries(const struct terms *terms, const struct kind *kind)
{
    g_autoptr(GArray) entries = text_entries(&terms->headline, kind, HEADLINE_WEIGHT);
    g_autoptr(GArray) lead = text_entries(&terms->lead, kind, LEAD_WEIGHT);
    g_array_append_vals(entries, lead->data, lead->len);
    entries_merge(entries, HEADLINE_WEIGHT + LEAD_WEIGHT);
    for (guint i = 0; i < entries->len; i++)
        dictionary_count(kind->dictionary, g_array_index(entries, struct entry, i).term);
    return entries_fit(entries);
}

static void entries_weigh(struct entries *entries, const struct dictionary *dictionary,
                          guint stories)
{
    for (guint i = 0; i < entries->len; i++) {
        struct entry *entry = &entries->at[i];
        double rarity = log((stories + 1.0) / dictionary_stories(dictionary, entry->term));
        entry->weight *= (float)rarity;
    }
}

static void entries_normalise(struct entries *entries)
{
    double squares = 0;
    for (guint i = 0; i < entries->len; i++)
        squares += (double)entries->at[i].weight * entries->at[i].weight;
    for (guint i = 0; squares > 0 && i < entries->len; i++)
        entries->at[i].weight /= (float)sqrt(squares);
}

static void postings_destroy(void *postings)
{
    g_array_unref(postings);
}

static GPtrArray *postings_new(guint terms)
{
    GPtrArray *postings = g_ptr_array_new_full(terms, postings_destroy);
    for (guint i = 0; i < terms; i++)
        g_ptr_array_add(postings, g_array_new(FALSE, FALSE, sizeof(struct entry)));
    return postings;
}

static void document_read(struct similarity *similarity, struct document *document,
                          const struct candidate *candidate)
{
    g_autofree char *lead = candidate_lead(candidate);
    document->terms = terms_new(candidate->headline, lead);
    const struct kind stems = {stem_at, similarity->stems, false};
    const struct kind grams = {gram_at, similarity->grams, true};
    document->stems = document_entries(document->terms, &stems);
    document->grams = document_entries(document->terms, &grams);
    g_autoptr(GArray) headline = text_entries(&document->terms->headline, &stems, 1);
    document->headline = entries_fit(headline);
    terms_forget_grams(document->terms);
}

static void document_weigh(const struct similarity *similarity, struct document *document,
                           guint stories)
{
    entries_weigh(&document->headline, similarity->stems, stories);
    entries_weigh(&document->stems, similarity->stems, stories);
    entries_weigh(&document->grams, similarity->grams, stories);
    entries_normalise(&document->headline);
    entries_normalise(&document->stems);
    entries_normalise(&document->grams);
}

static void document_clear(struct document *document)
{
    terms_free(document->terms);
    g_free(document->stems.at);
    g_free(document->grams.at);
    g_free(document->headline.at);
}

struct similarity *similarity_new(const GPtrArray *candidates, const GPtrArray *others)
{
    struct similarity *similarity = g_new0(struct similarity, 1);
    similarity->count = candidates->len;
    similarity->documents = g_new0(struct document, candidates->len + 1);
    similarity->sums = g_new0(float, candidates->len + 1);
    similarity->stems = dictionary_new();
    similarity->grams = dictionary_new();
    for (guint i = 0; i < others->len; i++) {
        struct document document;
        document_read(similarity, &document, others->pdata[i]);
        document_clear(&document);
    }
    for (guint i = 0; i < candidates->len; i++)
        document_read(similarity, &similarity->documents[i], candidates->pdata[i]);
    guint known = MAX(candidates->len + others->len, STORIES_LEAST);
    for (guint i = 0; i < candidates->len; i++)
        document_weigh(similarity, &similarity->documents[i], known);
    similarity->postings = postings_new(dictionary_size(similarity->stems));
    return similarity;
}

void similarity_free(struct similarity *similarity)
{
    for (guint i = 0; i < similarity->count; i++)
        document_clear(&similarity->documents[i]);
    g_ptr_array_unref(similarity->postings);
    dictionary_free(similarity->stems);
    dictionary_free(similarity->grams);
    g_free(similarity->documents);
    g_free(similarity->sums);
    g_free(similarity);
}

const struct terms *similarity_terms(const struct similarity *similarity, guint one)
{
    return similarity->documents[one].terms;
}

static double entries_product(const struct entries *one, const struct entries *other)
{
    double product = 0;
    for (guint i = 0, j = 0; i < one->len && j < other->len;) {
        struct entry a = one->at[i];
        struct entry b = other->at[j];
        product += a.term == b.term ? (double)a.weight * b.weight : 0;
        i += a.term <= b.term;
        j += b.term <= a.term;
    }
    return product;
}

static bool text_tells(const struct term_text *text, guint64 stem)
{
    for (guint i = 0; i < text->tokens->len; i++)
        if (g_array_index(text->tokens, struct token, i).stem == stem)
            return true;
    return false;
}

/* At least one of the words that both have must be in a headline. */
static bool telling_is_shared(const struct terms *one, const struct terms *other)
{
    const struct term_text *texts[] = {&one->headline, &one->lead};
    guint shared = 0;
    bool is_in_headline = false;
    for (guint text = 0; text < G_N_ELEMENTS(texts); text++)
        for (guint i = 0; i < texts[text]->tokens->len; i++) {
            const struct token *token = &g_array_index(texts[text]->tokens, struct token, i);
            if (!token->is_telling)
                continue;
            bool in_headline = text_tells(&other->headline, token->stem);
            shared += in_headline || text_tells(&other->lead, token->stem);
            is_in_headline = is_in_headline || in_headline || (text == 0 && shared > 0);
        }
    return shared >= TELLING_LEAST && is_in_headline;
}

/* How much of one's headline the other has in headline or lead, 0 to 1. */
static double headline_coverage(const struct document *one, const struct document *other)
{
    const struct entries *stems = &other->stems;
    double all = 0, found = 0;
    for (guint i = 0, j = 0; i < one->headline.len; i++) {
        struct entry entry = one->headline.at[i];
        double weight = (double)entry.weight * entry.weight;
        while (j < stems->len && stems->at[j].term < entry.term)
            j++;
        all += weight;
        if (j < stems->len && stems->at[j].term == entry.term)
            found += weight;
    }
    return all > 0 ? found / all : 0;
}

double similarity_measure(const struct similarity *similarity, guint one, guint other)
{
    const struct document *a = &similarity->documents[one];
    const struct document *b = &similarity->documents[other];
    double shared =
        (entries_product(&a->stems, &b->stems) + entries_product(&a->grams, &b->grams)) / 2;
    /* The lead of one would drown what its headline has in common with a headline alone. */
    if (a->terms->lead.tokens->len == 0 || b->terms->lead.tokens->len == 0)
        shared = MAX(shared, entries_product(&a->headline, &b->headline));
    if (shared < shared_least || !telling_is_shared(a->terms, b->terms))
        return 0;
    double coverage = MIN(headline_coverage(a, b), headline_coverage(b, a));
    return shared * MIN(coverage / coverage_least, 1) * contradiction_factor(a->terms, b->terms);
}

bool similarity_excludes(const struct similarity *similarity, guint one, guint other)
{
    return contradiction_exists(similarity->documents[one].terms,
                                similarity->documents[other].terms);
}

/* Adds up, for each earlier story, the products of the stems that it shares; then this story, too,
 * is one of the earlier. */
static GArray *sums_gather(const struct similarity *similarity, guint one)
{
    GArray *touched = g_array_new(FALSE, FALSE, sizeof(struct entry));
    const struct entries *stems = &similarity->documents[one].stems;
    for (guint i = 0; i < stems->len; i++) {
        struct entry stem = stems->at[i];
        GArray *postings = similarity->postings->pdata[stem.term];
        guint first = postings->len > POSTINGS_MOST ? postings->len - POSTINGS_MOST : 0;
        for (guint j = first; j < postings->len; j++) {
            struct entry posting = g_array_index(postings, struct entry, j);
            if (similarity->sums[posting.term] == 0)
                g_array_append_val(touched, posting);
            similarity->sums[posting.term] += stem.weight * posting.weight;
        }
        struct entry own = {one, stem.weight};
        g_array_append_val(postings, own);
    }
    return touched;
}

static int sum_compare(const void *left, const void *right)
{
    const struct entry *one = left;
    const struct entry *other = right;
    if (one->weight != other->weight)
        return one->weight < other->weight ? 1 : -1;
    return entry_compare(left, right);
}

GArray *similarity_near(struct similarity *similarity, guint one)
{
    g_autoptr(GArray) touched = sums_gather(similarity, one);
    guint kept = 0;
    for (guint i = 0; i < touched->len; i++) {
        struct entry entry = g_array_index(touched, struct entry, i);
        entry.weight = similarity->sums[entry.term];
        similarity->sums[entry.term] = 0;
        if (entry.weight >= near_least)
            g_array_index(touched, struct entry, kept++) = entry;
    }
    g_array_set_size(touched, kept);
    g_array_sort(touched, sum_compare);
    GArray *near = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < MIN(kept, NEAR_MOST); i++) {
        guint place = g_array_index(touched, struct entry, i).term;
        g_array_append_val(near, place);
    }
    return near;
}
