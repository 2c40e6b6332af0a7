/* SPDX-License-Identifier: MIT */
#include "placard/command/gather.h"

#include "placard/command/child.h"
#include "placard/command/commands.h"
#include "placard/command/message.h"
#include "placard/command/paths.h"
#include "placard/command/signals.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

struct gathering {
    struct child *child;
    struct edition *newest; /* NULL while none has come */
    int signals;            /* readable when the gathering is to end */
    bool interrupted;
};

static gint64 clock_ms(void)
{
    return g_get_monotonic_time() / 1000;
}

static void gathering_read(struct gathering *gathering)
{
    g_autoptr(GError) error = NULL;
    struct edition *edition = child_read(gathering->child, &error);
    if (error != NULL)
        message_print("%s", error->message);
    if (edition == NULL)
        return;
    edition_free(gathering->newest);
    gathering->newest = edition;
}

/* Waits for the child's next word; false when there is nothing more to wait for. */
static bool gathering_wait(struct gathering *gathering)
{
    gint64 left_ms = child_deadline_ms(gathering->child) - clock_ms();
    if (child_is_ended(gathering->child) || left_ms <= 0)
        return false;
    struct pollfd waited[] = {{.fd = gathering->signals, .events = POLLIN},
                              {.fd = child_descriptor(gathering->child), .events = POLLIN}};
    if (poll(waited, G_N_ELEMENTS(waited), (int)left_ms) < 0)
        return errno == EINTR;
    gathering->interrupted = waited[0].revents != 0;
    if (waited[1].revents != 0)
        gathering_read(gathering);
    return !gathering->interrupted;
}

/* Runs the child to its end and says what went wrong; the exit status of the command. */
static int gathering_run(struct gathering *gathering)
{
    while (gathering_wait(gathering))
        continue;
    g_autoptr(GError) error = NULL;
    int status;
    bool known = child_finish(gathering->child, clock_ms(), &status, &error);
    gathering->child = NULL;

    const char *complaint = NULL;
    if (gathering->interrupted)
        complaint = "interrupted";
    else if (!known)
        complaint = error->message;
    else if (gathering->newest == NULL)
        complaint = "fetcher printed no edition";
    if (complaint == NULL)
        return status;
    message_print("%s", complaint);
    return known && status == COMMAND_STATUS_USAGE ? status : COMMAND_STATUS_FAILURES;
}

struct gathered gather_edition(const struct options *options, const struct setup *setup,
                               const char *pictures)
{
    g_autofree char *program = paths_program("placard-fetcher");
    const struct child_request request = {
        .program = program,
        .config_json = setup->json,
        .directory = setup->directory,
        .sources = (const char *const *)setup->sources,
        .now_utc_s = options->now_utc_s,
        .pictures = pictures,
        .due = options->due,
        .verbose = options->verbose,
        .progress = isatty(STDERR_FILENO) == 1,
    };
    g_autoptr(GError) error = NULL;
    struct gathering gathering = {.signals = signals_open()};
    gathering.child = child_start(&request, clock_ms(), &error);
    struct gathered gathered = {.status = COMMAND_STATUS_FAILURES};
    if (gathering.child == NULL)
        message_print("%s", error->message);
    else
        gathered.status = gathering_run(&gathering);
    /* What was interrupted is not complete, and nobody waits for it. */
    if (gathering.interrupted)
        edition_free(gathering.newest);
    else
        gathered.edition = gathering.newest;
    signals_close(gathering.signals);
    return gathered;
}
