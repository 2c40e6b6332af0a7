/* SPDX-License-Identifier: MIT */
#include "desktop.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    START_SECONDS = 20,
    MOST_ATTEMPTS = 10,
    STATE_REMOVE = 0, /* of _NET_WM_STATE, by the EWMH */
    STATE_ADD = 1,
};

struct desktop {
    GPid process; /* of the X server */
    char *name;
    Display *display;
    XWindowAttributes before; /* of the window that fills the screen */
};

/* A window may be gone before the question about it arrives. */
static int error_ignore(Display *display, XErrorEvent *event)
{
    (void)display, (void)event;
    return 0;
}

/* Nothing outlives the test, however it ends. */
static void end_with_parent(gpointer unused)
{
    (void)unused;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
}

static bool is_taken(const char *name)
{
    Display *display = XOpenDisplay(name);
    if (display == NULL)
        return false;
    XCloseDisplay(display);
    return true;
}

/* False when the server does not want this name. */
static bool server_start(struct desktop *desktop)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *line = g_strdup_printf("Xvfb %s -screen 0 %dx%dx24 -nolisten tcp -noreset",
                                            desktop->name, DESKTOP_WIDTH, DESKTOP_HEIGHT);
    g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
    g_spawn_async(NULL, arguments, NULL,
                  G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                      G_SPAWN_STDERR_TO_DEV_NULL,
                  end_with_parent, NULL, &desktop->process, &error);
    g_assert_no_error(error);
    gint64 end_us = g_get_monotonic_time() + START_SECONDS * G_USEC_PER_SEC;
    while (desktop->display == NULL && g_get_monotonic_time() < end_us) {
        if (waitpid(desktop->process, NULL, WNOHANG) == desktop->process)
            return false;
        g_usleep(20000);
        desktop->display = XOpenDisplay(desktop->name);
    }
    return desktop->display != NULL;
}

/* Xvfb can choose a number itself, but then it briefly answers for others while it looks for one.
 * The process's own number is as good as sure to be free. */
struct desktop *desktop_new(void)
{
    g_autofree char *server = g_find_program_in_path("Xvfb");
    g_autofree char *fingers = g_find_program_in_path("xdotool");
    if (server == NULL || fingers == NULL)
        return NULL;
    struct desktop *desktop = g_new0(struct desktop, 1);
    for (int attempt = 0; desktop->display == NULL; attempt++) {
        if (attempt == MOST_ATTEMPTS)
            g_error("expected Xvfb to give a display, the last that it refused is %s",
                    desktop->name);
        g_free(desktop->name);
        desktop->name = g_strdup_printf(":%d", 1000 + ((int)getpid() * 10 + attempt) % 50000);
        if (!is_taken(desktop->name))
            server_start(desktop);
    }
    XSetErrorHandler(error_ignore);
    XSelectInput(desktop->display, DefaultRootWindow(desktop->display), SubstructureNotifyMask);
    return desktop;
}

void desktop_kill(struct desktop *desktop)
{
    if (desktop->display != NULL)
        XCloseDisplay(desktop->display);
    desktop->display = NULL;
    kill(desktop->process, SIGTERM);
    waitpid(desktop->process, NULL, 0);
}

void desktop_free(struct desktop *desktop)
{
    if (desktop == NULL)
        return;
    if (desktop->display != NULL)
        desktop_kill(desktop);
    g_free(desktop->name);
    g_free(desktop);
}

const char *desktop_name(const struct desktop *desktop)
{
    return desktop->name;
}

static Atom atom(const struct desktop *desktop, const char *name)
{
    return XInternAtom(desktop->display, name, False);
}

static void fill_screen(struct desktop *desktop, Window window)
{
    Atom full = atom(desktop, "_NET_WM_STATE_FULLSCREEN");
    XGetWindowAttributes(desktop->display, window, &desktop->before);
    XChangeProperty(desktop->display, window, atom(desktop, "_NET_WM_STATE"), XA_ATOM, 32,
                    PropModeReplace, (unsigned char *)&full, 1);
    XMoveResizeWindow(desktop->display, window, 0, 0, DESKTOP_WIDTH, DESKTOP_HEIGHT);
}

static void leave_screen(struct desktop *desktop, Window window)
{
    const XWindowAttributes *before = &desktop->before;
    XDeleteProperty(desktop->display, window, atom(desktop, "_NET_WM_STATE"));
    XMoveResizeWindow(desktop->display, window, before->x, before->y, (unsigned)before->width,
                      (unsigned)before->height);
}

