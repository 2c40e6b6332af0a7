/* SPDX-License-Identifier: MIT */
#include "file.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

const char *file_kind(mode_t mode)
{
    if (S_ISDIR(mode))
        return "a directory";
    if (S_ISFIFO(mode))
        return "a FIFO";
    return S_ISCHR(mode) || S_ISBLK(mode) ? "a device" : "something else";
}

void file_set_error(GError **error, const char *what, const char *name)
{
    const int cause = errno;
    g_autofree char *reason = g_strdup(g_strerror(cause));

    reason[0] = g_ascii_tolower(reason[0]);
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(cause), "%s %s: %s", what, name,
                reason);
}

bool file_check(int descriptor, const char *name, size_t max_bytes, size_t *length_bytes,
                GError **error)
{
    struct stat status;

    if (fstat(descriptor, &status) != 0) {
        file_set_error(error, "cannot read", name);
        return false;
    }
    if (!S_ISREG(status.st_mode)) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "expected a regular file, found %s: %s", file_kind(status.st_mode), name);
        return false;
    }
    if ((guint64)status.st_size > max_bytes) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                    "expected at most %" G_GSIZE_FORMAT " bytes, found %" G_GINT64_FORMAT ": %s",
                    max_bytes, (gint64)status.st_size, name);
        return false;
    }
    *length_bytes = (size_t)status.st_size;
    return true;
}

GBytes *file_read(int descriptor, const char *name, size_t max_bytes, GError **error)
{
    size_t length_bytes;

    if (!file_check(descriptor, name, max_bytes, &length_bytes, error))
        return NULL;

    g_autoptr(GByteArray) content = g_byte_array_new();
    guint8 chunk[16 * 1024];
    ssize_t got;

    while ((got = read(descriptor, chunk, sizeof chunk)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            file_set_error(error, "cannot read", name);
            return NULL;
        }
        /* It may grow while it is read, and files of /proc do not tell their size. */
        if ((size_t)got > max_bytes - content->len) {
            g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                        "expected at most %" G_GSIZE_FORMAT " bytes, found more: %s", max_bytes,
                        name);
            return NULL;
        }
        g_byte_array_append(content, chunk, (guint)got);
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&content));
}

bool file_write(int descriptor, const char *bytes, size_t length_bytes)
{
    while (length_bytes > 0) {
        const ssize_t written = write(descriptor, bytes, length_bytes);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes += written;
        length_bytes -= (size_t)written;
    }
    return true;
}
