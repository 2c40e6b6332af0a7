/* SPDX-License-Identifier: MIT
 *
 * A card: one story, or one message, laid out for one screen. Pure: the same request gives the same
 * card. The specification is a grid of fractions of the screen, all derived from one size B, the em
 * of the summary.
 */
#ifndef PLACARD_CARD_CARD_H
#define PLACARD_CARD_CARD_H

#include "placard/card/drawing.h"
#include "placard/card/theme.h"
#include "placard/card/typefaces.h"
#include "placard/card/wording.h"
#include "placard/edition/edition.h"

enum card_progress { CARD_PROGRESS_FILL, CARD_PROGRESS_STEPS, CARD_PROGRESS_NONE };

/* What all cards of one screen share. Borrowed by the cards made with it. */
struct card_style {
    int width_px, height_px;
    double text_scale; /* 1: the size of the specification */
    /* How far away people read, and how large a pixel is; 0: unknown. Text is as large as is
     * comfortable from there where both are known. */
    double distance_m, pixel_mm;
    const struct theme *theme;
    const struct typefaces *typefaces;
    struct wording wording;
    bool clock;
    bool codes; /* QR codes of the stories' links */
    enum card_progress progress;
};

/* The size of the images on cards of this style; nothing where there is no room for any. */
struct area card_image_place(const struct card_style *style);

/* A mark that stands in the rail of every card while something is not as it should be. */
enum card_mark {
    CARD_MARK_NONE,
    CARD_MARK_SAMPLE,  /* the bundled sample edition */
    CARD_MARK_OFFLINE, /* no success for three refresh intervals */
    CARD_MARK_TROUBLE, /* the config file is broken; the last good one is in force */
};

struct card_request {
    const struct card_style *style;
    const struct story *story;
    const char *accent; /* of the config; NULL: by the source's name */
    GBytes *image;      /* rows of the size of card_image_place, or NULL: laid out without one */
    enum card_mark mark;
    gint64 updated_utc_s; /* of CARD_MARK_OFFLINE: the last success */
    gint64 now_utc_s;
};

/* Where the parts of a card lie; what changes while it is shown is drawn apart from the rest. */
struct card {
    const struct card_style *style;
    bool right_to_left;
    bool has_image;
    unsigned accent;
    double headline_px; /* size that was chosen; 0 without headline */
    unsigned headline_lines;
    unsigned summary_lines;
    unsigned sentences_shown;
    bool headline_cut;         /* the headline ends in "…" because it did not fit */
    struct drawing *still;     /* everything that does not change */
    struct area clock_area;    /* empty without clock */
    struct area progress_area; /* empty without progress */
};

/* All are to be freed with card_free. */
struct card *card_for_story(const struct card_request *request);

/* No news yet: a big clock, the date, one sentence and the state of the sources. */
struct card *card_waiting(const struct card_style *style, const char *sentence,
                          const struct edition *edition, gint64 now_utc_s);

/* The config cannot be read and there never was a good one. */
struct card_trouble {
    const char *place; /* "config.json:12" */
    const char *key;   /* or NULL */
    const char *message;
    const char *example; /* a right value, or NULL */
};
struct card *card_for_trouble(const struct card_style *style, const struct card_trouble *trouble);

/* Words and what they mean, in a box over the middle of a card; drawing_free. */
struct card_row {
    const char *key, *meaning;
};
struct drawing *card_table(const struct card_style *style, const struct card_row *rows,
                           unsigned count);

/* A line of text in a box over the foot of a card; drawing_free. */
struct drawing *card_notice(const struct card_style *style, const char *text);

void card_free(struct card *card);

/* What stands in clock_area at a time; NULL without clock. drawing_free. */
struct drawing *card_clock(const struct card *card, gint64 now_utc_s);

/* What stands in progress_area: the index-th of count cards, its dwell time gone by a fraction of
 * 0 to 1. NULL without progress. */
struct drawing *card_progress(const struct card *card, unsigned index, unsigned count,
                              double fraction);

#endif
