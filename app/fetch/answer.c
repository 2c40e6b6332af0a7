/* SPDX-License-Identifier: MIT */
#include "answer.h"

#include "address.h"
#include "freshness.h"
#include "url.h"

#include "placard/limits.h"

#include <string.h>

enum {
    ANSWER_OK = 200,
    ANSWER_NOT_MODIFIED = 304,
    ANSWER_GONE = 410,
};

/* The words are ours: the reason phrase of a server may hold anything. */
static const struct {
    long status;
    const char *meaning;
} answer_statuses[] = {
    {300, "moved to nowhere"},    {301, "moved to nowhere"},  {302, "moved to nowhere"},
    {303, "moved to nowhere"},    {307, "moved to nowhere"},  {308, "moved to nowhere"},
    {400, "bad request"},         {401, "needs a password"},  {403, "forbidden"},
    {404, "not found"},           {406, "not acceptable"},    {410, "gone for good"},
    {429, "too many requests"},   {500, "server error"},      {502, "bad gateway"},
    {503, "unavailable for now"}, {504, "gateway timed out"},
};

static const struct {
    CURLcode result;
    enum transfer_error code;
    const char *message;
} answer_failures[] = {
    {CURLE_COULDNT_RESOLVE_HOST, TRANSFER_ERROR_CONNECT, "the host was not found"},
    {CURLE_COULDNT_RESOLVE_PROXY, TRANSFER_ERROR_CONNECT, "the proxy was not found"},
    {CURLE_COULDNT_CONNECT, TRANSFER_ERROR_CONNECT, "could not connect"},
    {CURLE_SSL_CONNECT_ERROR, TRANSFER_ERROR_CONNECT, "no secure connection could be made"},
    {CURLE_PEER_FAILED_VERIFICATION, TRANSFER_ERROR_CONNECT,
     "the certificate of the server is not valid"},
    {CURLE_SSL_CACERT_BADFILE, TRANSFER_ERROR_OTHER, "network.ca_file cannot be read"},
    {CURLE_GOT_NOTHING, TRANSFER_ERROR_OTHER, "the connection was closed without an answer"},
    {CURLE_SEND_ERROR, TRANSFER_ERROR_OTHER, "the connection broke while asking"},
    {CURLE_RECV_ERROR, TRANSFER_ERROR_OTHER, "the connection broke while receiving"},
    {CURLE_PARTIAL_FILE, TRANSFER_ERROR_OTHER, "the answer is shorter than announced"},
    {CURLE_BAD_CONTENT_ENCODING, TRANSFER_ERROR_OTHER, "the answer is compressed wrongly"},
    {CURLE_WEIRD_SERVER_REPLY, TRANSFER_ERROR_OTHER, "the answer is not HTTP"},
    {CURLE_UNSUPPORTED_PROTOCOL, TRANSFER_ERROR_OTHER, "the answer is not HTTP"},
};

static long answer_status(CURL *easy)
{
    long status = 0;

    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return status;
}

/* A header of the last response, byte for byte; NULL when there is none that can be kept. */
static char *answer_header(CURL *easy, const char *name)
{
    struct curl_header *header;

    if (curl_easy_header(easy, name, 0, CURLH_HEADER, -1, &header) != CURLHE_OK ||
        header->value[0] == '\0' || strlen(header->value) > LIMIT_VALIDATOR_BYTES)
        return NULL;
    return g_strdup(header->value);
}

/* RFC 9110, 8.3.1: the name may be quoted, and no charset has more letters than this. */
static char *answer_charset(const char *content_type)
{
    const char *parameter = content_type == NULL ? NULL : strchr(content_type, ';');

    while (parameter != NULL) {
        parameter += 1 + strspn(parameter + 1, " \t");
        if (g_ascii_strncasecmp(parameter, "charset=", strlen("charset=")) == 0) {
            parameter += strlen("charset=");
            parameter += strspn(parameter, "\"'");
            const size_t length = strcspn(parameter, "\"'; \t");
            return length == 0 || length > 64 ? NULL : g_strndup(parameter, length);
        }
        parameter = strchr(parameter, ';');
    }
    return NULL;
}

static char *answer_url(CURL *easy)
{
    struct url url;
    const char *text = NULL;

    curl_easy_getinfo(easy, CURLINFO_EFFECTIVE_URL, &text);
    if (text == NULL || !url_init(&url, text, NULL))
        return g_strdup("");

    char *address = g_steal_pointer(&url.address);
    url_clear(&url);
    return address;
}

static bool answer_is_local(CURL *easy)
{
    const char *address = NULL;

    curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
    return address == NULL || address_text_is_local(address);
}

