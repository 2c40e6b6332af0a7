/* SPDX-License-Identifier: MIT
 *
 * The display: one window, its canvas and its input. Never waits; command/ polls its descriptor.
 */
#ifndef PLACARD_SCREEN_DISPLAY_H
#define PLACARD_SCREEN_DISPLAY_H

#include "placard/screen/picture.h"

enum input {
    INPUT_NONE,
    INPUT_QUIT,
    INPUT_NEXT, /* from here to INPUT_OTHER a person does it */
    INPUT_PREVIOUS,
    INPUT_PAUSE,
    INPUT_FULLSCREEN,
    INPUT_THEME,
    INPUT_RELOAD,
    INPUT_SAVE,
    INPUT_OPEN,
    INPUT_HELP,
    INPUT_ABOUT,   /* what placard does and how it is */
    INPUT_OTHER,   /* somebody is there: a key, click or touch that means nothing */
    INPUT_DROPPED, /* display_dropped: a file or a text, onto the window */
    INPUT_RESIZED, /* the canvas has another size */
    INPUT_EXPOSED, /* the canvas must be painted again */
};

struct display_options {
    bool fullscreen;         /* cursor hidden, screensaver off; else a resizable window */
    int width_px, height_px; /* of the window */
    const char *title;
    const char *device; /* without a desktop: the graphics card, "card1"; NULL: one with a screen */
};

struct display;

/* NULL with SCREEN_ERROR_DISPLAY when there is none. A computer without a desktop whose screen is
 * still to be plugged in has one that is awaited. Only one may be open at a time. */
struct display *display_open(const struct display_options *options, GError **error);

/* True while no screen is there; nothing is seen of what is painted. INPUT_RESIZED comes when that
 * changes, and when another screen is plugged in. */
bool display_is_awaited(const struct display *display);

void display_close(struct display *display);

/* Becomes readable when there may be input; −1 where the driver has none and must be asked now and
 * then. */
int display_descriptor(const struct display *display);

/* True when the window system has gone, and with it the window. Nothing is shown any more; what is
 * left to do is display_close. */
bool display_is_lost(const struct display *display);

/* The next thing the user or the window system did; INPUT_NONE when there is nothing. */
enum input display_next_input(struct display *display);

/* What INPUT_DROPPED told of: a path or an address, borrowed until the next one. */
const char *display_dropped(const struct display *display);

/* Turns all that is shown clockwise, by 0, 90, 180 or 270 degrees, and touch with it. The size of
 * the canvas is that of the turned screen: to be called before display_size. */
void display_set_turn(struct display *display, unsigned degrees);

void display_size(const struct display *display, int *width_px, int *height_px);

/* The side of a pixel, as the screen tells of itself; 0 where it does not, or several are there. */
double display_pixel_mm(const struct display *display);

/* The window's canvas, borrowed until the next INPUT_RESIZED; NULL while there is nothing to paint
 * on. What was painted shows after display_present. */
struct canvas *display_canvas(struct display *display);

/* Shows an area of the canvas, or all of it where area is NULL. */
void display_present(struct display *display, const struct area *area);

/* Switches the panel, by the graphics card where placard has it for itself, else by the backlight;
 * false when neither can. */
bool display_set_power(struct display *display, bool on);

void display_set_title(struct display *display, const char *title);
void display_toggle_fullscreen(struct display *display);

#endif
