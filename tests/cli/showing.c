/* SPDX-License-Identifier: MIT */
#include "showing.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* What is on a person's desktop must not be seen by the test, nor the test on it. */
static const struct {
    const char *name, *value; /* NULL: not set */
} surroundings[] = {
    {"SDL_VIDEODRIVER", "x11"}, {"WAYLAND_DISPLAY", NULL}, {"DBUS_SESSION_BUS_ADDRESS", NULL},
    {"XMODIFIERS", NULL},       {"LC_ALL", "C.UTF-8"},     {"TZ", "UTC"},
    {"no_proxy", "127.0.0.1"},
};

/* What a test is set up from. */
struct call {
    const struct showing_test *test;
    struct desktop *desktop;
    enum showing_place place;
};

static void environment_set(struct desk *desk, const char *name, const char *value)
{
    desk->environment = value == NULL ? g_environ_unsetenv(desk->environment, name)
                                      : g_environ_setenv(desk->environment, name, value, TRUE);
}

static void set_up(struct showing *showing, gconstpointer data)
{
    const struct call *call = data;
    desk_init(&showing->desk);
    showing->desktop = call->desktop;
    showing->data = call->test->data;
    showing->program = g_strdup(PLACARD_PROGRAM);
    showing->log = g_build_filename(showing->desk.directory, "log", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(surroundings); i++)
        environment_set(&showing->desk, surroundings[i].name, surroundings[i].value);
    desk_write(&showing->desk, "leaks", "leak:libdbus-1.so\n"); /* SDL's, once, without a session */
    environment_set(&showing->desk, "LSAN_OPTIONS", "suppressions=leaks:print_suppressions=0");
    environment_set(&showing->desk, "DISPLAY",
                    showing->desktop == NULL ? NULL : desktop_name(showing->desktop));
}

static void run(struct showing *showing, gconstpointer data)
{
    const struct call *call = data;
    if (call->place == SHOWING_PLACE_DESKTOP && call->desktop == NULL)
        g_test_skip("Xvfb or xdotool is not installed");
    else
        call->test->run(showing);
}

static void tear_down(struct showing *showing, gconstpointer data)
{
    (void)data;
    if (showing->process != 0)
        showing_end(showing, SIGKILL);
    g_free(showing->program);
    g_free(showing->log);
    desk_clear(&showing->desk);
}

int showing_test_all(const struct showing_test *tests, size_t count, enum showing_place place)
{
    struct desktop *desktop = place == SHOWING_PLACE_DESKTOP ? desktop_new() : NULL;
    g_autofree struct call *calls = g_new0(struct call, count);
    for (size_t i = 0; i < count; i++) {
        calls[i] = (struct call){&tests[i], desktop, place};
        g_test_add(tests[i].path, struct showing, &calls[i], set_up, run, tear_down);
    }
    int status = g_test_run();
    desktop_free(desktop);
    return status;
}

/* Nothing outlives the test, however it ends. */
static void die_with_parent(gpointer unused)
{
    (void)unused;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void showing_start(struct showing *showing, const char *line)
{
    g_autoptr(GError) error = NULL;
    g_auto(GStrv) arguments = program_arguments(line);
    g_free(arguments[0]);
    arguments[0] = g_strdup(showing->program);
    int log = open(showing->log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    g_assert_cmpint(log, >=, 0);
    g_spawn_async_with_fds(showing->desk.directory, arguments, showing->desk.environment,
                           G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, die_with_parent,
                           NULL, &showing->process, -1, -1, log, &error);
    g_assert_no_error(error);
    close(log);
}

static bool has_ended(const struct showing *showing, int *wait_status)
{
    return waitpid(showing->process, wait_status, WNOHANG) == showing->process;
}

int showing_end(struct showing *showing, int signal)
{
    int wait_status;
    if (signal != 0)
        g_assert_cmpint(kill(showing->process, signal), ==, 0);
    /* Promised is a second; a source is waited for longer than this. */
    assert_within(10, showing, has_ended(showing, &wait_status));
    showing->process = 0;
    return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
}

static char *log_text(const struct showing *showing)
{
    char *text = NULL;
    g_file_get_contents(showing->log, &text, NULL, NULL);
    return text == NULL ? g_strdup("") : text;
}

void showing_fail(const struct showing *showing, const char *place, const char *condition)
{
    g_autofree char *said = log_text(showing);
    g_printerr("%s: not in time: %s\nstandard error was:\n%s\n", place, condition, said);
    abort();
}

bool showing_said(const struct showing *showing, const char *text)
{
    g_autofree char *said = log_text(showing);
    return strstr(said, text) != NULL;
}

static unsigned long window_of(const struct showing *showing)
{
    return desktop_find(showing->desktop, showing->process);
}

bool showing_is_titled(const struct showing *showing, const char *beginning)
{
    unsigned long window = window_of(showing);
    g_autofree char *title = window == 0 ? NULL : desktop_title(showing->desktop, window);
    return title != NULL && g_str_has_prefix(title, beginning);
}

bool showing_look(const struct showing *showing, struct image *image)
{
    unsigned long window = window_of(showing);
    *image = (struct image){0};
    return window != 0 && desktop_look(showing->desktop, window, image);
}

bool showing_looks_like(const struct showing *showing, const struct image *image)
{
    struct image seen;
    bool same = showing_look(showing, &seen) && image_equals(&seen, image);
    image_clear(&seen);
    return same;
}

bool showing_has_corners(const struct showing *showing, guint32 colour)
{
    struct image seen;
    bool has = showing_look(showing, &seen) && image_has_corners(&seen, colour);
    image_clear(&seen);
    return has;
}

void showing_press(const struct showing *showing, const char *key)
{
    desktop_press(showing->desktop, window_of(showing), key);
}

/* The state and the parent of a process by proc(5); what stands before them is its name in
 * parentheses, which may hold anything. False when it is gone. */
static bool process_look(const char *number, char *state, long *parent)
{
    g_autofree char *path = g_build_filename("/proc", number, "stat", NULL);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return false;
    const char *after_name = strrchr(text, ')');
    return after_name != NULL && sscanf(after_name, ") %c %ld", state, parent) == 2;
}

struct children showing_children(const struct showing *showing)
{
    struct children children = {0};
    g_autoptr(GDir) processes = g_dir_open("/proc", 0, NULL);
    for (const char *name; processes != NULL && (name = g_dir_read_name(processes)) != NULL;) {
        char state;
        long parent;
        if (!g_ascii_isdigit(name[0]) || !process_look(name, &state, &parent) ||
            parent != showing->process)
            continue;
        children.ended += state == 'Z';
        children.running += state != 'Z';
        if (state != 'Z')
            children.newest = (GPid)g_ascii_strtoll(name, NULL, 10);
    }
    return children;
}

unsigned showing_descriptors(const struct showing *showing)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/fd", (int)showing->process);
    g_autoptr(GDir) descriptors = g_dir_open(path, 0, NULL);
    unsigned count = 0;
    while (descriptors != NULL && g_dir_read_name(descriptors) != NULL)
        count++;
    return count;
}
