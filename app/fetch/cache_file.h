/* SPDX-License-Identifier: MIT
 *
 * What a file of the cache is called and how it proves to be whole: one line with a SHA-256 over
 * kind, key and content, then the content. A file of another key, cut, or with a bit flipped does
 * not pass.
 */
#ifndef PLACARD_FETCH_CACHE_FILE_H
#define PLACARD_FETCH_CACHE_FILE_H

#include "placard/fetch/cache.h"

#define CACHE_FILE_MAGIC "placard-cache 1 "

enum {
    CACHE_FILE_SUM_DIGITS = 64,
    CACHE_FILE_HEADER_BYTES = sizeof CACHE_FILE_MAGIC - 1 + CACHE_FILE_SUM_DIGITS + 1,
};

/* "source-" and the first 24 hex digits of the key's SHA-256; g_free. */
char *cache_file_name(enum cache_kind kind, const char *key);

/* What the names of a kind begin with; g_free. */
char *cache_file_prefix(enum cache_kind kind);

/* What stands before the content in its file, CACHE_FILE_HEADER_BYTES; g_free. */
char *cache_file_header(enum cache_kind kind, const char *key, const char *content,
                        size_t length_bytes);

/* The content of a file; NULL with G_FILE_ERROR_FAILED when the file is not whole. */
GBytes *cache_file_unseal(enum cache_kind kind, const char *key, GBytes *sealed, GError **error);

#endif
