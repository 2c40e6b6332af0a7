/* SPDX-License-Identifier: MIT */
#include "order.h"

#include "candidate.h"

static int compare_turn(gconstpointer left, gconstpointer right)
{
    unsigned left_turn = (*(const struct candidate *const *)left)->turn;
    unsigned right_turn = (*(const struct candidate *const *)right)->turn;
    return (left_turn > right_turn) - (left_turn < right_turn);
}

/* Sources stand together, so a turn begins again with each. */
static void turns_count(GPtrArray *candidates)
{
    const struct candidate *previous = NULL;
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        bool is_same = previous && previous->source_index == candidate->source_index;
        candidate->turn = is_same ? previous->turn + 1 : 0;
        previous = candidate;
    }
}

void order_candidates(GPtrArray *candidates, enum edition_order order)
{
    static const GCompareFunc comparisons[] = {
        [EDITION_ORDER_INTERLEAVE] = compare_turn,
        [EDITION_ORDER_NEWEST] = candidate_compare_newest,
    };
    turns_count(candidates);
    /* Stable: what is equal stays in the order of the config. */
    g_ptr_array_sort(candidates, comparisons[order]);
}
