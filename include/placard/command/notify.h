/* SPDX-License-Identifier: MIT
 *
 * Tells the service manager how the loop is, by the protocol of sd_notify(3): that it shows
 * something, what, and every now and then that it is not stuck. Without one nothing is told.
 */
#ifndef PLACARD_COMMAND_NOTIFY_H
#define PLACARD_COMMAND_NOTIFY_H

#include <glib.h>

struct notify;

/* By NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID of the environment; never NULL. */
struct notify *notify_open(void);

/* Says that the loop ends. */
void notify_close(struct notify *notify);

/* To be called in each turn of the loop, the first time when something is shown. */
void notify_turn(struct notify *notify, const char *status, gint64 now_ms);

/* When the next turn has to be at the latest: twice in the time after which the manager takes the
 * loop for stuck. G_MAXINT64 where it does not watch. */
gint64 notify_deadline_ms(const struct notify *notify);

#endif
