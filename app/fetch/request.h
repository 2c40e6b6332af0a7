/* SPDX-License-Identifier: MIT
 *
 * One transfer under way: its handle of libcurl, its limits and the body so far.
 */
#ifndef PLACARD_FETCH_REQUEST_H
#define PLACARD_FETCH_REQUEST_H

#include "proxy.h"
#include "url.h"

#include "placard/fetch/transfer.h"

#include <curl/curl.h>

/* What all transfers of one run hold in memory together. */
struct request_budget {
    size_t held_bytes;
    size_t max_bytes;
    GPtrArray *requests; /* of struct request, those under way; borrowed */
};

struct request {
    size_t index;   /* in the caller's order */
    struct url url; /* of the next or present request: a redirect changes it */
    char *origin;   /* to which the secrets of the config may be told */
    char *user;     /* these are; NULL: none */
    char *password;
    const struct transfer_request *asked; /* borrowed from the caller of transfer_run */
    size_t max_bytes;
    struct request_budget *budget;
    CURL *easy;
    struct curl_slist *headers;
    GByteArray *body;
    unsigned redirects; /* followed so far */
    bool is_moved;      /* all of them were for good */
    GError *refusal;    /* of the redirect that is not followed */
    gint64 started_us;  /* monotonic: the present request */
    gint64 spent_us;    /* by those before it */
    bool is_too_large;
    size_t skipped_bytes; /* of the body of a redirect */
    struct proxy proxy;
    bool is_public_only; /* as asked, or since a public address was connected to */
    bool is_refused;     /* a local address was, though no such may be asked */
};

/* NULL with an error when the URL may not be asked. */
struct request *request_new(const struct transfer_request *asked, size_t index, GError **error);
void request_free(struct request *request);

/* Makes the handle. False when libcurl has no memory left. After request_follow again. */
bool request_start(struct request *request, const struct transfer_options *options,
                   struct request_budget *budget);

/* After a response, its handle taken out of its multi handle: true when it leads to another request,
 * which is to be started. */
bool request_follow(struct request *request, CURLcode result);

/* Tells the caller how it ended; the handle must have been taken out of its multi handle. */
void request_finish(struct request *request, CURLcode result,
                    const struct transfer_listener *listener);

#endif
