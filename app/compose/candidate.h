/* SPDX-License-Identifier: MIT
 *
 * A candidate: a story of a record on its way into the edition.
 */
#ifndef PLACARD_COMPOSE_CANDIDATE_H
#define PLACARD_COMPOSE_CANDIDATE_H

#include "placard/edition/story.h"

#include <glib.h>
#include <stdbool.h>

struct candidate {
    const struct story *story; /* borrowed from its record */
    char *source;              /* the name on its card */
    char *headline;            /* without the name of its site; NULL when there is none */
    const char *language;      /* borrowed; NULL when unknown */
    unsigned source_index;     /* in the config */
    unsigned turn;             /* in its source: 0 for the first that is shown */
    GPtrArray *also;           /* of char *: other sources, each once */
    bool is_breaking;
    struct candidate *merged_into; /* NULL: stands for itself */
};

struct candidate *candidate_new(const struct story *story);
void candidate_free(void *data); /* a struct candidate */

/* The one that it went into in the end, or itself. */
struct candidate *candidate_standing(struct candidate *candidate);

/* False for a story with nothing to read. */
bool candidate_is_worthy(const struct candidate *candidate);

/* True when there is more to read than a headline. */
bool candidate_has_text(const struct candidate *candidate);

/* Adds a name to also, unless it stands there or is the candidate's own. */
void candidate_add_source(struct candidate *candidate, const char *name);

/* Leaves those of which keep is true, in their order, and frees the others. */
void candidates_keep(GPtrArray *candidates,
                     bool (*keep)(const struct candidate *candidate, const void *user),
                     const void *user);

/* For g_ptr_array_sort: newest first, those without time last. */
int candidate_compare_newest(gconstpointer left, gconstpointer right);

#endif
