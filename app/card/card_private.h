/* SPDX-License-Identifier: MIT
 *
 * What the files that make cards share.
 */
#ifndef PLACARD_CARD_CARD_PRIVATE_H
#define PLACARD_CARD_CARD_PRIVATE_H

#include "placard/card/card.h"

/* An empty card. */
struct card *card_new(const struct card_style *style);

#endif
