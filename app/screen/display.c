/* SPDX-License-Identifier: MIT */
#include "placard/screen/display.h"

#include "canvas_private.h"
#include "input.h"

#include <SDL_syswm.h>
#include <locale.h>
#include <poll.h>
#include <string.h>

#ifdef PLACARD_WAYLAND
#include <wayland-client.h>
#endif

struct display {
    SDL_Window *window;
    struct canvas canvas;
    bool lost;
};

/* Without a desktop SDL draws through GL; only OpenGL ES is sure to be whole there, and without
 * vertical synchronisation the page flips of some boards are garbled. */
static void choose_kmsdrm_hints(void)
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "opengles2");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
    SDL_SetHint(SDL_HINT_RENDER_VSYNC, "1");
}

static void choose_hints(void)
{
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    const char *driver = SDL_GetCurrentVideoDriver();
    if (driver && strcmp(driver, "KMSDRM") == 0)
        choose_kmsdrm_hints();
    else /* else SDL makes the window's surface through OpenGL at thirty times the cost */
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
}

/* Where there is no display SDL takes a driver that shows nothing; unless asked for by name that is
 * no display. */
static bool shows_nothing(void)
{
    static const char *const blind[] = {"offscreen", "dummy", "evdev"};
    const char *driver = SDL_GetCurrentVideoDriver();
    if (SDL_GetHint(SDL_HINT_VIDEODRIVER))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(blind); i++)
        if (g_strcmp0(driver, blind[i]) == 0)
            return true;
    return false;
}

/* Where the window goes. Without a window manager nothing makes a full screen of a smaller one. */
static SDL_Rect window_place(const struct display_options *options)
{
    SDL_Rect place = {SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, options->width_px,
                      options->height_px};
    SDL_Rect bounds;
    if (options->fullscreen && SDL_GetDisplayBounds(0, &bounds) == 0)
        place = bounds;
    return place;
}

static SDL_Window *open_window(const struct display_options *options)
{
    Uint32 flags = options->fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
    SDL_Rect place = window_place(options);
    SDL_Window *window =
        SDL_CreateWindow(options->title, place.x, place.y, place.w, place.h, flags);
    /* Wayland has no surface but the accelerated one. */
    if (window && !SDL_GetWindowSurface(window)) {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "1");
        if (!SDL_GetWindowSurface(window)) {
            SDL_DestroyWindow(window);
            return NULL;
        }
    }
    return window;
}

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

struct display *display_open(const struct display_options *options, GError **error)
{
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "placard");
    /* By this X11 tells whether it can write a title; one that it cannot stays away and leaks. */
    setlocale(LC_CTYPE, "C.UTF-8");
    if (!options->fullscreen)
        SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_DISPLAY, "no display: %s", SDL_GetError());
        return NULL;
    }
    if (shows_nothing()) {
        g_set_error_literal(error, SCREEN_ERROR, SCREEN_ERROR_DISPLAY,
                            "no display: found neither X11, Wayland nor a screen of this computer");
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return NULL;
    }
    choose_hints();
    if (options->fullscreen)
        SDL_ShowCursor(SDL_DISABLE);
    SDL_Window *window = open_window(options);
    if (!window) {
        g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_DISPLAY, "cannot open a window: %s",
                    SDL_GetError());
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return NULL;
    }
    struct display *display = g_new0(struct display, 1);
    display->window = window;
#ifdef PLACARD_X11
    outlive_x11(display);
#endif
    SDL_SetWindowMinimumSize(window, 160, 120);
    if (options->fullscreen)
        SDL_DisableScreenSaver();
    return display;
}

int display_descriptor(const struct display *display)
{
    SDL_SysWMinfo info;
    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(display->window, &info))
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
    if (!display_is_lost(display)) {
        SDL_DestroyWindow(display->window);
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
    g_free(display);
}

enum input display_next_input(struct display *display)
{
    (void)display;
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
        enum input input = input_of_event(&event);
        if (input != INPUT_NONE)
            return input;
    }
    return INPUT_NONE;
}

void display_size(const struct display *display, int *width_px, int *height_px)
{
    SDL_GetWindowSize(display->window, width_px, height_px);
}

struct canvas *display_canvas(struct display *display)
{
    display->canvas.surface = SDL_GetWindowSurface(display->window);
    return display->canvas.surface ? &display->canvas : NULL;
}

void display_present(struct display *display, const struct area *area)
{
    if (!area) {
        SDL_UpdateWindowSurface(display->window);
        return;
    }
    SDL_Rect rect = {area->x, area->y, area->width, area->height};
    SDL_UpdateWindowSurfaceRects(display->window, &rect, 1);
}

void display_set_title(struct display *display, const char *title)
{
    SDL_SetWindowTitle(display->window, title);
}

void display_toggle_fullscreen(struct display *display)
{
    bool full = SDL_GetWindowFlags(display->window) & SDL_WINDOW_FULLSCREEN;
    SDL_SetWindowFullscreen(display->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
    SDL_ShowCursor(full ? SDL_ENABLE : SDL_DISABLE);
}
