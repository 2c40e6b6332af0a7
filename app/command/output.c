/* SPDX-License-Identifier: MIT */
#include "placard/command/output.h"

#include "placard/command/message.h"

#include <errno.h>
#include <stdio.h>

bool output_print(const char *text)
{
    if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
        return true;
    message_print("standard output: %s", g_strerror(errno));
    return false;
}
