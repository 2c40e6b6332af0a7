/* SPDX-License-Identifier: MIT
 *
 * Choice: what the words of block and keep leave out of a source.
 */
#ifndef PLACARD_COMPOSE_CHOICE_H
#define PLACARD_COMPOSE_CHOICE_H

#include "placard/config/config.h"

/* Leaves out the candidates with a pattern of block in headline or lead, and where there are
 * patterns of keep, those without any of them. */
void choice_leave_out(GPtrArray *candidates, const struct config_source *source);

#endif
