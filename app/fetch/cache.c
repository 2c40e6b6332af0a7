/* SPDX-License-Identifier: MIT */
#include "placard/fetch/cache.h"

#include "cache_file.h"
#include "cache_room.h"
#include "file.h"
#include "placard/limits.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    CACHE_DIRECTORY_MODE = 0700,
    CACHE_FILE_MODE = 0600,
    /* Names tried for one temporary file before the directory is given up. */
    CACHE_TEMPORARY_TRIES = 100,
};

#define CACHE_TEMPORARY_PREFIX "new-"
#define CACHE_ASIDE_PREFIX "aside-"

struct cache {
    int directory; /* −1: nothing is kept */
};

/* systemd gives a list when a unit has several cache directories. */
static char *cache_first_of_list(const char *list)
{
    return g_strndup(list, strcspn(list, ":"));
}

static bool cache_is_usable(const char *value)
{
    return value != NULL && g_path_is_absolute(value);
}

char *cache_directory(const char *cache_directory_env, const char *xdg_cache_home, const char *home)
{
    if (cache_is_usable(cache_directory_env))
        return cache_first_of_list(cache_directory_env);
    if (cache_is_usable(xdg_cache_home))
        return g_build_filename(xdg_cache_home, "placard", NULL);
    if (cache_is_usable(home))
        return g_build_filename(home, ".cache", "placard", NULL);
    return NULL;
}

char *cache_runtime_directory(const char *runtime_directory_env, const char *xdg_runtime_dir)
{
    if (cache_is_usable(runtime_directory_env))
        return cache_first_of_list(runtime_directory_env);
    if (cache_is_usable(xdg_runtime_dir))
        return g_build_filename(xdg_runtime_dir, "placard", NULL);
    return NULL;
}

/* A temporary file is locked as long as it is written: whoever gets the lock has found one that a
 * killed process or a power cut left. */
static void cache_remove_if_stale(const struct cache *cache, const char *name)
{
    const int descriptor =
        openat(cache->directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (descriptor < 0)
        return;
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        unlinkat(cache->directory, name, 0);
    close(descriptor);
}

static void cache_remove_stale(const struct cache *cache)
{
    const int descriptor = openat(cache->directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = descriptor < 0 ? NULL : fdopendir(descriptor);
    const struct dirent *entry;

    if (directory == NULL) {
        if (descriptor >= 0)
            close(descriptor);
        return;
    }
    while ((entry = readdir(directory)) != NULL) {
        if (g_str_has_prefix(entry->d_name, CACHE_TEMPORARY_PREFIX))
            cache_remove_if_stale(cache, entry->d_name);
    }
    closedir(directory);
}

struct cache *cache_open(const char *directory, GError **error)
{
    struct cache *cache = g_new0(struct cache, 1);

    cache->directory = -1;
    if (directory == NULL) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "there is no directory for the cache");
        return cache;
    }
    if (g_mkdir_with_parents(directory, CACHE_DIRECTORY_MODE) != 0) {
        file_set_error(error, "cannot make the cache", directory);
        return cache;
    }
    cache->directory = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (cache->directory < 0)
        file_set_error(error, "cannot open the cache", directory);
    else
        cache_remove_stale(cache);
    return cache;
}

void cache_free(struct cache *cache)
{
    if (cache == NULL)
        return;
    if (cache->directory >= 0)
        close(cache->directory);
    g_free(cache);
}

bool cache_is_open(const struct cache *cache)
{
    return cache->directory >= 0;
}

GBytes *cache_load(struct cache *cache, enum cache_kind kind, const char *key, GError **error)
{
    g_autofree char *name = cache_file_name(kind, key);

    if (cache->directory < 0) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "nothing is kept in the cache");
        return NULL;
    }

    const int descriptor =
        openat(cache->directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        file_set_error(error, "cannot open", name);
        return NULL;
    }

    g_autoptr(GBytes) content =
        file_read(descriptor, name, LIMIT_RECORD_BYTES + CACHE_FILE_HEADER_BYTES, error);
    close(descriptor);
    return content == NULL ? NULL : cache_file_unseal(kind, key, content, error);
}

static bool cache_holds(struct cache *cache, enum cache_kind kind, const char *key,
                        GBytes *expected)
{
    g_autoptr(GBytes) kept = cache_load(cache, kind, key, NULL);

    return kept != NULL && g_bytes_equal(kept, expected);
}

