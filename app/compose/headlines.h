/* SPDX-License-Identifier: MIT
 *
 * The headlines of one source without what the card says elsewhere or cannot hold: the name of the
 * site ("… | Example News"), "BREAKING:", "(Video)". A new label is a new row in headlines.c.
 */
#ifndef PLACARD_COMPOSE_HEADLINES_H
#define PLACARD_COMPOSE_HEADLINES_H

#include <glib.h>

/* The headlines, trimmed, in their order: an array of char * that frees its members. headlines: of
 * const char *, all of one source; NULL, where a story has none, stays NULL. names: what the source
 * is called, ended by NULL. A beginning or an end goes when it is a label or one of the names, or
 * when most of the headlines share it; never when fewer than two words would be left. */
GPtrArray *headlines_trim(const GPtrArray *headlines, const char *const *names);

#endif
