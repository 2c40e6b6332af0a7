/* SPDX-License-Identifier: MIT */
#include "placard/command/child.h"
#include "placard/command/commands.h"
#include "placard/command/message.h"
#include "placard/command/output.h"
#include "placard/command/paths.h"
#include "placard/command/setup.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

struct listing {
    struct child *child;
    struct edition *newest; /* NULL while none has come */
    int signals;            /* readable when the listing is to end */
    bool interrupted;
};

static gint64 clock_ms(void)
{
    return g_get_monotonic_time() / 1000;
}

/* Turns the signals that end a command into a descriptor. */
static int signals_open(void)
{
    const int endings[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++)
        sigaddset(&set, endings[i]);
    sigprocmask(SIG_BLOCK, &set, NULL);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void listing_read(struct listing *listing)
{
    g_autoptr(GError) error = NULL;
    struct edition *edition = child_read(listing->child, &error);
    if (error != NULL)
        message_print("%s", error->message);
    if (edition == NULL)
        return;
    edition_free(listing->newest);
    listing->newest = edition;
}

/* Waits for the child's next word; false when there is nothing more to wait for. */
static bool listing_wait(struct listing *listing)
{
    gint64 left_ms = child_deadline_ms(listing->child) - clock_ms();
    if (child_is_ended(listing->child) || left_ms <= 0)
        return false;
    struct pollfd waited[] = {{.fd = listing->signals, .events = POLLIN},
                              {.fd = child_descriptor(listing->child), .events = POLLIN}};
    if (poll(waited, G_N_ELEMENTS(waited), (int)left_ms) < 0)
        return errno == EINTR;
    listing->interrupted = waited[0].revents != 0;
    if (waited[1].revents != 0)
        listing_read(listing);
    return !listing->interrupted;
}

/* Runs the child to its end and says what went wrong; the exit status of the command. */
static int listing_run(struct listing *listing)
{
    while (listing_wait(listing))
        continue;
    g_autoptr(GError) error = NULL;
    int status;
    bool known = child_finish(listing->child, clock_ms(), &status, &error);
    listing->child = NULL;

    const char *complaint = NULL;
    if (listing->interrupted)
        complaint = "interrupted";
    else if (!known)
        complaint = error->message;
    else if (listing->newest == NULL)
        complaint = "fetcher printed no edition";
    if (complaint == NULL)
        return status;
    message_print("%s", complaint);
    return known && status == COMMAND_STATUS_USAGE ? status : COMMAND_STATUS_FAILURES;
}

static bool listing_print(const struct listing *listing)
{
    g_autofree char *json = edition_to_json(listing->newest, true);
    g_autofree char *line = g_strconcat(json, "\n", NULL);
    return output_print(line);
}

static int list_news(const struct setup *setup, const struct options *options)
{
    g_autofree char *program = paths_program("placard-fetcher");
    const struct child_request request = {
        .program = program,
        .config_json = setup->json,
        .directory = setup->directory,
        .sources = (const char *const *)setup->sources,
        .now_utc_s = options->now_utc_s,
        .due = options->due,
        .verbose = options->verbose,
        .progress = isatty(STDERR_FILENO) == 1,
    };
    g_autoptr(GError) error = NULL;
    struct listing listing = {.signals = signals_open()};
    listing.child = child_start(&request, clock_ms(), &error);
    int status = COMMAND_STATUS_FAILURES;
    if (listing.child == NULL)
        message_print("%s", error->message);
    else
        status = listing_run(&listing);

    /* What was interrupted is not complete, and nobody waits for it. */
    if (listing.newest != NULL && !listing.interrupted && !listing_print(&listing))
        status = COMMAND_STATUS_FAILURES;
    edition_free(listing.newest);
    if (listing.signals >= 0)
        close(listing.signals);
    return status;
}

int command_list(const struct options *options)
{
    struct setup *setup = setup_load(options, NULL);
    int status = COMMAND_STATUS_USAGE;
    if (setup->config != NULL)
        status = list_news(setup, options);
    else
        setup_print_problems(setup);
    setup_free(setup);
    return status;
}
