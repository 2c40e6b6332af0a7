/* SPDX-License-Identifier: MIT
 *
 * One edition, fetched in the foreground: what `list` prints and `snapshot` draws.
 */
#ifndef PLACARD_COMMAND_GATHER_H
#define PLACARD_COMMAND_GATHER_H

#include "placard/command/setup.h"
#include "placard/edition/edition.h"

struct gathered {
    struct edition *edition; /* the last and best; NULL when there is none, or interrupted */
    int status;              /* of the command, an enum command_status */
};

/* Runs the fetcher to its end, saying on standard error what went wrong. A setup without a config
 * is the caller's mistake. pictures: "WxH", the
 * place of images that are to be in the cache afterwards; NULL: none. */
struct gathered gather_edition(const struct options *options, const struct setup *setup,
                               const char *pictures);

#endif
