/* SPDX-License-Identifier: MIT
 *
 * The stage: what is on the screen and what comes next. Turns stories into cards and cards into
 * pictures, and paints only what has changed.
 */
#ifndef PLACARD_COMMAND_STAGE_H
#define PLACARD_COMMAND_STAGE_H

#include "placard/card/card.h"
#include "placard/config/config.h"
#include "placard/screen/display.h"

/* How cards look under a config on a screen of this size; what it points to is borrowed. locale is
 * that of the environment, or NULL. */
struct card_style stage_style(const struct config *config, const char *locale,
                              const struct fontbook *fontbook, int width_px, int height_px);

/* The accent that the config gives the source of a story, or NULL. A source without a name in the
 * config is found by the URL in the edition's reports. */
const char *stage_accent(const struct config *config, const struct edition *edition,
                         const struct story *story);

/* The card that is shown while there is no story, with the reason why; reports may be NULL. */
struct card *stage_waiting_card(const struct card_style *style, const struct config *config,
                                const struct edition *reports, gint64 now_utc_s);

struct stage;

/* The display and the fontbook are borrowed. */
struct stage *stage_new(struct display *display, struct fontbook *fontbook);
void stage_free(struct stage *stage);

/* Drops every card and takes another style, of which a copy is made. */
void stage_set_style(struct stage *stage, const struct card_style *style);
const struct card_style *stage_get_style(const struct stage *stage);

/* Whether the cards move by a pixel or two now and then; at first they do not. */
void stage_set_shifting(struct stage *stage, bool shifts);

/* Black, at once and whatever is shown, until it is lit again. */
void stage_set_dark(struct stage *stage, bool dark);

/* How long painting the whole screen took. */
struct stage_times {
    gint64 last_us, longest_us;
};
struct stage_times stage_get_times(const struct stage *stage);

/* The card to be shown at the next stage_change; the stage takes it. Replaces the one before. */
void stage_prepare(struct stage *stage, struct card *card);
bool stage_is_prepared(const struct stage *stage);
void stage_forget_prepared(struct stage *stage);

/* What is drawn over a card: the place in the rotation and the time. */
struct stage_moment {
    unsigned index, count; /* count 0: no progress */
    double fraction;
    gint64 now_utc_s;
    gint64 now_ms; /* monotonic */
};

/* Shows the prepared card: at once, or by a fade over fade_ms (0: at once). */
void stage_change(struct stage *stage, unsigned fade_ms, const struct stage_moment *moment);

/* Paints what has changed since the last call: a step of the fade, the clock, the progress. */
void stage_update(struct stage *stage, const struct stage_moment *moment);

/* When stage_update has a step of a fade to paint; G_MAXINT64 when there is none. */
gint64 stage_deadline_ms(const struct stage *stage);

/* Paints everything again: the window was covered or its canvas is new. */
void stage_repaint(struct stage *stage, const struct stage_moment *moment);

/* Shows or hides a drawing over the card, of which the stage makes a picture; NULL hides. */
void stage_set_overlay(struct stage *stage, const struct drawing *drawing);

#endif
