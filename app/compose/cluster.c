/* SPDX-License-Identifier: MIT */
#include "cluster.h"

/* The least mean similarity of two groups that become one. Measured on the pairs of
 * tests/fixtures/compose/development.tsv: a story shown twice is better than one that is lost. */
static const double threshold = 0.2;

/* Two groups that could become one, by the numbers they had when it was weighed. */
struct bond {
    double mean;
    guint one, other; /* one < other */
};

struct clustering {
    struct similarity *similarity;
    const struct cluster_rule *rule;
    GPtrArray *groups;     /* of GArray of guint; NULL once it went into a later one */
    GPtrArray *neighbours; /* of GArray of guint: groups that share words with it */
    GArray *heap;          /* of struct bond, the best first */
};

/* The best first; among equals the earlier stories, so that nothing depends on chance. */
static bool bond_precedes(const struct bond *one, const struct bond *other)
{
    if (one->mean != other->mean)
        return one->mean > other->mean;
    return one->one != other->one ? one->one < other->one : one->other < other->other;
}

static struct bond *heap_at(GArray *heap, guint index)
{
    return &g_array_index(heap, struct bond, index);
}

static void heap_swap(GArray *heap, guint one, guint other)
{
    struct bond bond = *heap_at(heap, one);
    *heap_at(heap, one) = *heap_at(heap, other);
    *heap_at(heap, other) = bond;
}

static void heap_push(GArray *heap, struct bond bond)
{
    g_array_append_val(heap, bond);
    for (guint i = heap->len - 1; i > 0; i = (i - 1) / 2) {
        if (!bond_precedes(heap_at(heap, i), heap_at(heap, (i - 1) / 2)))
            return;
        heap_swap(heap, i, (i - 1) / 2);
    }
}

static struct bond heap_pop(GArray *heap)
{
    struct bond best = *heap_at(heap, 0);
    heap_swap(heap, 0, heap->len - 1);
    g_array_set_size(heap, heap->len - 1);
    for (guint i = 0;;) {
        guint first = i;
        for (guint child = 2 * i + 1; child <= 2 * i + 2 && child < heap->len; child++)
            if (bond_precedes(heap_at(heap, child), heap_at(heap, first)))
                first = child;
        if (first == i)
            return best;
        heap_swap(heap, i, first);
        i = first;
    }
}

static GArray *group_at(const struct clustering *clustering, guint number)
{
    return clustering->groups->pdata[number];
}

/* Over all pairs of the two groups; 0 when one pair forbids it. */
static double mean_measure(const struct clustering *clustering, guint one, guint other)
{
    const GArray *left = group_at(clustering, one);
    const GArray *right = group_at(clustering, other);
    const struct cluster_rule *rule = clustering->rule;
    double sum = 0;
    for (guint i = 0; i < left->len; i++)
        for (guint j = 0; j < right->len; j++)
            if (!rule->may_join(g_array_index(left, guint, i), g_array_index(right, guint, j),
                                rule->user))
                return 0;
    for (guint i = 0; i < left->len; i++)
        for (guint j = 0; j < right->len; j++)
            sum += similarity_measure(clustering->similarity, g_array_index(left, guint, i),
                                      g_array_index(right, guint, j));
    double mean = sum / (left->len * right->len);
    for (guint i = 0; mean >= threshold && i < left->len; i++)
        for (guint j = 0; j < right->len; j++)
            if (similarity_excludes(clustering->similarity, g_array_index(left, guint, i),
                                    g_array_index(right, guint, j)))
                return 0;
    return mean;
}

static void bond_weigh(struct clustering *clustering, guint one, guint other)
{
    struct bond bond = {mean_measure(clustering, one, other), MIN(one, other), MAX(one, other)};
    if (bond.mean >= threshold)
        heap_push(clustering->heap, bond);
}

static void neighbours_add(const struct clustering *clustering, guint one, guint other)
{
    g_array_append_val((GArray *)clustering->neighbours->pdata[one], other);
    g_array_append_val((GArray *)clustering->neighbours->pdata[other], one);
}

static void group_open(struct clustering *clustering, GArray *members)
{
    g_ptr_array_add(clustering->groups, members);
    g_ptr_array_add(clustering->neighbours, g_array_new(FALSE, FALSE, sizeof(guint)));
}

static int place_compare(const void *left, const void *right)
{
    guint one = *(const guint *)left, other = *(const guint *)right;
    return (one > other) - (one < other);
}

static void neighbours_inherit(struct clustering *clustering, guint from, GHashTable *seen)
{
    const GArray *neighbours = clustering->neighbours->pdata[from];
    for (guint i = 0; i < neighbours->len; i++) {
        guint neighbour = g_array_index(neighbours, guint, i);
        if (group_at(clustering, neighbour))
            g_hash_table_add(seen, GUINT_TO_POINTER(neighbour));
    }
}

/* The two become a group with a new number, so that their bonds of before are void. */
static void groups_join(struct clustering *clustering, struct bond bond)
{
    GArray *members = group_at(clustering, bond.one);
    GArray *others = group_at(clustering, bond.other);
    g_array_append_vals(members, others->data, others->len);
    g_array_sort(members, place_compare);
    g_array_unref(others);
    clustering->groups->pdata[bond.one] = clustering->groups->pdata[bond.other] = NULL;

    guint number = clustering->groups->len;
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    neighbours_inherit(clustering, bond.one, seen);
    neighbours_inherit(clustering, bond.other, seen);
    group_open(clustering, members);
    GHashTableIter iter;
    gpointer neighbour;
    g_hash_table_iter_init(&iter, seen);
    while (g_hash_table_iter_next(&iter, &neighbour, NULL)) {
        neighbours_add(clustering, number, GPOINTER_TO_UINT(neighbour));
        bond_weigh(clustering, number, GPOINTER_TO_UINT(neighbour));
    }
}

static void array_destroy(void *array)
{
    g_array_unref(array);
}

static int group_compare(const void *left, const void *right)
{
    const GArray *one = *(GArray *const *)left;
    const GArray *other = *(GArray *const *)right;
    return place_compare(one->data, other->data);
}

static GPtrArray *groups_take(const struct clustering *clustering)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(array_destroy);
    for (guint i = 0; i < clustering->groups->len; i++)
        if (group_at(clustering, i))
            g_ptr_array_add(groups, group_at(clustering, i));
    g_ptr_array_sort(groups, group_compare);
    return groups;
}

GPtrArray *cluster_stories(struct similarity *similarity, guint count,
                           const struct cluster_rule *rule)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    g_autoptr(GPtrArray) neighbours = g_ptr_array_new_with_free_func(array_destroy);
    g_autoptr(GArray) heap = g_array_new(FALSE, FALSE, sizeof(struct bond));
    struct clustering clustering = {similarity, rule, open, neighbours, heap};
    for (guint i = 0; i < count; i++) {
        GArray *members = g_array_new(FALSE, FALSE, sizeof(guint));
        g_array_append_val(members, i);
        group_open(&clustering, members);
        g_autoptr(GArray) near = similarity_near(similarity, i);
        for (guint j = 0; j < near->len; j++) {
            neighbours_add(&clustering, i, g_array_index(near, guint, j));
            bond_weigh(&clustering, i, g_array_index(near, guint, j));
        }
    }
    while (heap->len > 0) {
        struct bond bond = heap_pop(heap);
        if (group_at(&clustering, bond.one) && group_at(&clustering, bond.other))
            groups_join(&clustering, bond);
    }
    return groups_take(&clustering);
}
