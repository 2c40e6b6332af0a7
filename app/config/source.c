/* SPDX-License-Identifier: MIT */
#include "source.h"

#include "keys.h"
#include "value.h"

struct config_source *source_new(void)
{
    struct config_source *source = g_new0(struct config_source, 1);

    value_store_defaults(KEY_SECTION_SOURCE, source);
    return source;
}

void source_free(void *source)
{
    struct config_source *freed = source;

    if (freed != NULL) {
        g_free(freed->name);
        g_free(freed->url);
        g_free(freed->accent);
        g_free(freed->language);
        g_ptr_array_unref(freed->block);
        g_ptr_array_unref(freed->keep);
        g_free(freed);
    }
}
