/* SPDX-License-Identifier: MIT
 *
 * Transfers over HTTP: all at once, each with its limits, none able to delay another for ever.
 */
#ifndef PLACARD_FETCH_TRANSFER_H
#define PLACARD_FETCH_TRANSFER_H

#include "placard/config/config.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#define TRANSFER_ERROR (transfer_error_quark())
GQuark transfer_error_quark(void);
enum transfer_error {
    TRANSFER_ERROR_URL,     /* not an http(s) URL that may be asked */
    TRANSFER_ERROR_CONNECT, /* name, route, refused, TLS, timed out on the way: the network may be
                               down */
    TRANSFER_ERROR_TIMEOUT, /* connected, but too slow; or its host was busy with others */
    TRANSFER_ERROR_HTTP,    /* a status other than 200 and 304 */
    TRANSFER_ERROR_LIMIT,   /* larger than max_bytes, too many redirects */
    TRANSFER_ERROR_OTHER,
};

struct transfer_request {
    const char *url;
    const char *own_url; /* that the config names: its user and password, and the headers, go to its
                            origin (scheme, host and port) and no other; NULL: url */
    const char *const *headers; /* lines "Name: value", NULL at the end; NULL: none */
    const char *user_agent;     /* NULL: that of the options */
    const char *etag;           /* validators of the answer that is kept, or NULL */
    const char *last_modified;
    bool is_public_only; /* a local address is refused, also behind a redirect: for URLs that
                            somebody else has named; where a proxy is used it decides */
};

struct transfer_options {
    unsigned timeout_seconds; /* of one whole transfer */
    size_t max_bytes;         /* of one body, counted after decompression */
    unsigned run_seconds;     /* of all transfers together; 0: by the limits */
    unsigned per_host;        /* connections to one host at a time */
    const char *user_agent;
    const char *proxy;   /* a URL; NULL: by the environment, "": none */
    const char *ca_file; /* certificates of those who are trusted, PEM; NULL: the system's */
    const char *accept;  /* the header of this name; NULL: one for news */
};

/* What the config says of transfers; ca_file: config_ca_file, borrowed. */
struct transfer_options transfer_options_of(const struct config *config, const char *ca_file);

/* Borrowed for the call of transfer_done only. */
struct transfer_answer {
    bool not_modified; /* 304: the answer that is kept still holds */
    const char *bytes; /* the body, not terminated */
    size_t length_bytes;
    const char *url;            /* after redirects, without password: the base of relative links */
    bool is_moved;              /* url is another than was asked, and all redirects were for good */
    const char *charset;        /* of the Content-Type, or NULL */
    const char *etag;           /* byte for byte, or NULL */
    const char *last_modified;  /* byte for byte, or NULL */
    const char *language;       /* the Content-Language, or NULL */
    bool is_local;              /* it came from this machine or the networks around it */
    gint64 retry_after_seconds; /* of a 429 or 503; 0 when not named */
    gint64 fresh_seconds;       /* how long it says that it holds; 0 when it does not say */
    bool is_gone;               /* 410: it will not come back */
};

/* Called once for each request as it ends, in the order of ending. Exactly one of answer and error
 * tells the result; with TRANSFER_ERROR_HTTP both are there (answer without body). */
typedef void transfer_done(size_t index, const struct transfer_answer *answer, const GError *error,
                           void *user);

/* Called about every wake_ms while transfers are under way. */
typedef void transfer_wake(void *user);

/* Who is told what happens. */
struct transfer_listener {
    transfer_done *done;
    transfer_wake *wake;
    unsigned wake_ms; /* 0: wake is never called */
    void *user;       /* passed to both */
};

/* Runs all requests to their ends, the first ones first where not all can run at once. False only
 * when no transfer could be begun at all (libcurl does not start); then transfer_done has been
 * called for none. */
bool transfer_run(const struct transfer_request *requests, size_t count,
                  const struct transfer_options *options, const struct transfer_listener *listener,
                  GError **error);

#endif
