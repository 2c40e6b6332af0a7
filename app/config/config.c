/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include "config_card.h"
#include "keys.h"
#include "source.h"
#include "value.h"

struct config *config_new(void)
{
    struct config *config = g_new0(struct config, 1);

    config->directory = g_strdup(".");
    config->sources = g_ptr_array_new_with_free_func(source_free);
    config->cards = g_ptr_array_new_with_free_func(config_card_free);
    value_store_defaults(KEY_SECTION_ROOT, config);
    return config;
}

void config_free(struct config *config)
{
    if (config != NULL) {
        g_free(config->directory);
        g_free(config->title);
        g_ptr_array_unref(config->sources);
        g_ptr_array_unref(config->cards);
        g_free(config->display.locale);
        g_free(config->display.timezone);
        g_free(config->display.device);
        g_free(config->display.power.command_on);
        g_free(config->display.power.command_off);
        g_free(config->network.proxy);
        g_free(config->network.ca_file);
        g_free(config);
    }
}

struct config *config_for_sources(char *const *urls, size_t count, const char *directory)
{
    struct config *config = config_new();

    g_free(config->directory);
    config->directory = g_strdup(directory);
    for (size_t i = 0; i < count; i++) {
        struct config_source *source = source_new();
        source->url = g_strdup(urls[i]);
        g_ptr_array_add(config->sources, source);
    }
    return config;
}

char *config_ca_file(const struct config *config)
{
    const char *path = config->network.ca_file;

    return path == NULL ? NULL : g_canonicalize_filename(path, config->directory);
}

GTimeZone *config_timezone(const struct config *config)
{
    const char *name = config->display.timezone;
    GTimeZone *zone = name == NULL ? NULL : g_time_zone_new_identifier(name);

    return zone == NULL ? g_time_zone_new_local() : zone;
}
