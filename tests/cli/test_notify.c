/* SPDX-License-Identifier: MIT */
#include "program.h"

#include "placard/command/notify.h"

#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* Longer than anything takes on a busy machine. */
enum { SOON_MS = 20000 };

/* What a service manager is to a service. */
struct manager {
    struct desk desk;
    int socket;
};

static void manager_init(struct manager *manager)
{
    desk_init(&manager->desk);
    g_autofree char *path = g_build_filename(manager->desk.directory, "notify", NULL);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    g_assert_cmpuint(g_strlcpy(address.sun_path, path, sizeof address.sun_path), <,
                     sizeof address.sun_path);
    manager->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    g_assert_cmpint(bind(manager->socket, (struct sockaddr *)&address, sizeof address), ==, 0);
    g_assert_true(g_setenv("NOTIFY_SOCKET", path, TRUE));
    g_unsetenv("WATCHDOG_USEC");
    g_unsetenv("WATCHDOG_PID");
}

static void manager_clear(struct manager *manager)
{
    close(manager->socket);
    desk_clear(&manager->desk);
}

/* The next message, "" when none comes in time; g_free. */
static char *manager_hear(const struct manager *manager, int timeout_ms)
{
    char text[4096] = "";
    struct pollfd waited = {.fd = manager->socket, .events = POLLIN};
    if (poll(&waited, 1, timeout_ms) > 0)
        g_assert_cmpint(recv(manager->socket, text, sizeof text - 1, 0), >, 0);
    return g_strdup(text);
}

static void assert_hears(const struct manager *manager, const char *expected)
{
    g_autofree char *heard = manager_hear(manager, 0);
    g_assert_cmpstr(heard, ==, expected);
}

static void test_turns(void)
{
    struct manager manager;
    manager_init(&manager);
    g_setenv("WATCHDOG_USEC", "30000000", TRUE);
    struct notify *notify = notify_open();
    assert_hears(&manager, "");
    notify_turn(notify, "one story", 1000);
    assert_hears(&manager, "READY=1\nSTATUS=one story");
    assert_hears(&manager, "WATCHDOG=1");
    g_assert_cmpint(notify_deadline_ms(notify), ==, 16000);
    notify_turn(notify, "one story", 15999);
    assert_hears(&manager, "");
    notify_turn(notify, "two stories", 16000);
    assert_hears(&manager, "STATUS=two stories");
    assert_hears(&manager, "WATCHDOG=1");
    g_assert_cmpint(notify_deadline_ms(notify), ==, 31000);
    notify_close(notify);
    assert_hears(&manager, "STOPPING=1");
    assert_hears(&manager, "");
    manager_clear(&manager);
}

/* One that does not read is neither waited for nor told in vain all the time. */
static void test_deaf(void)
{
    struct manager manager;
    manager_init(&manager);
    g_setenv("WATCHDOG_USEC", "30000000", TRUE);
    struct notify *notify = notify_open();
    for (unsigned i = 0; i < 2000; i++) {
        g_autofree char *status = g_strdup_printf("turn %u", i);
        notify_turn(notify, status, 0);
    }
    notify_turn(notify, "full", 15000);
    g_assert_cmpint(notify_deadline_ms(notify), ==, 16000);
    notify_close(notify);
    manager_clear(&manager);
}

struct watch_case {
    const char *name, *socket, *limit_us;
    int process;        /* 0: not told; 1: this one; 2: another */
    gint64 interval_ms; /* 0: not watched */
};

static const struct watch_case watch_cases[] = {
    {"no-limit", "notify", NULL, 0, 0},
    {"limit", "notify", "3000000", 0, 1500},
    {"this-process", "notify", "3000000", 1, 1500},
    {"another-process", "notify", "3000000", 2, 0},
    {"limit-of-nothing", "notify", "0", 0, 0},
    {"limit-of-letters", "notify", "soon", 0, 0},
    {"limit-of-a-moment", "notify", "1", 0, 1},
    {"nobody-there", "nobody", "3000000", 0, 0},
    {"no-path", "", "3000000", 0, 0},
    {"no-such-kind", "vsock:2:1234", "3000000", 0, 0},
};

