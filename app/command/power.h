/* SPDX-License-Identifier: MIT
 *
 * When the panel is on: by the hours of the config, and for a while after somebody was there. Says
 * what is to be done; panel_switch does it.
 */
#ifndef PLACARD_COMMAND_POWER_H
#define PLACARD_COMMAND_POWER_H

#include "placard/config/config.h"

struct power {
    bool off;
    gint64 awake_until_ms; /* monotonic; by a key or a touch */
    gint64 told_ms;        /* when the panel was last told to be off */
};

enum power_order { POWER_ORDER_NONE, POWER_ORDER_ON, POWER_ORDER_OFF };

struct power_moment {
    gint64 utc_s;
    gint64 now_ms; /* monotonic */
    GTimeZone *zone;
};

/* What the panel is to be told now; that it is to be off is said again from time to time, for
 * panels wake when they are plugged in anew. schedule NULL: always on. */
enum power_order power_turn(struct power *power, const struct config_power *schedule,
                            const struct power_moment *moment);

/* Somebody is there. */
void power_wake(struct power *power, gint64 now_ms);

/* When power_turn has something to say again, at the earliest; monotonic. */
gint64 power_deadline_ms(const struct power *power, const struct config_power *schedule,
                         const struct power_moment *moment);

/* Tells the panel, by the command of the schedule or through the display. */
struct display;
void panel_switch(struct display *display, const struct config_power *schedule, bool on);

#endif
