/* SPDX-License-Identifier: MIT */
#include "address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* RFC 6890 and its successors; of IPv4 all from 224 up is multicast or reserved. */
static const struct {
    uint32_t network;
    unsigned bits;
} local_networks[] = {
    {0x00000000, 8},  {0x0a000000, 8},  {0x64400000, 10}, {0x7f000000, 8},  {0xa9fe0000, 16},
    {0xac100000, 12}, {0xc0000000, 24}, {0xc0a80000, 16}, {0xc6120000, 15}, {0xe0000000, 3},
};

static bool v4_is_local(uint32_t address)
{
    for (size_t i = 0; i < sizeof local_networks / sizeof *local_networks; i++)
        if ((address ^ local_networks[i].network) >> (32 - local_networks[i].bits) == 0)
            return true;
    return false;
}

static uint32_t v4_at(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Global ones begin with the bits 001 (RFC 4291, 2.4), those of NAT64 with 64:ff9b. */
static bool v6_is_local(const uint8_t *bytes)
{
    static const uint8_t mapped[12] = {[10] = 0xff, [11] = 0xff};
    static const uint8_t translated[12] = {0x00, 0x64, 0xff, 0x9b};
    static const uint8_t six_to_four[2] = {0x20, 0x02};

    if (memcmp(bytes, mapped, sizeof mapped) == 0 ||
        memcmp(bytes, translated, sizeof translated) == 0)
        return v4_is_local(v4_at(bytes + 12));
    if (memcmp(bytes, six_to_four, sizeof six_to_four) == 0)
        return v4_is_local(v4_at(bytes + 2));
    return bytes[0] >> 5 != 1;
}

bool address_is_local(const struct sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, address, sizeof v4);
        return v4_is_local(ntohl(v4.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, address, sizeof v6);
        return v6_is_local(v6.sin6_addr.s6_addr);
    }
    return true;
}

bool address_text_is_local(const char *text)
{
    uint8_t bytes[16];

    if (inet_pton(AF_INET, text, bytes) == 1)
        return v4_is_local(v4_at(bytes));
    return inet_pton(AF_INET6, text, bytes) != 1 || v6_is_local(bytes);
}