static void test_watch(gconstpointer data)
{
    const struct watch_case *test = data;
    struct manager manager;
    manager_init(&manager);
    g_autofree char *path = g_build_filename(manager.desk.directory, test->socket, NULL);
    g_autofree char *process = g_strdup_printf("%d", (int)getpid() + test->process - 1);
    bool is_name = *test->socket == '\0' || strchr(test->socket, ':') != NULL;
    g_setenv("NOTIFY_SOCKET", is_name ? test->socket : path, TRUE);
    if (test->limit_us != NULL)
        g_setenv("WATCHDOG_USEC", test->limit_us, TRUE);
    if (test->process != 0)
        g_setenv("WATCHDOG_PID", process, TRUE);
    struct notify *notify = notify_open();
    notify_turn(notify, "news", 1000);
    gint64 expected = test->interval_ms == 0 ? G_MAXINT64 : 1000 + test->interval_ms;
    g_assert_cmpint(notify_deadline_ms(notify), ==, expected);
    notify_close(notify);
    manager_clear(&manager);
}

/* Hears until a message holds the text. */
static void assert_told(const struct manager *manager, const char *text)
{
    bool is_told = false;
    while (!is_told) {
        g_autofree char *heard = manager_hear(manager, SOON_MS);
        g_test_message("%s", heard);
        if (*heard == '\0')
            g_error("was not told \"%s\"", text);
        is_told = strstr(heard, text) != NULL;
    }
}

/* The program as a service: ready with its first card, alive while nothing happens, and silent when
 * it is stuck. */
static void test_service(void)
{
    struct manager manager;
    g_autoptr(GError) error = NULL;
    manager_init(&manager);
    g_autofree char *path = g_build_filename(manager.desk.directory, "notify", NULL);
    char **environment = manager.desk.environment;
    environment = g_environ_setenv(environment, "NOTIFY_SOCKET", path, TRUE);
    environment = g_environ_setenv(environment, "WATCHDOG_USEC", "200000", TRUE);
    environment = g_environ_setenv(environment, "SDL_VIDEODRIVER", "dummy", TRUE);
    manager.desk.environment = environment;
    g_auto(GStrv) arguments = program_arguments("run FIXTURES/news.rss");
    GPid process;
    g_spawn_async(manager.desk.directory, arguments, environment,
                  G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &process,
                  &error);
    g_assert_no_error(error);

    g_autofree char *first = manager_hear(&manager, SOON_MS);
    g_assert_true(g_str_has_prefix(first, "READY=1\nSTATUS="));
    assert_told(&manager, "STATUS=2 stories of ");
    for (int i = 0; i < 3; i++)
        assert_told(&manager, "WATCHDOG=1");
    g_assert_cmpint(kill(process, SIGSTOP), ==, 0);
    int wait_status;
    g_assert_cmpint(waitpid(process, &wait_status, WUNTRACED), ==, process);
    for (bool is_silent = false; !is_silent;) {
        g_autofree char *last = manager_hear(&manager, 300);
        is_silent = *last == '\0';
    }
    g_assert_cmpint(kill(process, SIGCONT), ==, 0);
    assert_told(&manager, "WATCHDOG=1");
    g_assert_cmpint(kill(process, SIGTERM), ==, 0);
    assert_told(&manager, "STOPPING=1");
    g_assert_cmpint(waitpid(process, &wait_status, 0), ==, process);
    g_assert_true(WIFEXITED(wait_status));
    g_assert_cmpint(WEXITSTATUS(wait_status), ==, 0);
    manager_clear(&manager);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/notify/turns", test_turns);
    g_test_add_func("/notify/deaf", test_deaf);
    for (size_t i = 0; i < G_N_ELEMENTS(watch_cases); i++) {
        g_autofree char *path = g_strconcat("/notify/watch/", watch_cases[i].name, NULL);
        g_test_add_data_func(path, &watch_cases[i], test_watch);
    }
    g_test_add_func("/notify/service", test_service);
    return g_test_run();
}
