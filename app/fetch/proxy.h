/* SPDX-License-Identifier: MIT
 *
 * Whether a transfer goes through a proxy: then the addresses that it connects to are not those of
 * the hosts that it asks.
 */
#ifndef PLACARD_FETCH_PROXY_H
#define PLACARD_FETCH_PROXY_H

#include "url.h"

#include <sys/socket.h>

struct proxy {
    bool is_used; /* or may be: the environment has exceptions, which libcurl applies */
    bool is_sole; /* whatever is connected to is the proxy */
    unsigned port;
};

/* configured: as in transfer_options; without it the environment counts, as it does for libcurl. */
struct proxy proxy_find(const char *configured, const struct url *url);

/* Whether an address that is to be connected to is the proxy's. What cannot be told apart is not. */
bool proxy_has_address(const struct proxy *proxy, const struct sockaddr *address);

#endif