static gint64 answer_freshness(CURL *easy)
{
    g_autofree char *cache_control = answer_header(easy, "Cache-Control");
    g_autofree char *expires = answer_header(easy, "Expires");
    g_autofree char *date = answer_header(easy, "Date");
    g_autofree char *age = answer_header(easy, "Age");
    const struct freshness_headers headers = {cache_control, expires, date, age};

    return freshness_seconds(&headers, g_get_real_time() / G_USEC_PER_SEC);
}

void answer_init(struct answer *answer, CURL *easy)
{
    const char *content_type = NULL;
    curl_off_t retry_after = 0;

    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &content_type);
    curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &retry_after);
    *answer = (struct answer){
        .url = answer_url(easy),
        .charset = answer_charset(content_type),
        .language = answer_header(easy, "Content-Language"),
        .etag = answer_header(easy, "ETag"),
        .last_modified = answer_header(easy, "Last-Modified"),
    };
    answer->told = (struct transfer_answer){
        .not_modified = answer_status(easy) == ANSWER_NOT_MODIFIED,
        .bytes = "",
        .url = answer->url,
        .charset = answer->charset,
        .language = answer->language,
        .is_local = answer_is_local(easy),
        .etag = answer->etag,
        .last_modified = answer->last_modified,
        .retry_after_seconds = (gint64)retry_after,
        .fresh_seconds = answer_freshness(easy),
        .is_gone = answer_status(easy) == ANSWER_GONE,
    };
}

void answer_clear(struct answer *answer)
{
    g_free(answer->url);
    g_free(answer->charset);
    g_free(answer->language);
    g_free(answer->etag);
    g_free(answer->last_modified);
}

static GError *answer_error_http(long status)
{
    for (size_t i = 0; i < G_N_ELEMENTS(answer_statuses); i++) {
        if (answer_statuses[i].status == status)
            return g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_HTTP, "HTTP %ld (%s)", status,
                               answer_statuses[i].meaning);
    }
    return g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_HTTP, "HTTP %ld", status);
}

static bool answer_happened(CURL *easy, CURLINFO time_info)
{
    curl_off_t time_us = 0;

    curl_easy_getinfo(easy, time_info, &time_us);
    return time_us > 0;
}

/* A network that swallows packets is down like one that refuses them; a server that took the
 * connection and then says nothing is not. */
static GError *answer_error_timeout(CURL *easy, gint64 spent_us)
{
    static const struct {
        CURLINFO passed;
        enum transfer_error code;
        const char *doing;
    } phases[] = {
        {CURLINFO_NAMELOOKUP_TIME_T, TRANSFER_ERROR_CONNECT, "looking for the host"},
        {CURLINFO_CONNECT_TIME_T, TRANSFER_ERROR_CONNECT, "connecting"},
        {CURLINFO_PRETRANSFER_TIME_T, TRANSFER_ERROR_CONNECT, "securing the connection"},
        {CURLINFO_STARTTRANSFER_TIME_T, TRANSFER_ERROR_TIMEOUT, "waiting for an answer"},
    };
    double seconds = 0;

    curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME, &seconds);
    seconds += (double)spent_us / G_USEC_PER_SEC;
    for (size_t i = 0; i < G_N_ELEMENTS(phases); i++) {
        if (!answer_happened(easy, phases[i].passed))
            return g_error_new(TRANSFER_ERROR, (int)phases[i].code,
                               "timed out after %.0f s while %s", seconds, phases[i].doing);
    }
    return g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_TIMEOUT,
                       "timed out after %.0f s while receiving", seconds);
}

static GError *answer_error_transfer(CURLcode result)
{
    for (size_t i = 0; i < G_N_ELEMENTS(answer_failures); i++) {
        if (answer_failures[i].result == result)
            return g_error_new_literal(TRANSFER_ERROR, (int)answer_failures[i].code,
                                       answer_failures[i].message);
    }
    return g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_OTHER, "the transfer failed (libcurl: %s)",
                       curl_easy_strerror(result));
}

GError *answer_error_local(void)
{
    return g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_URL,
                       "leads to an address of the local network, which only the config may name");
}

GError *answer_error_too_large(size_t max_bytes)
{
    return g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_LIMIT,
                       "expected at most %" G_GSIZE_FORMAT " bytes, found more", max_bytes);
}

GError *answer_error_redirects(void)
{
    return g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_LIMIT, "more than %d redirects",
                       LIMIT_REDIRECTS);
}

GError *answer_error(CURL *easy, CURLcode result, const struct answer_way *way)
{
    const long status = answer_status(easy);
    const bool is_kept = status == ANSWER_NOT_MODIFIED && way->was_conditional;

    if (result == CURLE_OPERATION_TIMEDOUT)
        return answer_error_timeout(easy, way->spent_us);
    /* We write no body but that of 200. */
    if (status != 0 && status != ANSWER_OK && !is_kept)
        return answer_error_http(status);
    return result == CURLE_OK ? NULL : answer_error_transfer(result);
}
