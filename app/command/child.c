/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memfd_create, pidfd_open */

#include "placard/command/child.h"

#include "placard/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

G_DEFINE_QUARK(placard - child - error - quark, child_error)

/* The highest exit status that the fetcher knows: wrong options or config. */
enum { STATUS_MAX = 2, CHUNK_BYTES = 64 * 1024 };

struct child {
    pid_t process;
    int process_end; /* a pidfd: readable once the process has ended */
    int output;      /* −1 once all is read */
    GByteArray *pending;
    gint64 deadline_ms;
    bool ended;
    int wait_status; /* once ended */
};

static void descriptor_close(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static bool fail_with_errno(const char *doing, int code, GError **error)
{
    g_set_error(error, CHILD_ERROR, CHILD_ERROR_START, "fetcher could not be started: %s: %s",
                doing, g_strerror(code));
    return false;
}

static bool write_all(int descriptor, GBytes *bytes)
{
    size_t left_bytes = 0;
    const char *at = bytes == NULL ? NULL : g_bytes_get_data(bytes, &left_bytes);
    while (left_bytes > 0) {
        ssize_t written = write(descriptor, at, left_bytes);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        at += written;
        left_bytes -= (size_t)written;
    }
    return true;
}

/* A file in memory: unlike a pipe it takes the whole config at once, whether the child reads it or
 * not. −1 with an error. */
static int input_open(GBytes *config_json, GError **error)
{
    int input = memfd_create("placard-config", MFD_CLOEXEC);
    if (input >= 0 && write_all(input, config_json) && lseek(input, 0, SEEK_SET) == 0)
        return input;
    fail_with_errno("memfd_create", errno, error);
    descriptor_close(&input);
    return -1;
}

static char **request_arguments(const struct child_request *request)
{
    g_autoptr(GPtrArray) arguments = g_ptr_array_new();
    g_ptr_array_add(arguments, g_strdup(request->program));
    g_ptr_array_add(arguments, g_strdup("--directory"));
    g_ptr_array_add(arguments, g_strdup(request->directory));
    if (request->now_utc_s != INSTANT_UNKNOWN) {
        g_ptr_array_add(arguments, g_strdup("--now"));
        g_ptr_array_add(arguments, instant_format(request->now_utc_s));
    }
    if (request->pictures != NULL) {
        g_ptr_array_add(arguments, g_strdup("--pictures"));
        g_ptr_array_add(arguments, g_strdup(request->pictures));
    }
    const struct {
        bool wanted;
        const char *name;
    } flags[] = {{request->due, "--due"},
                 {request->verbose, "--verbose"},
                 {request->progress, "--progress"}};
    for (size_t i = 0; i < G_N_ELEMENTS(flags); i++)
        if (flags[i].wanted)
            g_ptr_array_add(arguments, g_strdup(flags[i].name));
    g_ptr_array_add(arguments, g_strdup("--"));
    for (unsigned i = 0; request->sources != NULL && request->sources[i] != NULL; i++)
        g_ptr_array_add(arguments, g_strdup(request->sources[i]));
    g_ptr_array_add(arguments, NULL);
    return (char **)g_ptr_array_steal(arguments, NULL);
}

/* What the loop has blocked or ignored for itself must not reach the child, which leads a group of
 * its own so that whatever it starts can be ended with it. */
static void attributes_init(posix_spawnattr_t *attributes)
{
    sigset_t none;
    sigset_t usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD};
    for (size_t i = 0; i < G_N_ELEMENTS(signals); i++)
        sigaddset(&usual, signals[i]);
    posix_spawnattr_init(attributes);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &usual);
    posix_spawnattr_setpgroup(attributes, 0);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF |
                                             POSIX_SPAWN_SETPGROUP);
}

static bool process_start(const struct child_request *request, int input, int output,
                          pid_t *process, GError **error)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    attributes_init(&attributes);
    g_auto(GStrv) arguments = request_arguments(request);
    int code = posix_spawn(process, request->program, &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code == 0 || fail_with_errno(request->program, code, error);
}

static void process_wait(struct child *child, int flags)
{
    pid_t process;
    do {
        process = waitpid(child->process, &child->wait_status, flags);
    } while (process < 0 && errno == EINTR);
    /* Negative: the status was taken by someone else, but the process has ended. */
    child->ended = process != 0;
}

static void child_kill(struct child *child)
{
    kill(-child->process, SIGKILL);
    process_wait(child, 0);
}

static void child_free(struct child *child)
{
    descriptor_close(&child->output);
    descriptor_close(&child->process_end);
    g_byte_array_unref(child->pending);
    g_free(child);
}

