/* SPDX-License-Identifier: MIT */
#include "order.h"

#include "candidate.h"

/* In the middle of its turn: with weight 2 the turns take half the time. */
static void places_share(GPtrArray *candidates)
{
    const struct candidate *previous = NULL;
    unsigned turn = 0;
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        bool is_same = previous && previous->source_index == candidate->source_index;
        turn = is_same ? turn + 1 : 0;
        candidate->place = (turn + 0.5) / candidate->weight;
        previous = candidate;
    }
}

/* A number that looks thrown, and is the same on every screen that shows this story that day. */
static double place_throw(const char *day, const struct candidate *candidate)
{
    const struct story *story = candidate->story;
    const char *id = story->id ? story->id : story->link ? story->link : story->headline;
    g_autofree char *seed = g_strdup_printf("%s %s", day, id ? id : "");
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_MD5, seed, -1);
    digest[8] = '\0';
    return (double)g_ascii_strtoull(digest, NULL, 16);
}

static int compare_place(gconstpointer left, gconstpointer right)
{
    double left_place = (*(const struct candidate *const *)left)->place;
    double right_place = (*(const struct candidate *const *)right)->place;
    return (left_place > right_place) - (left_place < right_place);
}

static int compare_breaking(gconstpointer left, gconstpointer right)
{
    bool left_is_breaking = (*(const struct candidate *const *)left)->is_breaking;
    bool right_is_breaking = (*(const struct candidate *const *)right)->is_breaking;
    return right_is_breaking - left_is_breaking;
}

void order_candidates(GPtrArray *candidates, enum edition_order order, const char *day)
{
    static const GCompareFunc comparisons[] = {
        [EDITION_ORDER_INTERLEAVE] = compare_place,
        [EDITION_ORDER_NEWEST] = candidate_compare_newest,
        [EDITION_ORDER_SHUFFLE] = compare_place,
    };
    places_share(candidates);
    for (guint i = 0; order == EDITION_ORDER_SHUFFLE && i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        candidate->place = place_throw(day, candidate);
    }
    /* Stable: what is equal stays in the order of the config. */
    g_ptr_array_sort(candidates, comparisons[order]);
    g_ptr_array_sort(candidates, compare_breaking);
}
