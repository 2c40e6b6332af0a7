/* SPDX-License-Identifier: MIT */
#include "fetcher_headers.h"

#include "placard/fetch/local.h"
#include "placard/limits.h"

#include <string.h>

char *headers_path(const struct config *config, const struct config_header *header)
{
    return g_canonicalize_filename(header->file, config->directory);
}

/* All of a small file but the line break at its end. */
static char *file_value(const char *path, GError **error)
{
    struct local_file file;

    if (!local_open(&file, path, LIMIT_HEADER_BYTES, error))
        return NULL;

    char *value = g_malloc0(file.length_bytes + 1);
    size_t length = 0, got;
    while (length < file.length_bytes &&
           (got = local_read(&file, length, value + length, file.length_bytes - length)) > 0)
        length += got;
    local_close(&file);
    return g_strchomp(value);
}

static bool is_line(const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (g_ascii_iscntrl(*at))
            return false;
    }
    return text[0] != '\0';
}

static char *header_value(const struct config *config, const struct config_header *header,
                          GError **error)
{
    if (header->text != NULL)
        return g_strdup(header->text);
    if (header->variable != NULL) {
        const char *value = g_getenv(header->variable);
        if (value == NULL || !is_line(value)) {
            g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                        "expected a line of text in %s of the environment, found none",
                        header->variable);
            return NULL;
        }
        return g_strdup(value);
    }

    g_autofree char *path = headers_path(config, header);
    g_autofree char *value = file_value(path, error);
    if (value != NULL && !is_line(value)) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "expected one line of text in %s, found something else", path);
        return NULL;
    }
    return g_steal_pointer(&value);
}

char **headers_of_source(const struct config *config, const struct config_source *source,
                         GError **error)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < source->headers->len; i++) {
        const struct config_header *header = source->headers->pdata[i];
        g_autofree char *value = header_value(config, header, error);

        if (value == NULL) {
            g_prefix_error(error, "header %s: ", header->name);
            return NULL;
        }
        g_ptr_array_add(lines, g_strconcat(header->name, ": ", value, NULL));
    }
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_steal(lines, NULL);
}
