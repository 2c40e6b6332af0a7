/* SPDX-License-Identifier: MIT
 *
 * Where the records of the sources live between runs: in the runtime directory, which wears no
 * disk, and on the disk, which outlives a restart and is written seldom.
 */
#ifndef PLACARD_FETCH_RECORDS_H
#define PLACARD_FETCH_RECORDS_H

#include "placard/edition/record.h"

struct records;

/* Takes the two directories as cache.h names them; each may be NULL. Never NULL. *error (optional)
 * tells why nothing is kept on the disk. */
struct records *records_open(const char *disk_directory, const char *runtime_directory,
                             GError **error);
void records_free(struct records *records);

/* What is remembered of the source with this URL; NULL when nothing sound is. */
struct record *records_load(struct records *records, const char *url);

/* Keeps a record. In the runtime directory always; on the disk new stories at most once an hour
 * where there is a runtime directory, new validators at most once an hour, and what else changes at
 * every refresh (times, failures) only with is_scheduled and where there is no runtime directory:
 * then the disk is the only memory of what is due. */
bool records_store(struct records *records, const char *url, const struct record *record,
                   gint64 now_utc_s, bool is_scheduled, GError **error);

/* Forgets the oldest records of URLs that are not among those in use (NULL at the end), where they take
 * more room than LIMIT_CACHE_UNUSED_BYTES. */
void records_forget(struct records *records, const char *const *used_urls);

#endif
