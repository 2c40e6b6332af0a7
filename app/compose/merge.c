/* SPDX-License-Identifier: MIT */
#include "merge.h"

#include "candidate.h"
#include "cluster.h"
#include "repeat.h"
#include "version.h"

#include <string.h>

/* News of the same words that lies further apart is other news. */
enum { SECONDS_APART = 36 * 3600 };

/* A text of so many bytes tells enough for a card; one that is longer is not better. */
enum { TEXT_BYTES_GOOD = 120 };

/* Those who have not been absorbed, and what they are compared by. */
struct merging {
    const GPtrArray *candidates; /* of struct candidate */
    struct similarity *similarity;
};

static const struct candidate *candidate_at(const struct merging *merging, guint place)
{
    return merging->candidates->pdata[place];
}

static bool languages_differ(const char *one, const char *other)
{
    if (!one || !other)
        return false;
    size_t length = strcspn(one, "-");
    return length != strcspn(other, "-") || g_ascii_strncasecmp(one, other, length) != 0;
}

static bool times_differ(const struct story *one, const struct story *other)
{
    if (one->published_utc_s == INSTANT_UNKNOWN || other->published_utc_s == INSTANT_UNKNOWN)
        return false;
    gint64 later_utc_s = MAX(one->published_utc_s, other->published_utc_s);
    return later_utc_s - MIN(one->published_utc_s, other->published_utc_s) > SECONDS_APART;
}

/* No source tells the same news twice, but in two versions. */
static bool places_may_join(guint one, guint other, const void *user)
{
    const struct merging *merging = user;
    const struct candidate *left = candidate_at(merging, one);
    const struct candidate *right = candidate_at(merging, other);
    if (languages_differ(left->language, right->language) ||
        times_differ(left->story, right->story))
        return false;
    return left->source_index != right->source_index ||
           version_is_other(similarity_terms(merging->similarity, one),
                            similarity_terms(merging->similarity, other));
}

/* A candidate as the one to be shown of its group. */
struct claim {
    struct candidate *candidate;
    size_t text_bytes; /* up to TEXT_BYTES_GOOD */
    double likeness;   /* to the others of its group, in the mean */
};

static size_t text_bytes(const struct story *story)
{
    g_autofree char *summary = story_summary(story);
    const char *texts[] = {story->teaser, story->body, summary};
    size_t bytes = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        bytes = texts[i] ? MAX(bytes, strlen(texts[i])) : bytes;
    return MIN(bytes, TEXT_BYTES_GOOD);
}

static bool claim_precedes(const struct claim *one, const struct claim *other)
{
    const struct story *left = one->candidate->story;
    const struct story *right = other->candidate->story;
    if (one->candidate->source_index == other->candidate->source_index)
        return left->published_utc_s > right->published_utc_s;
    if (one->text_bytes != other->text_bytes)
        return one->text_bytes > other->text_bytes;
    if (one->likeness != other->likeness)
        return one->likeness > other->likeness;
    if (!left->image != !right->image)
        return left->image != NULL;
    return left->published_utc_s != INSTANT_UNKNOWN &&
           (right->published_utc_s == INSTANT_UNKNOWN ||
            left->published_utc_s < right->published_utc_s);
}

static struct claim claim_make(const struct merging *merging, const GArray *group, guint member)
{
    guint place = g_array_index(group, guint, member);
    struct candidate *candidate = merging->candidates->pdata[place];
    struct claim claim = {candidate, text_bytes(candidate->story), 0};
    for (guint i = 0; i < group->len; i++)
        if (i != member)
            claim.likeness +=
                similarity_measure(merging->similarity, place, g_array_index(group, guint, i)) /
                group->len;
    return claim;
}

static void group_merge(const struct merging *merging, const GArray *group)
{
    struct claim best = claim_make(merging, group, 0);
    for (guint i = 1; i < group->len; i++) {
        struct claim claim = claim_make(merging, group, i);
        if (claim_precedes(&claim, &best))
            best = claim;
    }
    for (guint i = 0; i < group->len; i++) {
        struct candidate *candidate = merging->candidates->pdata[g_array_index(group, guint, i)];
        if (candidate != best.candidate)
            candidate->merged_into = best.candidate;
    }
}

static void likeness_merge(const GPtrArray *candidates, const GPtrArray *others)
{
    g_autoptr(GPtrArray) standing = g_ptr_array_new();
    for (guint i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidates->pdata[i];
        if (!candidate->merged_into && !candidate->is_handwritten)
            g_ptr_array_add(standing, candidate);
    }
    struct merging merging = {standing, similarity_new(standing, others)};
    const struct cluster_rule rule = {places_may_join, &merging};
    g_autoptr(GPtrArray) groups = cluster_stories(merging.similarity, standing->len, &rule);
    for (guint i = 0; i < groups->len; i++)
        group_merge(&merging, groups->pdata[i]);
    similarity_free(merging.similarity);
}

/* In the order of the config, whoever absorbed whom; what one source tells at any time is not
 * hidden for the hours of another. */
static void sources_gather(const GPtrArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++) {
        const struct candidate *candidate = candidates->pdata[i];
        struct candidate *kept = candidate_standing(candidates->pdata[i]);
        if (kept == candidate)
            continue;
        kept->is_breaking = kept->is_breaking || candidate->is_breaking;
        if (hours_are_always(&candidate->when))
            kept->when = candidate->when;
        candidate_add_source(kept, candidate->source);
        for (guint j = 0; j < candidate->also->len; j++)
            candidate_add_source(kept, candidate->also->pdata[j]);
    }
}

void merge_candidates(GPtrArray *candidates, const GPtrArray *others)
{
    repeat_merge(candidates);
    likeness_merge(candidates, others);
    sources_gather(candidates);
}
