/* SPDX-License-Identifier: MIT */
#include "placard/command/notify.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* A manager that could not be told is told again after this. */
static const gint64 again_ms = 1000;

struct notify {
    int socket;         /* −1: there is nobody to tell */
    gint64 interval_ms; /* between two signs of life; 0: none are wanted */
    gint64 next_ms;
    char *status; /* the last one told */
};

/* A path, or a name in the abstract namespace that begins with "@". */
static int socket_connect(const char *name)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t length = name == NULL ? 0 : strlen(name);
    if (length < 2 || length >= sizeof address.sun_path || strchr("/@", name[0]) == NULL)
        return -1;
    memcpy(address.sun_path, name, length);
    if (name[0] == '@')
        address.sun_path[0] = '\0';
    int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
    if (descriptor >= 0 && connect(descriptor, (struct sockaddr *)&address, size) == 0)
        return descriptor;
    if (descriptor >= 0)
        close(descriptor);
    return -1;
}

/* Half of what the manager allows; 0 when it does not watch, or another process. */
static gint64 interval_ms(void)
{
    const char *limit = g_getenv("WATCHDOG_USEC");
    const char *process = g_getenv("WATCHDOG_PID");
    guint64 limit_us = 0;
    guint64 watched = 0;
    if (limit == NULL || !g_ascii_string_to_unsigned(limit, 10, 1, G_MAXINT64, &limit_us, NULL))
        return 0;
    if (process != NULL && (!g_ascii_string_to_unsigned(process, 10, 1, G_MAXINT, &watched, NULL) ||
                            (pid_t)watched != getpid()))
        return 0;
    return MAX((gint64)(limit_us / 2000), 1);
}

struct notify *notify_open(void)
{
    struct notify *notify = g_new0(struct notify, 1);
    notify->socket = socket_connect(g_getenv("NOTIFY_SOCKET"));
    notify->interval_ms = notify->socket < 0 ? 0 : interval_ms();
    return notify;
}

/* Never waits: a manager that does not read must not hold the loop. */
static bool tell(const struct notify *notify, const char *text)
{
    size_t length = strlen(text);
    return notify->socket >= 0 &&
           send(notify->socket, text, length, MSG_NOSIGNAL) == (ssize_t)length;
}

void notify_close(struct notify *notify)
{
    if (notify == NULL)
        return;
    tell(notify, "STOPPING=1");
    if (notify->socket >= 0)
        close(notify->socket);
    g_free(notify->status);
    g_free(notify);
}

void notify_turn(struct notify *notify, const char *status, gint64 now_ms)
{
    if (notify->socket < 0)
        return;
    if (g_strcmp0(notify->status, status) != 0) {
        const char *ready = notify->status == NULL ? "READY=1\n" : "";
        g_autofree char *text = g_strconcat(ready, "STATUS=", status, NULL);
        /* What could not be told is told in the next turn. */
        if (tell(notify, text)) {
            g_free(notify->status);
            notify->status = g_strdup(status);
        }
    }
    if (notify->interval_ms == 0 || now_ms < notify->next_ms)
        return;
    bool is_told = tell(notify, "WATCHDOG=1");
    notify->next_ms = now_ms + (is_told ? notify->interval_ms : MIN(notify->interval_ms, again_ms));
}

gint64 notify_deadline_ms(const struct notify *notify)
{
    return notify->interval_ms > 0 ? notify->next_ms : G_MAXINT64;
}
