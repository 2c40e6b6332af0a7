/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* adjtimex */
#include "../../app/command/clock.h"

#include <glib.h>
#include <poll.h>
#include <sys/timex.h>
#include <unistd.h>

/* Longer than anything takes on a busy machine. */
enum { SOON_MS = 20000 };

static bool is_readable(int descriptor, int timeout_ms)
{
    struct pollfd waited = {.fd = descriptor, .events = POLLIN};
    return poll(&waited, 1, timeout_ms) == 1;
}

/* The clock is set, by next to nothing: it is told each time, and told once. */
static void test_set(void)
{
    int descriptor = clock_open();
    g_assert_cmpint(descriptor, >=, 0);
    g_assert_false(is_readable(descriptor, 0));
    g_assert_false(clock_was_set(descriptor));
    for (int i = 0; i < 3; i++) {
        struct timex microsecond = {.modes = ADJ_SETOFFSET, .time.tv_usec = 1};
        if (adjtimex(&microsecond) < 0) {
            g_test_skip("the clock may not be set here");
            break;
        }
        g_assert_true(is_readable(descriptor, SOON_MS));
        g_assert_true(clock_was_set(descriptor));
        g_assert_false(clock_was_set(descriptor));
        g_assert_false(is_readable(descriptor, 0));
    }
    close(descriptor);
}

static void test_none(void)
{
    g_assert_false(clock_was_set(-1));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/clock/set", test_set);
    g_test_add_func("/clock/none", test_none);
    return g_test_run();
}
