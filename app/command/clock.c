/* SPDX-License-Identifier: MIT */
#include "clock.h"

#include <errno.h>
#include <stdint.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

/* 2200: a time of the clock that does not come, so that what wakes is a change of the clock alone. */
static const int64_t never_utc_s = INT64_C(7258118400);

int clock_open(void)
{
    const struct itimerspec never = {.it_value.tv_sec = (time_t)never_utc_s};
    int descriptor = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    if (descriptor >= 0 &&
        timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, NULL) == 0)
        return descriptor;
    if (descriptor >= 0)
        close(descriptor);
    return -1;
}

bool clock_was_set(int descriptor)
{
    uint64_t expirations;
    return descriptor >= 0 && read(descriptor, &expirations, sizeof expirations) < 0 &&
           errno == ECANCELED;
}
