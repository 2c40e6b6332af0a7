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
    double weight;             /* its source's */
    double place;              /* in the order of the edition: the least first */
    struct hours when;         /* in which it is shown */
    GPtrArray *also;           /* of char *: other sources, each once */
    bool is_breaking;
    bool is_handwritten;
    char *left_out;                /* the reason why it is not shown; NULL: it is */
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

/* Notes the reason, unless there is one already. */
G_GNUC_PRINTF(2, 3)
void candidate_leave_out(struct candidate *candidate, const char *format, ...);

/* The beginning of its text besides the headline: of the publisher's summary, of the sentences, or
 * of the full text; NULL when there is none. g_free. */
char *candidate_lead(const struct candidate *candidate);

/* Adds a name to also, unless it stands there or is the candidate's own. */
void candidate_add_source(struct candidate *candidate, const char *name);

/* For g_ptr_array_sort: newest first, those without time last. */
int candidate_compare_newest(gconstpointer left, gconstpointer right);

#endif
