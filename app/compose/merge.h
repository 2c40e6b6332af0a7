/* SPDX-License-Identifier: MIT
 *
 * One story once: what several sources tell, and what one source tells again, becomes one
 * candidate that names the other sources.
 */
#ifndef PLACARD_COMPOSE_MERGE_H
#define PLACARD_COMPOSE_MERGE_H

#include <glib.h>

/* Of candidates (of all sources, in the order of the config) that tell the same news, lets one stand
 * and the others be merged into it: of versions of one source the newest, of several sources the one
 * with the best text. The one that stands names the sources of the others, in the order of the
 * config. What is written by hand stands for itself. others (of const struct story) are compared with nothing; they help to tell common words
 * from rare ones. */
void merge_candidates(GPtrArray *candidates, const GPtrArray *others);

#endif
