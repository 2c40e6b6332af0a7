/* SPDX-License-Identifier: MIT
 *
 * Intake: all stories that there are, as candidates for an edition.
 */
#ifndef PLACARD_COMPOSE_INTAKE_H
#define PLACARD_COMPOSE_INTAKE_H

#include "placard/compose/compose.h"

/* The stories of the cards of a config, of struct story. */
GPtrArray *intake_cards(const struct config *config);

/* Of all sources, each newest first, and of the cards after them: of struct candidate, which borrow
 * their stories from records and cards. Those that are not to be shown are left out. */
GPtrArray *intake_candidates(const struct compose_request *request, const GPtrArray *cards);

#endif
