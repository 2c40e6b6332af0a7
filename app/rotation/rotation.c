/* SPDX-License-Identifier: MIT */
#include "placard/rotation/rotation.h"

#include "placard/limits.h"

#include <string.h>

struct rotation {
    const struct edition *edition; /* borrowed; NULL before the first one */
    rotation_dwell *dwell_ms;
    void *user;

    struct story *shown; /* a copy: it outlives the edition that it came from */
    bool present;        /* the edition holds the shown story, at index */
    unsigned index;      /* where the shown story is, or was */
    unsigned turn;       /* the story whose turn is next in the order of the edition */

    GPtrArray *pending;    /* of char *: ids of breaking stories to show ahead of their turn */
    GHashTable *announced; /* ids of the breaking stories that have been pending already */

    unsigned full_ms; /* the whole dwell of the shown story */
    gint64 until_ms;  /* its end, while the clock runs */
    gint64 left_ms;   /* what is left of it, while paused */
    bool paused;
};

struct rotation *rotation_new(void)
{
    struct rotation *rotation = g_new0(struct rotation, 1);
    rotation->pending = g_ptr_array_new_with_free_func(g_free);
    rotation->announced = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return rotation;
}

void rotation_free(struct rotation *rotation)
{
    if (rotation == NULL)
        return;
    story_free(rotation->shown);
    g_ptr_array_unref(rotation->pending);
    g_hash_table_unref(rotation->announced);
    g_free(rotation);
}

static const struct story *edition_story(const struct edition *edition, unsigned index)
{
    return g_ptr_array_index(edition->stories, index);
}

static unsigned edition_count(const struct edition *edition)
{
    return edition == NULL ? 0 : edition->stories->len;
}

static bool edition_index(const struct edition *edition, const char *id, unsigned *index)
{
    for (unsigned i = 0; i < edition_count(edition); i++)
        if (strcmp(edition_story(edition, i)->id, id) == 0) {
            *index = i;
            return true;
        }
    return false;
}

unsigned rotation_count(const struct rotation *rotation)
{
    return edition_count(rotation->edition);
}

unsigned rotation_index(const struct rotation *rotation)
{
    return rotation->index;
}

const struct story *rotation_current(const struct rotation *rotation)
{
    return rotation->shown;
}

/* Nothing follows when nothing is there, or only what is shown. */
static bool rotation_is_still(const struct rotation *rotation)
{
    unsigned count = rotation_count(rotation);
    if (rotation->shown == NULL)
        return count == 0;
    return count == 1 && rotation->present;
}

/* The shown story came ahead of its turn: what follows it in the edition is not what comes next. */
static bool rotation_is_ahead(const struct rotation *rotation)
{
    unsigned count = rotation_count(rotation);
    return rotation->present && count > 0 && rotation->turn != (rotation->index + 1) % count;
}

static unsigned rotation_next_index(const struct rotation *rotation)
{
    unsigned index = rotation->turn;
    if (rotation->pending->len > 0)
        edition_index(rotation->edition, g_ptr_array_index(rotation->pending, 0), &index);
    return index;
}

const struct story *rotation_next_story(const struct rotation *rotation)
{
    if (rotation_count(rotation) == 0 || rotation_is_still(rotation))
        return NULL;
    return edition_story(rotation->edition, rotation_next_index(rotation));
}

static void rotation_show_nothing(struct rotation *rotation)
{
    story_free(rotation->shown);
    rotation->shown = NULL;
    rotation->present = false;
    rotation->index = 0;
    rotation->turn = 0;
}

static void rotation_show(struct rotation *rotation, unsigned index, gint64 now_ms)
{
    const struct story *story = edition_story(rotation->edition, index);
    story_free(rotation->shown);
    rotation->shown = story_copy(story);
    rotation->present = true;
    rotation->index = index;
    rotation->full_ms = MAX(rotation->dwell_ms(story, rotation->user), 1);
    rotation->until_ms = now_ms + rotation->full_ms;
    rotation->left_ms = rotation->full_ms;
    if (rotation->pending->len > 0 &&
        strcmp(g_ptr_array_index(rotation->pending, 0), story->id) == 0)
        g_ptr_array_remove_index(rotation->pending, 0);
}

/* A story shown ahead of its turn leaves the turn where it was, unless it would come again at
 * once. */
static void rotation_advance(struct rotation *rotation, gint64 now_ms)
{
    unsigned count = rotation_count(rotation);
    if (count == 0) {
        rotation_show_nothing(rotation);
        return;
    }
    unsigned index = rotation_next_index(rotation);
    if (index == rotation->turn)
        rotation->turn = (index + 1) % count;
    rotation_show(rotation, index, now_ms);
}

static void rotation_go_back(struct rotation *rotation, gint64 now_ms)
{
    unsigned count = rotation_count(rotation);
    if (count == 0) {
        rotation_show_nothing(rotation);
        return;
    }
    unsigned before_turn = (rotation->turn + count - 1) % count;
    bool in_turn = rotation->present && !rotation_is_ahead(rotation);
    unsigned index = in_turn ? (before_turn + count - 1) % count : before_turn;
    rotation->turn = (index + 1) % count;
    rotation_show(rotation, index, now_ms);
}

/* The place in the edition of each id. */
static GHashTable *edition_places(const struct edition *edition)
{
    GHashTable *places = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = edition_count(edition); i-- > 0;)
        g_hash_table_insert(places, edition_story(edition, i)->id, GUINT_TO_POINTER(i));
    return places;
}

