/* SPDX-License-Identifier: MIT
 *
 * Makes the hand-written cards of a config.
 */
#ifndef PLACARD_APP_CONFIG_CONFIG_CARD_H
#define PLACARD_APP_CONFIG_CONFIG_CARD_H

#include "placard/config/config.h"

/* A card with the defaults and without a headline. */
struct config_card *config_card_new(void);

/* Of a struct config_card; fit for a GPtrArray. */
void config_card_free(void *card);

#endif
