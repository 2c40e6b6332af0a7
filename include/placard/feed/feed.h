/* SPDX-License-Identifier: MIT
 *
 * From the bytes that a source gave to stories: format by content, charset, repair, parse, clean.
 * Knows RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, placard's edition JSON, and
 * articles as web pages and plain text.
 */
#ifndef PLACARD_FEED_FEED_H
#define PLACARD_FEED_FEED_H

#include "placard/edition/rhythm.h"
#include "placard/edition/story.h"

#include <stddef.h>

#define FEED_ERROR (feed_error_quark())
GQuark feed_error_quark(void);
enum feed_error {
    FEED_ERROR_EMPTY,
    FEED_ERROR_FORMAT,
    FEED_ERROR_PAGE, /* a web page that is no article and names no feed */
    FEED_ERROR_SYNTAX,
    FEED_ERROR_LIMIT,
};

/* Copies what the input has from a place in it on, at most so many bytes; returns how many, at least
 * one, or 0 at the end. */
typedef size_t feed_read(void *user, size_t at, char *to, size_t most_bytes);

struct feed_input {
    const char *bytes;     /* NULL: they are had from read, piece by piece and more than once */
    size_t length_bytes;   /* and never more than that */
    feed_read *read;       /* NULL where there are bytes */
    void *user;            /* passed to read */
    const char *url;       /* base of relative links and of ids; an http(s) URL or a file path */
    const char *asked_url; /* what was asked before redirects led to url; NULL: url */
    const char *charset;   /* of the Content-Type; NULL when none was named */
    const char *language;  /* of the Content-Language, for a feed that names none; or NULL */
    bool is_file;          /* read from a file: plain text is an article, not a wrong answer */
    unsigned max_items;    /* further items are passed over; 0: no limit */
    unsigned newest;       /* of the stories with a time only so many of the newest are kept, of
                            * those without as many of the first; 0: all. An edition's are all kept */
};

struct feed {
    char *title;        /* of the feed itself; NULL when it has none */
    char *language;     /* BCP 47; NULL when unknown */
    GPtrArray *stories; /* of struct story, in the order of the feed; their source is NULL, but for
                         * those of an edition that names one */
    char *warning; /* what was wrong though stories were read ("cut short at byte 812"), or NULL */
    bool is_selection;    /* more stories came than newest let be kept */
    bool is_page;         /* a web page; its main text is the only story, if it is an article */
    bool is_suspect;      /* a page that asks for a password, or of another site than was asked */
    struct rhythm rhythm; /* when it need not be asked */
    char *alternate;      /* the feed that the page names, http or https; NULL when it names none */
};

/* NULL with one sentence on what was wrong and where when there is no story to be had because the
 * bytes are not a feed. A feed without items is not a failure. */
struct feed *feed_parse(const struct feed_input *input, GError **error);
void feed_free(struct feed *feed);

#endif
