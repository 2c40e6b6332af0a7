/* SPDX-License-Identifier: MIT */
#include "selection.h"

#include "identity.h"

/* A story whose texts have not been cleaned. */
struct draft {
    struct story *story;
    struct values values;
    unsigned place; /* in the feed */
};

struct selection {
    struct feed *feed;
    unsigned max_items;
    unsigned newest;  /* 0: all are kept */
    unsigned count;   /* of the stories that have come */
    GHashTable *seen; /* of identity_set */
    /* Of struct draft: those with a time, which may be more than are kept until they are thinned
     * out, and those without. Apart, because what becomes too old in time must leave the others. */
    GPtrArray *timed;
    GPtrArray *timeless;
    gint64 newest_dropped_utc_s; /* what is not newer than this need not be looked at */
};

static void draft_clear(struct draft *draft)
{
    story_free(draft->story);
    values_clear(&draft->values);
}

static void draft_free(gpointer draft)
{
    draft_clear(draft);
    g_free(draft);
}

static int draft_compare_places(gconstpointer left, gconstpointer right)
{
    unsigned left_place = (*(const struct draft *const *)left)->place;
    unsigned right_place = (*(const struct draft *const *)right)->place;
    return (left_place > right_place) - (left_place < right_place);
}

static int draft_compare_times(gconstpointer left, gconstpointer right)
{
    gint64 left_utc_s = (*(const struct draft *const *)left)->story->published_utc_s;
    gint64 right_utc_s = (*(const struct draft *const *)right)->story->published_utc_s;
    int newer = (left_utc_s < right_utc_s) - (left_utc_s > right_utc_s);
    return newer != 0 ? newer : draft_compare_places(left, right);
}

static void timed_thin_out(struct selection *selection)
{
    GPtrArray *timed = selection->timed;
    if (timed->len <= selection->newest)
        return;
    g_ptr_array_sort(timed, draft_compare_times);
    const struct draft *dropped = timed->pdata[selection->newest];
    selection->newest_dropped_utc_s = dropped->story->published_utc_s;
    g_ptr_array_set_size(timed, (int)selection->newest);
}

static bool has_place(const struct selection *selection, const struct story *story)
{
    if (story->published_utc_s == INSTANT_UNKNOWN)
        return selection->timeless->len < selection->newest;
    return story->published_utc_s > selection->newest_dropped_utc_s;
}

struct selection *selection_new(const struct feed_input *input, struct feed *feed)
{
    struct selection *selection = g_new0(struct selection, 1);
    *selection = (struct selection){
        .feed = feed,
        .max_items = input->max_items > 0 ? input->max_items : G_MAXUINT,
        .newest = input->newest,
        .seen = identity_set(),
        .timed = g_ptr_array_new_with_free_func(draft_free),
        .timeless = g_ptr_array_new_with_free_func(draft_free),
        .newest_dropped_utc_s = INSTANT_UNKNOWN,
    };
    return selection;
}

void selection_free(struct selection *selection)
{
    g_hash_table_unref(selection->seen);
    g_ptr_array_unref(selection->timed);
    g_ptr_array_unref(selection->timeless);
    g_free(selection);
}

bool selection_is_full(const struct selection *selection)
{
    return selection->count >= selection->max_items;
}

/* Either empties the draft, or leaves it to be cleared. */
static void draft_take(struct selection *selection, struct draft *draft)
{
    if (selection->newest == 0) {
        values_write_texts(&draft->values, draft->story);
        g_ptr_array_add(selection->feed->stories, g_steal_pointer(&draft->story));
        return;
    }
    if (!has_place(selection, draft->story))
        return;
    bool is_timed = draft->story->published_utc_s != INSTANT_UNKNOWN;
    g_ptr_array_add(is_timed ? selection->timed : selection->timeless,
                    g_memdup2(draft, sizeof *draft));
    *draft = (struct draft){0};
    if (selection->timed->len / 2 >= selection->newest)
        timed_thin_out(selection);
}

void selection_take(struct selection *selection, struct values *values)
{
    struct draft draft = {.values = *values, .place = selection->count};
    *values = (struct values){0};
    draft.story = selection_is_full(selection) ? NULL : values_story(&draft.values);
    if (draft.story && identity_admit(selection->seen, draft.story)) {
        selection->count++;
        draft_take(selection, &draft);
    }
    draft_clear(&draft);
}

void selection_finish(struct selection *selection)
{
    struct feed *feed = selection->feed;
    g_autoptr(GPtrArray) kept = g_ptr_array_new();

    if (selection->newest == 0)
        return;
    timed_thin_out(selection);
    g_ptr_array_extend(kept, selection->timed, NULL, NULL);
    g_ptr_array_extend(kept, selection->timeless, NULL, NULL);
    g_ptr_array_sort(kept, draft_compare_places);
    for (guint i = 0; i < kept->len; i++) {
        struct draft *draft = kept->pdata[i];
        values_write_texts(&draft->values, draft->story);
        g_ptr_array_add(feed->stories, g_steal_pointer(&draft->story));
    }
    feed->is_selection = kept->len < selection->count;
}
