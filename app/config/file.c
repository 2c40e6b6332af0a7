/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "placard/limits.h"
#include "problem.h"

static const struct {
    mode_t type;
    const char *name;
} file_types[] = {
    {S_IFDIR, "a directory"}, {S_IFIFO, "a FIFO"},         {S_IFSOCK, "a socket"},
    {S_IFCHR, "a device"},    {S_IFBLK, "a block device"},
};

static const char *type_name(mode_t mode)
{
    for (size_t i = 0; i < G_N_ELEMENTS(file_types); i++) {
        if ((mode & S_IFMT) == file_types[i].type) {
            return file_types[i].name;
        }
    }
    return "something else";
}

static GBytes *file_fail(GPtrArray *problems, char *message)
{
    problem_take(problems, (struct config_problem){.message = message});
    return NULL;
}

/* Reads to the end, or to one byte more than allowed; false with errno. */
static bool read_all(int descriptor, GByteArray *bytes)
{
    guint8 block[16 * 1024];

    while (bytes->len <= LIMIT_CONFIG_BYTES) {
        ssize_t got = read(descriptor, block, sizeof block);
        if (got == 0) {
            return true;
        }
        if (got < 0 && errno != EINTR) {
            return false;
        }
        if (got > 0) {
            g_byte_array_append(bytes, block, (guint)got);
        }
    }
    return true;
}

static GBytes *read_descriptor(int descriptor, GPtrArray *problems)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    struct stat status;

    if (fstat(descriptor, &status) != 0) {
        return file_fail(problems,
                         g_strdup_printf("expected a readable file: %s", g_strerror(errno)));
    }
    if (!S_ISREG(status.st_mode)) {
        return file_fail(problems, g_strdup_printf("expected a regular file, got %s",
                                                   type_name(status.st_mode)));
    }
    if (!read_all(descriptor, bytes)) {
        return file_fail(problems,
                         g_strdup_printf("expected a readable file: %s", g_strerror(errno)));
    }
    if (bytes->len > LIMIT_CONFIG_BYTES) {
        return file_fail(
            problems, g_strdup_printf("expected at most %d bytes, got more", LIMIT_CONFIG_BYTES));
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&bytes));
}

GBytes *config_read(const char *path, GPtrArray *problems)
{
    /* O_NONBLOCK: opening a FIFO or a device must not wait for its other side. */
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

    if (descriptor < 0) {
        return file_fail(problems,
                         errno == ENXIO
                             ? g_strdup("expected a regular file, got a socket or device")
                             : g_strdup_printf("expected a readable file: %s", g_strerror(errno)));
    }
    GBytes *bytes = read_descriptor(descriptor, problems);
    close(descriptor);
    return bytes;
}
