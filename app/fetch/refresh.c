/* SPDX-License-Identifier: MIT */
#include "placard/fetch/refresh.h"

#include "placard/fetch/schedule.h"

static void refresh_replace(char **text, const char *value)
{
    g_free(*text);
    *text = g_strdup(value);
}

static void refresh_schedule(struct record *record, const struct refresh *refresh,
                             const struct refresh_failure *failure)
{
    const struct schedule_input input = {
        .now_utc_s = refresh->now_utc_s,
        .refresh_minutes = (unsigned)refresh->source->refresh_minutes,
        .failures = record->failures,
        .connection_failed = failure != NULL && failure->connection_failed,
        .retry_after_seconds = failure == NULL ? 0 : failure->retry_after_seconds,
        .fresh_seconds = failure == NULL ? refresh->fresh_seconds : 0,
        .is_gone = failure != NULL && failure->is_gone,
        .url = refresh->source->url,
    };

    record->report->due_utc_s = schedule_due(&input);
}

void refresh_renew(struct record *record, const struct refresh *refresh, GPtrArray *stories,
                   const char *etag, const char *last_modified)
{
    g_ptr_array_unref(record->stories);
    record->stories = stories;
    refresh_replace(&record->etag, etag);
    refresh_replace(&record->last_modified, last_modified);
    refresh_confirm(record, refresh);
}

void refresh_confirm(struct record *record, const struct refresh *refresh)
{
    record->failures = 0;
    record->report->status = SOURCE_STATUS_OK;
    refresh_replace(&record->report->error, NULL);
    record->report->stories = record->stories->len;
    record->report->fetched_utc_s = refresh->now_utc_s;
    refresh_schedule(record, refresh, NULL);
}

void refresh_fail(struct record *record, const struct refresh *refresh,
                  const struct refresh_failure *failure)
{
    record->failures = record->failures < G_MAXUINT ? record->failures + 1 : G_MAXUINT;
    record->report->status = record->stories->len > 0 ? SOURCE_STATUS_STALE : SOURCE_STATUS_FAILED;
    refresh_replace(&record->report->error, failure->sentence);
    record->report->stories = record->stories->len;
    refresh_schedule(record, refresh, failure);
}
