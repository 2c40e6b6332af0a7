/* SPDX-License-Identifier: MIT
 *
 * Notices that a config file was changed: written in place, renamed over, removed or put back.
 */
#ifndef PLACARD_CONFIG_WATCH_H
#define PLACARD_CONFIG_WATCH_H

#include <glib.h>
#include <stdbool.h>

struct watch;

/* Watches the directory of path (and, through a symbolic link, that of its target) by inotify(7);
 * while it is not there, the nearest one above it.
 * NULL with an error of G_FILE_ERROR when that cannot be done. */
struct watch *watch_new(const char *path, GError **error);
void watch_free(struct watch *watch);

/* The descriptor that becomes readable when there may be a change; owned by the watch. */
int watch_descriptor(const struct watch *watch);

/* Reads what is waiting, never blocks; true when the file may have changed since the last call. */
bool watch_changed(struct watch *watch);

#endif
