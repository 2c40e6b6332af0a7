/* SPDX-License-Identifier: MIT */
#include "placard/screen/display.h"

#include "canvas_private.h"
#include "connectors.h"
#include "gesture.h"
#include "input.h"
#include "panel.h"
#include "turn.h"
#include "window.h"

#include <SDL_syswm.h>
#include <poll.h>

#ifdef PLACARD_WAYLAND
#include <wayland-client.h>
#endif

/* How often the screens of a console are looked at: SDL does not tell of them. */
static const gint64 look_ms = 5000;

/* What a screen that is still to come is taken for. */
enum { AWAITED_WIDTH_PX = 1920, AWAITED_HEIGHT_PX = 1080 };

struct display {
    struct display_options options; /* its texts are those below */
    char *title, *device;
    SDL_Window *window;   /* NULL while a console has no screen */
    SDL_Surface *upright; /* the canvas of a turned screen */
    struct canvas canvas;
    unsigned quarters; /* by which the screen is turned */
    struct gesture gesture;
    char *dropped;
    char *connectors; /* of a console, when the window was last opened; else NULL */
    gint64 looked_ms;
    bool lost;
};

#ifdef PLACARD_X11
static int say_nothing(Display *server)
{
    (void)server;
    return 0;
}

static void note_loss(Display *server, void *display)
{
    (void)server;
    ((struct display *)display)->lost = true;
}

/* Else Xlib ends the program when the server goes, with a status of its own. */
static void outlive_x11(struct display *display)
{
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(display->window, &info) || info.subsystem != SDL_SYSWM_X11)
        return;
    XSetIOErrorHandler(say_nothing);
    XSetIOErrorExitHandler(info.info.x11.display, note_loss, display);
}
#endif

/* Whether a screen can still come: nobody said which display to take, and there is a plug for one.
 * Returns the state of the plugs, or NULL. */
static char *awaited_connectors(const struct display_options *options)
{
    static const char *const desktops[] = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"};

    for (size_t i = 0; i < G_N_ELEMENTS(desktops); i++)
        if (g_getenv(desktops[i]))
            return NULL;
    char *state = options->fullscreen ? connectors_state(CONNECTORS_DIRECTORY) : NULL;
    if (state && *state == '\0')
        g_clear_pointer(&state, g_free);
    return state;
}

static struct display *display_new(const struct display_options *options)
{
    struct display *display = g_new0(struct display, 1);
    display->options = *options;
    display->options.title = display->title = g_strdup(options->title);
    display->options.device = display->device = g_strdup(options->device);
    return display;
}

struct display *display_open(const struct display_options *options, GError **error)
{
    g_autoptr(GError) reason = NULL;
    SDL_Window *window = window_open(options, &reason);
    char *connectors = NULL;
    if (!window || window_is_console())
        connectors = awaited_connectors(options);
    if (!window && !connectors) {
        g_propagate_error(error, g_steal_pointer(&reason));
        return NULL;
    }
    struct display *display = display_new(options);
    display->window = window;
    display->connectors = connectors;
    display->looked_ms = g_get_monotonic_time() / 1000;
#ifdef PLACARD_X11
    if (window)
        outlive_x11(display);
#endif
    return display;
}

bool display_is_awaited(const struct display *display)
{
    return display->window == NULL;
}

/* A screen was plugged in or out, or became another: the window is opened anew, as large as the
 * screen is now. True when there is another window, or none any more. */
static bool look_after_screens(struct display *display)
{
    gint64 now_ms = g_get_monotonic_time() / 1000;
    if (!display->connectors || now_ms - display->looked_ms < look_ms)
        return false;
    display->looked_ms = now_ms;
    g_autofree char *state = connectors_state(CONNECTORS_DIRECTORY);
    bool same = g_str_equal(state, display->connectors);
    if (same && (display->window || connectors_card(CONNECTORS_DIRECTORY) < 0))
        return false;
    g_free(display->connectors);
    display->connectors = g_steal_pointer(&state);
    bool had_window = display->window != NULL;
    if (had_window)
        window_close(display->window);
    display->window = window_open(&display->options, NULL);
    return had_window || display->window;
}

int display_descriptor(const struct display *display)
{
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!display->window || !SDL_GetWindowWMInfo(display->window, &info))
        return -1;
#ifdef PLACARD_X11
    if (info.subsystem == SDL_SYSWM_X11)
        return ConnectionNumber(info.info.x11.display);
#endif
#ifdef PLACARD_WAYLAND
    if (info.subsystem == SDL_SYSWM_WAYLAND)
        return wl_display_get_fd(info.info.wl.display);
#endif
    return -1;
}

bool display_is_lost(const struct display *display)
{
    struct pollfd looked_at = {.fd = display_descriptor(display)};
    return display->lost ||
           (poll(&looked_at, 1, 0) > 0 && (looked_at.revents & (POLLHUP | POLLERR)) != 0);
}

void display_close(struct display *display)
{
    if (!display)
        return;
    SDL_FreeSurface(display->upright);
    if (display->window && !display_is_lost(display))
        window_close(display->window);
    g_free(display->title);
    g_free(display->device);
    g_free(display->connectors);
    g_free(display->dropped);
    g_free(display);
}

