/* SPDX-License-Identifier: MIT
 *
 * The rotation: which story is shown, until when, and what comes next. A state machine over an
 * edition and a monotonic clock that is given to it; it draws nothing and waits for nothing.
 */
#ifndef PLACARD_ROTATION_ROTATION_H
#define PLACARD_ROTATION_ROTATION_H

#include "placard/edition/edition.h"

#include <stdbool.h>

struct rotation;

/* How long the card of a story stays, in milliseconds. */
typedef unsigned rotation_dwell(const struct story *story, void *user);

/* A rotation that shows nothing. */
struct rotation *rotation_new(void);
void rotation_free(struct rotation *rotation);

/* Goes on with another edition, which is borrowed until the next one is adopted; the one before
 * must live until this call has returned. The shown story keeps its card and its remaining time,
 * also when the new edition lacks it; then what comes next is the story after it, or the first one
 * after it in the old order that is still there, or the one at its place. A story of priority
 * breaking comes next, ahead of its turn, once. dwell_ms and user are kept for the stories to come.
 * True when the card changes now: nothing was shown before, or the only story has a new text. */
bool rotation_adopt(struct rotation *rotation, const struct edition *edition,
                    rotation_dwell *dwell_ms, void *user, gint64 now_ms);

/* The story on the screen; NULL when there is none. Lives until the card changes, whatever becomes
 * of its edition. */
const struct story *rotation_current(const struct rotation *rotation);

/* The story whose card can be prepared now, borrowed from the edition; NULL when the current one
 * stays. */
const struct story *rotation_next_story(const struct rotation *rotation);

/* The place of the current story among rotation_count stories of the edition; where it was when the
 * edition lacks it; 0 when nothing is shown. */
unsigned rotation_index(const struct rotation *rotation);
unsigned rotation_count(const struct rotation *rotation);

/* True when the card changes now; then rotation_current is another one (NULL: the edition is
 * empty). However late it is called it moves on by one card at most. */
bool rotation_tick(struct rotation *rotation, gint64 now_ms);

/* When rotation_tick will next return true; G_MAXINT64 when paused, or when nothing follows. */
gint64 rotation_deadline_ms(const struct rotation *rotation);

/* How much of its dwell the current card has had, 0 to 1; 1 when nothing follows it, 0 when nothing
 * is shown. */
double rotation_fraction(const struct rotation *rotation, gint64 now_ms);

/* Holds the current card, and lets it go on for the time that it had left. */
void rotation_pause(struct rotation *rotation, gint64 now_ms);
void rotation_resume(struct rotation *rotation, gint64 now_ms);
bool rotation_is_paused(const struct rotation *rotation);

/* One card on (direction > 0) or back (< 0) with its whole dwell; a pause goes on. True when the
 * card changes. */
bool rotation_step(struct rotation *rotation, int direction, gint64 now_ms);

#endif
