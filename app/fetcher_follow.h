/* SPDX-License-Identifier: MIT
 *
 * The pages of stories whose feed tells too little of them.
 */
#ifndef PLACARD_FETCHER_FOLLOW_H
#define PLACARD_FETCHER_FOLLOW_H

#include "fetcher_intake.h"
#include "placard/edition/edition.h"

struct follow {
    struct intake *intake; /* borrowed, as the story */
    struct story *story;
};

/* The pages to be asked now, at most LIMIT_FOLLOWED: an array of struct follow that frees its
 * members. Only of stories that are shown, in the order in which they are, and only of sources that
 * have just answered well. Valid until an intake takes something else. */
GPtrArray *follow_choose(struct intake *intakes, unsigned count, const struct edition *shown,
                         gint64 now_utc_s);

/* What a page said: answer and error as of transfer_done. True when the story has become better. */
bool follow_take(const struct follow *follow, const struct transfer_answer *answer,
                 const GError *error, gint64 now_utc_s);

#endif