/* Fills in the process; takes care of the pipe's writing end and the input. */
static bool child_launch(struct child *child, const struct child_request *request, GError **error)
{
    int ends[2];
    if (!g_unix_open_pipe(ends, FD_CLOEXEC, NULL))
        return fail_with_errno("pipe", errno, error);
    child->output = ends[0];
    int input = input_open(request->config_json, error);
    bool started = input >= 0 && g_unix_set_fd_nonblocking(child->output, true, error) &&
                   process_start(request, input, ends[1], &child->process, error);
    descriptor_close(&input);
    descriptor_close(&ends[1]);
    if (!started)
        return false;
    child->process_end = (int)syscall(SYS_pidfd_open, child->process, 0);
    if (child->process_end >= 0)
        return true;
    fail_with_errno("pidfd_open", errno, error);
    child_kill(child);
    return false;
}

struct child *child_start(const struct child_request *request, gint64 now_ms, GError **error)
{
    struct child *child = g_new0(struct child, 1);
    child->output = -1;
    child->process_end = -1;
    child->pending = g_byte_array_new();
    child->deadline_ms = now_ms + LIMIT_FETCHER_MS;
    if (child_launch(child, request, error))
        return child;
    child_free(child);
    return NULL;
}

int child_descriptor(const struct child *child)
{
    return child->output >= 0 ? child->output : child->process_end;
}

gint64 child_deadline_ms(const struct child *child)
{
    return child->deadline_ms;
}

bool child_is_ended(const struct child *child)
{
    return child->ended;
}

/* Moves what is waiting to pending, which stays a chunk above the limit at most. */
static void child_take_output(struct child *child)
{
    while (child->output >= 0 && child->pending->len <= LIMIT_EDITION_BYTES) {
        guint8 chunk[CHUNK_BYTES];
        ssize_t length_bytes = read(child->output, chunk, sizeof chunk);
        if (length_bytes < 0 && errno == EINTR)
            continue;
        if (length_bytes < 0 && errno == EAGAIN)
            return;
        if (length_bytes > 0)
            g_byte_array_append(child->pending, chunk, (guint)length_bytes);
        else
            descriptor_close(&child->output);
    }
}

/* The length of data up to and with its last line break; 0 when there is none. */
static size_t lines_length(const guint8 *data, size_t length_bytes)
{
    while (length_bytes > 0 && data[length_bytes - 1] != '\n')
        length_bytes--;
    return length_bytes;
}

static struct edition *edition_from_line(const char *line, size_t length_bytes, GError **error)
{
    g_autoptr(GError) problem = NULL;
    struct edition *edition = edition_parse(line, length_bytes, &problem);
    if (edition != NULL && edition_check(edition, &problem))
        return edition;
    edition_free(edition);
    g_set_error(error, CHILD_ERROR, CHILD_ERROR_OUTPUT,
                "fetcher printed what is not an edition: %s", problem->message);
    return NULL;
}

struct edition *child_read(struct child *child, GError **error)
{
    child_take_output(child);
    if (child->output < 0 && !child->ended)
        process_wait(child, WNOHANG);

    GByteArray *pending = child->pending;
    size_t whole_bytes = lines_length(pending->data, pending->len);
    if (whole_bytes == 0 && pending->len > LIMIT_EDITION_BYTES) {
        g_set_error(error, CHILD_ERROR, CHILD_ERROR_OUTPUT,
                    "fetcher printed a line longer than %d bytes", LIMIT_EDITION_BYTES);
        g_byte_array_set_size(pending, 0);
        descriptor_close(&child->output);
        return NULL;
    }
    if (whole_bytes == 0)
        return NULL;
    size_t newest = lines_length(pending->data, whole_bytes - 1);
    struct edition *edition =
        edition_from_line((const char *)pending->data + newest, whole_bytes - 1 - newest, error);
    g_byte_array_remove_range(pending, 0, (guint)whole_bytes);
    return edition;
}

static bool wait_status_check(int wait_status, int *exit_status, GError **error)
{
    if (WIFSIGNALED(wait_status)) {
        g_set_error(error, CHILD_ERROR, CHILD_ERROR_STATUS, "fetcher was killed by signal %d",
                    WTERMSIG(wait_status));
        return false;
    }
    if (WEXITSTATUS(wait_status) > STATUS_MAX) {
        g_set_error(error, CHILD_ERROR, CHILD_ERROR_STATUS, "fetcher exited with status %d",
                    WEXITSTATUS(wait_status));
        return false;
    }
    if (exit_status != NULL)
        *exit_status = WEXITSTATUS(wait_status);
    return true;
}

bool child_finish(struct child *child, gint64 now_ms, int *exit_status, GError **error)
{
    if (!child->ended)
        process_wait(child, WNOHANG);
    bool ended_itself = child->ended;
    if (!ended_itself)
        child_kill(child);

    int wait_status = child->wait_status;
    bool late = now_ms >= child->deadline_ms;
    child_free(child);
    if (ended_itself)
        return wait_status_check(wait_status, exit_status, error);
    if (late)
        g_set_error(error, CHILD_ERROR, CHILD_ERROR_TIMEOUT, "fetcher did not end within %d s",
                    LIMIT_FETCHER_MS / 1000);
    else
        g_set_error(error, CHILD_ERROR, CHILD_ERROR_INTERRUPTED, "fetcher was stopped");
    return false;
}