/* The first story that the edition still holds of those whose turn was to come in the old one; when
 * there is none, the one at the place where the rotation was. */
static unsigned turn_in(const struct edition *edition, const struct edition *old, unsigned turn,
                        unsigned place)
{
    g_autoptr(GHashTable) places = edition_places(edition);
    unsigned old_count = edition_count(old);
    for (unsigned i = 0; i < old_count; i++) {
        const char *id = edition_story(old, (turn + i) % old_count)->id;
        gpointer index;
        if (g_hash_table_lookup_extended(places, id, NULL, &index))
            return GPOINTER_TO_UINT(index);
    }
    return MIN(place, edition_count(edition) - 1);
}

/* Finds the shown story and whose turn is next in an edition that has stories. */
static void rotation_keep_place(struct rotation *rotation, const struct edition *edition)
{
    unsigned count = edition_count(edition);
    bool ahead = rotation_is_ahead(rotation);
    unsigned index;
    bool present = edition_index(edition, rotation->shown->id, &index);
    if (!present)
        index = MIN(rotation->index, count - 1);

    unsigned turn = index + 1;
    if (!present || ahead)
        turn = turn_in(edition, rotation->edition, rotation->turn,
                       ahead ? rotation->turn : rotation->index);
    if (present && turn == index)
        turn++;

    rotation->present = present;
    rotation->index = index;
    rotation->turn = turn % count;
}

static bool rotation_is_shown(const struct rotation *rotation, const char *id)
{
    return rotation->shown != NULL && strcmp(rotation->shown->id, id) == 0;
}

/* Lets the breaking stories that are new come next, and forgets those that are gone. */
static void rotation_announce(struct rotation *rotation)
{
    unsigned index;
    for (unsigned i = rotation->pending->len; i-- > 0;)
        if (!edition_index(rotation->edition, g_ptr_array_index(rotation->pending, i), &index))
            g_ptr_array_remove_index(rotation->pending, i);

    /* Years of breaking news: to show one twice is better than to grow. */
    if (g_hash_table_size(rotation->announced) > LIMIT_EDITION_STORIES)
        g_hash_table_remove_all(rotation->announced);

    for (unsigned i = 0; i < rotation_count(rotation); i++) {
        const struct story *story = edition_story(rotation->edition, i);
        if (story->priority == STORY_PRIORITY_BREAKING &&
            g_hash_table_add(rotation->announced, g_strdup(story->id)) &&
            !rotation_is_shown(rotation, story->id))
            g_ptr_array_add(rotation->pending, g_strdup(story->id));
    }
}

static bool story_reads_like(const struct story *story, const struct story *other)
{
    g_autofree char *summary = story_summary(story);
    g_autofree char *other_summary = story_summary(other);
    return g_strcmp0(story->headline, other->headline) == 0 &&
           g_strcmp0(summary, other_summary) == 0;
}

bool rotation_adopt(struct rotation *rotation, const struct edition *edition,
                    rotation_dwell *dwell_ms, void *user, gint64 now_ms)
{
    if (rotation->shown != NULL && edition_count(edition) > 0)
        rotation_keep_place(rotation, edition);
    else
        rotation->present = false;
    rotation->edition = edition;
    rotation->dwell_ms = dwell_ms;
    rotation->user = user;
    rotation_announce(rotation);

    if (rotation->shown == NULL) {
        rotation_advance(rotation, now_ms);
        return rotation->shown != NULL;
    }
    /* The only story never ends, so its new text has no other moment to come. */
    if (rotation_is_still(rotation) &&
        !story_reads_like(rotation->shown, edition_story(edition, 0))) {
        rotation_show(rotation, 0, now_ms);
        return true;
    }
    return false;
}

gint64 rotation_deadline_ms(const struct rotation *rotation)
{
    return rotation->paused || rotation_is_still(rotation) ? G_MAXINT64 : rotation->until_ms;
}

bool rotation_tick(struct rotation *rotation, gint64 now_ms)
{
    if (now_ms < rotation_deadline_ms(rotation))
        return false;
    rotation_advance(rotation, now_ms);
    return true;
}

static gint64 rotation_left_ms(const struct rotation *rotation, gint64 now_ms)
{
    gint64 left_ms = rotation->paused ? rotation->left_ms : rotation->until_ms - now_ms;
    return CLAMP(left_ms, 0, (gint64)rotation->full_ms);
}

double rotation_fraction(const struct rotation *rotation, gint64 now_ms)
{
    if (rotation->shown == NULL)
        return 0;
    if (rotation_is_still(rotation))
        return 1;
    return 1 - (double)rotation_left_ms(rotation, now_ms) / rotation->full_ms;
}

bool rotation_is_paused(const struct rotation *rotation)
{
    return rotation->paused;
}

void rotation_pause(struct rotation *rotation, gint64 now_ms)
{
    rotation->left_ms = rotation_left_ms(rotation, now_ms);
    rotation->paused = true;
}

void rotation_resume(struct rotation *rotation, gint64 now_ms)
{
    if (!rotation->paused)
        return;
    rotation->paused = false;
    rotation->until_ms = now_ms + rotation->left_ms;
}

bool rotation_step(struct rotation *rotation, int direction, gint64 now_ms)
{
    if (direction == 0 || rotation_is_still(rotation))
        return false;
    if (direction > 0)
        rotation_advance(rotation, now_ms);
    else
        rotation_go_back(rotation, now_ms);
    return true;
}
