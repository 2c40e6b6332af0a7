/* SPDX-License-Identifier: MIT
 *
 * A placard that shows its cards, for tests to look at and to trouble while it does.
 */
#ifndef PLACARD_TESTS_CLI_SHOWING_H
#define PLACARD_TESTS_CLI_SHOWING_H

#include "desktop.h"
#include "program.h"

struct showing {
    struct desk desk;
    struct desktop *desktop; /* NULL: there is none to show anything on */
    const void *data;        /* of the test */
    char *program;           /* that showing_start starts: the built one, unless changed */
    char *log;               /* the file with all that has been said on standard error */
    GPid process;            /* 0: none */
};

struct showing_test {
    const char *path;
    void (*run)(struct showing *showing);
    const void *data;
};

enum showing_place { SHOWING_PLACE_DESKTOP, SHOWING_PLACE_NOWHERE };

/* Runs the tests, each with a desk of its own; on a desktop they share, or skipped where none can
 * be had. What main returns. */
int showing_test_all(const struct showing_test *tests, size_t count, enum showing_place place);

/* Starts placard with the arguments of a line as desk_run takes it. */
void showing_start(struct showing *showing, const char *line);

/* Sends a signal, unless it is 0, and waits for the end; the exit status, −1 when a signal was what
 * ended it. An end that does not come, come what may of the sources, fails the test. */
int showing_end(struct showing *showing, int signal);

/* Fails the test, telling what the showing has said, unless the condition comes true in time: as
 * much time as a busy machine may need, for a passing test does not take it. */
#define assert_soon(showing, condition) assert_within(20, showing, condition)
#define assert_within(seconds, showing, condition)                                                 \
    do {                                                                                           \
        gint64 end_us =                                                                            \
            g_get_monotonic_time() + (gint64)(seconds)*PLACARD_TEST_PATIENCE * G_USEC_PER_SEC;     \
        bool held;                                                                                 \
        while (!(held = (condition)) && g_get_monotonic_time() < end_us)                           \
            g_usleep(20000);                                                                       \
        if (!held)                                                                                 \
            showing_fail(showing, G_STRLOC, #condition);                                           \
    } while (0)
G_NORETURN void showing_fail(const struct showing *showing, const char *place,
                             const char *condition);

/* Whether this has been said on standard error. */
bool showing_said(const struct showing *showing, const char *text);

/* Whether there is a window with a title that begins so. */
bool showing_is_titled(const struct showing *showing, const char *beginning);

/* What the window shows; false, with no image, when there is none. */
bool showing_look(const struct showing *showing, struct image *image);
bool showing_looks_like(const struct showing *showing, const struct image *image);
bool showing_has_corners(const struct showing *showing, guint32 colour);

void showing_press(const struct showing *showing, const char *key);

/* Its processes: those that run, and those that have ended but are not yet seen off. */
struct children {
    unsigned running, ended;
    GPid newest; /* of those that run, or 0 */
};
struct children showing_children(const struct showing *showing);

/* How many descriptors it has open. */
unsigned showing_descriptors(const struct showing *showing);

#endif
