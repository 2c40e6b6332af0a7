/* SPDX-License-Identifier: MIT
 *
 * Switches the panel behind the picture, where the graphics card or the backlight can.
 */
#ifndef PLACARD_SCREEN_PANEL_H
#define PLACARD_SCREEN_PANEL_H

#include <stdbool.h>

/* The kernel's folder of the backlights. */
#define PANEL_BACKLIGHTS "/sys/class/backlight"

/* Sends all screens of an open graphics card to sleep, or wakes them; true when one did. */
bool panel_set_card(int descriptor, bool on);

/* Puts out all backlights of a folder, or lights them; true when one did. */
bool panel_set_backlights(const char *directory, bool on);

#endif
