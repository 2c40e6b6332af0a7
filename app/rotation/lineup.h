/* SPDX-License-Identifier: MIT
 *
 * The line-up: the stories of an edition that are in their time, in its order.
 */
#ifndef PLACARD_ROTATION_LINEUP_H
#define PLACARD_ROTATION_LINEUP_H

#include "placard/edition/edition.h"

/* The newest stories that are remembered of a long line-up. */
enum { LINEUP_FRESH_MOST = 12 };

struct lineup {
    GPtrArray *stories;                /* of const struct story, borrowed from the edition */
    GHashTable *places;                /* by id: the place of the first story of that id */
    unsigned fresh[LINEUP_FRESH_MOST]; /* places of the newest stories, the newest first */
    unsigned fresh_count;              /* 0: the line-up is short */
    gint64 first_utc_s, change_utc_s;  /* it holds from the first up to the change */
};

/* edition may be NULL: nobody is in the line-up. */
struct lineup *lineup_new(const struct edition *edition, gint64 utc_s, GTimeZone *zone);
void lineup_free(struct lineup *lineup);

unsigned lineup_count(const struct lineup *lineup);
const struct story *lineup_story(const struct lineup *lineup, unsigned place);

/* False when the line-up lacks this story. */
bool lineup_find(const struct lineup *lineup, const char *id, unsigned *place);

#endif
