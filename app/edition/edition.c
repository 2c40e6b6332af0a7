/* SPDX-License-Identifier: MIT */
#include "placard/edition/edition.h"

static void story_destroy(void *story)
{
    story_free(story);
}

static void report_destroy(void *report)
{
    source_report_free(report);
}

G_DEFINE_QUARK(placard - edition - error, edition_error)

struct edition *edition_new(void)
{
    struct edition *edition = g_new(struct edition, 1);
    edition->made_utc_s = INSTANT_UNKNOWN;
    edition->stories = g_ptr_array_new_with_free_func(story_destroy);
    edition->sources = g_ptr_array_new_with_free_func(report_destroy);
    return edition;
}

void edition_free(struct edition *edition)
{
    if (!edition)
        return;
    g_ptr_array_unref(edition->stories);
    g_ptr_array_unref(edition->sources);
    g_free(edition);
}

struct source_report *source_report_new(void)
{
    struct source_report *report = g_new0(struct source_report, 1);
    report->fetched_utc_s = INSTANT_UNKNOWN;
    report->due_utc_s = INSTANT_UNKNOWN;
    return report;
}

struct source_report *source_report_copy(const struct source_report *report)
{
    struct source_report *copy = g_new(struct source_report, 1);
    *copy = *report;
    copy->name = g_strdup(report->name);
    copy->url = g_strdup(report->url);
    copy->error = g_strdup(report->error);
    return copy;
}

void source_report_free(struct source_report *report)
{
    if (!report)
        return;
    g_free(report->name);
    g_free(report->url);
    g_free(report->error);
    g_free(report);
}

const struct story *edition_find(const struct edition *edition, const char *id)
{
    for (guint i = 0; i < edition->stories->len; i++) {
        const struct story *story = edition->stories->pdata[i];
        if (g_strcmp0(story->id, id) == 0)
            return story;
    }
    return NULL;
}
