/* SPDX-License-Identifier: MIT
 *
 * Warns of news that this system has no fonts for.
 */
#ifndef PLACARD_COMMAND_FONTS_H
#define PLACARD_COMMAND_FONTS_H

#include "placard/edition/edition.h"

/* Prints a line for a character that was left out of a card (0: none) unless it is among those told
 * of before, to which it is added. */
void fonts_tell(gunichar missing, GHashTable *told);

/* Prints a line for each script of which a character cannot be drawn. */
void fonts_warn(const struct edition *edition);

#endif
