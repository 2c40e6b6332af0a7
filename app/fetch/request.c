/* SPDX-License-Identifier: MIT */
#include "request.h"

#include "address.h"
#include "answer.h"

#include "placard/limits.h"

#define REQUEST_ACCEPT                                                                             \
    "Accept: application/atom+xml, application/rss+xml, application/feed+json, "                   \
    "application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"

enum {
    REQUEST_OK = 200,
    REQUEST_LOW_SPEED_BYTES = 100,
    REQUEST_LOW_SPEED_SECONDS = 10,
    REQUEST_CONNECTION_SECONDS = 3600,
    MS_PER_SECOND = 1000,
};

/* What is the same for all transfers. */
static const struct {
    CURLoption option;
    long value;
} request_settings[] = {
    {CURLOPT_NOSIGNAL, 1},
    {CURLOPT_QUICK_EXIT, 1}, /* a blocked name look-up does not hold up the end */
    {CURLOPT_FOLLOWLOCATION, 1},
    {CURLOPT_MAXREDIRS, LIMIT_REDIRECTS}, /* before 8.3.0 the default is no limit */
    {CURLOPT_UNRESTRICTED_AUTH, 0},
    {CURLOPT_DISALLOW_USERNAME_IN_URL, 1}, /* of a redirect: our own is not in the URL */
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

static bool request_set_headers(struct request *request, const struct transfer_options *options)
{
    return request_add_header(request,
                              options->accept != NULL ? options->accept : REQUEST_ACCEPT) &&
           request_add_validator(request, "If-None-Match", request->asked->etag) &&
           request_add_validator(request, "If-Modified-Since", request->asked->last_modified) &&
           curl_easy_setopt(request->easy, CURLOPT_HTTPHEADER, request->headers) == CURLE_OK;
}

static bool request_set_url(struct request *request)
{
    const char *followed = request->url.is_secure ? "https" : "http,https";
    CURL *easy = request->easy;

    return curl_easy_setopt(easy, CURLOPT_URL, request->url.address) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_USERNAME, request->url.user) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PASSWORD, request->url.password) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, followed) == CURLE_OK;
}

static bool request_set_way(struct request *request, const struct transfer_options *options)
{
    CURL *easy = request->easy;

    if (options->proxy != NULL && curl_easy_setopt(easy, CURLOPT_PROXY, options->proxy) != CURLE_OK)
        return false;
    return options->ca_file == NULL ||
           curl_easy_setopt(easy, CURLOPT_CAINFO, options->ca_file) == CURLE_OK;
}

static bool request_set_limits(struct request *request, const struct transfer_options *options)
{
    const long timeout_ms = (long)options->timeout_seconds * MS_PER_SECOND;
    const long connect_ms = MIN(timeout_ms, LIMIT_CONNECT_MS);
    CURL *easy = request->easy;

    return curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, timeout_ms) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, connect_ms) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)options->max_bytes) ==
               CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "") == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_USERAGENT, options->user_agent) == CURLE_OK;
}

/* Sees the address that a name has, and that of each redirect: what begins in public stays there. */
static curl_socket_t request_open_socket(void *user, curlsocktype purpose,
                                         struct curl_sockaddr *address)
{
    (void)purpose;
    struct request *request = user;

    if (address_is_local(&address->addr) && request->is_public_only) {
        request->is_refused = true;
        return CURL_SOCKET_BAD;
    }
    request->is_public_only |= !address_is_local(&address->addr);
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static bool request_set_sockets(struct request *request)
{
    CURL *easy = request->easy;

    request->is_public_only = request->asked->is_public_only;
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
    struct url url = {0};

    if (!url_init(&url, asked->url, error))
        return NULL;

    struct request *request = g_new0(struct request, 1);
    request->index = index;
    request->url = url;
    request->asked = asked;
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
    return request->easy != NULL && request_set_common(request) && request_set_url(request) &&
           request_set_sockets(request) && request_set_limits(request, options) &&
           request_set_way(request, options) && request_set_headers(request, options);
}

void request_finish(struct request *request, CURLcode result,
                    const struct transfer_listener *listener)
{
    const bool was_conditional =
        request->asked->etag != NULL || request->asked->last_modified != NULL;
    /* Newer versions of libcurl find it themselves, also while receiving. */
    const bool is_too_large = request->is_too_large || result == CURLE_FILESIZE_EXCEEDED;
    const bool is_refused = request->is_refused && result == CURLE_COULDNT_CONNECT;
    g_autoptr(GError) error = is_too_large ? answer_error_too_large(request->max_bytes)
                              : is_refused ? answer_error_local()
                                           : answer_error(request->easy, result, was_conditional);
    struct answer answer;

    answer_init(&answer, request->easy);
    if (error == NULL && request->body->len > 0) {
        answer.told.bytes = (const char *)request->body->data;
        answer.told.length_bytes = request->body->len;
    }
    const bool is_told =
        error == NULL || g_error_matches(error, TRANSFER_ERROR, TRANSFER_ERROR_HTTP);
    listener->done(request->index, is_told ? &answer.told : NULL, error, listener->user);
    answer_clear(&answer);
}
