/* SPDX-License-Identifier: MIT
 *
 * A news desk for tests: a config and what its sources have told.
 */
#ifndef PLACARD_TESTS_COMPOSE_DESK_H
#define PLACARD_TESTS_COMPOSE_DESK_H

#include "placard/compose/compose.h"

/* The time of all these tests: 2026-11-23T14:32:00Z. */
#define DESK_NOW_UTC_S G_GINT64_CONSTANT(1795444320)

struct desk {
    struct config *config; /* the defaults, with sources "A", "B", … */
    GPtrArray *records;    /* of struct record, one for each */
    int days_later;        /* than DESK_NOW_UTC_S */
};

struct desk desk_open(unsigned sources);
void desk_close(struct desk *desk);

struct config_source *desk_source(const struct desk *desk, unsigned index);

/* Adds a story to a source; it belongs to the desk. hours_ago < 0: without time. Id and headline
 * may be NULL. */
struct story *desk_add(struct desk *desk, unsigned source, const char *id, const char *headline,
                       double hours_ago);

/* The edition, which must be sound; free with edition_free. */
struct edition *desk_compose(const struct desk *desk);

/* What was left out of a source and why, as compose_edition tells it; g_free. */
char *desk_losses(const struct desk *desk, unsigned source);

/* The ids of the stories of the edition, "a1 b1 a2"; g_free. */
char *desk_ids(const struct desk *desk);

#endif
