/* SPDX-License-Identifier: MIT */
#include "window.h"

#include "connectors.h"

#include <locale.h>
#include <stdlib.h>

bool window_is_console(void)
{
    return g_strcmp0(SDL_GetCurrentVideoDriver(), "KMSDRM") == 0;
}

/* "card1" of the config, else the card that a screen is connected to: which of them is the first
 * changes from one start of some boards to the next. */
static void choose_card(const char *device)
{
    int card = connectors_card(CONNECTORS_DIRECTORY);
    char number[16];

    if (device != NULL)
        card = atoi(device + strcspn(device, "0123456789"));
    if (card < 0)
        return;
    g_snprintf(number, sizeof number, "%d", card);
    SDL_SetHint(SDL_HINT_KMSDRM_DEVICE_INDEX, number);
}

/* Nothing in the environment tells of a desktop: looking for one would only make its libraries
 * complain, each time anew while a screen is awaited. */
static bool is_bare_console(void)
{
    static const char *const desktops[] = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"};

    for (size_t i = 0; i < G_N_ELEMENTS(desktops); i++)
        if (g_getenv(desktops[i]))
            return false;
    return SDL_GetHint(SDL_HINT_VIDEODRIVER) == NULL;
}

/* What has to be said before SDL's video starts. */
static void choose_first_hints(const struct display_options *options)
{
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "placard");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    if (!options->fullscreen)
        SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    choose_card(options->device);
    if (is_bare_console())
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "KMSDRM");
}

/* Without a desktop SDL draws through GL; only OpenGL ES is sure to be whole there, and without
 * vertical synchronisation the page flips of some boards are garbled. Elsewhere SDL would make the
 * window's surface through OpenGL at thirty times the cost. */
static void choose_hints(void)
{
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    if (!window_is_console()) {
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
        return;
    }
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "opengles2");
    SDL_SetHint(SDL_HINT_RENDER_DRIVER, "opengles2");
    SDL_SetHint(SDL_HINT_RENDER_VSYNC, "1");
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

static SDL_Window *window_make(const struct display_options *options)
{
    const Uint32 flags = options->fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE;
    const SDL_Rect place = window_place(options);
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

SDL_Window *window_open(const struct display_options *options, GError **error)
{
    SDL_Window *window = NULL;

    /* By this X11 tells whether it can write a title; one that it cannot stays away and leaks. */
    setlocale(LC_CTYPE, "C.UTF-8");
    choose_first_hints(options);
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_DISPLAY, "no display: %s", SDL_GetError());
        return NULL;
    }
    if (shows_nothing()) {
        g_set_error_literal(error, SCREEN_ERROR, SCREEN_ERROR_DISPLAY,
                            "no display: found neither X11, Wayland nor a screen of this computer");
    } else {
        choose_hints();
        if (options->fullscreen)
            SDL_ShowCursor(SDL_DISABLE);
        window = window_make(options);
        if (!window)
            g_set_error(error, SCREEN_ERROR, SCREEN_ERROR_DISPLAY, "cannot open a window: %s",
                        SDL_GetError());
    }
    if (!window) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return NULL;
    }
    SDL_SetWindowMinimumSize(window, 160, 120);
    if (options->fullscreen)
        SDL_DisableScreenSaver();
    return window;
}

void window_close(SDL_Window *window)
{
    SDL_DestroyWindow(window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}
