/* SPDX-License-Identifier: MIT
 *
 * A record: what is remembered of one source between refreshes. Validators (RFC 9110, 8.8) stand
 * beside the stories that they belong to, so that a 304 always has something to keep.
 */
#ifndef PLACARD_EDITION_RECORD_H
#define PLACARD_EDITION_RECORD_H

#include "placard/edition/edition.h"
#include "placard/edition/rhythm.h"

/* The page of a story that was asked for its full text, so that it is asked once. */
struct visit {
    char *story; /* its id */
    gint64 asked_utc_s;
    unsigned failures; /* in a row; 0: the story has what the page gave */
};

struct record {
    struct source_report *report; /* never NULL */
    char *etag;                   /* byte for byte as received; NULL when none */
    char *last_modified;          /* likewise */
    unsigned failures;            /* in a row; 0 after a success */
    char *alternate; /* the feed that the source, a page, names: asked in its place; NULL: none */
    bool is_page;    /* the stories are those of a web page */
    unsigned newest; /* only so many of the newest stories have been kept; 0: all */
    struct rhythm rhythm;     /* of the feed whose stories these are */
    unsigned refresh_minutes; /* by which the report's due was found; 0: by none */
    struct {
        char *url;         /* to where redirects led that were for good; NULL: none did */
        unsigned days;     /* on so many it was seen to lead there */
        gint64 last_utc_s; /* the last of them; INSTANT_UNKNOWN: none */
        bool is_local;     /* that is on this machine or the networks around it */
    } moved;
    bool is_unreachable; /* the last failure was of the network, not of the server */
    gint64
        page_seen_utc_s; /* when a web page stood in the place of the feed; INSTANT_UNKNOWN: never */
    GPtrArray *stories;  /* of struct story with teaser and body; never NULL */
    GPtrArray *visits;   /* of struct visit, at most one for a story; never NULL */
};

struct record *record_new(void);
void record_free(struct record *record);

struct visit *visit_new(const char *story, gint64 asked_utc_s, unsigned failures);
void visit_free(struct visit *visit);

/* JSON for the cache, free with g_free. */
char *record_to_json(const struct record *record);

/* The inverse; fails with an error of EDITION_ERROR on anything that it did not write. */
struct record *record_parse(const char *json, size_t length_bytes, GError **error);

#endif
