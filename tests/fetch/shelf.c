/* SPDX-License-Identifier: MIT */
#include "shelf.h"

#include "place.h"

#include <string.h>

bool shelf_store(struct cache *cache, const char *key, const char *text)
{
    g_autoptr(GError) error = NULL;
    const bool stored = cache_store(cache, CACHE_KIND_SOURCE, key, text, strlen(text), &error);

    g_assert_true(stored == (error == NULL));
    return stored;
}

char *shelf_load(struct cache *cache, const char *key)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = cache_load(cache, CACHE_KIND_SOURCE, key, &error);

    if (bytes == NULL) {
        g_assert_nonnull(error);
        g_assert_true(error->domain == G_FILE_ERROR);
        return NULL;
    }
    return g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

struct cache *shelf_open(const char *directory)
{
    g_autoptr(GError) error = NULL;
    struct cache *cache = cache_open(directory, &error);

    g_assert_no_error(error);
    return cache;
}

void shelf_assert(struct cache *cache, const char *key, const char *expected)
{
    g_autofree char *kept = shelf_load(cache, key);

    g_assert_cmpstr(kept, ==, expected);
}

char *shelf_only_file(const char *directory)
{
    g_autoptr(GPtrArray) names = place_names(directory, "");

    g_assert_cmpuint(names->len, ==, 1);
    return place_path(directory, names->pdata[0]);
}

struct stat shelf_status(const char *path)
{
    struct stat status;

    g_assert_cmpint(lstat(path, &status), ==, 0);
    return status;
}
