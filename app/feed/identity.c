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

GHashTable *identity_set(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

/* What tells two stories with one id apart. */
static char *story_trait(const struct story *story)
{
    const char *headline = story->headline ? story->headline : "";
    bool is_id_link = story->link && strcmp(story->link, story->id) == 0;
    return g_strdup(story->link && !is_id_link ? story->link : headline);
}

bool identity_admit(GHashTable *seen, struct story *story)
{
    g_autofree char *trait = story_trait(story);
    g_autofree char *id = g_strdup(story->id);
    const char *other = g_hash_table_lookup(seen, id);
    if (other && strcmp(other, trait) != 0) {
        g_autofree char *both = g_strdup_printf("%s\n%s", story->id, trait);
        g_free(id);
        id = identity_hash(both);
        other = g_hash_table_lookup(seen, id);
    }
    if (other)
        return false;
    g_free(story->id);
    story->id = g_strdup(id);
    g_hash_table_insert(seen, g_steal_pointer(&id), g_steal_pointer(&trait));
    return true;
}
