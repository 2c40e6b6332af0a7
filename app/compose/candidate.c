/* SPDX-License-Identifier: MIT */
#include "candidate.h"

static bool text_is_present(const char *text)
{
    return text && *text != '\0';
}

struct candidate *candidate_new(const struct story *story)
{
    struct candidate *candidate = g_new0(struct candidate, 1);
    candidate->story = story;
    candidate->also = g_ptr_array_new_with_free_func(g_free);
    return candidate;
}

void candidate_free(void *data)
{
    struct candidate *candidate = data;
    g_free(candidate->source);
    g_free(candidate->headline);
    g_ptr_array_unref(candidate->also);
    g_free(candidate);
}

struct candidate *candidate_standing(struct candidate *candidate)
{
    while (candidate->merged_into)
        candidate = candidate->merged_into;
    return candidate;
}

bool candidate_is_worthy(const struct candidate *candidate)
{
    return text_is_present(candidate->story->headline) || candidate_has_text(candidate);
}

bool candidate_has_text(const struct candidate *candidate)
{
    const struct story *story = candidate->story;
    return text_is_present(story->teaser) || text_is_present(story->body) ||
           story->sentences->len > 0;
}

void candidate_add_source(struct candidate *candidate, const char *name)
{
    if (g_strcmp0(candidate->source, name) == 0 ||
        g_ptr_array_find_with_equal_func(candidate->also, name, g_str_equal, NULL))
        return;
    g_ptr_array_add(candidate->also, g_strdup(name));
}

void candidates_keep(GPtrArray *candidates,
                     bool (*keep)(const struct candidate *candidate, const void *user),
                     const void *user)
{
    guint kept = 0;
    for (guint i = 0; i < candidates->len; i++) {
        void *candidate = candidates->pdata[i];
        if (!keep(candidate, user))
            continue;
        candidates->pdata[i] = candidates->pdata[kept];
        candidates->pdata[kept++] = candidate;
    }
    g_ptr_array_set_size(candidates, (gint)kept);
}

int candidate_compare_newest(gconstpointer left, gconstpointer right)
{
    /* INSTANT_UNKNOWN is the smallest of all instants. */
    gint64 left_utc_s = (*(const struct candidate *const *)left)->story->published_utc_s;
    gint64 right_utc_s = (*(const struct candidate *const *)right)->story->published_utc_s;
    return (left_utc_s < right_utc_s) - (left_utc_s > right_utc_s);
}
