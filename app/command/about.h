/* SPDX-License-Identifier: MIT
 *
 * What there is to know about a running placard: its sources, its edition, its machine.
 */
#ifndef PLACARD_COMMAND_ABOUT_H
#define PLACARD_COMMAND_ABOUT_H

#include "show.h"

/* drawing_free */
struct drawing *about_draw(const struct show *show);

#endif
