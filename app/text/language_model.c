/* SPDX-License-Identifier: MIT */
#include "language_model.h"

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>
#include <unicode/uchar.h>

#include "language_model_table.h"
#include "rune.h"

/* An entry of language_grams is, from the highest bit: the hash of a gram, the number of a language
 * that has it, and how many points it is worth there. They are in the order of their hashes, so that
 * the languages of one gram stand together. Other grams share a hash now and then, which a text has
 * enough grams to outweigh. */
enum { HASH_BITS = 21, LANGUAGE_BITS = 6, WEIGHT_BITS = 5 };

/* language_firsts tells where the hashes begin that have each value of so many of their first bits. */
enum { FIRST_BITS = 12 };

/* The letters of a word that are looked at; a longer one is not looked up as a word. */
enum { WORD_RUNES = 24 };

/* What hashing begins with, so that one letter is another gram as a letter than as a word. */
enum { SEED_WORD = 0x01234567, SEED_LETTER = 0x2545F491 };
static const uint32_t seed_trigram = 0x811C9DC5;

G_STATIC_ASSERT(HASH_BITS + LANGUAGE_BITS + WEIGHT_BITS == 32);
G_STATIC_ASSERT(G_N_ELEMENTS(language_rows) <= LANGUAGE_MODEL_MAX);
G_STATIC_ASSERT(G_N_ELEMENTS(language_firsts) == (1 << FIRST_BITS) + 1);
G_STATIC_ASSERT(LANGUAGE_MODEL_MAX == 1 << LANGUAGE_BITS);

static uint32_t gram_hash(const UChar32 *runes, size_t count, uint32_t seed)
{
    uint32_t key = seed;

    for (size_t i = 0; i < count; i++)
        key = (key ^ (uint32_t)runes[i]) * 16777619;
    key ^= key >> 15;
    return (key * 0x9E3779B1) >> (32 - HASH_BITS);
}

static size_t gram_find(uint32_t hash)
{
    uint32_t first = hash >> (HASH_BITS - FIRST_BITS);
    size_t low = language_firsts[first];
    size_t high = language_firsts[first + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (language_grams[middle] >> (LANGUAGE_BITS + WEIGHT_BITS) < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void gram_weigh(struct language_likeness *likeness, uint32_t hash)
{
    for (size_t i = gram_find(hash); i < G_N_ELEMENTS(language_grams); i++) {
        uint32_t entry = language_grams[i];

        if (entry >> (LANGUAGE_BITS + WEIGHT_BITS) != hash)
            return;
        likeness->points[entry >> WEIGHT_BITS & (LANGUAGE_MODEL_MAX - 1)] +=
            entry & ((1U << WEIGHT_BITS) - 1);
    }
}

/* runes: with room for a space before and behind the count of them. */
static void word_weigh(struct language_likeness *likeness, UChar32 *runes, size_t count)
{
    size_t kept = MIN(count, WORD_RUNES);

    likeness->words++;
    runes[0] = ' ';
    runes[kept + 1] = ' ';
    for (size_t i = 0; i < kept; i++)
        gram_weigh(likeness, gram_hash(runes + i, 3, seed_trigram));
    for (size_t i = 1; i <= kept; i++)
        if (runes[i] >= 0x80)
            gram_weigh(likeness, gram_hash(runes + i, 1, SEED_LETTER));
    if (count == kept)
        gram_weigh(likeness, gram_hash(runes + 1, kept, SEED_WORD));
}

/* A letter or a mark, as they make up the words of the model. */
static bool rune_is_lettered(UChar32 rune)
{
    if (rune < 0x80)
        return g_ascii_isalpha((char)rune);
    return (U_GET_GC_MASK(rune) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

size_t language_model_count(void)
{
    return G_N_ELEMENTS(language_rows);
}

const struct language_row *language_model_row(size_t index)
{
    return &language_rows[index];
}

void language_model_weigh(struct language_likeness *likeness, const char *text, size_t length)
{
    UChar32 runes[WORD_RUNES + 2];
    size_t count = 0;

    for (size_t at = 0; at < length;) {
        UChar32 rune = rune_next(text, &at, length);

        if (rune_is_lettered(rune)) {
            if (count < WORD_RUNES)
                runes[count + 1] = rune < 0x80 ? g_ascii_tolower((char)rune) : u_tolower(rune);
            count++;
        } else if (count > 0) {
            word_weigh(likeness, runes, count);
            count = 0;
        }
    }
    if (count > 0)
        word_weigh(likeness, runes, count);
}
