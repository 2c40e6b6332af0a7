/* SPDX-License-Identifier: MIT */
#include "desk.h"

static void record_destroy(void *record)
{
    record_free(record);
}

struct desk desk_open(unsigned sources)
{
    char *urls[8] = {NULL};
    g_assert_cmpuint(sources, <=, G_N_ELEMENTS(urls));
    for (unsigned i = 0; i < sources; i++)
        urls[i] = g_strdup_printf("https://%c.example/feed.xml", 'a' + (int)i);
    struct desk desk = {
        .config = config_for_sources(urls, sources, "/"),
        .records = g_ptr_array_new_with_free_func(record_destroy),
    };
    for (unsigned i = 0; i < sources; i++) {
        struct config_source *source = desk_source(&desk, i);
        g_free(source->name);
        source->name = g_strdup_printf("%c", 'A' + (int)i);
        g_ptr_array_add(desk.records, record_new());
        g_free(urls[i]);
    }
    return desk;
}

void desk_close(struct desk *desk)
{
    config_free(desk->config);
    g_ptr_array_unref(desk->records);
}

struct config_source *desk_source(const struct desk *desk, unsigned index)
{
    return desk->config->sources->pdata[index];
}

struct story *desk_add(struct desk *desk, unsigned source, const char *id, const char *headline,
                       double hours_ago)
{
    struct story *story = story_new();
    story->id = g_strdup(id);
    story->headline = g_strdup(headline);
    if (hours_ago >= 0)
        story->published_utc_s = DESK_NOW_UTC_S - (gint64)(hours_ago * 3600);
    const struct record *record = desk->records->pdata[source];
    g_ptr_array_add(record->stories, story);
    return story;
}

static struct edition *desk_edition(const struct desk *desk, GPtrArray **losses)
{
    g_autoptr(GTimeZone) zone = g_time_zone_new_utc();
    const struct compose_request request = {
        .config = desk->config,
        .records = desk->records,
        .now_utc_s = DESK_NOW_UTC_S + (gint64)desk->days_later * 86400,
        .zone = zone,
    };
    return compose_edition(&request, losses);
}

struct edition *desk_compose(const struct desk *desk)
{
    struct edition *edition = desk_edition(desk, NULL);
    g_autoptr(GError) error = NULL;
    edition_check(edition, &error);
    g_assert_no_error(error);
    return edition;
}

char *desk_losses(const struct desk *desk, unsigned source)
{
    g_autoptr(GPtrArray) losses = NULL;
    edition_free(desk_edition(desk, &losses));
    return g_strdup(losses->pdata[source]);
}

char *desk_ids(const struct desk *desk)
{
    struct edition *edition = desk_compose(desk);
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < edition->stories->len; i++) {
        const struct story *story = edition->stories->pdata[i];
        g_string_append_printf(ids, "%s%s", i > 0 ? " " : "", story->id);
    }
    edition_free(edition);
    return g_string_free(ids, FALSE);
}
