/* SPDX-License-Identifier: MIT */
#include "redirect.h"

#include "placard/fetch/local.h"
#include "placard/fetch/transfer.h"

static const struct {
    long status;
    bool is_permanent;
} redirect_statuses[] = {
    {300, false}, {301, true}, {302, false}, {303, false}, {307, false}, {308, true},
};

static bool redirect_find(long status, bool *is_permanent)
{
    for (size_t i = 0; i < G_N_ELEMENTS(redirect_statuses); i++) {
        if (redirect_statuses[i].status == status) {
            *is_permanent = redirect_statuses[i].is_permanent;
            return true;
        }
    }
    return false;
}

bool redirect_is_status(long status)
{
    bool is_permanent;

    return redirect_find(status, &is_permanent);
}

static bool redirect_fail(GError **error, const char *message)
{
    g_set_error_literal(error, TRANSFER_ERROR, TRANSFER_ERROR_URL, message);
    return false;
}

/* No word of the server's is in the message. */
static bool redirect_check(struct redirect *redirect, const char *target, const struct url *from,
                           GError **error)
{
    if (!local_is_remote(target))
        return redirect_fail(error, "redirected to a protocol that is not followed");
    if (!url_init(&redirect->url, target, NULL))
        return redirect_fail(error, "redirected to what is not a URL that may be asked");
    if (redirect->url.user != NULL || redirect->url.password != NULL) {
        url_clear(&redirect->url);
        return redirect_fail(error, "redirected to a URL with a password");
    }
    if (from->is_secure && !redirect->url.is_secure) {
        url_clear(&redirect->url);
        return redirect_fail(error, "redirected from https to http, which is not followed");
    }
    return true;
}

bool redirect_read(struct redirect *redirect, CURL *easy, const struct url *from, GError **error)
{
    struct curl_header *location;
    long status = 0;

    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    if (!redirect_find(status, &redirect->is_permanent) ||
        curl_easy_header(easy, "Location", 0, CURLH_HEADER, -1, &location) != CURLHE_OK)
        return false;

    g_autofree char *reference = g_strstrip(g_strdup(location->value));
    g_autofree char *target = url_resolve(from->address, reference);
    return reference[0] != '\0' && redirect_check(redirect, target, from, error);
}
