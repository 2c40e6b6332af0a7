/* SPDX-License-Identifier: MIT
 *
 * Room for new files of the cache, made by removing those that are needed least.
 */
#ifndef PLACARD_FETCH_CACHE_ROOM_H
#define PLACARD_FETCH_CACHE_ROOM_H

#include <glib.h>

/* Removes files whose names begin with prefix from the directory until they take at most max_bytes
 * together: the oldest of those that are not in ranks, then those of the highest rank. ranks: file
 * name → rank from 1 on, by GUINT_TO_POINTER. */
void cache_room_make(int directory, const char *prefix, GHashTable *ranks, guint64 max_bytes);

/* Likewise, of those that are not in ranks only: until these take at most max_bytes together. */
void cache_room_forget(int directory, const char *prefix, GHashTable *ranks, guint64 max_bytes);

#endif
