/* SPDX-License-Identifier: MIT */
#include "link.h"

#include <glib.h>
#include <string.h>

#include "placard/edition/story.h"
#include "placard/limits.h"

/* References arrive escaped, half escaped and not at all: what is escaped stays as it is. */
static const GUriFlags uri_flags = G_URI_FLAGS_ENCODED;

bool link_is_web(const char *url)
{
    g_autoptr(GUri) uri = g_uri_parse(url, uri_flags, NULL);
    if (!uri || !g_uri_get_host(uri) || *g_uri_get_host(uri) == '\0')
        return false;
    /* GLib gives the scheme in lower case. */
    const char *scheme = g_uri_get_scheme(uri);
    return strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0;
}

/* Only the characters of RFC 3986, 2; the others percent-encoded, line breaks and tabs dropped as
 * browsers do (WHATWG URL, 4.4). "&amp;" was escaped once too often. */
static char *reference_clean(const char *reference)
{
    static const char digits[] = "0123456789ABCDEF";
    g_autoptr(GString) single = g_string_new(reference);
    g_string_replace(single, "&amp;", "&", 0);
    GString *clean = g_string_new(NULL);

    for (const guchar *byte = (const guchar *)g_strstrip(single->str); *byte; byte++) {
        if (*byte == '\t' || *byte == '\n' || *byte == '\r')
            continue;
        bool is_foreign =
            *byte <= ' ' || *byte >= 0x7f || strchr("\"<>\\^`{|}", *byte) ||
            (*byte == '%' && !(g_ascii_isxdigit(byte[1]) && g_ascii_isxdigit(byte[2])));
        if (!is_foreign) {
            g_string_append_c(clean, (char)*byte);
            continue;
        }
        g_string_append_c(clean, '%');
        g_string_append_c(clean, digits[*byte >> 4]);
        g_string_append_c(clean, digits[*byte & 15]);
    }
    return g_string_free(clean, FALSE);
}

/* What a reference that is no URL of the web itself means. */
static char *reference_absolute(const char *base, const char *clean)
{
    if (base && link_is_web(base))
        return g_uri_resolve_relative(base, clean, uri_flags, NULL);
    /* Without a base, "//host/path" still says all but the protocol. */
    return g_str_has_prefix(clean, "//") ? g_strconcat("https:", clean, NULL) : NULL;
}

/* The host in the letters of the domain name system (RFC 5891), as GLib gives it: what reads a code
 * from the screen may not know others. Takes the link. */
static char *host_ascii(char *link)
{
    g_autoptr(GUri) uri = g_uri_parse(link, uri_flags, NULL);
    if (!uri || !strstr(g_uri_get_host(uri), "xn--"))
        return link;
    g_free(link);
    return g_uri_join(uri_flags, g_uri_get_scheme(uri), g_uri_get_userinfo(uri),
                      g_uri_get_host(uri), g_uri_get_port(uri), g_uri_get_path(uri),
                      g_uri_get_query(uri), g_uri_get_fragment(uri));
}

char *link_resolve(const char *base, const char *reference)
{
    if (!reference || strlen(reference) > LIMIT_URL_BYTES)
        return NULL;
    g_autofree char *link = reference_clean(reference);
    if (*link == '\0')
        return NULL;
    if (!link_is_web(link)) {
        g_autofree char *clean = g_steal_pointer(&link);
        link = reference_absolute(base, clean);
        if (!link || !link_is_web(link))
            return NULL;
    }
    link = host_ascii(link);
    return story_link_is_web(link) ? g_steal_pointer(&link) : NULL;
}

/* The host in lower case without what sites put before theirs; NULL when there is none. */
static char *site_of(const char *url)
{
    static const char *const prefixes[] = {"www.", "m.", "mobile.", "amp."};
    g_autoptr(GUri) uri = g_uri_parse(url, uri_flags, NULL);
    if (!uri || !g_uri_get_host(uri))
        return NULL;
    g_autofree char *host = g_ascii_strdown(g_uri_get_host(uri), -1);
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (g_str_has_prefix(host, prefixes[i]))
            return g_strdup(host + strlen(prefixes[i]));
    return g_steal_pointer(&host);
}

static bool is_below(const char *host, const char *outer)
{
    size_t length = strlen(host), outer_length = strlen(outer);
    return length > outer_length && host[length - outer_length - 1] == '.' &&
           strcmp(host + length - outer_length, outer) == 0;
}

bool link_is_same_site(const char *url, const char *other)
{
    g_autofree char *site = site_of(url);
    g_autofree char *other_site = site_of(other);
    return site && other_site &&
           (strcmp(site, other_site) == 0 || is_below(site, other_site) ||
            is_below(other_site, site));
}
