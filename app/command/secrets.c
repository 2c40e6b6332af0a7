/* SPDX-License-Identifier: MIT */
#include "secrets.h"

#include <sys/stat.h>

/* True for a file that the group or the world may read. */
static bool is_open_to_others(const char *path)
{
    struct stat status;

    return path != NULL && stat(path, &status) == 0 && (status.st_mode & (S_IRGRP | S_IROTH)) != 0;
}

static bool has_inline_secret(const struct config *config)
{
    for (guint i = 0; i < config->sources->len; i++) {
        const struct config_source *source = g_ptr_array_index(config->sources, i);
        for (guint j = 0; j < source->headers->len; j++) {
            const struct config_header *header = g_ptr_array_index(source->headers, j);
            if (header->text != NULL)
                return true;
        }
    }
    return false;
}

static void check_file(GPtrArray *troubles, const struct config *config, unsigned source,
                       const struct config_header *header)
{
    g_autofree char *path = g_canonicalize_filename(header->file, config->directory);

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add(troubles, g_strdup_printf("sources[%u].headers.%s: there is no file %s",
                                                  source, header->name, path));
    else if (is_open_to_others(path))
        g_ptr_array_add(troubles,
                        g_strdup_printf("%s can be read by others: chmod 600 %s", path, path));
}

GPtrArray *secrets_troubles(const struct setup *setup)
{
    GPtrArray *troubles = g_ptr_array_new_with_free_func(g_free);

    if (setup->config == NULL)
        return troubles;
    if (has_inline_secret(setup->config) && is_open_to_others(setup->path))
        g_ptr_array_add(troubles, g_strdup_printf("%s holds headers and can be read by others: "
                                                  "chmod 600 %s, or {\"file\": …} in their place",
                                                  setup->file_name, setup->path));
    for (guint i = 0; i < setup->config->sources->len; i++) {
        const struct config_source *source = g_ptr_array_index(setup->config->sources, i);
        for (guint j = 0; j < source->headers->len; j++) {
            const struct config_header *header = g_ptr_array_index(source->headers, j);
            if (header->file != NULL)
                check_file(troubles, setup->config, i, header);
        }
    }
    return troubles;
}
