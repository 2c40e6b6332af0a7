/* SPDX-License-Identifier: MIT
 *
 * What the keys do.
 */
#ifndef PLACARD_COMMAND_KEYS_H
#define PLACARD_COMMAND_KEYS_H

#include "show.h"

/* Does what a key or the window system asks; false when the show is over. */
bool keys_handle(struct show *show, enum input input, gint64 now_ms);

/* The list of keys; drawing_free. */
struct drawing *keys_draw_help(const struct card_style *style);

#endif
