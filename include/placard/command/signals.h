/* SPDX-License-Identifier: MIT
 *
 * Signals as something to poll.
 */
#ifndef PLACARD_COMMAND_SIGNALS_H
#define PLACARD_COMMAND_SIGNALS_H

/* Blocks SIGINT, SIGTERM and SIGHUP and returns a descriptor that is readable when one has come;
 * −1 on failure. close it. */
int signals_open(void);

/* The next signal that has come, 0 when there is none; never blocks. */
int signals_next(int descriptor);

/* Forgets the signals that have come and lets further ones end the program, as before. */
void signals_close(int descriptor);

/* Puts the signals back to their defaults; for use between fork and exec. */
void signals_reset(void *unused);

#endif
