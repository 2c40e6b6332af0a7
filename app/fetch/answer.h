/* SPDX-License-Identifier: MIT
 *
 * From a finished handle of libcurl to the answer or the error that the caller is told.
 */
#ifndef PLACARD_FETCH_ANSWER_H
#define PLACARD_FETCH_ANSWER_H

#include "placard/fetch/transfer.h"

#include <curl/curl.h>

/* An answer and the strings that it borrows. */
struct answer {
    struct transfer_answer told;
    char *url;
    char *charset;
    char *language;
    char *etag;
    char *last_modified;
};

/* Reads what the last response of easy says about itself; the body is the caller's to fill in. */
void answer_init(struct answer *answer, CURL *easy);
void answer_clear(struct answer *answer);

/* How the transfer came to its last response. */
struct answer_way {
    bool was_conditional; /* it named a validator, so that 304 is an answer */
    gint64 spent_us;      /* by the requests before the last one */
};

/* What went wrong, with errors of TRANSFER_ERROR; NULL when nothing did. */
GError *answer_error(CURL *easy, CURLcode result, const struct answer_way *way);

/* What begins on the internet, or was named there, may not lead into the network around us. */
GError *answer_error_local(void);

/* TRANSFER_ERROR_LIMIT: it goes on and on. */
GError *answer_error_redirects(void);

/* TRANSFER_ERROR_LIMIT: the body is larger than allowed. */
GError *answer_error_too_large(size_t max_bytes);

#endif
