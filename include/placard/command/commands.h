/* SPDX-License-Identifier: MIT
 *
 * The commands of placard, each run to its end; the result is the exit status of the program.
 */
#ifndef PLACARD_COMMAND_COMMANDS_H
#define PLACARD_COMMAND_COMMANDS_H

#include "placard/command/options.h"

enum command_status {
    COMMAND_STATUS_DONE,
    COMMAND_STATUS_FAILURES,   /* done, but some source failed; or interrupted */
    COMMAND_STATUS_USAGE,      /* wrong options or config */
    COMMAND_STATUS_NO_DISPLAY, /* there is none, or it was lost */
};

int command_run(const struct options *options);
int command_preview(const struct options *options);
int command_snapshot(const struct options *options);
int command_list(const struct options *options);
int command_check(const struct options *options);

#endif
