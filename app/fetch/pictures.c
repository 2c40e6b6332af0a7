/* SPDX-License-Identifier: MIT */
#include "placard/fetch/pictures.h"

#include "marks.h"
#include "url.h"

#include "placard/fetch/filter.h"
#include "placard/limits.h"

#include <string.h>

enum { US_PER_MS = 1000, MS_PER_SECOND = 1000 };

#define PICTURES_ACCEPT "Accept: image/jpeg, image/webp, image/png, image/gif;q=0.8, */*;q=0.1"

/* One call of pictures_fetch. */
struct pictures {
    struct cache *cache;
    const struct pictures_request *request;
    pictures_told *told;
    void *user;
    struct marks *marks;
    GPtrArray *waiting; /* of char *, borrowed: to be fetched */
    guint64 kept_bytes; /* of those that are needed and there */
    GError *error;      /* nothing can be kept */
};

/* What one transfer brought, held until all of its batch have ended: decoding must not keep the
 * others waiting. */
struct pictures_answer {
    GBytes *body;
    char *problem;
    bool is_hopeless;
    gint64 wait_s;
};

static gint64 pictures_clock_ms(void)
{
    return g_get_monotonic_time() / US_PER_MS;
}

/* A picture that is no good for one place may be for another. */
static char *pictures_mark(const struct pictures *pictures, const char *url)
{
    return g_strdup_printf("%ux%u %s", pictures->request->place.width_px,
                           pictures->request->place.height_px, url);
}

static bool pictures_is_as_wanted(const struct pictures *pictures, const struct frame *frame)
{
    const struct frame_size wanted = frame_fit(frame->source, pictures->request->place);

    return frame->size.width_px == wanted.width_px && frame->size.height_px == wanted.height_px;
}

static bool pictures_is_kept(struct pictures *pictures, const char *url)
{
    struct frame frame;
    g_autoptr(GBytes) jpeg = pictures_load(pictures->cache, url, &frame);

    if (jpeg == NULL || !pictures_is_as_wanted(pictures, &frame))
        return false;
    pictures->kept_bytes += g_bytes_get_size(jpeg);
    return true;
}

/* Those that have never failed first: one bad server does not hold up the others for ever. */
static void pictures_choose(struct pictures *pictures, const GPtrArray *urls)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) tried = g_ptr_array_new();

    for (guint i = 0; i < urls->len; i++) {
        const char *url = urls->pdata[i];
        g_autofree char *mark = pictures_mark(pictures, url);

        if (!g_hash_table_add(seen, urls->pdata[i]) || pictures_is_kept(pictures, url) ||
            !marks_allow(pictures->marks, mark, pictures->request->now_utc_s))
            continue;
        g_ptr_array_add(marks_failures(pictures->marks, mark) == 0 ? pictures->waiting : tried,
                        urls->pdata[i]);
    }
    g_ptr_array_extend(pictures->waiting, tried, NULL, NULL);
}

static void pictures_fail(struct pictures *pictures, const char *url,
                          const struct pictures_answer *answer)
{
    g_autofree char *mark = pictures_mark(pictures, url);

    if (answer->is_hopeless)
        marks_refuse(pictures->marks, mark);
    else
        marks_postpone(pictures->marks, mark, pictures->request->now_utc_s, answer->wait_s);
    pictures->told(url, answer->problem, pictures->user);
}

/* A log-in page in place of a picture, or a full process table, may pass; the picture itself will
 * not get better. */
static bool pictures_is_hopeless(int status)
{
    return status != FRAME_STATUS_FOREIGN && status != FRAME_STATUS_OUTPUT &&
           status != FRAME_STATUS_USAGE;
}

/* What placard-picture makes of the answer; NULL when it makes nothing, with the reason in it. */
static GBytes *pictures_reduce(const struct pictures *pictures, struct pictures_answer *answer)
{
    const struct frame_size place = pictures->request->place;
    g_autofree char *size = g_strdup_printf("%ux%u", place.width_px, place.height_px);
    const char *const arguments[] = {pictures->request->program, "keep", size, NULL};
    const struct filter_request request = {
        .arguments = arguments,
        .input = answer->body,
        .max_bytes = LIMIT_PICTURE_KEPT_BYTES,
        .limit_ms = LIMIT_PICTURE_MS,
    };
    struct filter *filter = filter_start(&request, pictures_clock_ms());
    struct frame frame;
    int status = FRAME_STATUS_OUTPUT;

    if (filter != NULL) {
        filter_wait(filter);
        g_autoptr(GBytes) output = filter_finish(filter, &status);
        gsize length;
        const char *bytes = output == NULL ? NULL : g_bytes_get_data(output, &length);

        if (bytes != NULL && frame_parse(bytes, length, &frame) > 0 &&
            pictures_is_as_wanted(pictures, &frame))
            return g_steal_pointer(&output);
    }
    answer->problem = g_strdup(frame_status_text(status == FRAME_STATUS_DONE ? -1 : status));
    answer->is_hopeless = pictures_is_hopeless(status);
    return NULL;
}

static void pictures_keep(struct pictures *pictures, const char *url, GBytes *picture)
{
    g_autofree char *mark = pictures_mark(pictures, url);
    gsize length;
    const char *bytes = g_bytes_get_data(picture, &length);

    if (!cache_store(pictures->cache, CACHE_KIND_PICTURE, url, bytes, length,
                     pictures->error == NULL ? &pictures->error : NULL))
        return;
    pictures->kept_bytes += length;
    marks_forget(pictures->marks, mark);
    pictures->told(url, NULL, pictures->user);
}

