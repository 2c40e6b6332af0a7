/* SPDX-License-Identifier: MIT
 *
 * One transfer under way: its handle of libcurl, its limits and the body so far.
 */
#ifndef PLACARD_FETCH_REQUEST_H
#define PLACARD_FETCH_REQUEST_H

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
    size_t index; /* in the caller's order */
    struct url url;
    const struct transfer_request *asked; /* borrowed from the caller of transfer_run */
    size_t max_bytes;
    struct request_budget *budget;
    CURL *easy;
    struct curl_slist *headers;
    GByteArray *body;
    bool is_too_large;
    bool is_public_only; /* as asked, or since a public address was connected to */
    bool is_refused;     /* a local address was, though no such may be asked */
};

/* NULL with an error when the URL may not be asked. */
struct request *request_new(const struct transfer_request *asked, size_t index, GError **error);
void request_free(struct request *request);

/* Makes the handle. False when libcurl has no memory left. */
bool request_start(struct request *request, const struct transfer_options *options,
                   struct request_budget *budget);

/* Tells the caller how it ended; the handle must have been taken out of its multi handle. */
void request_finish(struct request *request, CURLcode result,
                    const struct transfer_listener *listener);

#endif
