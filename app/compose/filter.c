/* SPDX-License-Identifier: MIT */
#include "filter.h"

#include "candidate.h"

/* What is left of a source whose stories are all too old. */
enum { OLD_STORIES_KEPT = 3 };

static bool candidate_is_shown(const struct candidate *candidate, const void *user)
{
    (void)user;
    return candidate_is_worthy(candidate);
}

static bool candidate_is_fresh(const struct candidate *candidate, const void *user)
{
    const struct filter *filter = user;
    gint64 published_utc_s = candidate->story->published_utc_s;
    gint64 oldest_utc_s = filter->now_utc_s - (gint64)filter->max_age_hours * 3600;
    return filter->max_age_hours == 0 || published_utc_s == INSTANT_UNKNOWN ||
           published_utc_s >= oldest_utc_s;
}

static bool candidates_are_old(const GPtrArray *candidates, const struct filter *filter)
{
    for (guint i = 0; i < candidates->len; i++)
        if (candidate_is_fresh(candidates->pdata[i], filter))
            return false;
    return true;
}

static void candidates_shorten(GPtrArray *candidates, guint length)
{
    if (candidates->len > length)
        g_ptr_array_set_size(candidates, (gint)length);
}

void filter_candidates(GPtrArray *candidates, const struct filter *filter)
{
    candidates_keep(candidates, candidate_is_shown, NULL);
    g_ptr_array_sort(candidates, candidate_compare_newest);
    if (candidates_are_old(candidates, filter))
        candidates_shorten(candidates, OLD_STORIES_KEPT);
    else
        candidates_keep(candidates, candidate_is_fresh, filter);
    if (filter->limit > 0)
        candidates_shorten(candidates, (guint)filter->limit);
}
