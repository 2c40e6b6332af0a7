/* SPDX-License-Identifier: MIT */
#include "dictionary.h"

struct dictionary {
    GHashTable *numbers; /* guint64 * → guint */
    GArray *counts;      /* of guint */
};

struct dictionary *dictionary_new(void)
{
    struct dictionary *dictionary = g_new(struct dictionary, 1);
    dictionary->numbers = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    dictionary->counts = g_array_new(FALSE, FALSE, sizeof(guint));
    return dictionary;
}

void dictionary_free(struct dictionary *dictionary)
{
    g_hash_table_unref(dictionary->numbers);
    g_array_unref(dictionary->counts);
    g_free(dictionary);
}

guint dictionary_number(struct dictionary *dictionary, guint64 term)
{
    gpointer known;
    if (g_hash_table_lookup_extended(dictionary->numbers, &term, NULL, &known))
        return GPOINTER_TO_UINT(known);
    guint number = dictionary->counts->len;
    guint none = 0;
    g_array_append_val(dictionary->counts, none);
    g_hash_table_insert(dictionary->numbers, g_memdup2(&term, sizeof term),
                        GUINT_TO_POINTER(number));
    return number;
}

guint dictionary_size(const struct dictionary *dictionary)
{
    return dictionary->counts->len;
}

void dictionary_count(struct dictionary *dictionary, guint number)
{
    g_array_index(dictionary->counts, guint, number)++;
}

guint dictionary_stories(const struct dictionary *dictionary, guint number)
{
    return g_array_index(dictionary->counts, guint, number);
}
