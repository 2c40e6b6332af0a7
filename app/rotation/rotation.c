/* SPDX-License-Identifier: MIT */
#include "placard/rotation/rotation.h"

#include "lineup.h"
#include "placard/limits.h"

#include <string.h>

/* In a long line-up, after so many stories in their turn comes one of the newest, unless its own
 * turn is or was within so many places. */
enum { TURNS_BEFORE_FRESH = 3, FRESH_PLACES_APART = 6 };

struct rotation {
    const struct edition *edition; /* borrowed; NULL before the first one */
    struct lineup *lineup;         /* of the edition at this time */
    gint64 utc_s;
    GTimeZone *zone;
    rotation_dwell *dwell_ms;
    void *user;

    struct story *shown; /* a copy: it outlives the edition that it came from */
    bool present;        /* the edition holds the shown story, at index */
    unsigned index;      /* where the shown story is, or was */
    unsigned turn;       /* the story whose turn is next in the order of the edition */
    unsigned turns;      /* stories shown in their turn since one came for its freshness */
    unsigned freshest;   /* which of the newest stories comes next ahead of its turn */

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
    rotation->zone = g_time_zone_new_utc();
    rotation->lineup = lineup_new(NULL, 0, rotation->zone);
    rotation->pending = g_ptr_array_new_with_free_func(g_free);
    rotation->announced = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return rotation;
}

void rotation_free(struct rotation *rotation)
{
    if (rotation == NULL)
        return;
    story_free(rotation->shown);
    lineup_free(rotation->lineup);
    g_time_zone_unref(rotation->zone);
    g_ptr_array_unref(rotation->pending);
    g_hash_table_unref(rotation->announced);
    g_free(rotation);
}

unsigned rotation_count(const struct rotation *rotation)
{
    return lineup_count(rotation->lineup);
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

/* True when two places of the line-up are near each other, going round. */
static bool rotation_is_near(const struct rotation *rotation, unsigned one, unsigned other)
{
    unsigned count = rotation_count(rotation);
    unsigned ahead = (one + count - other) % count;
    return MIN(ahead, count - ahead) < FRESH_PLACES_APART;
}

/* The place among the newest of the one to come now ahead of its turn; false when none is to. */
static bool rotation_find_fresh(const struct rotation *rotation, unsigned *rank)
{
    const struct lineup *lineup = rotation->lineup;
    if (rotation->turns < TURNS_BEFORE_FRESH)
        return false;
    for (unsigned i = 0; i < lineup->fresh_count; i++) {
        *rank = (rotation->freshest + i) % lineup->fresh_count;
        if (!rotation_is_near(rotation, lineup->fresh[*rank], rotation->turn))
            return true;
    }
    return false;
}

static unsigned rotation_next_index(const struct rotation *rotation)
{
    unsigned index = rotation->turn;
    unsigned rank;
    if (rotation->pending->len > 0)
        lineup_find(rotation->lineup, g_ptr_array_index(rotation->pending, 0), &index);
    else if (rotation_find_fresh(rotation, &rank))
        index = rotation->lineup->fresh[rank];
    return index;
}

const struct story *rotation_next_story(const struct rotation *rotation)
{
    if (rotation_count(rotation) == 0 || rotation_is_still(rotation))
        return NULL;
    return lineup_story(rotation->lineup, rotation_next_index(rotation));
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
    const struct story *story = lineup_story(rotation->lineup, index);
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
    unsigned rank;
    if (index == rotation->turn) {
        rotation->turn = (index + 1) % count;
        rotation->turns++;
    } else if (rotation->pending->len == 0 && rotation_find_fresh(rotation, &rank)) {
        rotation->freshest = rank + 1;
        rotation->turns = 0;
    }
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

/* The first story that the line-up still holds of those whose turn was to come in the old one; when
 * there is none, the one at the place where the rotation was. */
static unsigned turn_in(const struct lineup *lineup, const struct lineup *old, unsigned turn,
                        unsigned place)
{
    unsigned old_count = lineup_count(old);
    unsigned index;
    for (unsigned i = 0; i < old_count; i++)
        if (lineup_find(lineup, lineup_story(old, (turn + i) % old_count)->id, &index))
            return index;
    return MIN(place, lineup_count(lineup) - 1);
}

/* Finds the shown story and whose turn is next in a line-up that has stories. */
static void rotation_keep_place(struct rotation *rotation, const struct lineup *lineup)
{
    unsigned count = lineup_count(lineup);
    bool ahead = rotation_is_ahead(rotation);
    unsigned index;
    bool present = lineup_find(lineup, rotation->shown->id, &index);
    if (!present)
        index = MIN(rotation->index, count - 1);

    unsigned turn = index + 1;
    if (!present || ahead)
        turn = turn_in(lineup, rotation->lineup, rotation->turn,
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
        if (!lineup_find(rotation->lineup, g_ptr_array_index(rotation->pending, i), &index))
            g_ptr_array_remove_index(rotation->pending, i);

    /* Years of breaking news: to show one twice is better than to grow. */
    if (g_hash_table_size(rotation->announced) > LIMIT_EDITION_STORIES)
        g_hash_table_remove_all(rotation->announced);

    for (unsigned i = 0; i < rotation_count(rotation); i++) {
        const struct story *story = lineup_story(rotation->lineup, i);
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

/* True when the card changes now; frees the line-up of before. */
static bool rotation_take_lineup(struct rotation *rotation, struct lineup *lineup, gint64 now_ms)
{
    if (rotation->shown != NULL && lineup_count(lineup) > 0)
        rotation_keep_place(rotation, lineup);
    else
        rotation->present = false;
    lineup_free(rotation->lineup);
    rotation->lineup = lineup;
    rotation_announce(rotation);

    if (rotation->shown == NULL) {
        rotation_advance(rotation, now_ms);
        return rotation->shown != NULL;
    }
    /* The only story never ends, so its new text has no other moment to come. */
    if (rotation_is_still(rotation) &&
        !story_reads_like(rotation->shown, lineup_story(lineup, 0))) {
        rotation_show(rotation, 0, now_ms);
        return true;
    }
    return false;
}

bool rotation_adopt(struct rotation *rotation, const struct edition *edition,
                    rotation_dwell *dwell_ms, void *user, gint64 now_ms)
{
    rotation->edition = edition;
    rotation->dwell_ms = dwell_ms;
    rotation->user = user;
    struct lineup *lineup = lineup_new(edition, rotation->utc_s, rotation->zone);
    return rotation_take_lineup(rotation, lineup, now_ms);
}

static bool rotation_is_up_to(const struct rotation *rotation, gint64 utc_s, const GTimeZone *zone)
{
    return zone == rotation->zone && utc_s >= rotation->lineup->first_utc_s &&
           utc_s < rotation->lineup->change_utc_s;
}

bool rotation_set_time(struct rotation *rotation, gint64 utc_s, GTimeZone *zone, gint64 now_ms)
{
    bool is_up_to = rotation_is_up_to(rotation, utc_s, zone);
    rotation->utc_s = utc_s;
    if (zone != rotation->zone) {
        g_time_zone_unref(rotation->zone);
        rotation->zone = g_time_zone_ref(zone);
    }
    if (is_up_to || rotation->edition == NULL)
        return false;
    struct lineup *lineup = lineup_new(rotation->edition, utc_s, zone);
    return rotation_take_lineup(rotation, lineup, now_ms);
}

gint64 rotation_change_utc_s(const struct rotation *rotation)
{
    return rotation->lineup->change_utc_s;
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