static enum input input_of_finger(struct display *display, const SDL_TouchFingerEvent *event)
{
    double x = event->x;
    double y = event->y;
    turn_point_back(&x, &y, display->quarters);
    if (event->type == SDL_FINGERUP) {
        enum input input = gesture_end(&display->gesture, x, y, event->timestamp);
        return input == INPUT_NONE ? INPUT_OTHER : input;
    }
    gesture_begin(&display->gesture, x, y, event->timestamp);
    return INPUT_NONE;
}

static enum input input_of_drop(struct display *display, const SDL_DropEvent *event)
{
    g_free(display->dropped);
    display->dropped = g_strdup(event->file);
    SDL_free(event->file);
    return INPUT_DROPPED;
}

static enum input display_take(struct display *display, const SDL_Event *event)
{
    switch (event->type) {
    case SDL_FINGERDOWN:
    case SDL_FINGERUP:
        return input_of_finger(display, &event->tfinger);
    case SDL_DROPFILE:
    case SDL_DROPTEXT:
        return input_of_drop(display, &event->drop);
    default:
        return input_of_event(event);
    }
}

enum input display_next_input(struct display *display)
{
    SDL_Event event;
    if (look_after_screens(display))
        return INPUT_RESIZED;
    while (display->window && SDL_PollEvent(&event)) {
        enum input input = display_take(display, &event);
        if (input != INPUT_NONE)
            return input;
    }
    return INPUT_NONE;
}

const char *display_dropped(const struct display *display)
{
    return display->dropped;
}

void display_set_turn(struct display *display, unsigned degrees)
{
    display->quarters = degrees / 90 % 4;
}

void display_size(const struct display *display, int *width_px, int *height_px)
{
    int width = AWAITED_WIDTH_PX;
    int height = AWAITED_HEIGHT_PX;
    if (display->window)
        SDL_GetWindowSize(display->window, &width, &height);
    bool on_side = display->quarters % 2 == 1;
    *width_px = on_side ? height : width;
    *height_px = on_side ? width : height;
}

double display_pixel_mm(const struct display *display)
{
    SDL_DisplayMode mode;
    int longer_mm = 0;
    int shorter_mm = 0;
    int screen = display->window ? SDL_GetWindowDisplayIndex(display->window) : -1;
    if (screen < 0 || SDL_GetDesktopDisplayMode(screen, &mode) != 0 ||
        !connectors_size_mm(CONNECTORS_DIRECTORY, &longer_mm, &shorter_mm))
        return 0;
    return longer_mm / (double)SDL_max(mode.w, mode.h);
}

/* The upright canvas for a turned window. */
static SDL_Surface *upright_for(struct display *display, const SDL_Surface *window)
{
    int width = 0;
    int height = 0;
    display_size(display, &width, &height);
    SDL_Surface *upright = display->upright;
    if (upright && (upright->w != width || upright->h != height)) {
        SDL_FreeSurface(upright);
        upright = NULL;
    }
    if (!upright)
        upright = SDL_CreateRGBSurfaceWithFormat(0, width, height, window->format->BitsPerPixel,
                                                 window->format->format);
    return display->upright = upright;
}

struct canvas *display_canvas(struct display *display)
{
    SDL_Surface *surface = display->window ? SDL_GetWindowSurface(display->window) : NULL;
    if (surface && display->quarters > 0)
        surface = upright_for(display, surface);
    display->canvas.surface = surface;
    return surface ? &display->canvas : NULL;
}

void display_present(struct display *display, const struct area *area)
{
    struct canvas *canvas = display_canvas(display);
    if (!canvas)
        return;
    SDL_Surface *window = SDL_GetWindowSurface(display->window);
    SDL_Rect part = {0, 0, canvas->surface->w, canvas->surface->h};
    if (area)
        part = (SDL_Rect){area->x, area->y, area->width, area->height};
    if (display->quarters > 0) {
        turn_copy(canvas->surface, part, window, display->quarters);
        part = turn_area(part, canvas->surface->w, canvas->surface->h, display->quarters);
    }
    if (area)
        SDL_UpdateWindowSurfaceRects(display->window, &part, 1);
    else
        SDL_UpdateWindowSurface(display->window);
}

/* The graphics card that SDL draws on without a desktop, or −1. */
static int card_descriptor(const struct display *display)
{
#ifdef SDL_VIDEO_DRIVER_KMSDRM
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (display->window && SDL_GetWindowWMInfo(display->window, &info) &&
        info.subsystem == SDL_SYSWM_KMSDRM)
        return info.info.kmsdrm.drm_fd;
#else
    (void)display;
#endif
    return -1;
}

bool display_set_power(struct display *display, bool on)
{
    int card = card_descriptor(display);
    return (card >= 0 && panel_set_card(card, on)) || panel_set_backlights(PANEL_BACKLIGHTS, on);
}

void display_set_title(struct display *display, const char *title)
{
    g_free(display->title);
    display->options.title = display->title = g_strdup(title);
    if (display->window)
        SDL_SetWindowTitle(display->window, title);
}

void display_toggle_fullscreen(struct display *display)
{
    if (!display->window)
        return;
    bool full = SDL_GetWindowFlags(display->window) & SDL_WINDOW_FULLSCREEN;
    SDL_SetWindowFullscreen(display->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
    SDL_ShowCursor(full ? SDL_ENABLE : SDL_DISABLE);
}
