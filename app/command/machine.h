/* SPDX-License-Identifier: MIT
 *
 * The troubles that the machine itself makes, each with its remedy: no graphics card, no right to use
 * it, no screen, a clock that is not set, a disk that is full.
 */
#ifndef PLACARD_COMMAND_MACHINE_H
#define PLACARD_COMMAND_MACHINE_H

#include <glib.h>
#include <stdbool.h>

/* Where to look; tests look elsewhere. */
struct machine {
    const char *devices; /* "/dev" */
    const char *kernel;  /* "/sys" */
    const char *cache;   /* the folder of the cache, there or not */
    bool has_desktop;    /* which owns the screen and the keyboard */
    gint64 now_utc_s;    /* by the clock */
};

/* This one. */
struct machine machine_this(const char *cache);

/* A line for each trouble, of char *, frees them; empty where all is well. */
GPtrArray *machine_troubles(const struct machine *machine);

#endif
