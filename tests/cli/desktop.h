/* SPDX-License-Identifier: MIT
 *
 * A desktop without a display: an X server of the test's own, on which windows are looked at and
 * worked with as a person would. It also does the one thing that placard asks of a window manager:
 * to make its window as large as the screen, and small again.
 */
#ifndef PLACARD_TESTS_CLI_DESKTOP_H
#define PLACARD_TESTS_CLI_DESKTOP_H

#include "image.h"

enum { DESKTOP_WIDTH = 1280, DESKTOP_HEIGHT = 1024 };

struct desktop;

/* NULL where Xvfb or xdotool is not installed. */
struct desktop *desktop_new(void);
void desktop_free(struct desktop *desktop);

/* The value of DISPLAY; borrowed. */
const char *desktop_name(const struct desktop *desktop);

/* Takes the display away from all that are on it; nothing but desktop_free may follow. */
void desktop_kill(struct desktop *desktop);

/* The window that a process shows, or 0. Those below tell nothing of a window that is gone. */
unsigned long desktop_find(struct desktop *desktop, GPid process);

/* NULL without a title; g_free. */
char *desktop_title(struct desktop *desktop, unsigned long window);

/* What the window shows; false, with no image, when it shows nothing. */
bool desktop_look(struct desktop *desktop, unsigned long window, struct image *image);

/* Presses and releases a key, named as in X: "Right", "question". */
void desktop_press(struct desktop *desktop, unsigned long window, const char *key);

void desktop_resize(struct desktop *desktop, unsigned long window, int width, int height);

/* As with the button in a window's frame. */
void desktop_close(struct desktop *desktop, unsigned long window);

#endif
