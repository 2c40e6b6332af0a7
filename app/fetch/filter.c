/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create */
#include "placard/fetch/filter.h"

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FILTER_CHUNK_BYTES = 64 * 1024, US_PER_MS = 1000 };

struct filter {
    pid_t process;
    int output;
    GByteArray *taken;
    size_t max_bytes;
    gint64 deadline_ms;
    bool is_complete; /* its output has an end */
};

/* A file in memory: unlike a pipe it takes all at once, whether the program reads it or not. */
static int filter_input(GBytes *input)
{
    const int descriptor = memfd_create("placard-input", MFD_CLOEXEC);
    gsize length_bytes;
    const char *bytes = g_bytes_get_data(input, &length_bytes);

    if (descriptor < 0)
        return -1;
    if (file_write(descriptor, bytes, length_bytes) && lseek(descriptor, 0, SEEK_SET) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

/* What its starter has blocked or ignored for itself must not reach the program. */
static void filter_attributes_init(posix_spawnattr_t *attributes)
{
    sigset_t none;
    sigset_t all;

    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_init(attributes);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

static char **filter_arguments(const char *const *arguments)
{
    g_autoptr(GStrvBuilder) copies = g_strv_builder_new();

    for (; *arguments != NULL; arguments++)
        g_strv_builder_add(copies, *arguments);
    return g_strv_builder_end(copies);
}

static bool filter_spawn(struct filter *filter, const char *const *arguments, int input, int output)
{
    char *const environment[] = {NULL};
    g_auto(GStrv) copies = filter_arguments(arguments);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    filter_attributes_init(&attributes);
    const int code =
        posix_spawn(&filter->process, copies[0], &actions, &attributes, copies, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code == 0;
}

static bool filter_launch(struct filter *filter, const struct filter_request *request)
{
    int ends[2];

    if (!g_unix_open_pipe(ends, FD_CLOEXEC, NULL))
        return false;
    const int input = filter_input(request->input);
    const bool is_started = input >= 0 && g_unix_set_fd_nonblocking(ends[0], TRUE, NULL) &&
                            filter_spawn(filter, request->arguments, input, ends[1]);
    if (input >= 0)
        close(input);
    close(ends[1]);
    filter->output = ends[0];
    if (!is_started)
        close(ends[0]);
    return is_started;
}

struct filter *filter_start(const struct filter_request *request, gint64 now_ms)
{
    struct filter *filter = g_new0(struct filter, 1);

    filter->max_bytes = request->max_bytes;
    filter->deadline_ms = now_ms + request->limit_ms;
    filter->taken = g_byte_array_new();
    if (filter_launch(filter, request))
        return filter;
    g_byte_array_unref(filter->taken);
    g_free(filter);
    return NULL;
}

int filter_descriptor(const struct filter *filter)
{
    return filter->output;
}

gint64 filter_deadline_ms(const struct filter *filter)
{
    return filter->deadline_ms;
}

bool filter_read(struct filter *filter)
{
    guint8 chunk[FILTER_CHUNK_BYTES];

    while (filter->taken->len <= filter->max_bytes && !filter->is_complete) {
        const ssize_t got = read(filter->output, chunk, sizeof chunk);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno != EAGAIN;
        if (got == 0)
            filter->is_complete = true;
        else
            g_byte_array_append(filter->taken, chunk, (guint)got);
    }
    return true;
}

void filter_wait(struct filter *filter)
{
    struct pollfd waited = {.fd = filter->output, .events = POLLIN};

    while (!filter_read(filter)) {
        const gint64 left_ms = filter->deadline_ms - g_get_monotonic_time() / US_PER_MS;

        if (left_ms <= 0 || (poll(&waited, 1, (int)left_ms) < 0 && errno != EINTR))
            return;
    }
}

GBytes *filter_finish(struct filter *filter, int *status)
{
    int wait_status = 0;

    /* One that has ended its output by ending keeps its status, whatever comes after. */
    kill(filter->process, SIGKILL);
    while (waitpid(filter->process, &wait_status, 0) < 0 && errno == EINTR)
        continue;
    const int exit_status = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
    const bool is_good =
        exit_status == 0 && filter->is_complete && filter->taken->len <= filter->max_bytes;
    GBytes *output = is_good ? g_byte_array_free_to_bytes(g_steal_pointer(&filter->taken)) : NULL;

    if (status != NULL)
        *status = exit_status;
    close(filter->output);
    g_clear_pointer(&filter->taken, g_byte_array_unref);
    g_free(filter);
    return output;
}
