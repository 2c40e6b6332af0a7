/* SPDX-License-Identifier: MIT
 *
 * The fetcher's walls: it goes on seeing what its config names, its cache, and what the network
 * takes, and nothing else of the machine.
 */
#ifndef PLACARD_FETCHER_CONFINE_H
#define PLACARD_FETCHER_CONFINE_H

#include "placard/config/config.h"

/* What the process keeps; each may be NULL. */
struct confine_paths {
    const char *disk;    /* the cache's directory, made before */
    const char *runtime; /* likewise the one that wears no disk */
    const char *program; /* that it may start; NULL: none at all */
};

/* For good; to be called before the first byte from outside is read. Every path that the config
 * names must be let through here. */
void confine_process(const struct config *config, const struct confine_paths *paths,
                     bool is_verbose);

#endif
