/* SPDX-License-Identifier: MIT */
#include "placard/fetch/refresh.h"

#include "placard/fetch/schedule.h"

enum {
    REFRESH_DAY_S = 24 * 60 * 60,
    /* On so many days redirects must have led to the same place. */
    REFRESH_MOVED_DAYS = 3,
};

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
        .rhythm = record->rhythm,
        .url = refresh->source->url,
    };

    record->refresh_minutes = input.refresh_minutes;
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
    record->is_unreachable = false;
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
    record->is_unreachable = failure->connection_failed;
    record->report->status = record->stories->len > 0 ? SOURCE_STATUS_STALE : SOURCE_STATUS_FAILED;
    refresh_replace(&record->report->error, failure->sentence);
    record->report->stories = record->stories->len;
    refresh_schedule(record, refresh, failure);
}

static bool refresh_is_same_day(gint64 one_utc_s, gint64 other_utc_s)
{
    return one_utc_s != INSTANT_UNKNOWN && one_utc_s / REFRESH_DAY_S == other_utc_s / REFRESH_DAY_S;
}

void refresh_move(struct record *record, const char *url, bool is_local, gint64 now_utc_s)
{
    if (url == NULL || g_strcmp0(record->moved.url, url) != 0) {
        refresh_replace(&record->moved.url, url);
        record->moved.days = 0;
        record->moved.last_utc_s = INSTANT_UNKNOWN;
    }
    record->moved.is_local = url != NULL && is_local;
    if (url == NULL || refresh_is_same_day(record->moved.last_utc_s, now_utc_s))
        return;
    record->moved.days++;
    record->moved.last_utc_s = now_utc_s;
}

const char *refresh_moved(const struct record *record)
{
    return record->moved.days >= REFRESH_MOVED_DAYS ? record->moved.url : NULL;
}
