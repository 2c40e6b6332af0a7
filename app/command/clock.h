/* SPDX-License-Identifier: MIT
 *
 * The wall clock as something to poll: it is set by a network that comes up late, by hand, and by a
 * machine that wakes.
 */
#ifndef PLACARD_COMMAND_CLOCK_H
#define PLACARD_COMMAND_CLOCK_H

#include <stdbool.h>

/* A descriptor that is readable when the clock has been set or the machine has slept
 * (timerfd_create(2), TFD_TIMER_CANCEL_ON_SET); −1 where there is none: such steps are then noticed
 * when something else is due. close it. */
int clock_open(void);

/* Whether that has happened since the last call; never blocks. */
bool clock_was_set(int descriptor);

#endif