/* Does what windows have asked of their manager. */
static void manage(struct desktop *desktop)
{
    Atom state = atom(desktop, "_NET_WM_STATE");
    Atom full = atom(desktop, "_NET_WM_STATE_FULLSCREEN");
    XEvent event;
    XSync(desktop->display, False);
    while (XPending(desktop->display) > 0) {
        XNextEvent(desktop->display, &event);
        const XClientMessageEvent *message = &event.xclient;
        if (event.type != ClientMessage || message->message_type != state ||
            (Atom)message->data.l[1] != full)
            continue;
        if (message->data.l[0] == STATE_ADD)
            fill_screen(desktop, message->window);
        else if (message->data.l[0] == STATE_REMOVE)
            leave_screen(desktop, message->window);
    }
    XSync(desktop->display, False);
}

/* The value of a property, which ends with a zero byte, or NULL; XFree. */
static unsigned char *property(const struct desktop *desktop, Window window, const char *name)
{
    Atom type;
    int format;
    unsigned long count, left;
    unsigned char *value = NULL;
    if (XGetWindowProperty(desktop->display, window, atom(desktop, name), 0, 1024, False,
                           AnyPropertyType, &type, &format, &count, &left, &value) != Success)
        return NULL;
    if (count > 0)
        return value;
    XFree(value);
    return NULL;
}

static bool is_shown_by(const struct desktop *desktop, Window window, GPid process)
{
    XWindowAttributes attributes;
    if (!XGetWindowAttributes(desktop->display, window, &attributes) ||
        attributes.map_state != IsViewable)
        return false;
    unsigned char *value = property(desktop, window, "_NET_WM_PID");
    unsigned long owner = 0; /* of 32 bits, which Xlib gives as longs */
    if (value != NULL) {
        memcpy(&owner, value, sizeof owner);
        XFree(value);
    }
    return owner == (unsigned long)process;
}

unsigned long desktop_find(struct desktop *desktop, GPid process)
{
    Window root, parent, *windows = NULL, found = None;
    unsigned count = 0;
    manage(desktop);
    if (!XQueryTree(desktop->display, DefaultRootWindow(desktop->display), &root, &parent, &windows,
                    &count))
        return None;
    for (unsigned i = 0; i < count && found == None; i++)
        if (is_shown_by(desktop, windows[i], process))
            found = windows[i];
    if (windows != NULL)
        XFree(windows);
    return found;
}

char *desktop_title(struct desktop *desktop, unsigned long window)
{
    manage(desktop);
    unsigned char *value = property(desktop, window, "_NET_WM_NAME");
    char *title = g_strdup((const char *)value);
    if (value != NULL)
        XFree(value);
    return title;
}

bool desktop_look(struct desktop *desktop, unsigned long window, struct image *image)
{
    XWindowAttributes attributes;
    *image = (struct image){0};
    manage(desktop);
    if (!XGetWindowAttributes(desktop->display, window, &attributes) ||
        attributes.map_state != IsViewable)
        return false;
    XImage *seen = XGetImage(desktop->display, window, 0, 0, (unsigned)attributes.width,
                             (unsigned)attributes.height, AllPlanes, ZPixmap);
    if (seen == NULL)
        return false;
    image->width = seen->width;
    image->height = seen->height;
    image->pixels = g_new(guint32, (gsize)seen->width * (gsize)seen->height);
    guint32 *pixel = image->pixels;
    for (int y = 0; y < seen->height; y++)
        for (int x = 0; x < seen->width; x++)
            *pixel++ = (guint32)XGetPixel(seen, x, y) & 0xFFFFFF;
    XDestroyImage(seen);
    return true;
}

void desktop_press(struct desktop *desktop, unsigned long window, const char *key)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *line = g_strconcat("xdotool key ", key, NULL);
    g_auto(GStrv) arguments = g_strsplit(line, " ", -1);
    g_auto(GStrv) environment = g_environ_setenv(g_get_environ(), "DISPLAY", desktop->name, TRUE);
    int wait_status;
    manage(desktop);
    XSetInputFocus(desktop->display, window, RevertToPointerRoot, CurrentTime);
    XSync(desktop->display, False);
    g_spawn_sync(NULL, arguments, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                 &wait_status, &error);
    g_assert_no_error(error);
    g_assert_cmpint(wait_status, ==, 0);
}

void desktop_resize(struct desktop *desktop, unsigned long window, int width, int height)
{
    XMoveResizeWindow(desktop->display, window, 0, 0, (unsigned)width, (unsigned)height);
    manage(desktop);
}

void desktop_close(struct desktop *desktop, unsigned long window)
{
    XEvent event = {.xclient = {.type = ClientMessage,
                                .window = window,
                                .message_type = atom(desktop, "WM_PROTOCOLS"),
                                .format = 32}};
    event.xclient.data.l[0] = (long)atom(desktop, "WM_DELETE_WINDOW");
    event.xclient.data.l[1] = CurrentTime;
    XSendEvent(desktop->display, window, False, NoEventMask, &event);
    manage(desktop);
}
