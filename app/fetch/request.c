/* SPDX-License-Identifier: MIT */
#include "request.h"

#include "address.h"
#include "answer.h"
#include "proxy.h"
#include "redirect.h"

#include "placard/limits.h"

#include <string.h>

#define REQUEST_ACCEPT                                                                             \
    "Accept: application/atom+xml, application/rss+xml, application/feed+json, "                   \
    "application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"

enum {
    REQUEST_OK = 200,
    REQUEST_LOW_SPEED_BYTES = 100,
    REQUEST_LOW_SPEED_SECONDS = 10,
    REQUEST_CONNECTION_SECONDS = 3600,
    MS_PER_SECOND = 1000,
    US_PER_MS = 1000,
    /* What a redirect says beside where it leads to is received, so that the connection can be used
     * again, but not for ever. */
    REQUEST_REDIRECT_BYTES = 64 * 1024,
};

/* What is the same for all transfers. */
static const struct {
    CURLoption option;
    long value;
} request_settings[] = {
    {CURLOPT_NOSIGNAL, 1},
    {CURLOPT_QUICK_EXIT, 1},     /* a blocked name look-up does not hold up the end */
    {CURLOPT_FOLLOWLOCATION, 0}, /* see redirect.h */
    {CURLOPT_DISALLOW_USERNAME_IN_URL, 1},
    {CURLOPT_NETRC, CURL_NETRC_IGNORED},
    {CURLOPT_HTTP09_ALLOWED, 0},
    {CURLOPT_LOW_SPEED_LIMIT, REQUEST_LOW_SPEED_BYTES},
    {CURLOPT_LOW_SPEED_TIME, REQUEST_LOW_SPEED_SECONDS},
    {CURLOPT_MAXLIFETIME_CONN, REQUEST_CONNECTION_SECONDS},
    {CURLOPT_SSL_VERIFYPEER, 1},
    {CURLOPT_SSL_VERIFYHOST, 2},
    {CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2},
};

static void request_drop_body(struct request *request)
{
    request->budget->held_bytes -= request->body->len;
    g_byte_array_unref(request->body);
    request->body = g_byte_array_new();
}

static struct request *request_largest(const struct request_budget *budget)
{
    struct request *largest = NULL;

    for (guint i = 0; i < budget->requests->len; i++) {
        struct request *request = budget->requests->pdata[i];

        if (largest == NULL || request->body->len > largest->body->len)
            largest = request;
    }
    return largest;
}

/* When all bodies together are too large, the largest pays: a flood from one source must not cost
 * the others their news. */
static void request_keep_budget(struct request_budget *budget)
{
    while (budget->held_bytes > budget->max_bytes) {
        struct request *largest = request_largest(budget);

        largest->is_too_large = true;
        request_drop_body(largest);
    }
}

/* Called with decompressed bytes: what MAXFILESIZE does not count. */
static size_t request_write(char *bytes, size_t size, size_t count, void *user)
{
    struct request *request = user;
    const size_t length = size * count;
    long status = 0;

    /* The body of an error is of no use, and may have no end. */
    curl_easy_getinfo(request->easy, CURLINFO_RESPONSE_CODE, &status);
    if (redirect_is_status(status) && length <= REQUEST_REDIRECT_BYTES - request->skipped_bytes) {
        request->skipped_bytes += length;
        return length;
    }
    if (status != REQUEST_OK || request->is_too_large)
        return 0;
    if (length > request->max_bytes - request->body->len) {
        request->is_too_large = true;
        request_drop_body(request);
        return 0;
    }
    g_byte_array_append(request->body, (const guint8 *)bytes, (guint)length);
    request->budget->held_bytes += length;
    request_keep_budget(request->budget);
    return length;
}

static bool request_add_header(struct request *request, const char *line)
{
    struct curl_slist *longer = curl_slist_append(request->headers, line);

    if (longer != NULL)
        request->headers = longer;
    return longer != NULL;
}

static bool request_is_sendable(const char *validator)
{
    for (; *validator != '\0'; validator++) {
        if (g_ascii_iscntrl(*validator))
            return false;
    }
    return true;
}

static bool request_add_validator(struct request *request, const char *name, const char *value)
{
    if (value == NULL || !request_is_sendable(value))
        return true;

    g_autofree char *line = g_strconcat(name, ": ", value, NULL);
    return request_add_header(request, line);
}

