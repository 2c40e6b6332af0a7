/* SPDX-License-Identifier: MIT
 *
 * The stories of one answer, or of all files of one glob, and what was told beside them.
 */
#ifndef PLACARD_FETCHER_HARVEST_H
#define PLACARD_FETCHER_HARVEST_H

#include "placard/feed/feed.h"

struct harvest_limits {
    size_t max_bytes;   /* of one file */
    unsigned max_items; /* of all files */
    unsigned newest;    /* as in struct feed_input */
};

struct harvest {
    struct rhythm rhythm; /* of the last feed */
    const char *language; /* that the config names for the source; NULL: none */
    GPtrArray *stories;   /* of struct story */
    char *title;          /* of the only feed; NULL when it has none or there are several */
    char *warning;
    char *alternate;   /* the feed that the page names; NULL: none */
    bool is_selection; /* not all that the source has */
    bool is_page;
    bool is_suspect; /* the page may be anything but what was asked */
    unsigned feeds;
};

/* Frees what the harvest holds. */
void harvest_clear(struct harvest *harvest);
void harvest_free(struct harvest *harvest);

/* The first warning is kept. */
void harvest_warn(struct harvest *harvest, const char *warning);

/* Adds the stories of one feed or page; errors as of feed_parse. */
bool harvest_add(struct harvest *harvest, const struct feed_input *input, GError **error);

/* One bad file among good ones is a warning; when none is good, the first error tells why. */
bool harvest_add_files(struct harvest *harvest, const GPtrArray *paths,
                       const struct harvest_limits *limits, GError **error);

#endif
