/* SPDX-License-Identifier: MIT
 *
 * Which addresses are of this machine or of the networks around it.
 */
#ifndef PLACARD_FETCH_ADDRESS_H
#define PLACARD_FETCH_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

/* True unless the address is one of the whole internet (RFC 6890): loopback, private, link-local,
 * unique local, multicast and unknown ones are local; so is an IPv4 address within IPv6. */
bool address_is_local(const struct sockaddr *address);

/* The same for an address in digits; true when it is none. */
bool address_text_is_local(const char *text);

#endif
