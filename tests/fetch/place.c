/* SPDX-License-Identifier: MIT */
#include "place.h"

#include <glib/gstdio.h>
#include <string.h>

static void place_remove(const char *path)
{
    if (g_remove(path) == 0 || !g_file_test(path, G_FILE_TEST_IS_DIR))
        return;

    g_autoptr(GPtrArray) names = place_names(path, "");
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *inner = place_path(path, names->pdata[i]);
        place_remove(inner);
    }
    g_remove(path);
}

static int place_compare(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

char *place_new(void)
{
    char *place = g_dir_make_tmp("placard-XXXXXX", NULL);

    g_assert_nonnull(place);
    return place;
}

void place_free(char *place)
{
    place_remove(place);
    g_free(place);
}

char *place_path(const char *place, const char *name)
{
    return g_build_filename(place, name, NULL);
}

void place_write(const char *place, const char *name, const char *text)
{
    g_autofree char *path = place_path(place, name);

    g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

GPtrArray *place_names(const char *place, const char *prefix)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) directory = g_dir_open(place, 0, NULL);
    const char *name;

    while (directory != NULL && (name = g_dir_read_name(directory)) != NULL) {
        if (g_str_has_prefix(name, prefix))
            g_ptr_array_add(names, g_strdup(name));
    }
    g_ptr_array_sort(names, place_compare);
    return names;
}
