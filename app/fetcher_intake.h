/* SPDX-License-Identifier: MIT
 *
 * What the fetcher takes in from one source: what is remembered, and what asking makes of it.
 */
#ifndef PLACARD_FETCHER_INTAKE_H
#define PLACARD_FETCHER_INTAKE_H

#include "placard/config/config.h"
#include "placard/edition/record.h"
#include "placard/fetch/records.h"
#include "placard/fetch/transfer.h"

struct harvest; /* private to the intake */

struct intake {
    const struct config *config;
    const struct config_source *source;
    struct record *record; /* NULL: nothing is remembered and it has not answered */
    char *warning;         /* what was wrong though there was news; NULL: nothing */
    char *next;            /* the feed that a page has named, to be asked now; NULL: none */
    char **headers;        /* of its own that it is asked with; NULL until intake_prepare */
    struct harvest *spare; /* the article of that page, for when the feed fails; NULL: none */
    char *moved;           /* where redirects for good have led; NULL: nowhere */
    bool is_settled;       /* whether they have is known: the answer was good */
    bool is_remote;
    bool is_local; /* it answered from this machine or the networks around it */
    bool is_asked;
    bool has_answered; /* well or badly; not while a feed is to be asked next */
};

/* With what is remembered of the source. */
void intake_init(struct intake *intake, const struct config *config,
                 const struct config_source *source, struct records *records);
void intake_clear(struct intake *intake);

/* Reads a source that is not remote. */
void intake_take_files(struct intake *intake, gint64 now_utc_s);

/* True when fewer stories are remembered than the config, since it has changed, may show. */
bool intake_wants_more(const struct intake *intake);

/* Gets ready what a remote source is asked with. False when that cannot be had: then it has failed,
 * and is not asked. */
bool intake_prepare(struct intake *intake, gint64 now_utc_s);

/* What to ask of a remote source now; borrowed from the intake. */
struct transfer_request intake_request(const struct intake *intake);

/* After all have answered: remembers where the source has moved to. Not while a web page stands in the
 * place of some feed, as in a network that wants a log-in, where any redirect may be the network's. */
void intake_settle(struct intake *intake, bool is_suspect, gint64 now_utc_s);

/* What a remote source said: answer and error as of transfer_done. */
void intake_take_answer(struct intake *intake, const struct transfer_answer *answer,
                        const GError *error, gint64 now_utc_s);

#endif
