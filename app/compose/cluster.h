/* SPDX-License-Identifier: MIT
 *
 * Groups stories that tell the same news: agglomeration with average linkage.
 */
#ifndef PLACARD_COMPOSE_CLUSTER_H
#define PLACARD_COMPOSE_CLUSTER_H

#include "similarity.h"

struct cluster_rule {
    /* False for two that never stand in one group, whatever they have in common. */
    bool (*may_join)(guint one, guint other, const void *user);
    const void *user;
};

/* The groups of count stories, each a GArray of guint in rising order, by their first stories; a
 * story that is like no other is a group of its own. */
GPtrArray *cluster_stories(struct similarity *similarity, guint count,
                           const struct cluster_rule *rule);

#endif
