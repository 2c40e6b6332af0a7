/* SPDX-License-Identifier: MIT
 *
 * The cards of a show: which one there is to be shown, in which style and with which mark.
 */
#ifndef PLACARD_COMMAND_CARDS_H
#define PLACARD_COMMAND_CARDS_H

#include "show.h"

/* How the cards look now: by the config, the size of the screen, and the hour. Borrows from the
 * show. */
struct card_style cards_style(struct show *show);

/* True when the current card is a story, not a message. */
bool cards_show_story(const struct show *show);

/* The card of a story; card_free. */
struct card *cards_story(struct show *show, const struct story *story);

/* The current card: a story, or why there is none; card_free. */
struct card *cards_current(struct show *show);

#endif
