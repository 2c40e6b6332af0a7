/* SPDX-License-Identifier: MIT */
#include "cache_room.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct room_file {
    char *name;
    guint64 bytes;
    gint64 written_utc_s;
    guint rank; /* G_MAXUINT: not needed */
};

static void room_file_clear(void *file)
{
    g_free(((struct room_file *)file)->name);
}

static void room_add(GArray *files, int directory, const char *name, GHashTable *ranks)
{
    const guint rank = GPOINTER_TO_UINT(g_hash_table_lookup(ranks, name));
    struct stat status;

    if (fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode))
        return;

    const struct room_file file = {
        .name = g_strdup(name),
        .bytes = (guint64)status.st_size,
        .written_utc_s = status.st_mtime,
        .rank = rank == 0 ? G_MAXUINT : rank,
    };
    g_array_append_val(files, file);
}

static GArray *room_list(int directory, const char *prefix, GHashTable *ranks)
{
    GArray *files = g_array_new(FALSE, FALSE, sizeof(struct room_file));
    const int descriptor = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = descriptor < 0 ? NULL : fdopendir(descriptor);
    const struct dirent *entry;

    g_array_set_clear_func(files, room_file_clear);
    if (entries == NULL) {
        if (descriptor >= 0)
            close(descriptor);
        return files;
    }
    while ((entry = readdir(entries)) != NULL) {
        if (g_str_has_prefix(entry->d_name, prefix))
            room_add(files, directory, entry->d_name, ranks);
    }
    closedir(entries);
    return files;
}

/* Those to go first come first. */
static int room_compare(gconstpointer left, gconstpointer right)
{
    const struct room_file *first = left;
    const struct room_file *second = right;

    if (first->rank != second->rank)
        return first->rank > second->rank ? -1 : 1;
    if (first->written_utc_s != second->written_utc_s)
        return first->written_utc_s < second->written_utc_s ? -1 : 1;
    return strcmp(first->name, second->name);
}

static void room_remove(int directory, GArray *files, guint64 max_bytes)
{
    guint64 taken_bytes = 0;

    for (guint i = 0; i < files->len; i++)
        taken_bytes += g_array_index(files, struct room_file, i).bytes;
    g_array_sort(files, room_compare);
    for (guint i = 0; i < files->len && taken_bytes > max_bytes; i++) {
        const struct room_file *file = &g_array_index(files, struct room_file, i);

        if (unlinkat(directory, file->name, 0) == 0)
            taken_bytes -= file->bytes;
    }
}

void cache_room_make(int directory, const char *prefix, GHashTable *ranks, guint64 max_bytes)
{
    g_autoptr(GArray) files = room_list(directory, prefix, ranks);

    room_remove(directory, files, max_bytes);
}

void cache_room_forget(int directory, const char *prefix, GHashTable *ranks, guint64 max_bytes)
{
    g_autoptr(GArray) files = room_list(directory, prefix, ranks);

    for (guint i = files->len; i > 0; i--) {
        if (g_array_index(files, struct room_file, i - 1).rank != G_MAXUINT)
            g_array_remove_index(files, i - 1);
    }
    room_remove(directory, files, max_bytes);
}
