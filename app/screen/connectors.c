/* SPDX-License-Identifier: MIT */
#include "connectors.h"

#include "edid.h"

#include <stdlib.h>
#include <string.h>

static const char card_prefix[] = "card";

/* The first line of a connector's file; "" when there is none. */
static char *connector_read(const char *directory, const char *connector, const char *file)
{
    g_autofree char *path = g_build_filename(directory, connector, file, NULL);
    char *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return g_strdup("");
    text[strcspn(text, "\n")] = '\0';
    return text;
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "card0-HDMI-A-1", in order; neither "card0" nor "renderD128" nor "version". */
static GPtrArray *connector_names(const char *directory)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *entries = g_dir_open(directory, 0, NULL);
    const char *name;

    while (entries != NULL && (name = g_dir_read_name(entries)) != NULL)
        if (g_str_has_prefix(name, card_prefix) && strchr(name, '-') != NULL)
            g_ptr_array_add(names, g_strdup(name));
    if (entries != NULL)
        g_dir_close(entries);
    g_ptr_array_sort(names, compare_names);
    return names;
}

char *connectors_state(const char *directory)
{
    g_autoptr(GPtrArray) names = connector_names(directory);
    GString *state = g_string_new(NULL);

    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *status = connector_read(directory, name, "status");
        g_autofree char *mode = connector_read(directory, name, "modes");

        g_string_append_printf(state, "%s %s %s\n", name, status, mode);
    }
    return g_string_free(state, FALSE);
}

int connectors_card(const char *directory)
{
    g_autoptr(GPtrArray) names = connector_names(directory);
    int lowest = -1;

    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *status = connector_read(directory, name, "status");
        const int card = atoi(name + strlen(card_prefix));

        if (g_str_equal(status, "connected") && (lowest < 0 || card < lowest))
            lowest = card;
    }
    return lowest;
}

bool connectors_size_mm(const char *directory, int *longer_mm, int *shorter_mm)
{
    g_autoptr(GPtrArray) names = connector_names(directory);
    const char *only = NULL;

    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        g_autofree char *status = connector_read(directory, name, "status");

        if (!g_str_equal(status, "connected"))
            continue;
        if (only != NULL)
            return false;
        only = name;
    }
    if (only == NULL)
        return false;
    g_autofree char *path = g_build_filename(directory, only, "edid", NULL);
    g_autofree char *edid = NULL;
    gsize size_bytes = 0;

    return g_file_get_contents(path, &edid, &size_bytes, NULL) &&
           edid_size_mm((const guint8 *)edid, size_bytes, longer_mm, shorter_mm);
}
