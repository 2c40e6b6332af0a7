/* SPDX-License-Identifier: MIT
 *
 * What the keys do.
 */
#ifndef PLACARD_COMMAND_KEYS_H
#define PLACARD_COMMAND_KEYS_H

#include "show.h"

/* Does what a key or the window system asks; false when the show is over. */
bool keys_handle(struct show *show, enum input input, gint64 now_ms);

/* Makes the list of keys the stage's overlay. */
void keys_show_help(struct show *show);

#endif
