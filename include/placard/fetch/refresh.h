/* SPDX-License-Identifier: MIT
 *
 * What the outcome of asking a source makes of its record. Pure.
 */
#ifndef PLACARD_FETCH_REFRESH_H
#define PLACARD_FETCH_REFRESH_H

#include "placard/config/config.h"
#include "placard/edition/record.h"

/* When which source was asked. */
struct refresh {
    const struct config_source *source;
    gint64 now_utc_s;
    gint64 fresh_seconds; /* of the answer; 0: not said */
};

struct refresh_failure {
    const char *sentence; /* without full stop */
    bool connection_failed;
    gint64 retry_after_seconds; /* 0: not named */
    bool is_gone;
};

/* New stories (taken, of struct story) in place of the old ones, with the validators (or NULL) of
 * the answer that they came with. */
void refresh_renew(struct record *record, const struct refresh *refresh, GPtrArray *stories,
                   const char *etag, const char *last_modified);

/* The stories that are kept still hold (304). */
void refresh_confirm(struct record *record, const struct refresh *refresh);

/* Keeps the last good stories: stale, or failed when there are none. */
void refresh_fail(struct record *record, const struct refresh *refresh,
                  const struct refresh_failure *failure);

/* A good answer came from a url to which redirects led that were for good; NULL: from where it was
 * asked. Once it has been so on several days that url is asked itself: who sends on for an hour may
 * say that it is for ever. */
void refresh_move(struct record *record, const char *url, bool is_local, gint64 now_utc_s);

/* That url; NULL: none yet. */
const char *refresh_moved(const struct record *record);

#endif