static bool request_names(const char *const *headers, const char *name)
{
    const size_t length = strlen(name);

    for (; headers != NULL && *headers != NULL; headers++) {
        if (g_ascii_strncasecmp(*headers, name, length) == 0 && (*headers)[length] == ':')
            return true;
    }
    return false;
}

/* Whether what the config says in confidence may be said where the request goes now. */
static bool request_is_trusted(const struct request *request)
{
    return g_str_equal(request->url.origin, request->origin);
}

static bool request_set_headers(struct request *request, const struct transfer_options *options)
{
    const char *const *own = request_is_trusted(request) ? request->asked->headers : NULL;
    const char *accept = options->accept != NULL ? options->accept : REQUEST_ACCEPT;

    if (!request_names(own, "Accept") && !request_add_header(request, accept))
        return false;
    for (const char *const *line = own; line != NULL && *line != NULL; line++) {
        if (!request_add_header(request, *line))
            return false;
    }
    return request_add_validator(request, "If-None-Match", request->asked->etag) &&
           request_add_validator(request, "If-Modified-Since", request->asked->last_modified) &&
           curl_easy_setopt(request->easy, CURLOPT_HTTPHEADER, request->headers) == CURLE_OK;
}

static bool request_set_url(struct request *request)
{
    const bool is_trusted = request_is_trusted(request);
    const char *user = is_trusted ? request->user : NULL;
    const char *password = is_trusted ? request->password : NULL;
    CURL *easy = request->easy;

    return curl_easy_setopt(easy, CURLOPT_URL, request->url.address) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_USERNAME, user) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PASSWORD, password) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK;
}

/* Who names a proxy means all of them: the environment's exceptions are not his. */
static bool request_set_way(struct request *request, const struct transfer_options *options)
{
    CURL *easy = request->easy;

    if (options->proxy != NULL &&
        (curl_easy_setopt(easy, CURLOPT_PROXY, options->proxy) != CURLE_OK ||
         curl_easy_setopt(easy, CURLOPT_NOPROXY, "") != CURLE_OK))
        return false;
    return options->ca_file == NULL ||
           curl_easy_setopt(easy, CURLOPT_CAINFO, options->ca_file) == CURLE_OK;
}

static bool request_set_limits(struct request *request, const struct transfer_options *options)
{
    /* 0 would be no limit. */
    const long timeout_ms = MAX(
        (long)options->timeout_seconds * MS_PER_SECOND - (long)(request->spent_us / US_PER_MS), 1);
    const long connect_ms = MIN(timeout_ms, LIMIT_CONNECT_MS);
    const char *user_agent =
        request->asked->user_agent != NULL ? request->asked->user_agent : options->user_agent;
    CURL *easy = request->easy;

    return curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, timeout_ms) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connect_ms) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)options->max_bytes) ==
               CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "") == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_USERAGENT, user_agent) == CURLE_OK;
}

/* Sees the address that a name has, and that of each redirect: what begins in public stays there. A
 * proxy sees them instead. */
static curl_socket_t request_open_socket(void *user, curlsocktype purpose,
                                         struct curl_sockaddr *address)
{
    (void)purpose;
    struct request *request = user;
    const bool is_local = address_is_local(&address->addr);

    if (!proxy_has_address(&request->proxy, &address->addr)) {
        request->is_refused = is_local && request->is_public_only;
        request->is_public_only |= !is_local;
    }
    return request->is_refused
               ? CURL_SOCKET_BAD
               : socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static bool request_set_sockets(struct request *request)
{
    CURL *easy = request->easy;

    return curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, request) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, request_open_socket) == CURLE_OK;
}

static bool request_set_common(struct request *request)
{
    CURL *easy = request->easy;

    for (size_t i = 0; i < G_N_ELEMENTS(request_settings); i++) {
        if (curl_easy_setopt(easy, request_settings[i].option, request_settings[i].value) !=
            CURLE_OK)
            return false;
    }
    return curl_easy_setopt(easy, CURLOPT_PRIVATE, request) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_WRITEDATA, request) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, request_write) == CURLE_OK;
}

struct request *request_new(const struct transfer_request *asked, size_t index, GError **error)
{
    struct url url = {0}, own = {0};

    if (!url_init(&own, asked->own_url != NULL ? asked->own_url : asked->url, error))
        return NULL;
    if (!url_init(&url, asked->url, error)) {
        url_clear(&own);
        return NULL;
    }

