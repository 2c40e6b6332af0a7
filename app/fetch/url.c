/* SPDX-License-Identifier: MIT */
#include "url.h"

#include "address.h"

#include "placard/fetch/transfer.h"
#include "placard/limits.h"

#include <curl/curl.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CURLU, curl_url_cleanup)

static bool url_fail(GError **error, const char *found, const char *text)
{
    g_autofree char *masked = url_mask(text);

    g_set_error(error, TRANSFER_ERROR, TRANSFER_ERROR_URL,
                "expected an http or https URL, found %s: %s", found, masked);
    return false;
}

static bool url_has_control(const char *text)
{
    for (; *text != '\0'; text++) {
        if (g_ascii_iscntrl(*text))
            return true;
    }
    return false;
}

/* A part of the URL as a string of GLib; NULL when it has none. */
static char *url_part(CURLU *parts, CURLUPart part, unsigned flags)
{
    char *text = NULL;

    if (curl_url_get(parts, part, &text, flags) != CURLUE_OK)
        return NULL;

    char *copy = g_strdup(text);
    curl_free(text);
    return copy;
}

static void url_drop(CURLU *parts, CURLUPart part)
{
    curl_url_set(parts, part, NULL, 0);
}

static void url_take(struct url *url, CURLU *parts, const char *scheme)
{
    g_autofree char *host = url_part(parts, CURLUPART_HOST, 0);
    g_autofree char *port = url_part(parts, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    g_autofree char *busy = g_strconcat(host, ":", port, NULL);

    url->user = url_part(parts, CURLUPART_USER, CURLU_URLDECODE);
    url->password = url_part(parts, CURLUPART_PASSWORD, CURLU_URLDECODE);
    url_drop(parts, CURLUPART_USER);
    url_drop(parts, CURLUPART_PASSWORD);
    url_drop(parts, CURLUPART_FRAGMENT);
    url->address = url_part(parts, CURLUPART_URL, 0);
    url->host = g_ascii_strdown(busy, -1);
    url->origin = g_strconcat(scheme, "://", url->host, NULL);
    url->is_secure = g_str_equal(scheme, "https");
}

bool url_init(struct url *url, const char *text, GError **error)
{
    g_autoptr(CURLU) parts = curl_url();

    if (strlen(text) > LIMIT_URL_BYTES)
        return url_fail(error, "one that is too long", text);
    if (url_has_control(text))
        return url_fail(error, "one with a control character", text);
    if (curl_url_set(parts, CURLUPART_URL, text, CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return url_fail(error, "something else", text);

    g_autofree char *scheme = url_part(parts, CURLUPART_SCHEME, 0);
    if (!g_str_equal(scheme, "http") && !g_str_equal(scheme, "https"))
        return url_fail(error, "another protocol", text);
    url_take(url, parts, scheme);
    return true;
}

void url_clear(struct url *url)
{
    g_free(url->address);
    g_free(url->host);
    g_free(url->origin);
    g_free(url->user);
    g_free(url->password);
    *url = (struct url){0};
}

char *url_resolve(const char *base, const char *reference)
{
    g_autoptr(CURLU) parts = curl_url();
    const unsigned flags = CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE;

    if (curl_url_set(parts, CURLUPART_URL, base, 0) != CURLUE_OK ||
        curl_url_set(parts, CURLUPART_URL, reference, flags) != CURLUE_OK)
        return g_strdup(reference);

    char *resolved = url_part(parts, CURLUPART_URL, 0);
    return resolved != NULL ? resolved : g_strdup(reference);
}

bool url_names_local(const struct url *url)
{
    const char *port = strrchr(url->host, ':');
    const bool is_bracketed = url->host[0] == '[';
    g_autofree char *name =
        g_strndup(url->host + is_bracketed, (gsize)(port - url->host) - 2 * is_bracketed);
    const char *const local_names[] = {"localhost", "localhost.localdomain", NULL};

    return g_strv_contains(local_names, name) || g_str_has_suffix(name, ".localhost") ||
           (g_hostname_is_ip_address(name) && address_text_is_local(name));
}

bool url_same_host(const char *one, const char *other)
{
    struct url a = {0}, b = {0};
    const bool is_same =
        url_init(&a, one, NULL) && url_init(&b, other, NULL) && g_str_equal(a.host, b.host);

    url_clear(&a);
    url_clear(&b);
    return is_same;
}

char *url_mask(const char *text)
{
    g_autoptr(CURLU) parts = curl_url();

    if (strlen(text) > LIMIT_URL_BYTES || url_has_control(text) ||
        curl_url_set(parts, CURLUPART_URL, text, CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return g_strdup("(not a URL)");
    url_drop(parts, CURLUPART_USER);
    url_drop(parts, CURLUPART_PASSWORD);
    url_drop(parts, CURLUPART_QUERY);
    url_drop(parts, CURLUPART_FRAGMENT);
    return url_part(parts, CURLUPART_URL, 0);
}
