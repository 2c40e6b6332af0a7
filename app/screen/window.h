/* SPDX-License-Identifier: MIT
 *
 * Opens the window, by whichever driver of SDL there is, in the way that costs least there.
 */
#ifndef PLACARD_SCREEN_WINDOW_H
#define PLACARD_SCREEN_WINDOW_H

#include "placard/screen/display.h"

#include <SDL.h>

/* Starts SDL's video and opens a window on it; NULL with SCREEN_ERROR_DISPLAY, and SDL's video
 * stopped again. */
SDL_Window *window_open(const struct display_options *options, GError **error);

void window_close(SDL_Window *window);

/* True where SDL draws on a screen of the computer itself, without a desktop. */
bool window_is_console(void);

#endif