    struct request *request = g_new0(struct request, 1);
    request->index = index;
    request->url = url;
    request->origin = g_steal_pointer(&own.origin);
    request->user = g_steal_pointer(&own.user);
    request->password = g_steal_pointer(&own.password);
    url_clear(&own);
    request->asked = asked;
    request->is_public_only = asked->is_public_only;
    request->body = g_byte_array_new();
    return request;
}

void request_free(struct request *request)
{
    if (request == NULL)
        return;
    if (request->budget != NULL)
        request_drop_body(request);
    url_clear(&request->url);
    g_free(request->origin);
    g_free(request->user);
    g_free(request->password);
    g_clear_error(&request->refusal);
    curl_easy_cleanup(request->easy);
    curl_slist_free_all(request->headers);
    g_byte_array_unref(request->body);
    g_free(request);
}

bool request_start(struct request *request, const struct transfer_options *options,
                   struct request_budget *budget)
{
    request->easy = curl_easy_init();
    request->max_bytes = options->max_bytes;
    request->budget = budget;
    request->started_us = g_get_monotonic_time();
    request->proxy = proxy_find(options->proxy, &request->url);
    return request->easy != NULL && request_set_common(request) && request_set_url(request) &&
           request_set_sockets(request) && request_set_limits(request, options) &&
           request_set_way(request, options) && request_set_headers(request, options);
}

/* Whoever sends on from behind a proxy cannot be asked by address where to. */
static bool request_leaves_public(const struct request *request, const struct url *to)
{
    const bool is_public =
        request->is_public_only || (request->proxy.is_used && !url_names_local(&request->url));

    return is_public && url_names_local(to);
}

static GError *request_refuse(const struct request *request, const struct redirect *redirect)
{
    if (request->redirects == LIMIT_REDIRECTS)
        return answer_error_redirects();
    return request_leaves_public(request, &redirect->url) ? answer_error_local() : NULL;
}

static void request_turn(struct request *request, struct redirect *redirect)
{
    url_clear(&request->url);
    request->url = redirect->url;
    request->is_moved = redirect->is_permanent && (request->redirects == 0 || request->is_moved);
    request->redirects++;
    request->skipped_bytes = 0;
    request->spent_us += g_get_monotonic_time() - request->started_us;
    g_clear_pointer(&request->easy, curl_easy_cleanup);
    g_clear_pointer(&request->headers, curl_slist_free_all);
}

bool request_follow(struct request *request, CURLcode result)
{
    struct redirect redirect;

    /* A redirect whose words have no end was not received to its end. */
    if ((result != CURLE_OK && result != CURLE_WRITE_ERROR) ||
        !redirect_read(&redirect, request->easy, &request->url, &request->refusal))
        return false;

    request->refusal = request_refuse(request, &redirect);
    if (request->refusal != NULL)
        url_clear(&redirect.url);
    else
        request_turn(request, &redirect);
    return request->refusal == NULL;
}

static GError *request_error(struct request *request, CURLcode result)
{
    const struct answer_way way = {
        .was_conditional = request->asked->etag != NULL || request->asked->last_modified != NULL,
        .spent_us = request->spent_us,
    };

    if (request->refusal != NULL)
        return g_steal_pointer(&request->refusal);
    /* Newer versions of libcurl find it themselves, also while receiving. */
    if (request->is_too_large || result == CURLE_FILESIZE_EXCEEDED)
        return answer_error_too_large(request->max_bytes);
    if (request->is_refused && result == CURLE_COULDNT_CONNECT)
        return answer_error_local();
    return answer_error(request->easy, result, &way);
}

void request_finish(struct request *request, CURLcode result,
                    const struct transfer_listener *listener)
{
    g_autoptr(GError) error = request_error(request, result);
    struct answer answer;

    answer_init(&answer, request->easy);
    answer.told.is_moved = request->is_moved;
    if (error == NULL && request->body->len > 0) {
        answer.told.bytes = (const char *)request->body->data;
        answer.told.length_bytes = request->body->len;
    }
    const bool is_told =
        error == NULL || g_error_matches(error, TRANSFER_ERROR, TRANSFER_ERROR_HTTP);
    listener->done(request->index, is_told ? &answer.told : NULL, error, listener->user);
    answer_clear(&answer);
}
