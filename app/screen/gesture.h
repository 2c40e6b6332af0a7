/* SPDX-License-Identifier: MIT
 *
 * What a finger on the screen means: a tap at a side goes there, a swipe pulls the next card in, a
 * long press holds the card. Places are shares of the upright screen, 0 to 1; times are in
 * milliseconds.
 */
#ifndef PLACARD_SCREEN_GESTURE_H
#define PLACARD_SCREEN_GESTURE_H

#include "placard/screen/display.h"

struct gesture {
    unsigned fingers;  /* on the screen */
    bool is_over;      /* more than one finger has been: it means nothing any more */
    double x, y;       /* where the first came down */
    unsigned begun_ms; /* and when */
};

void gesture_begin(struct gesture *gesture, double x, double y, unsigned at_ms);

/* INPUT_NONE while other fingers are down, and for what means nothing. */
enum input gesture_end(struct gesture *gesture, double x, double y, unsigned at_ms);

#endif
