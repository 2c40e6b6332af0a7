/* SPDX-License-Identifier: MIT */
#include "proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

/* libcurl's, for a proxy that names none. */
enum { PROXY_PORT = 1080 };

/* As libcurl looks for it; http_proxy in capitals would be a header of whoever calls a CGI. */
static const char *proxy_of_environment(const struct url *url)
{
    static const char *const secure[] = {"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    static const char *const plain[] = {"http_proxy", "all_proxy", "ALL_PROXY"};
    const char *const *names = url->is_secure ? secure : plain;
    const size_t count = url->is_secure ? G_N_ELEMENTS(secure) : G_N_ELEMENTS(plain);

    for (size_t i = 0; i < count; i++) {
        const char *value = g_getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return value;
    }
    return NULL;
}

static unsigned proxy_port(const char *text)
{
    const char *scheme_end = strstr(text, "://");
    const char *host = scheme_end == NULL ? text : scheme_end + strlen("://");
    const char *at = strrchr(host, '@');
    const char *bracket = strchr(host, ']');
    const char *colon = strrchr(bracket != NULL ? bracket : at != NULL ? at : host, ':');

    if (colon != NULL && g_ascii_isdigit(colon[1]))
        return (unsigned)strtoul(colon + 1, NULL, 10);
    return g_str_has_prefix(text, "https://") ? 443 : PROXY_PORT;
}

static unsigned address_port(const struct sockaddr *address)
{
    struct sockaddr_in v4 = {0};
    struct sockaddr_in6 v6 = {0};

    if (address->sa_family == AF_INET) {
        memcpy(&v4, address, sizeof v4);
        return ntohs(v4.sin_port);
    }
    if (address->sa_family != AF_INET6)
        return 0;
    memcpy(&v6, address, sizeof v6);
    return ntohs(v6.sin6_port);
}

struct proxy proxy_find(const char *configured, const struct url *url)
{
    const char *text = configured != NULL ? configured : proxy_of_environment(url);

    if (text == NULL || text[0] == '\0')
        return (struct proxy){0};

    const unsigned own_port = (unsigned)strtoul(strrchr(url->host, ':') + 1, NULL, 10);
    const unsigned port = proxy_port(text);
    return (struct proxy){
        .is_used = true, .is_sole = configured != NULL, .port = port == own_port ? 0 : port};
}

bool proxy_has_address(const struct proxy *proxy, const struct sockaddr *address)
{
    const unsigned port = address_port(address);

    return proxy->is_sole || (proxy->port != 0 && port == proxy->port);
}
