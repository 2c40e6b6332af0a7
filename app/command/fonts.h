/* SPDX-License-Identifier: MIT
 *
 * Warns of news that this system has no fonts for.
 */
#ifndef PLACARD_COMMAND_FONTS_H
#define PLACARD_COMMAND_FONTS_H

#include "placard/edition/edition.h"

/* Prints a line for each script of which a character cannot be drawn. */
void fonts_warn(const struct edition *edition);

#endif
