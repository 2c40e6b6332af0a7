/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* pthread_setattr_default_np */
#include "fetcher_process.h"

#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <glib.h>

#include "placard/fetch/sandbox.h"
#include "placard/limits.h"

/* A sanitizer needs more of a stack. */
#if defined(__SANITIZE_ADDRESS__)
#define PROCESS_IS_SANITIZED true
#else
#define PROCESS_IS_SANITIZED false
#endif

enum { PROCESS_STACK_BYTES = 512 * 1024 };

static const struct sandbox_limit process_limits[] = {
    {RLIMIT_CORE, 0},
    {RLIMIT_CPU, LIMIT_FETCHER_CPU_SECONDS},
    {RLIMIT_DATA, LIMIT_FETCHER_DATA_BYTES},
    {RLIMIT_NOFILE, LIMIT_FETCHER_DESCRIPTORS},
};

/* What was closed at the start would become the number of the first file that is opened, and an
 * edition be written into the cache. Output opened for reading is one that fails. */
static void process_open_standard(void)
{
    static const int modes[] = {O_RDONLY, O_RDONLY, O_WRONLY};

    for (int descriptor = 0; descriptor < 3; descriptor++) {
        if (fcntl(descriptor, F_GETFD) < 0 && open("/dev/null", modes[descriptor]) != descriptor)
            _exit(1);
    }
}

/* libcurl looks up each host in a thread; a hundred stacks of the usual size are all the memory
 * that there is. */
static void process_use_small_stacks(void)
{
    pthread_attr_t attributes;

    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, PROCESS_STACK_BYTES);
    pthread_setattr_default_np(&attributes);
    pthread_attr_destroy(&attributes);
}

/* The kernel takes us and not the screen when memory is short. */
static void process_go_first(void)
{
    const int descriptor = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

    if (descriptor < 0)
        return;
    /* Where it is refused nothing is lost. */
    const ssize_t written = write(descriptor, "1000", 4);
    (void)written;
    close(descriptor);
}

void process_bound(void)
{
    process_open_standard();
    /* libcurl turns the names of hosts into ASCII by the locale's charset. */
    setlocale(LC_CTYPE, "C.UTF-8");
    signal(SIGPIPE, SIG_IGN);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    process_go_first();
    sandbox_limit(process_limits, G_N_ELEMENTS(process_limits));
    if (!PROCESS_IS_SANITIZED)
        process_use_small_stacks();
}
