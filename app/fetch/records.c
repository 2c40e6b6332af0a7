/* SPDX-License-Identifier: MIT */
#include "placard/fetch/records.h"

#include "placard/fetch/cache.h"

#include <string.h>

enum { RECORDS_DISK_INTERVAL_S = 60 * 60 };

struct records {
    struct cache *disk;
    struct cache *runtime; /* NULL: there is none */
};

static struct record *records_load_from(struct cache *cache, const char *url)
{
    g_autoptr(GBytes) bytes = cache_load(cache, CACHE_KIND_SOURCE, url, NULL);

    if (bytes == NULL)
        return NULL;

    gsize length;
    const char *json = g_bytes_get_data(bytes, &length);
    return record_parse(json, length, NULL);
}

static bool records_store_in(struct cache *cache, const char *url, const char *json, GError **error)
{
    return cache_store(cache, CACHE_KIND_SOURCE, url, json, strlen(json), error);
}

/* What of a record is worth a write: its stories, their names, what their pages gave, with or without validators. */
static char *records_essence(const struct record *record, bool with_validators)
{
    struct source_report *report = source_report_new();
    const struct record essence = {
        .report = report,
        .etag = with_validators ? record->etag : NULL,
        .last_modified = with_validators ? record->last_modified : NULL,
        .alternate = record->alternate,
        .is_page = record->is_page,
        .newest = record->newest,
        .rhythm = record->rhythm,
        .moved = record->moved,
        .page_seen_utc_s = INSTANT_UNKNOWN,
        .stories = record->stories,
        .visits = record->visits,
    };

    g_free(report->name);
    report->name = g_strdup(record->report->name);
    char *json = record_to_json(&essence);
    source_report_free(report);
    return json;
}

static bool records_differ(const struct record *left, const struct record *right,
                           bool with_validators)
{
    g_autofree char *left_json = records_essence(left, with_validators);
    g_autofree char *right_json = records_essence(right, with_validators);

    return !g_str_equal(left_json, right_json);
}

static bool records_is_worth_disk(const struct records *records, const struct record *kept,
                                  const struct record *record, gint64 now_utc_s)
{
    if (kept == NULL)
        return true;

    const gint64 kept_utc_s = kept->report->fetched_utc_s;
    const bool is_old = kept_utc_s > now_utc_s || kept_utc_s < now_utc_s - RECORDS_DISK_INTERVAL_S;
    if (is_old)
        return records_differ(kept, record, true);
    return records->runtime == NULL && records_differ(kept, record, false);
}

struct records *records_open(const char *disk_directory, const char *runtime_directory,
                             GError **error)
{
    struct records *records = g_new0(struct records, 1);

    records->disk = cache_open(disk_directory, error);
    if (runtime_directory != NULL) {
        g_autoptr(GError) refusal = NULL;

        records->runtime = cache_open(runtime_directory, &refusal);
        if (refusal != NULL)
            cache_free(g_steal_pointer(&records->runtime));
    }
    return records;
}

void records_free(struct records *records)
{
    if (records == NULL)
        return;
    cache_free(records->disk);
    cache_free(records->runtime);
    g_free(records);
}

struct record *records_load(struct records *records, const char *url)
{
    struct record *record =
        records->runtime == NULL ? NULL : records_load_from(records->runtime, url);

    return record != NULL ? record : records_load_from(records->disk, url);
}

bool records_store(struct records *records, const char *url, const struct record *record,
                   gint64 now_utc_s, bool is_scheduled, GError **error)
{
    g_autofree char *json = record_to_json(record);
    struct record *kept = records_load_from(records->disk, url);
    const bool is_only_memory = records->runtime == NULL && is_scheduled;
    const bool is_for_disk =
        is_only_memory || records_is_worth_disk(records, kept, record, now_utc_s);

    record_free(kept);
    if (records->runtime != NULL && !records_store_in(records->runtime, url, json, error))
        return false;
    return !is_for_disk || records_store_in(records->disk, url, json, error);
}

void records_forget(struct records *records, const char *const *used_urls)
{
    if (records->runtime != NULL)
        cache_forget(records->runtime, CACHE_KIND_SOURCE, used_urls);
    cache_forget(records->disk, CACHE_KIND_SOURCE, used_urls);
}
