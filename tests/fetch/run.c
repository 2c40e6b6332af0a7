/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <string.h>

static void ending_note_answer(struct ending *ending, const struct transfer_answer *answer)
{
    ending->answered = true;
    ending->not_modified = answer->not_modified;
    ending->is_moved = answer->is_moved;
    ending->retry_after_seconds = answer->retry_after_seconds;
    ending->length_bytes = answer->length_bytes;
    ending->text = g_strndup(answer->bytes, answer->length_bytes);
    ending->url = g_strdup(answer->url);
    ending->charset = g_strdup(answer->charset);
    ending->etag = g_strdup(answer->etag);
    ending->last_modified = g_strdup(answer->last_modified);
}

static void run_note_done(size_t index, const struct transfer_answer *answer, const GError *error,
                          void *user)
{
    struct run *run = user;
    struct ending *ending = &run->endings[index];

    g_assert_cmpuint(index, <, RUN_MOST_REQUESTS);
    ending->calls++;
    ending->place = run->ended++;
    ending->code = -1;
    if (error != NULL) {
        g_assert_true(error->domain == TRANSFER_ERROR);
        ending->code = error->code;
        ending->message = g_strdup(error->message);
    }
    if (answer != NULL)
        ending_note_answer(ending, answer);
}

static void run_note_wake(void *user)
{
    struct run *run = user;

    run->wakes++;
}

void run_init(struct run *run, const char *directory)
{
    *run = (struct run){.options = {.timeout_seconds = 10,
                                    .max_bytes = 64 * 1024,
                                    .per_host = 4,
                                    .user_agent = "placard-test/1"}};
    run->server = server_new(directory);
}

void run_clear(struct run *run)
{
    for (size_t i = 0; i < RUN_MOST_REQUESTS; i++) {
        struct ending *ending = &run->endings[i];
        g_free(ending->text);
        g_free(ending->message);
        g_free(ending->url);
        g_free(ending->charset);
        g_free(ending->etag);
        g_free(ending->last_modified);
    }
    server_free(run->server);
}

void run_requests(struct run *run, const struct transfer_request *requests, size_t count)
{
    const struct transfer_listener listener = {
        .done = run_note_done, .wake = run_note_wake, .wake_ms = 50, .user = run};
    g_autoptr(GError) error = NULL;

    g_assert_true(transfer_run(requests, count, &run->options, &listener, &error));
    g_assert_no_error(error);
    g_assert_cmpuint(run->ended, ==, count);
    for (size_t i = 0; i < count; i++)
        g_assert_cmpuint(run->endings[i].calls, ==, 1);
}

void run_paths(struct run *run, const char *const *paths, size_t count)
{
    struct transfer_request requests[RUN_MOST_REQUESTS] = {0};
    g_auto(GStrv) urls = g_new0(char *, count + 1);

    for (size_t i = 0; i < count; i++) {
        urls[i] = strstr(paths[i], "://") != NULL ? g_strdup(paths[i])
                                                  : server_url(run->server, paths[i]);
        requests[i].url = urls[i];
    }
    run_requests(run, requests, count);
}

const struct ending *run_path(struct run *run, const char *path)
{
    run_paths(run, &path, 1);
    return &run->endings[0];
}
