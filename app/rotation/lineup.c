/* SPDX-License-Identifier: MIT */
#include "lineup.h"

enum {
    /* A round of so many cards takes some six minutes: nobody waits longer for what is new. */
    LINEUP_LONG = 24,
    /* One of so many stories counts among the newest. */
    LINEUP_FRESH_SHARE = 10,
    LINEUP_FRESH_LEAST = 3,
};

static int compare_newest(gconstpointer left, gconstpointer right, gpointer user)
{
    const struct lineup *lineup = user;
    unsigned one = *(const unsigned *)left, other = *(const unsigned *)right;
    gint64 one_utc_s = lineup_story(lineup, one)->published_utc_s;
    gint64 other_utc_s = lineup_story(lineup, other)->published_utc_s;
    if (one_utc_s != other_utc_s)
        return one_utc_s < other_utc_s ? 1 : -1;
    return (one > other) - (one < other);
}

static void lineup_rank(struct lineup *lineup)
{
    unsigned count = lineup_count(lineup);
    if (count < LINEUP_LONG)
        return;
    g_autoptr(GArray) dated = g_array_new(FALSE, FALSE, sizeof(unsigned));
    for (unsigned i = 0; i < count; i++)
        if (lineup_story(lineup, i)->published_utc_s != INSTANT_UNKNOWN)
            g_array_append_val(dated, i);
    g_array_sort_with_data(dated, compare_newest, lineup);
    unsigned most = CLAMP(count / LINEUP_FRESH_SHARE, LINEUP_FRESH_LEAST, LINEUP_FRESH_MOST);
    lineup->fresh_count = MIN(most, dated->len);
    for (unsigned i = 0; i < lineup->fresh_count; i++)
        lineup->fresh[i] = g_array_index(dated, unsigned, i);
}

static void lineup_add(struct lineup *lineup, struct story *story)
{
    unsigned place = lineup_count(lineup);
    g_ptr_array_add(lineup->stories, story);
    if (!g_hash_table_contains(lineup->places, story->id))
        g_hash_table_insert(lineup->places, story->id, GUINT_TO_POINTER(place));
}

struct lineup *lineup_new(const struct edition *edition, gint64 utc_s, GTimeZone *zone)
{
    struct lineup *lineup = g_new0(struct lineup, 1);
    lineup->stories = g_ptr_array_new();
    lineup->places = g_hash_table_new(g_str_hash, g_str_equal);
    lineup->first_utc_s = utc_s;
    lineup->change_utc_s = G_MAXINT64;
    for (guint i = 0; edition && i < edition->stories->len; i++) {
        struct story *story = edition->stories->pdata[i];
        gint64 change_utc_s = story_next_change(story, utc_s, zone);
        lineup->change_utc_s = MIN(lineup->change_utc_s, change_utc_s);
        if (story_is_in_time(story, utc_s, zone))
            lineup_add(lineup, story);
    }
    lineup_rank(lineup);
    return lineup;
}

void lineup_free(struct lineup *lineup)
{
    if (!lineup)
        return;
    g_ptr_array_unref(lineup->stories);
    g_hash_table_unref(lineup->places);
    g_free(lineup);
}

unsigned lineup_count(const struct lineup *lineup)
{
    return lineup->stories->len;
}

const struct story *lineup_story(const struct lineup *lineup, unsigned place)
{
    return lineup->stories->pdata[place];
}

bool lineup_find(const struct lineup *lineup, const char *id, unsigned *place)
{
    gpointer found;
    if (!g_hash_table_lookup_extended(lineup->places, id, NULL, &found))
        return false;
    *place = GPOINTER_TO_UINT(found);
    return true;
}
