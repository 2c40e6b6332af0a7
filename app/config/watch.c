/* SPDX-License-Identifier: MIT */
#include "placard/config/watch.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    HOPS_MAX = 16,  /* symbolic links followed, and the folders of each */
    READS_MAX = 64, /* of one call, lest a busy directory hold it */
    BLOCK_BYTES = 4096,
    EVENTS = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB |
             IN_DELETE_SELF | IN_MOVE_SELF,
    /* After these the file is as its writer wanted it; a created one is still empty. */
    EVENTS_DONE = IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB,
};

/* A name that the path leads through: the file, a symbolic link to it, the directory of either. */
struct hop {
    int descriptor; /* the watch of inotify on its directory */
    char *name;
    bool is_file; /* a file or a link to one, not a directory */
};

/* Which file the path leads to; all 0 when there is none. */
struct identity {
    dev_t device;
    ino_t inode;
};

struct watch {
    char *path;
    int inotify;
    GArray *hops; /* of struct hop */
    struct identity identity;
};

static void hop_clear(void *data)
{
    struct hop *hop = data;
    g_free(hop->name);
}

/* False when the directory cannot be watched, for one because it does not exist. */
static bool hop_add(GArray *hops, int inotify, const char *path, bool is_file)
{
    g_autofree char *directory = g_path_get_dirname(path);
    int descriptor = inotify_add_watch(inotify, directory, EVENTS | IN_ONLYDIR);

    if (descriptor >= 0) {
        struct hop hop = {
            .descriptor = descriptor, .name = g_path_get_basename(path), .is_file = is_file};
        g_array_append_val(hops, hop);
    }
    return descriptor >= 0;
}

/* The directory itself may be swapped or come back: so its own name is watched, or that of the
 * first one above that is not there, either. */
static void hop_add_directory(GArray *hops, int inotify, const char *directory)
{
    g_autofree char *above = g_path_get_dirname(directory);

    if (hop_add(hops, inotify, directory, false) || strcmp(above, directory) == 0)
        return;
    hop_add_directory(hops, inotify, above);
    hop_add(hops, inotify, directory, false); /* what it is in may have come meanwhile */
}

/* The hops of a path and of what it links to. Empty, with errno, when nothing can be watched. */
static GArray *hops_find(const char *path, int inotify)
{
    GArray *hops = g_array_new(FALSE, FALSE, sizeof(struct hop));
    g_autofree char *at = g_strdup(path);

    g_array_set_clear_func(hops, hop_clear);
    for (int i = 0; i < HOPS_MAX && at != NULL; i++) {
        g_autofree char *directory = g_path_get_dirname(at);
        g_autofree char *target = g_file_read_link(at, NULL);

        hop_add_directory(hops, inotify, directory);
        hop_add(hops, inotify, at, true);
        g_free(at);
        at = target == NULL               ? NULL
             : g_path_is_absolute(target) ? g_steal_pointer(&target)
                                          : g_build_filename(directory, target, NULL);
    }
    return hops;
}

static bool hops_have(const GArray *hops, int descriptor)
{
    for (guint i = 0; i < hops->len; i++) {
        if (g_array_index(hops, struct hop, i).descriptor == descriptor) {
            return true;
        }
    }
    return false;
}

/* Follows the path anew: links and directories on it may have changed. */
static void watch_renew(struct watch *watch)
{
    GArray *hops = hops_find(watch->path, watch->inotify);

    for (guint i = 0; i < watch->hops->len; i++) {
        int descriptor = g_array_index(watch->hops, struct hop, i).descriptor;
        if (!hops_have(hops, descriptor)) {
            (void)inotify_rm_watch(watch->inotify, descriptor); /* it may be gone already */
        }
    }
    g_array_unref(watch->hops);
    watch->hops = hops;
}

static bool watch_names(const struct watch *watch, const struct inotify_event *event,
                        const char *name)
{
    for (guint i = 0; i < watch->hops->len; i++) {
        const struct hop *hop = &g_array_index(watch->hops, struct hop, i);
        if (hop->is_file && hop->descriptor == event->wd && strcmp(hop->name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* Whether a block of events has one that means a change of the file. */
static bool watch_block_changed(const struct watch *watch, const char *block, size_t length_bytes)
{
    bool changed = false;
    struct inotify_event event;

    for (size_t at = 0; at + sizeof event <= length_bytes; at += sizeof event + event.len) {
        memcpy(&event, block + at, sizeof event);
        const char *name = event.len > 0 ? block + at + sizeof event : "";
        changed = changed || (event.mask & IN_Q_OVERFLOW) != 0 ||
                  ((event.mask & EVENTS_DONE) != 0 && watch_names(watch, &event, name));
    }
    return changed;
}

static bool is_new_and_empty(const struct stat *status)
{
    return S_ISREG(status->st_mode) && status->st_size == 0;
}

/* Whether the path leads to another file than before. One that is still empty is being written:
 * it counts when it is closed. */
static bool watch_is_other_file(struct watch *watch)
{
    struct stat status = {0};
    struct identity identity = {0};

    if (stat(watch->path, &status) == 0) {
        identity = (struct identity){.device = status.st_dev, .inode = status.st_ino};
    }
    if (identity.device == watch->identity.device && identity.inode == watch->identity.inode) {
        return false;
    }
    if (is_new_and_empty(&status)) {
        return false;
    }
    watch->identity = identity;
    return true;
}

void watch_free(struct watch *watch)
{
    if (watch != NULL) {
        if (watch->inotify >= 0) {
            close(watch->inotify);
        }
        if (watch->hops != NULL) {
            g_array_unref(watch->hops);
        }
        g_free(watch->path);
        g_free(watch);
    }
}

struct watch *watch_new(const char *path, GError **error)
{
    struct watch *watch = g_new0(struct watch, 1);

    watch->path = g_canonicalize_filename(path, NULL);
    watch->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->hops = watch->inotify < 0 ? NULL : hops_find(watch->path, watch->inotify);
    if (watch->hops == NULL || watch->hops->len == 0) {
        int reason = errno;
        g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(reason),
                    "cannot watch %s: %s", watch->path, g_strerror(reason));
        watch_free(watch);
        return NULL;
    }
    watch_is_other_file(watch);
    return watch;
}

int watch_descriptor(const struct watch *watch)
{
    return watch->inotify;
}

bool watch_changed(struct watch *watch)
{
    char block[BLOCK_BYTES];
    bool woken = false;
    bool changed = false;

    for (int i = 0; i < READS_MAX; i++) {
        ssize_t got = read(watch->inotify, block, sizeof block);
        if (got <= 0) {
            break;
        }
        woken = true;
        changed = watch_block_changed(watch, block, (size_t)got) || changed;
    }
    if (!woken) {
        return false;
    }
    watch_renew(watch);
    return watch_is_other_file(watch) || changed;
}
