/* SPDX-License-Identifier: MIT
 *
 * What is remembered of the pages of stories: each is asked once, and after a failure later and
 * later.
 */
#ifndef PLACARD_FETCHER_VISIT_H
#define PLACARD_FETCHER_VISIT_H

#include "placard/edition/record.h"

#include <stdbool.h>

/* Whether the page of a story, by its id, may be asked now. */
bool visit_is_due(const struct record *record, const char *story, gint64 now_utc_s);

/* The page of a story has been asked. */
void visit_note(struct record *record, const char *story, bool is_good, gint64 now_utc_s);

/* Before stories take the place of those in the record: gives them what the pages gave, and forgets
 * the visits to pages of stories that are gone. */
void visit_carry(struct record *record, const GPtrArray *stories);

#endif
