/* SPDX-License-Identifier: MIT */
#include "vocabulary.h"

#include <string.h>

/* A power of two. */
enum { SLOTS_AT_FIRST = 128 };

struct word {
    guint hash;
    guint offset; /* of its letters */
};

struct vocabulary {
    GArray *words;    /* struct word by number */
    GString *letters; /* of all words, each with its NUL */
    guint *slots;     /* number + 1 of a word with such a hash or one before; 0: free */
    guint slots_mask;
};

struct vocabulary *vocabulary_new(void)
{
    struct vocabulary *vocabulary = g_new(struct vocabulary, 1);

    *vocabulary = (struct vocabulary){
        .words = g_array_sized_new(FALSE, FALSE, sizeof(struct word), SLOTS_AT_FIRST / 2),
        .letters = g_string_sized_new(SLOTS_AT_FIRST * 4),
        .slots = g_new0(guint, SLOTS_AT_FIRST),
        .slots_mask = SLOTS_AT_FIRST - 1,
    };
    return vocabulary;
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    if (!vocabulary)
        return;
    g_array_unref(vocabulary->words);
    g_string_free(vocabulary->letters, TRUE);
    g_free(vocabulary->slots);
    g_free(vocabulary);
}

guint vocabulary_count(const struct vocabulary *vocabulary)
{
    return vocabulary->words->len;
}

/* The slot of the word, or the free one where it belongs. */
static guint *slot_find(const struct vocabulary *vocabulary, const char *word, guint hash)
{
    for (guint at = hash;; at++) {
        guint *slot = &vocabulary->slots[at & vocabulary->slots_mask];

        if (*slot == 0)
            return slot;

        const struct word *known = &g_array_index(vocabulary->words, struct word, *slot - 1);

        if (known->hash == hash && strcmp(vocabulary->letters->str + known->offset, word) == 0)
            return slot;
    }
}

/* At most half of the slots are taken, so that a search is short. */
static void vocabulary_grow(struct vocabulary *vocabulary)
{
    guint count = (vocabulary->slots_mask + 1) * 2;

    g_free(vocabulary->slots);
    vocabulary->slots = g_new0(guint, count);
    vocabulary->slots_mask = count - 1;
    for (guint i = 0; i < vocabulary->words->len; i++) {
        const struct word *word = &g_array_index(vocabulary->words, struct word, i);

        *slot_find(vocabulary, vocabulary->letters->str + word->offset, word->hash) = i + 1;
    }
}

guint vocabulary_find(const struct vocabulary *vocabulary, const char *word)
{
    guint slot = *slot_find(vocabulary, word, g_str_hash(word));

    return slot > 0 ? slot - 1 : vocabulary->words->len;
}

guint vocabulary_add(struct vocabulary *vocabulary, const char *word)
{
    struct word added = {g_str_hash(word), (guint)vocabulary->letters->len};
    guint *slot = slot_find(vocabulary, word, added.hash);

    if (*slot > 0)
        return *slot - 1;
    *slot = vocabulary->words->len + 1;
    g_array_append_val(vocabulary->words, added);
    g_string_append_len(vocabulary->letters, word, (gssize)strlen(word) + 1);
    if (vocabulary->words->len * 2 > vocabulary->slots_mask)
        vocabulary_grow(vocabulary);
    return vocabulary->words->len - 1;
}
