/* SPDX-License-Identifier: MIT
 *
 * What an edition tells of a source.
 */
#ifndef PLACARD_COMPOSE_REPORT_H
#define PLACARD_COMPOSE_REPORT_H

#include "placard/config/config.h"
#include "placard/edition/record.h"

/* The name of a source: by the config, the feed's own, its host, its file; g_free. record may be
 * NULL. */
char *report_source_name(const struct config_source *source, const struct record *record);

/* The report of a source, clean and without passwords, of which no story is counted yet. record
 * may be NULL. */
struct source_report *report_make(const struct config_source *source, const struct record *record);

#endif