/* A new, empty, locked file below the directory; −1 with errno. */
static int cache_create_temporary(const struct cache *cache, char **name)
{
    for (int i = 0; i < CACHE_TEMPORARY_TRIES; i++) {
        g_autofree char *candidate =
            g_strdup_printf(CACHE_TEMPORARY_PREFIX "%ld-%d", (long)getpid(), i);
        const int descriptor =
            openat(cache->directory, candidate,
                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, CACHE_FILE_MODE);

        if (descriptor < 0 && errno == EEXIST)
            continue;
        if (descriptor >= 0) {
            flock(descriptor, LOCK_EX | LOCK_NB);
            *name = g_steal_pointer(&candidate);
        }
        return descriptor;
    }
    errno = EEXIST;
    return -1;
}

/* Whatever stands in the way is not ours: it is moved, not removed. */
static bool cache_replace(const struct cache *cache, const char *temporary, const char *name)
{
    if (renameat(cache->directory, temporary, cache->directory, name) == 0)
        return true;
    if (errno != EISDIR)
        return false;

    g_autofree char *aside = g_strconcat(CACHE_ASIDE_PREFIX, name, NULL);
    return renameat(cache->directory, name, cache->directory, aside) == 0 &&
           renameat(cache->directory, temporary, cache->directory, name) == 0;
}

static bool cache_sync_directory(const struct cache *cache)
{
    /* Some file systems know no fsync of a directory and say EINVAL. */
    return fsync(cache->directory) == 0 || errno == EINVAL;
}

static bool cache_write(const struct cache *cache, const char *name, const char *header,
                        GBytes *content)
{
    g_autofree char *temporary = NULL;
    const int descriptor = cache_create_temporary(cache, &temporary);
    gsize length_bytes;
    const char *bytes = g_bytes_get_data(content, &length_bytes);

    if (descriptor < 0)
        return false;

    const bool written = file_write(descriptor, header, CACHE_FILE_HEADER_BYTES) &&
                         file_write(descriptor, bytes, length_bytes) && fsync(descriptor) == 0 &&
                         cache_replace(cache, temporary, name);
    const int cause = errno;
    if (!written)
        unlinkat(cache->directory, temporary, 0);
    close(descriptor);
    errno = cause;
    return written && cache_sync_directory(cache);
}

bool cache_store(struct cache *cache, enum cache_kind kind, const char *key, const char *bytes,
                 size_t length_bytes, GError **error)
{
    g_autofree char *name = cache_file_name(kind, key);

    if (length_bytes > LIMIT_RECORD_BYTES) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC,
                    "expected at most %d bytes to keep, found %" G_GSIZE_FORMAT, LIMIT_RECORD_BYTES,
                    length_bytes);
        return false;
    }
    if (cache->directory < 0)
        return true;

    g_autoptr(GBytes) plain = g_bytes_new_static(bytes, length_bytes);
    if (cache_holds(cache, kind, key, plain))
        return true;

    g_autofree char *header = cache_file_header(kind, key, bytes, length_bytes);
    if (!cache_write(cache, name, header, plain)) {
        file_set_error(error, "cannot write", name);
        return false;
    }
    return true;
}

/* By file name; see cache_room.h. */
static GHashTable *cache_ranks_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void cache_rank(GHashTable *ranks, enum cache_kind kind, const char *key, guint rank)
{
    g_hash_table_replace(ranks, cache_file_name(kind, key), GUINT_TO_POINTER(rank));
}

void cache_shrink(struct cache *cache, enum cache_kind kind, const GPtrArray *needed,
                  guint64 max_bytes)
{
    g_autoptr(GHashTable) ranks = cache_ranks_new();
    g_autofree char *prefix = cache_file_prefix(kind);

    if (cache->directory < 0)
        return;
    /* From the last to the first: of a key that stands there twice the first place counts. */
    for (guint i = needed->len; i > 0; i--)
        cache_rank(ranks, kind, needed->pdata[i - 1], i);
    cache_room_make(cache->directory, prefix, ranks, max_bytes);
}

void cache_forget(struct cache *cache, enum cache_kind kind, const char *const *used)
{
    g_autoptr(GHashTable) ranks = cache_ranks_new();
    g_autofree char *prefix = cache_file_prefix(kind);

    if (cache->directory < 0)
        return;
    for (; *used != NULL; used++)
        cache_rank(ranks, kind, *used, 1);
    cache_room_forget(cache->directory, prefix, ranks, LIMIT_CACHE_UNUSED_BYTES);
}
