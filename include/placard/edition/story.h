/* SPDX-License-Identifier: MIT
 *
 * A story: one item of news. All text in it is plain, clean UTF-8 (see text/clean.h).
 */
#ifndef PLACARD_EDITION_STORY_H
#define PLACARD_EDITION_STORY_H

#include "placard/edition/hours.h"
#include "placard/edition/instant.h"

/* One whole sentence of a summary. The sentence of rank 1 was chosen first; a card that is too
 * small leaves out the highest rank first. */
struct sentence {
    char *text;
    unsigned rank;
};

enum story_priority { STORY_PRIORITY_NORMAL, STORY_PRIORITY_BREAKING };

struct story {
    char *id;       /* stable over refreshes of its source; never NULL in an edition */
    char *source;   /* the name shown on the card; never NULL in an edition */
    char *headline; /* never NULL in an edition */
    char *teaser;   /* the publisher's own summary, NULL when there is none; not in an edition */
    char *body;     /* full text, paragraphs separated by "\n"; NULL when none; not in an edition */
    GPtrArray *sentences; /* of struct sentence, in the order in which they are read; never NULL */
    char *link;           /* http or https; NULL when unknown */
    char *image;          /* http or https; NULL when unknown */
    char *language;       /* BCP 47; NULL when unknown */
    gint64 published_utc_s; /* INSTANT_UNKNOWN when unknown */
    GPtrArray *also;        /* of char *: other sources that tell the same story; never NULL */
    enum story_priority priority;
    gint64 from_utc_s;  /* not shown before; INSTANT_UNKNOWN: always */
    gint64 until_utc_s; /* not shown from then on; INSTANT_UNKNOWN: for ever */
    struct hours when;
};

/* An empty story: no text, no time, no sentences. */
struct story *story_new(void);
struct story *story_copy(const struct story *story);
void story_free(struct story *story);

/* Appends a copy of text. */
void story_add_sentence(struct story *story, const char *text, unsigned rank);

/* The sentences joined by spaces (nothing between scripts that write without spaces), to be freed
 * with g_free; NULL when there are none. */
char *story_summary(const struct story *story);

/* True when the story may be shown at this time, in a time zone. */
bool story_is_in_time(const struct story *story, gint64 utc_s, GTimeZone *zone);

/* The first instant after this one at which that may change; G_MAXINT64 when it never does. */
gint64 story_next_change(const struct story *story, gint64 utc_s, GTimeZone *zone);

/* False with an error of EDITION_ERROR that names the member when a story is not what an edition
 * promises (see edition_check). */
bool story_check(const struct story *story, GError **error);

/* True for what may stand as a link or image: an http(s) URL of at most LIMIT_URL_BYTES. */
bool story_link_is_web(const char *link);

#endif
