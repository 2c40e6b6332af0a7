/* SPDX-License-Identifier: MIT */
#include "cache_file.h"

#include <string.h>

enum { CACHE_FILE_NAME_DIGITS = 24 };

static const char *const cache_file_kinds[] = {
    [CACHE_KIND_SOURCE] = "source", [CACHE_KIND_EDITION] = "edition",
    [CACHE_KIND_CONFIG] = "config", [CACHE_KIND_PICTURE] = "picture",
    [CACHE_KIND_MARKS] = "marks",
};

char *cache_file_prefix(enum cache_kind kind)
{
    return g_strconcat(cache_file_kinds[kind], "-", NULL);
}

char *cache_file_name(enum cache_kind kind, const char *key)
{
    g_autofree char *digits = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);

    return g_strdup_printf("%s-%.*s", cache_file_kinds[kind], CACHE_FILE_NAME_DIGITS, digits);
}

/* The NUL after kind and key is part of the sum, so that no two pairs run together. */
static char *cache_file_sum(enum cache_kind kind, const char *key, const char *plain, gsize length)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    const char *name = cache_file_kinds[kind];

    g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name) + 1);
    g_checksum_update(sum, (const guchar *)key, (gssize)strlen(key) + 1);
    g_checksum_update(sum, (const guchar *)plain, (gssize)length);
    return g_strdup(g_checksum_get_string(sum));
}

char *cache_file_header(enum cache_kind kind, const char *key, const char *content,
                        size_t length_bytes)
{
    g_autofree char *sum = cache_file_sum(kind, key, content, length_bytes);

    return g_strconcat(CACHE_FILE_MAGIC, sum, "\n", NULL);
}

GBytes *cache_file_unseal(enum cache_kind kind, const char *key, GBytes *sealed, GError **error)
{
    gsize length;
    const char *bytes = g_bytes_get_data(sealed, &length);

    if (length >= CACHE_FILE_HEADER_BYTES) {
        const gsize plain_bytes = length - CACHE_FILE_HEADER_BYTES;
        g_autofree char *header =
            cache_file_header(kind, key, bytes + CACHE_FILE_HEADER_BYTES, plain_bytes);

        if (memcmp(bytes, header, CACHE_FILE_HEADER_BYTES) == 0)
            return g_bytes_new_from_bytes(sealed, CACHE_FILE_HEADER_BYTES, plain_bytes);
    }
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                "expected the checksum of %" G_GSIZE_FORMAT " bytes, found another", length);
    return NULL;
}
