/* SPDX-License-Identifier: MIT */
#include "fetcher_harvest.h"

#include "fetcher_language.h"

#include "placard/fetch/local.h"

static void story_destroy(void *story)
{
    story_free(story);
}

void harvest_clear(struct harvest *harvest)
{
    g_clear_pointer(&harvest->stories, g_ptr_array_unref);
    g_free(harvest->title);
    g_free(harvest->warning);
    g_free(harvest->alternate);
}

void harvest_free(struct harvest *harvest)
{
    if (harvest == NULL)
        return;
    harvest_clear(harvest);
    g_free(harvest);
}

void harvest_warn(struct harvest *harvest, const char *warning)
{
    if (harvest->warning == NULL)
        harvest->warning = g_strdup(warning);
}

bool harvest_add(struct harvest *harvest, const struct feed_input *input, GError **error)
{
    struct feed *feed = feed_parse(input, error);

    if (feed == NULL)
        return false;
    languages_settle(feed->stories, harvest->language, feed->language);
    g_clear_pointer(&harvest->title, g_free);
    if (harvest->feeds++ == 0)
        harvest->title = g_strdup(feed->title);
    harvest->is_selection = harvest->is_selection || feed->is_selection;
    harvest->is_page = feed->is_page;
    harvest->rhythm = feed->rhythm;
    harvest->is_suspect = feed->is_suspect;
    g_free(harvest->alternate);
    harvest->alternate = g_steal_pointer(&feed->alternate);
    if (feed->warning != NULL)
        harvest_warn(harvest, feed->warning);
    if (harvest->stories == NULL)
        harvest->stories = g_ptr_array_new_with_free_func(story_destroy);
    g_ptr_array_extend_and_steal(harvest->stories, g_ptr_array_ref(feed->stories));
    feed_free(feed);
    return true;
}

static size_t file_give(void *file, size_t at, char *to, size_t most_bytes)
{
    return local_read(file, at, to, most_bytes);
}

static bool harvest_add_file(struct harvest *harvest, const char *path,
                             const struct harvest_limits *limits, GError **error)
{
    struct local_file file;

    if (!local_open(&file, path, limits->max_bytes, error))
        return false;

    const unsigned had = harvest->stories == NULL ? 0 : harvest->stories->len;
    const struct feed_input input = {
        .length_bytes = file.length_bytes,
        .read = file_give,
        .user = &file,
        .url = path,
        .is_file = true,
        .max_items = limits->max_items - had,
        .newest = limits->newest,
    };
    const bool is_added = harvest_add(harvest, &input, error);
    local_close(&file);
    return is_added;
}

bool harvest_add_files(struct harvest *harvest, const GPtrArray *paths,
                       const struct harvest_limits *limits, GError **error)
{
    for (guint i = 0; i < paths->len; i++) {
        g_autoptr(GError) refusal = NULL;

        if (harvest->stories != NULL && harvest->stories->len >= limits->max_items)
            break;
        if (harvest_add_file(harvest, paths->pdata[i], limits, &refusal))
            continue;
        if (refusal->domain == FEED_ERROR && paths->len > 1) {
            g_autofree char *name = g_path_get_basename(paths->pdata[i]);
            g_prefix_error(&refusal, "%s: ", name);
        }
        harvest_warn(harvest, refusal->message);
        if (error != NULL && *error == NULL)
            *error = g_steal_pointer(&refusal);
    }
    if (harvest->feeds > 0)
        g_clear_error(error);
    return harvest->feeds > 0;
}
