/* SPDX-License-Identifier: MIT
 *
 * The cache: named byte strings in one private directory, each written whole or not at all and
 * checked by its SHA-256 when read. It may be missing, full, read-only or damaged: nothing but the
 * cache is lost.
 */
#ifndef PLACARD_FETCH_CACHE_H
#define PLACARD_FETCH_CACHE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

struct cache;

/* The directory by the rules of design: $CACHE_DIRECTORY, else $XDG_CACHE_HOME/placard, else
 * ~/.cache/placard, from the values given (each may be NULL; one that is not an absolute path
 * counts as not given); NULL when there is nowhere. g_free. */
char *cache_directory(const char *cache_directory_env, const char *xdg_cache_home,
                      const char *home);

/* Likewise the directory that wears no disk: $RUNTIME_DIRECTORY, else $XDG_RUNTIME_DIR/placard. */
char *cache_runtime_directory(const char *runtime_directory_env, const char *xdg_runtime_dir);

/* Opens the directory, making it (0700) where it is missing, and removes what unfinished writes have
 * left. NULL directory or failure: a cache that holds nothing and silently keeps nothing; *error
 * then says why. Never returns NULL. */
struct cache *cache_open(const char *directory, GError **error);
void cache_free(struct cache *cache);

/* False for a cache that keeps nothing. */
bool cache_is_open(const struct cache *cache);

enum cache_kind {
    CACHE_KIND_SOURCE,  /* key: the source's URL */
    CACHE_KIND_EDITION, /* key: what the edition was made of (see command/) */
    CACHE_KIND_CONFIG,  /* key: the config's path */
    CACHE_KIND_PICTURE, /* key: the picture's URL */
    CACHE_KIND_MARKS,   /* key: what is marked */
};

/* The bytes kept under a key; NULL with an error of G_FILE_ERROR (G_FILE_ERROR_NOENT when nothing
 * is kept) when there is nothing sound to be had. */
GBytes *cache_load(struct cache *cache, enum cache_kind kind, const char *key, GError **error);

/* Keeps bytes under a key; the same bytes again are not written. On failure what was kept before
 * still is. */
bool cache_store(struct cache *cache, enum cache_kind kind, const char *key, const char *bytes,
                 size_t length_bytes, GError **error);

/* Makes the files of a kind take at most max_bytes together: first those go whose keys are not among
 * the needed ones (strings, the most needed first), the oldest before the others, then the least
 * needed. */
void cache_shrink(struct cache *cache, enum cache_kind kind, const GPtrArray *needed,
                  guint64 max_bytes);

/* Removes the oldest files of a kind whose keys are not among those in use (NULL at the end),
 * until what is kept of such keys takes at most LIMIT_CACHE_UNUSED_BYTES. */
void cache_forget(struct cache *cache, enum cache_kind kind, const char *const *used);

#endif
