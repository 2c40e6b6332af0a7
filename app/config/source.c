/* SPDX-License-Identifier: MIT */
#include "source.h"

#include <string.h>

#include "keys.h"
#include "value.h"

char *config_url_shown(const char *url)
{
    const char *separator = strstr(url, "://");
    if (separator == NULL || g_ascii_strncasecmp(url, "http", strlen("http")) != 0) {
        return g_strdup(url);
    }
    const char *authority = separator + strlen("://");
    const char *at = g_strrstr_len(authority, (gssize)strcspn(authority, "/?#"), "@");
    const char *host = at == NULL ? authority : at + 1;
    return g_strdup_printf("%.*s%.*s", (int)(authority - url), url, (int)strcspn(host, "?#"), host);
}

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
        g_ptr_array_unref(freed->headers);
        g_free(freed->user_agent);
        g_free(freed);
    }
}
