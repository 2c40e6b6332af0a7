/* SPDX-License-Identifier: MIT */
#include "placard/fetch/transfer.h"

#include "request.h"

#include "placard/limits.h"

enum {
    TRANSFER_POLL_MS = 1000,
    MS_PER_SECOND = 1000,
    US_PER_MS = 1000,
};

/* One call of transfer_run. */
struct transfer {
    CURLM *multi;
    const struct transfer_options *options;
    const struct transfer_listener *listener;
    GPtrArray *waiting; /* of struct request, in the caller's order */
    GPtrArray *active;  /* of struct request */
    GHashTable *hosts;  /* host → how many of active are to it */
    struct request_budget budget;
    gint64 end_us;  /* monotonic */
    gint64 wake_us; /* likewise */
};

G_DEFINE_QUARK(placard - transfer - error - quark, transfer_error)

static void transfer_fail(struct transfer *transfer, size_t index, GError *error)
{
    g_autoptr(GError) reason = error;

    transfer->listener->done(index, NULL, reason, transfer->listener->user);
}

static unsigned transfer_host_count(const struct transfer *transfer, const struct request *request)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(transfer->hosts, request->url.host));
}

static void transfer_host_set(struct transfer *transfer, const struct request *request,
                              unsigned count)
{
    g_hash_table_insert(transfer->hosts, g_strdup(request->url.host), GUINT_TO_POINTER(count));
}

static void transfer_start(struct transfer *transfer, struct request *request)
{
    if (!request_start(request, transfer->options, &transfer->budget) ||
        curl_multi_add_handle(transfer->multi, request->easy) != CURLM_OK) {
        transfer_fail(transfer, request->index,
                      g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_OTHER, "libcurl has no memory"));
        request_free(request);
        return;
    }
    transfer_host_set(transfer, request, transfer_host_count(transfer, request) + 1);
    g_ptr_array_add(transfer->active, request);
}

/* Our own queue instead of libcurl's: the time of a transfer begins when it does, and one that
 * waits for its host does not hold up those to other hosts. */
static void transfer_start_waiting(struct transfer *transfer)
{
    guint i = 0;

    while (i < transfer->waiting->len && transfer->active->len < LIMIT_TRANSFERS) {
        struct request *request = transfer->waiting->pdata[i];

        if (transfer_host_count(transfer, request) >= transfer->options->per_host) {
            i++;
            continue;
        }
        g_ptr_array_remove_index(transfer->waiting, i);
        transfer_start(transfer, request);
    }
}

static void transfer_end(struct transfer *transfer, struct request *request)
{
    curl_multi_remove_handle(transfer->multi, request->easy);
    transfer_host_set(transfer, request, transfer_host_count(transfer, request) - 1);
    g_ptr_array_remove(transfer->active, request);
}

/* Ends one finished transfer; false when none is finished. One at a time, because what the caller
 * makes of it may take long while others are receiving. */
static bool transfer_collect(struct transfer *transfer)
{
    int left;
    const CURLMsg *message = curl_multi_info_read(transfer->multi, &left);
    struct request *request = NULL;

    if (message == NULL)
        return false;

    const CURLcode result = message->data.result;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &request);
    transfer_end(transfer, request);
    if (request_follow(request, result)) {
        g_ptr_array_insert(transfer->waiting, 0, request);
        return true;
    }
    request_finish(request, result, transfer->listener);
    request_free(request);
    return true;
}

static void transfer_give_up(struct transfer *transfer)
{
    while (transfer->active->len > 0) {
        struct request *request = transfer->active->pdata[0];

        transfer_end(transfer, request);
        request_finish(request, CURLE_OPERATION_TIMEDOUT, transfer->listener);
        request_free(request);
    }
    while (transfer->waiting->len > 0) {
        struct request *request = g_ptr_array_steal_index(transfer->waiting, 0);

        transfer_fail(transfer, request->index,
                      g_error_new(TRANSFER_ERROR, TRANSFER_ERROR_TIMEOUT,
                                  "not asked, its host was busy with other sources"));
        request_free(request);
    }
}

