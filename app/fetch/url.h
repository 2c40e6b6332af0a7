/* SPDX-License-Identifier: MIT
 *
 * The URL of a transfer, taken apart by libcurl's own parser and never by hand.
 */
#ifndef PLACARD_FETCH_URL_H
#define PLACARD_FETCH_URL_H

#include <glib.h>
#include <stdbool.h>

struct url {
    char *address;  /* the URL without user, password and fragment */
    char *host;     /* "host:port" in lower case: who is kept busy */
    char *origin;   /* "https://host:port" in lower case: who may be told what is not for others */
    char *user;     /* NULL when none */
    char *password; /* NULL when none */
    bool is_secure;
};

/* False with TRANSFER_ERROR_URL when text is not an http(s) URL that may be asked. */
bool url_init(struct url *url, const char *text, GError **error);
void url_clear(struct url *url);

/* A reference (RFC 3986, 4.2) that stands in what base, an http(s) URL, gave: absolute, or as it is when
 * it cannot be taken apart; g_free. */
char *url_resolve(const char *base, const char *reference);

/* Whether the host is an address in digits, or a name, of this machine or the networks around it. */
bool url_names_local(const struct url *url);

/* True when both are URLs of one host and port. */
bool url_same_host(const char *one, const char *other);

/* "https://host/path": no user, password, query or fragment, fit for a message; "(not a URL)" for
 * what cannot be taken apart; g_free. */
char *url_mask(const char *text);

#endif
