/* SPDX-License-Identifier: MIT */
#include "gesture.h"

#include <glib.h>

/* What one finger does, and what it means. */
static void test_one_finger(void)
{
    static const struct {
        const char *name;
        double x, y, to_x, to_y;
        unsigned took_ms;
        enum input input;
    } cases[] = {
        {"tap right", 0.9, 0.5, 0.9, 0.5, 80, INPUT_NEXT},
        {"tap left", 0.1, 0.2, 0.1, 0.2, 80, INPUT_PREVIOUS},
        {"tap in the middle", 0.5, 0.5, 0.5, 0.5, 80, INPUT_NONE},
        {"tap of a hand that trembles", 0.9, 0.5, 0.92, 0.52, 80, INPUT_NEXT},
        {"swipe to the left", 0.7, 0.5, 0.3, 0.52, 200, INPUT_NEXT},
        {"swipe to the right", 0.2, 0.5, 0.5, 0.45, 200, INPUT_PREVIOUS},
        {"slow swipe", 0.7, 0.5, 0.3, 0.5, 1500, INPUT_NEXT},
        {"swipe down", 0.5, 0.2, 0.52, 0.8, 200, INPUT_NONE},
        {"aslant", 0.3, 0.3, 0.6, 0.6, 200, INPUT_NONE},
        {"long press", 0.9, 0.5, 0.91, 0.5, 700, INPUT_PAUSE},
        {"long press in the middle", 0.5, 0.5, 0.5, 0.5, 900, INPUT_PAUSE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct gesture gesture = {0};
        g_test_message("%s", cases[i].name);
        gesture_begin(&gesture, cases[i].x, cases[i].y, 5000);
        g_assert_cmpint(
            gesture_end(&gesture, cases[i].to_x, cases[i].to_y, 5000 + cases[i].took_ms), ==,
            cases[i].input);
    }
}

/* A palm or a hand that wipes the screen turns no pages; the next finger alone does again. */
static void test_many_fingers(void)
{
    struct gesture gesture = {0};
    gesture_begin(&gesture, 0.9, 0.5, 0);
    gesture_begin(&gesture, 0.8, 0.5, 10);
    g_assert_cmpint(gesture_end(&gesture, 0.9, 0.5, 90), ==, INPUT_NONE);
    g_assert_cmpint(gesture_end(&gesture, 0.8, 0.5, 95), ==, INPUT_NONE);
    gesture_begin(&gesture, 0.9, 0.5, 200);
    g_assert_cmpint(gesture_end(&gesture, 0.9, 0.5, 280), ==, INPUT_NEXT);
}

/* A finger that came down before placard began. */
static void test_unknown_finger(void)
{
    struct gesture gesture = {0};
    g_assert_cmpint(gesture_end(&gesture, 0.9, 0.5, 90), ==, INPUT_NONE);
    gesture_begin(&gesture, 0.1, 0.5, 200);
    g_assert_cmpint(gesture_end(&gesture, 0.1, 0.5, 280), ==, INPUT_PREVIOUS);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gesture/one-finger", test_one_finger);
    g_test_add_func("/gesture/many-fingers", test_many_fingers);
    g_test_add_func("/gesture/unknown-finger", test_unknown_finger);
    return g_test_run();
}