static int transfer_poll_ms(const struct transfer *transfer)
{
    const gint64 now_us = g_get_monotonic_time();
    const gint64 longest_us = now_us + (gint64)TRANSFER_POLL_MS * US_PER_MS;
    const gint64 until_us = MIN(longest_us, MIN(transfer->end_us, transfer->wake_us));

    return (int)MAX((until_us - now_us + US_PER_MS - 1) / US_PER_MS, 0);
}

static void transfer_set_wake(struct transfer *transfer)
{
    const unsigned wake_ms = transfer->listener->wake_ms;

    transfer->wake_us =
        wake_ms == 0 ? G_MAXINT64 : g_get_monotonic_time() + (gint64)wake_ms * US_PER_MS;
}

static void transfer_wake_if_time(struct transfer *transfer)
{
    if (g_get_monotonic_time() < transfer->wake_us)
        return;
    transfer->listener->wake(transfer->listener->user);
    transfer_set_wake(transfer);
}

static void transfer_loop(struct transfer *transfer)
{
    int running;

    transfer_set_wake(transfer);
    while (transfer->active->len + transfer->waiting->len > 0) {
        transfer_start_waiting(transfer);
        if (curl_multi_perform(transfer->multi, &running) != CURLM_OK ||
            g_get_monotonic_time() >= transfer->end_us) {
            transfer_give_up(transfer);
            return;
        }
        const bool is_collected = transfer_collect(transfer);
        transfer_wake_if_time(transfer);
        if (!is_collected)
            curl_multi_poll(transfer->multi, NULL, 0, transfer_poll_ms(transfer), NULL);
    }
}

static gint64 transfer_run_ms(const struct transfer_options *options, size_t count)
{
    if (options->run_seconds > 0)
        return (gint64)options->run_seconds * MS_PER_SECOND;
    if (count > LIMIT_TRANSFERS)
        return LIMIT_TRANSFERS_LONGEST_MS;
    return CLAMP((gint64)options->timeout_seconds * MS_PER_SECOND, LIMIT_TRANSFERS_MS,
                 LIMIT_TRANSFERS_LONGEST_MS);
}

static void transfer_queue(struct transfer *transfer, const struct transfer_request *requests,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        GError *error = NULL;
        struct request *request = request_new(&requests[i], i, &error);

        if (request == NULL)
            transfer_fail(transfer, i, error);
        else
            g_ptr_array_add(transfer->waiting, request);
    }
}

static void transfer_init(struct transfer *transfer, CURLM *multi,
                          const struct transfer_options *options, size_t count)
{
    transfer->multi = multi;
    transfer->options = options;
    transfer->waiting = g_ptr_array_new();
    transfer->active = g_ptr_array_new();
    transfer->hosts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    transfer->budget.max_bytes = MAX(LIMIT_TRANSFERS_BYTES, options->max_bytes);
    transfer->budget.requests = transfer->active;
    transfer->end_us = g_get_monotonic_time() + transfer_run_ms(options, count) * US_PER_MS;
    curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, (long)options->per_host);
}

static void transfer_clear(struct transfer *transfer)
{
    curl_multi_cleanup(transfer->multi);
    g_hash_table_unref(transfer->hosts);
    g_ptr_array_unref(transfer->active);
    g_ptr_array_unref(transfer->waiting);
}

struct transfer_options transfer_options_of(const struct config *config, const char *ca_file)
{
    return (struct transfer_options){
        .timeout_seconds = (unsigned)config->network.timeout_seconds,
        .max_bytes = (size_t)config->network.max_bytes,
        .per_host = (unsigned)config->network.per_host,
        .proxy = config->network.proxy,
        .ca_file = ca_file,
    };
}

bool transfer_run(const struct transfer_request *requests, size_t count,
                  const struct transfer_options *options, const struct transfer_listener *listener,
                  GError **error)
{
    struct transfer transfer = {.listener = listener};
    CURLM *multi = NULL;

    /* Here and not at the start of the program: a run without http sources does not pay for it. */
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK || (multi = curl_multi_init()) == NULL) {
        g_set_error(error, TRANSFER_ERROR, TRANSFER_ERROR_OTHER, "libcurl does not start");
        return false;
    }
    transfer_init(&transfer, multi, options, count);
    transfer_queue(&transfer, requests, count);
    transfer_loop(&transfer);
    transfer_clear(&transfer);
    curl_global_cleanup();
    return true;
}
