/* SPDX-License-Identifier: MIT */
#include "identity.h"

#include <glib.h>
#include <string.h>

enum { HASH_DIGITS = 24, NAME_BYTES_MAX = 512 };

char *identity_hash(const char *text)
{
    g_autofree char *digits = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
    return g_strndup(digits, HASH_DIGITS);
}

char *identity_of(const char *name)
{
    return strlen(name) <= NAME_BYTES_MAX ? g_strdup(name) : identity_hash(name);
}
