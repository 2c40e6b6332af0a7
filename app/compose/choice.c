/* SPDX-License-Identifier: MIT */
#include "choice.h"

#include "candidate.h"
#include "placard/config/pattern.h"

static void pattern_destroy(void *pattern)
{
    pattern_free(pattern);
}

/* The config was read with these patterns, so that each of them is a right one. */
static GPtrArray *patterns_new(const GPtrArray *texts)
{
    GPtrArray *patterns = g_ptr_array_new_with_free_func(pattern_destroy);
    for (guint i = 0; i < texts->len; i++)
        g_ptr_array_add(patterns, pattern_new(texts->pdata[i], NULL));
    return patterns;
}

/* The place of the first pattern that the text has; the number of patterns when it has none. */
static guint patterns_find(const GPtrArray *patterns, const char *text)
{
    guint place = 0;
    while (place < patterns->len &&
           !(patterns->pdata[place] && pattern_matches(patterns->pdata[place], text)))
        place++;
    return place;
}

static char *candidate_text(const struct candidate *candidate)
{
    g_autofree char *lead = candidate_lead(candidate);
    return g_strjoin("\n", candidate->headline ? candidate->headline : "", lead, NULL);
}

void choice_leave_out(GPtrArray *candidates, const struct config_source *source)
{
    if (source->block->len == 0 && source->keep->len == 0)
        return;
    g_autoptr(GPtrArray) block = patterns_new(source->block);
    g_autoptr(GPtrArray) keep = patterns_new(source->keep);
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        if (candidate->left_out)
            continue;
        g_autofree char *text = candidate_text(candidate);
        guint blocked_by = patterns_find(block, text);
        if (blocked_by < block->len)
            candidate_leave_out(candidate, "blocked by \"%s\"",
                                (const char *)source->block->pdata[blocked_by]);
        else if (keep->len > 0 && patterns_find(keep, text) == keep->len)
            candidate_leave_out(candidate, "without a word of keep");
    }
}
