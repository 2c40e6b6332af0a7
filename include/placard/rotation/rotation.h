/* SPDX-License-Identifier: MIT
 *
 * The rotation: which story is shown, until when, and what comes next. A state machine over an
 * edition, a monotonic clock and the time of day that are given to it; it draws nothing and waits
 * for nothing.
 *
 * Stories come in the order of the edition, and round again. One that is out of its time is passed
 * over until its time has come; while all are, it is as if the edition had no news. Where the round
 * is long (24 stories or more), the newest ones come round more often: after three stories in their
 * turn comes one of the newest (a tenth of all, at least 3, at most 12), the newest first and then
 * the next one of them, without one whose own turn is less than six places away. The turn of the
 * others waits meanwhile.
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

/* Tells the time of day and the zone, by which stories are in their time or not; before the first
 * edition, and from then on whenever rotation_change_utc_s has come. The zone is shared. A story
 * whose time is over while it is shown has its dwell. True when the card changes now: nothing was
 * shown before. */
bool rotation_set_time(struct rotation *rotation, gint64 utc_s, GTimeZone *zone, gint64 now_ms);

/* When the next story comes into its time or goes out of it; G_MAXINT64 when none ever does. */
gint64 rotation_change_utc_s(const struct rotation *rotation);

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

/* The place of the current story among the rotation_count stories that are in their time; where it
 * was when it is no longer one of them; 0 when nothing is shown. */
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
