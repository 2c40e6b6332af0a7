/* SPDX-License-Identifier: MIT
 *
 * Pictures that could not be had: which are never asked for again, and when the others are. Kept in
 * the cache; when there are more than LIMIT_PICTURE_MARKS the oldest are forgotten.
 */
#ifndef PLACARD_FETCH_MARKS_H
#define PLACARD_FETCH_MARKS_H

#include "placard/fetch/cache.h"

struct marks;

/* What the cache holds; no marks when that is nothing sound. */
struct marks *marks_load(struct cache *cache);
void marks_free(struct marks *marks);

/* How often it has failed, 0 for what is not marked. */
unsigned marks_failures(const struct marks *marks, const char *key);

/* Whether it may be asked for now: a clock that was set back holds nothing up. */
bool marks_allow(const struct marks *marks, const char *key, gint64 now_utc_s);

/* Never again. */
void marks_refuse(struct marks *marks, const char *key);

/* Later: after a quarter of an hour, then twice as long each time, up to a day; never before
 * wait_s. */
void marks_postpone(struct marks *marks, const char *key, gint64 now_utc_s, gint64 wait_s);

void marks_forget(struct marks *marks, const char *key);

/* Writes nothing when nothing has changed. */
bool marks_store(const struct marks *marks, struct cache *cache, GError **error);

#endif
