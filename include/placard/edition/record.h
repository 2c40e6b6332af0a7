/* SPDX-License-Identifier: MIT
 *
 * A record: what is remembered of one source between refreshes. Validators (RFC 9110, 8.8) stand
 * beside the stories that they belong to, so that a 304 always has something to keep.
 */
#ifndef PLACARD_EDITION_RECORD_H
#define PLACARD_EDITION_RECORD_H

#include "placard/edition/edition.h"

struct record {
    struct source_report *report; /* never NULL */
    char *etag;                   /* byte for byte as received; NULL when none */
    char *last_modified;          /* likewise */
    unsigned failures;            /* in a row; 0 after a success */
    GPtrArray *stories;           /* of struct story with teaser and body; never NULL */
};

struct record *record_new(void);
void record_free(struct record *record);

/* JSON for the cache, free with g_free. */
char *record_to_json(const struct record *record);

/* The inverse; fails with an error of EDITION_ERROR on anything that it did not write. */
struct record *record_parse(const char *json, size_t length_bytes, GError **error);

#endif