static void pictures_on_answer(size_t index, const struct transfer_answer *told,
                               const GError *error, void *user)
{
    struct pictures_answer *answers = user;
    struct pictures_answer *answer = &answers[index];

    if (error == NULL && !told->not_modified) {
        answer->body = g_bytes_new(told->bytes, told->length_bytes);
        return;
    }
    answer->problem =
        g_strdup(error == NULL ? "answered that nothing has changed" : error->message);
    answer->is_hopeless = g_error_matches(error, TRANSFER_ERROR, TRANSFER_ERROR_URL) ||
                          g_error_matches(error, TRANSFER_ERROR, TRANSFER_ERROR_LIMIT);
    answer->wait_s = told == NULL ? 0 : told->retry_after_seconds;
}

static void pictures_answer_clear(struct pictures_answer *answer)
{
    g_clear_pointer(&answer->body, g_bytes_unref);
    g_free(answer->problem);
}

/* What there is no time for any more is fetched again another time. */
static void pictures_take(struct pictures *pictures, const char *url,
                          struct pictures_answer *answer)
{
    if (answer->body != NULL && pictures_clock_ms() >= pictures->request->end_ms)
        return;

    g_autoptr(GBytes) picture = answer->body == NULL ? NULL : pictures_reduce(pictures, answer);
    if (picture != NULL)
        pictures_keep(pictures, url, picture);
    else
        pictures_fail(pictures, url, answer);
}

/* An edition must not reach into the network around us by the links in it. */
static bool pictures_is_own(const struct pictures *pictures, const char *url)
{
    const GPtrArray *own = pictures->request->own_urls;

    for (guint i = 0; own != NULL && i < own->len; i++) {
        if (url_same_host(url, own->pdata[i]))
            return true;
    }
    return false;
}

/* Fetches the first of those waiting, all at once, then decodes them one after the other. False
 * when there was no time. */
static bool pictures_run_batch(struct pictures *pictures, guint count)
{
    const gint64 left_ms = pictures->request->end_ms - pictures_clock_ms();
    struct pictures_answer answers[LIMIT_PICTURES_AT_ONCE] = {0};
    struct transfer_request requests[LIMIT_PICTURES_AT_ONCE] = {0};
    struct transfer_options options = pictures->request->transfer;
    const struct transfer_listener listener = {.done = pictures_on_answer, .user = answers};

    if (left_ms < MS_PER_SECOND)
        return false;
    options.accept = PICTURES_ACCEPT;
    options.max_bytes = MIN(options.max_bytes, LIMIT_PICTURE_BYTES);
    options.run_seconds = (unsigned)(left_ms / MS_PER_SECOND);
    for (guint i = 0; i < count; i++) {
        requests[i].url = pictures->waiting->pdata[i];
        requests[i].is_public_only = !pictures_is_own(pictures, requests[i].url);
    }
    if (!transfer_run(requests, count, &options, &listener,
                      pictures->error == NULL ? &pictures->error : NULL))
        return false;
    for (guint i = 0; i < count; i++) {
        pictures_take(pictures, requests[i].url, &answers[i]);
        pictures_answer_clear(&answers[i]);
    }
    g_ptr_array_remove_range(pictures->waiting, 0, count);
    return true;
}

/* Only as many as there is surely room for: a picture that is dropped as soon as it is there would
 * be fetched again for ever. */
static guint pictures_batch_size(const struct pictures *pictures)
{
    const guint64 room = LIMIT_PICTURES_BYTES - MIN(pictures->kept_bytes, LIMIT_PICTURES_BYTES);

    return (guint)MIN(MIN(room / LIMIT_PICTURE_KEPT_BYTES, LIMIT_PICTURES_AT_ONCE),
                      pictures->waiting->len);
}

GBytes *pictures_load(struct cache *cache, const char *url, struct frame *frame)
{
    g_autoptr(GBytes) kept = cache_load(cache, CACHE_KIND_PICTURE, url, NULL);
    gsize length;
    const char *bytes = kept == NULL ? NULL : g_bytes_get_data(kept, &length);
    const size_t line_bytes = bytes == NULL ? 0 : frame_parse(bytes, length, frame);

    return line_bytes == 0 ? NULL : g_bytes_new_from_bytes(kept, line_bytes, length - line_bytes);
}

bool pictures_fetch(struct cache *cache, const GPtrArray *urls,
                    const struct pictures_request *request, pictures_told *told, void *user,
                    GError **error)
{
    struct pictures pictures = {
        .cache = cache,
        .request = request,
        .told = told,
        .user = user,
        .waiting = g_ptr_array_new(),
    };
    guint count;

    if (cache_is_open(cache)) {
        pictures.marks = marks_load(cache);
        pictures_choose(&pictures, urls);
        while ((count = pictures_batch_size(&pictures)) > 0 && pictures.error == NULL &&
               pictures_run_batch(&pictures, count))
            continue;
        marks_store(pictures.marks, cache, pictures.error == NULL ? &pictures.error : NULL);
        marks_free(pictures.marks);
        cache_shrink(cache, CACHE_KIND_PICTURE, urls, LIMIT_PICTURES_BYTES);
    }
    g_ptr_array_unref(pictures.waiting);
    if (pictures.error == NULL)
        return true;
    g_propagate_error(error, pictures.error);
    return false;
}
