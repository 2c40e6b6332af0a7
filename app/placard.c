/* SPDX-License-Identifier: MIT */
#include "placard/command/commands.h"
#include "placard/command/message.h"
#include "placard/command/output.h"

#include <fcntl.h>
#include <signal.h>
#include <signal.h>
#include <unistd.h>

static int (*const commands[OPTIONS_COMMAND_COUNT])(const struct options *options) = {
    [OPTIONS_COMMAND_RUN] = command_run,           [OPTIONS_COMMAND_PREVIEW] = command_preview,
    [OPTIONS_COMMAND_SNAPSHOT] = command_snapshot, [OPTIONS_COMMAND_LIST] = command_list,
    [OPTIONS_COMMAND_CHECK] = command_check,
};

/* Started with a standard stream closed, the next file opened would take its place. */
static void streams_open(void)
{
    int descriptor;
    do {
        descriptor = open("/dev/null", O_RDWR);
    } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0)
        close(descriptor);
}

int main(int argc, char **argv)
{
    streams_open();
    /* A reader that goes away is an error of a write, not the end of the screen. */
    signal(SIGPIPE, SIG_IGN);
    /* Ignored by whoever started us, it would lose the fetcher's exit status. */
    signal(SIGCHLD, SIG_DFL);
    g_autoptr(GError) error = NULL;
    struct options *options = options_parse(argc, argv, &error);
    if (options == NULL) {
        message_print("%s; see placard --help", error->message);
        return COMMAND_STATUS_USAGE;
    }
    int status;
    if (options->answer != NULL)
        status = output_print(options->answer) ? COMMAND_STATUS_DONE : COMMAND_STATUS_FAILURES;
    else
        status = commands[options->command](options);
    options_free(options);
    return status;
}
