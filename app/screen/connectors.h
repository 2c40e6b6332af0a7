/* SPDX-License-Identifier: MIT
 *
 * The screens of a computer without a desktop, as the kernel tells of them: each connector of a
 * graphics card is a folder "card0-HDMI-A-1" with its status and modes (Linux: sysfs, class drm).
 */
#ifndef PLACARD_SCREEN_CONNECTORS_H
#define PLACARD_SCREEN_CONNECTORS_H

#include <glib.h>
#include <stdbool.h>

#define CONNECTORS_DIRECTORY "/sys/class/drm"

/* All that tells one state of the connectors from another: a line for each, with its status and
 * the mode that it prefers. Empty where there are none. g_free. */
char *connectors_state(const char *directory);

/* The number of the card that a screen is connected to, the lowest one; −1 when none is. */
int connectors_card(const char *directory);

/* The size of the picture of the only screen that is connected, its longer side first; false where
 * none or several are, or it does not tell. */
bool connectors_size_mm(const char *directory, int *longer_mm, int *shorter_mm);

#endif
