/* SPDX-License-Identifier: MIT
 *
 * A cache as tests use it: strings under keys, and a look at its files.
 */
#ifndef PLACARD_TESTS_FETCH_SHELF_H
#define PLACARD_TESTS_FETCH_SHELF_H

#include "placard/fetch/cache.h"

#include <sys/stat.h>

#define SHELF_KEY "https://news.example/feed.xml"
#define SHELF_TEXT "what is kept"

/* A cache that must open without an error. */
struct cache *shelf_open(const char *directory);

/* Whether the text could be kept; an error must come with false and only with it. */
bool shelf_store(struct cache *cache, const char *key, const char *text);

/* What is kept; NULL when nothing sound is; g_free. */
char *shelf_load(struct cache *cache, const char *key);

/* Asserts what is kept. */
void shelf_assert(struct cache *cache, const char *key, const char *expected);

/* The path of the only file of the cache; g_free. */
char *shelf_only_file(const char *directory);

struct stat shelf_status(const char *path);

#endif
