/* SPDX-License-Identifier: MIT
 *
 * Where a response sends on to (RFC 9110, 15.4). libcurl could follow by itself, but would give our
 * headers to whomever it is sent on to, and does not tell whether all the way was for good.
 */
#ifndef PLACARD_FETCH_REDIRECT_H
#define PLACARD_FETCH_REDIRECT_H

#include "url.h"

#include <curl/curl.h>

struct redirect {
    struct url url; /* url_clear */
    bool is_permanent;
};

/* True when the last response of easy, which was asked for at from, sends on to where may be asked.
 * False without an error when it does not send on, with one of TRANSFER_ERROR when it may not: to
 * another protocol, from https to http, or with a password. */
bool redirect_read(struct redirect *redirect, CURL *easy, const struct url *from, GError **error);

/* Whether a response of this status is not meant to be read. */
bool redirect_is_status(long status);

#endif
