/* SPDX-License-Identifier: MIT
 *
 * One round of the fetcher: asks the sources whose turn it is, and prints the edition, an early
 * one too when some sources are slow.
 */
#ifndef PLACARD_FETCHER_ROUND_H
#define PLACARD_FETCHER_ROUND_H

#include "placard/config/config.h"
#include "placard/edition/edition.h"
#include "placard/fetch/records.h"

struct round_options {
    bool due;         /* only sources whose time has come; files are always read */
    bool progress;    /* how far it is, on standard error */
    bool verbose;     /* a line for each source */
    gint64 now_utc_s; /* the fixed time; INSTANT_UNKNOWN: the clock's */
};

/* True when every source that was asked has answered well and the edition could be written. *edition
 * is the one that was printed last; edition_free. */
bool round_run(const struct config *config, struct records *records,
               const struct round_options *options, struct edition **edition);

#endif
