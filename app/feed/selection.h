/* SPDX-License-Identifier: MIT
 *
 * Which stories of a feed are kept: all, or the newest. Only their texts are cleaned, which is most
 * of what reading a feed costs.
 */
#ifndef PLACARD_FEED_SELECTION_H
#define PLACARD_FEED_SELECTION_H

#include <glib.h>
#include <stdbool.h>

#include "placard/feed/feed.h"
#include "values.h"

struct selection;

/* For the stories of a feed: as max_items and newest of the input say. */
struct selection *selection_new(const struct feed_input *input, struct feed *feed);
void selection_free(struct selection *selection);

/* True when max_items stories have come; what comes behind is not looked at. */
bool selection_is_full(const struct selection *selection);

/* The story that has these values, unless it has come before; empties them. */
void selection_take(struct selection *selection, struct values *values);

/* When all have come: gives the feed what is kept, in the order in which it came. */
void selection_finish(struct selection *selection);

#endif
