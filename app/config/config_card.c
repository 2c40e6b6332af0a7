/* SPDX-License-Identifier: MIT */
#include "config_card.h"

#include "keys.h"
#include "value.h"

struct config_card *config_card_new(void)
{
    struct config_card *card = g_new0(struct config_card, 1);

    value_store_defaults(KEY_SECTION_CARD, card);
    return card;
}

void config_card_free(void *card)
{
    struct config_card *freed = card;

    if (freed != NULL) {
        g_free(freed->headline);
        g_free(freed->summary);
        g_free(freed->image);
        g_free(freed->link);
        g_free(freed->language);
        g_free(freed);
    }
}
