/* SPDX-License-Identifier: MIT */
#include "gesture.h"

#include <math.h>

/* A finger is never quite still. */
static const double still_share = 0.04;
static const double swipe_share = 0.08;
static const unsigned long_press_ms = 600;
/* The middle of the screen takes no taps: whoever points at a line turns no page. */
static const double side_share = 1 / 3.0;

void gesture_begin(struct gesture *gesture, double x, double y, unsigned at_ms)
{
    gesture->is_over = gesture->fingers > 0;
    gesture->fingers++;
    if (gesture->fingers > 1)
        return;
    gesture->x = x;
    gesture->y = y;
    gesture->begun_ms = at_ms;
}

static enum input tap_input(double x)
{
    if (x < side_share)
        return INPUT_PREVIOUS;
    return x > 1 - side_share ? INPUT_NEXT : INPUT_NONE;
}

enum input gesture_end(struct gesture *gesture, double x, double y, unsigned at_ms)
{
    const double across = x - gesture->x;
    const double along = fabs(y - gesture->y);

    if (gesture->fingers == 0)
        return INPUT_NONE;
    gesture->fingers--;
    if (gesture->fingers > 0 || gesture->is_over)
        return INPUT_NONE;
    if (fabs(across) >= swipe_share && fabs(across) > 2 * along)
        return across < 0 ? INPUT_NEXT : INPUT_PREVIOUS;
    if (fabs(across) > still_share || along > still_share)
        return INPUT_NONE;
    return at_ms - gesture->begun_ms >= long_press_ms ? INPUT_PAUSE : tap_input(x);
}
