/* SPDX-License-Identifier: MIT
 *
 * Points in time as whole seconds since 1970-01-01T00:00:00Z, and their RFC 3339 form.
 */
#ifndef PLACARD_EDITION_INSTANT_H
#define PLACARD_EDITION_INSTANT_H

#include <glib.h>
#include <stdbool.h>

/* The value of an instant that nobody has named. */
#define INSTANT_UNKNOWN G_MININT64

/* Reads a complete RFC 3339 date-time with its offset; *instant_utc_s is untouched on failure. */
bool instant_parse(const char *text, gint64 *instant_utc_s);

/* "2026-11-23T14:32:00Z", to be freed with g_free; NULL for INSTANT_UNKNOWN and for years that
 * RFC 3339 cannot write. */
char *instant_format(gint64 instant_utc_s);

#endif
