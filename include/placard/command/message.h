/* SPDX-License-Identifier: MIT
 *
 * What placard says to its operator: lines on standard error.
 */
#ifndef PLACARD_COMMAND_MESSAGE_H
#define PLACARD_COMMAND_MESSAGE_H

#include <glib.h>

/* Prints "placard: " and the formatted text as one line on standard error; control characters in
 * it become spaces, so that no file name or server drives a terminal. */
void message_print(const char *format, ...) G_GNUC_PRINTF(1, 2);

#endif
