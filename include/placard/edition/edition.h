/* SPDX-License-Identifier: MIT
 *
 * An edition: all stories to show now, with a report on each source. It is the data that flows
 * from the fetcher to the screen, what `placard list` prints, and itself a source format.
 * Mutable only while it is composed.
 */
#ifndef PLACARD_EDITION_EDITION_H
#define PLACARD_EDITION_EDITION_H

#include "placard/edition/story.h"

#include <stddef.h>

#define EDITION_ERROR (edition_error_quark())
GQuark edition_error_quark(void);
enum edition_error {
    EDITION_ERROR_JSON,
    EDITION_ERROR_SHAPE,
    EDITION_ERROR_TEXT,
    EDITION_ERROR_LIMIT
};

enum source_status {
    SOURCE_STATUS_OK,
    SOURCE_STATUS_STALE,  /* the last good stories are shown */
    SOURCE_STATUS_FAILED, /* there are none to show */
};

struct source_report {
    char *name;
    char *url;
    enum source_status status;
    char *error; /* one sentence without full stop; NULL when the status is ok */
    unsigned stories;
    gint64 fetched_utc_s; /* last success; INSTANT_UNKNOWN when never */
    gint64 due_utc_s;     /* next try; INSTANT_UNKNOWN when never */
};

struct edition {
    gint64 made_utc_s;
    GPtrArray *stories; /* of struct story, in the order in which they are shown; never NULL */
    GPtrArray *sources; /* of struct source_report, in the order of the config; never NULL */
};

struct edition *edition_new(void);
void edition_free(struct edition *edition);
struct source_report *source_report_new(void);
struct source_report *source_report_copy(const struct source_report *report);
void source_report_free(struct source_report *report);

/* Reads the JSON of an edition. Unknown members are passed over; a member of the wrong type, a
 * story with neither headline nor summary nor sentences, or more than LIMIT_EDITION_STORIES is an
 * error that names the place ("stories[3].link: expected a string, found a number"). A summary
 * without sentences becomes the story's teaser, sentences without ranks are ranked as they stand.
 * Text is taken as it is: use edition_check (an edition that claims to be clean) or clean it (an
 * edition from outside). */
struct edition *edition_parse(const char *json, size_t length_bytes, GError **error);

/* False with an error when some text is not what an edition promises: valid UTF-8 without control,
 * bidi-override or non-characters; http(s) links; ids (each once), sources and headlines present;
 * ranks a permutation of 1…n. */
bool edition_check(const struct edition *edition, GError **error);

/* The JSON of an edition, one line without trailing newline, or indented; free with g_free. The
 * same edition always gives the same bytes. */
char *edition_to_json(const struct edition *edition, bool indented);

/* The story with this id, borrowed from the edition, or NULL. */
const struct story *edition_find(const struct edition *edition, const char *id);

#endif
