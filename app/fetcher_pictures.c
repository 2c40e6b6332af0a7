/* SPDX-License-Identifier: MIT */
#include "fetcher_pictures.h"

#include "fetcher_message.h"
#include "fetcher_process.h"

#include "placard/fetch/pictures.h"
#include "placard/limits.h"

static void pictures_say(const char *url, const char *problem, void *user)
{
    const struct pictures_options *options = user;

    if (options->verbose)
        message_say("picture %s: %s", url, problem == NULL ? "ok" : problem);
}

static GPtrArray *pictures_urls(const struct edition *edition)
{
    GPtrArray *urls = g_ptr_array_sized_new(edition->stories->len);

    for (guint i = 0; i < edition->stories->len; i++) {
        const struct story *story = edition->stories->pdata[i];

        if (story->image != NULL)
            g_ptr_array_add(urls, story->image);
    }
    return urls;
}

static GPtrArray *pictures_own_urls(const struct config *config)
{
    GPtrArray *urls = g_ptr_array_new();

    for (guint i = 0; i < config->sources->len; i++) {
        const struct config_source *source = config->sources->pdata[i];
        g_ptr_array_add(urls, source->url);
    }
    for (guint i = 0; i < config->cards->len; i++) {
        const struct config_card *card = config->cards->pdata[i];
        if (card->image != NULL)
            g_ptr_array_add(urls, card->image);
    }
    return urls;
}

void pictures_run(const struct edition *edition, const struct config *config,
                  const struct pictures_options *options)
{
    g_autoptr(GPtrArray) own_urls = pictures_own_urls(config);
    g_autofree char *ca_file = config_ca_file(config);
    struct pictures_request request = {
        .own_urls = own_urls,
        .program = options->program,
        .place = options->place,
        .transfer = transfer_options_of(config, ca_file),
        .now_utc_s = options->now_utc_s,
        .end_ms = options->started_ms + LIMIT_PICTURES_MS,
    };
    request.transfer.user_agent = PROCESS_USER_AGENT;
    g_autoptr(GPtrArray) urls = pictures_urls(edition);
    g_autoptr(GError) error = NULL;
    struct pictures_options told = *options;
    struct cache *cache = cache_open(options->disk, NULL);

    if (!pictures_fetch(cache, urls, &request, pictures_say, &told, &error))
        message_say("pictures: %s", error->message);
    cache_free(cache);
}
