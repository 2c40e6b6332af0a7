/* SPDX-License-Identifier: MIT
 *
 * What a running placard shows: the state that run, preview and their keys work on.
 */
#ifndef PLACARD_COMMAND_SHOW_H
#define PLACARD_COMMAND_SHOW_H

#include "gallery.h"
#include "placard/command/news.h"
#include "placard/command/setup.h"
#include "placard/command/stage.h"
#include "placard/rotation/rotation.h"
#include "power.h"

/* What lies over the cards. */
enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_ABOUT, OVERLAY_NOTICE };

struct show {
    const struct options *options;
    struct cache *cache;
    struct setup *setup;
    struct display *display;
    struct fontbook *fontbook;
    struct stage *stage;
    struct rotation *rotation;
    GTimeZone *zone; /* of the config */
    struct news *news;
    char *locale;             /* of the environment, or NULL */
    GHashTable *missing_told; /* characters without a font that the log knows */
    struct gallery *gallery;
    bool was_fetching; /* at the last turn */
    enum overlay overlay;
    char *notice;            /* what OVERLAY_NOTICE says */
    gint64 overlay_until_ms; /* when it is drawn again, or gone */
    struct power power;
    bool held_by_power;                  /* the rotation, while the panel is off */
    double night_depth;                  /* that is shown */
    struct theme night_theme;            /* of the style, while the depth is not 0 */
    bool other_theme;                    /* key t: the theme that the config does not name */
    bool sources_changed;                /* by the config; no edition has come since */
    bool sample_shown;                   /* the bundled stories are in the rotation */
    gint64 message_minute;               /* that a waiting card shows */
    gint64 story_minute;                 /* in which the story's card was shown */
    const struct edition *reports_shown; /* by the waiting card */
};

/* What a show is made of; all borrowed until show_free. */
struct show_parts {
    const struct options *options;
    struct cache *cache;
    struct setup *setup;
    struct display *display;
    struct fontbook *fontbook;
    int signals; /* of signals_open */
};

/* Shows the first card at once; times are of the monotonic clock. */
struct show *show_new(const struct show_parts *parts, gint64 now_ms);
void show_free(struct show *show);

/* The wall clock, or the fixed time. */
gint64 show_now_utc_s(const struct show *show);

/* Lays out and shows the current card at once: after a change of size, theme or config. */
void show_again(struct show *show, gint64 now_ms);

/* Paints what is shown once more. */
void show_repaint(struct show *show, gint64 now_ms);

/* Does what is due now: news, the next card, the clock, the progress. */
void show_turn(struct show *show, gint64 now_ms);

/* When show_turn has something to do again. */
gint64 show_deadline_ms(const struct show *show, gint64 now_ms);

/* Reads the config again. */
void show_reload(struct show *show, gint64 now_ms);

/* Shows another config, or the news of a feed or an article: a path or URL. */
void show_open(struct show *show, const char *source, gint64 now_ms);

/* One card on (1) or back (−1). */
void show_step(struct show *show, int direction, gint64 now_ms);

/* Holds the card, or lets it go on. */
void show_pause(struct show *show, gint64 now_ms);

#endif
