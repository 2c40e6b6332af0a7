/* SPDX-License-Identifier: MIT */
#include "filter.h"

#include "candidate.h"
#include "choice.h"

/* What is left of a source whose stories are all too old. */
enum { OLD_STORIES_KEPT = 3 };

static bool candidate_is_fresh(const struct candidate *candidate, const struct filter *filter)
{
    gint64 published_utc_s = candidate->story->published_utc_s;
    gint64 oldest_utc_s = filter->now_utc_s - (gint64)filter->max_age_hours * 3600;
    return filter->max_age_hours == 0 || published_utc_s == INSTANT_UNKNOWN ||
           published_utc_s >= oldest_utc_s;
}

static bool candidates_are_old(const GPtrArray *candidates, const struct filter *filter)
{
    for (guint i = 0; i < candidates->len; i++) {
        const struct candidate *candidate = candidates->pdata[i];
        if (!candidate->left_out && candidate_is_fresh(candidate, filter))
            return false;
    }
    return true;
}

static void unworthy_leave_out(GPtrArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++)
        if (!candidate_is_worthy(candidates->pdata[i]))
            candidate_leave_out(candidates->pdata[i], "without text");
}

static void old_leave_out(GPtrArray *candidates, const struct filter *filter)
{
    bool are_old = candidates_are_old(candidates, filter);
    int kept = 0;
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        if (candidate->left_out || candidate_is_fresh(candidate, filter))
            continue;
        if (!are_old || kept++ >= OLD_STORIES_KEPT)
            candidate_leave_out(candidate, "older than %d h", filter->max_age_hours);
    }
}

static void excess_leave_out(GPtrArray *candidates, int limit)
{
    int kept = 0;
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        if (!candidate->left_out && kept++ >= limit)
            candidate_leave_out(candidate, "beyond the limit of %d", limit);
    }
}

void filter_candidates(GPtrArray *candidates, const struct filter *filter)
{
    g_ptr_array_sort(candidates, candidate_compare_newest);
    unworthy_leave_out(candidates);
    choice_leave_out(candidates, filter->source);
    old_leave_out(candidates, filter);
    if (filter->source->limit > 0)
        excess_leave_out(candidates, filter->source->limit);
}
