/* SPDX-License-Identifier: MIT
 *
 * What lies over the cards: the keys, what there is to know about this placard, or for a few seconds
 * a notice.
 */
#ifndef PLACARD_COMMAND_OVERLAY_H
#define PLACARD_COMMAND_OVERLAY_H

#include "show.h"

/* Shows an overlay, or takes it away when it is the one that is shown. */
void overlay_toggle(struct show *show, enum overlay overlay, gint64 now_ms);

/* In the preview: tells that the config was taken, or what is wrong with it. Seen at the next
 * overlay_draw. */
void overlay_notice(struct show *show, bool broken, gint64 now_ms);

/* Makes what is to be shown the stage's overlay; seen when the stage paints next. */
void overlay_draw(struct show *show, gint64 now_ms);

/* Brings it up to date, or takes it away when its time is over. */
void overlay_turn(struct show *show, gint64 now_ms);
gint64 overlay_deadline_ms(const struct show *show);

#endif
