/* SPDX-License-Identifier: MIT */
#include "../../app/compose/candidate.h"
#include "../../app/compose/merge.h"

#include <string.h>

/* Rows of tests/fixtures/compose: event, source, language, headline, lead. Rows of one event tell
 * the same news; events that share the part before the dot are planned near misses of one another.
 * What was chosen by measuring was chosen on development.tsv; held_back.tsv was written afterwards,
 * and no number was chosen by it. */
enum { COLUMN_EVENT, COLUMN_SOURCE, COLUMN_LANGUAGE, COLUMN_HEADLINE, COLUMN_LEAD, COLUMNS };

static const double least_precision = 0.95;
static const double least_recall = 0.85;

struct pairs {
    GPtrArray *rows;       /* of char **, of COLUMNS */
    GPtrArray *stories;    /* of struct story */
    GPtrArray *candidates; /* of struct candidate */
};

static void story_destroy(void *story)
{
    story_free(story);
}

static void row_destroy(void *row)
{
    g_strfreev(row);
}

static unsigned source_number(GHashTable *sources, const char *name)
{
    gpointer known;
    if (!g_hash_table_lookup_extended(sources, name, NULL, &known))
        g_hash_table_insert(sources, g_strdup(name),
                            known = GUINT_TO_POINTER(g_hash_table_size(sources)));
    return GPOINTER_TO_UINT(known);
}

static void pairs_add(struct pairs *pairs, char **row, GHashTable *sources)
{
    struct story *story = story_new();
    story->id = g_strdup_printf("%u", pairs->rows->len);
    story->headline = g_strdup(row[COLUMN_HEADLINE]);
    story->teaser = g_strdup(row[COLUMN_LEAD]);
    story->published_utc_s = 1795444320 - 600 * (gint64)pairs->rows->len;
    struct candidate *candidate = candidate_new(story);
    candidate->source = g_strdup(row[COLUMN_SOURCE]);
    candidate->headline = g_strdup(row[COLUMN_HEADLINE]);
    candidate->language = row[COLUMN_LANGUAGE];
    candidate->source_index = source_number(sources, row[COLUMN_SOURCE]);
    g_ptr_array_add(pairs->rows, row);
    g_ptr_array_add(pairs->stories, story);
    g_ptr_array_add(pairs->candidates, candidate);
}

static struct pairs pairs_load(const char *name)
{
    g_autofree char *path = g_build_filename(PLACARD_FIXTURES, "compose", name, NULL);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    g_autoptr(GHashTable) sources = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    struct pairs pairs = {
        .rows = g_ptr_array_new_with_free_func(row_destroy),
        .stories = g_ptr_array_new_with_free_func(story_destroy),
        .candidates = g_ptr_array_new_with_free_func(candidate_free),
    };
    for (guint i = 1; lines[i] && *lines[i]; i++) {
        char **row = g_strsplit(lines[i], "\t", -1);
        g_assert_cmpuint(g_strv_length(row), ==, COLUMNS);
        pairs_add(&pairs, row, sources);
    }
    return pairs;
}

static void pairs_free(struct pairs *pairs)
{
    g_ptr_array_unref(pairs->candidates);
    g_ptr_array_unref(pairs->stories);
    g_ptr_array_unref(pairs->rows);
}

static const char *pairs_cell(const struct pairs *pairs, guint row, guint column)
{
    return ((char **)pairs->rows->pdata[row])[column];
}

static bool events_are_near(const char *one, const char *other)
{
    size_t length = strcspn(one, ".");
    return length == strcspn(other, ".") && strncmp(one, other, length) == 0;
}

struct tally {
    unsigned same, near_misses, found, wrong;
};

static void pair_judge(const struct pairs *pairs, guint one, guint other, struct tally *tally)
{
    const char *event = pairs_cell(pairs, one, COLUMN_EVENT);
    const char *other_event = pairs_cell(pairs, other, COLUMN_EVENT);
    bool is_same = g_str_equal(event, other_event);
    bool is_merged = candidate_standing(pairs->candidates->pdata[one]) ==
                     candidate_standing(pairs->candidates->pdata[other]);
    tally->same += is_same;
    tally->near_misses += !is_same && events_are_near(event, other_event);
    tally->found += is_same && is_merged;
    tally->wrong += !is_same && is_merged;
    if (is_same != is_merged)
        g_test_message("%s: %s | %s", is_merged ? "wrongly one" : "not found",
                       pairs_cell(pairs, one, COLUMN_HEADLINE),
                       pairs_cell(pairs, other, COLUMN_HEADLINE));
}

static void test_pairs(gconstpointer data)
{
    const char *name = data;
    struct pairs pairs = pairs_load(name);
    g_autoptr(GPtrArray) others = g_ptr_array_new();
    merge_candidates(pairs.candidates, others);
    struct tally tally = {0};
    for (guint i = 0; i < pairs.rows->len; i++)
        for (guint j = 0; j < i; j++)
            pair_judge(&pairs, j, i, &tally);
    double precision = (double)tally.found / (tally.found + tally.wrong);
    double recall = (double)tally.found / tally.same;
    g_test_message("%s: %u stories, %u same pairs, %u near misses: precision %.3f, recall %.3f",
                   name, pairs.rows->len, tally.same, tally.near_misses, precision, recall);
    g_assert_cmpuint(tally.same + tally.near_misses, >=, 50);
    g_assert_cmpfloat(precision, >=, least_precision);
    g_assert_cmpfloat(recall, >=, least_recall);
    pairs_free(&pairs);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/pairs/development", "development.tsv", test_pairs);
    g_test_add_data_func("/pairs/held-back", "held_back.tsv", test_pairs);
    return g_test_run();
}
