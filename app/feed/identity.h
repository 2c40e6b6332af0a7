/* SPDX-License-Identifier: MIT
 *
 * Ids of stories: the same for the same story at every refresh.
 */
#ifndef PLACARD_FEED_IDENTITY_H
#define PLACARD_FEED_IDENTITY_H

#include "placard/edition/story.h"

#include <glib.h>
#include <stdbool.h>

/* The name itself, or its hash when it is too long to be carried about; g_free. */
char *identity_of(const char *name);

/* The first 24 hexadecimal digits of the SHA-256 of a text; g_free. */
char *identity_hash(const char *text);

/* False when the story is one that was admitted already. Feeds give one id to several stories, too:
 * a story that has the id of another, but another link (or headline, where the link is no more than
 * the id), gets an id made of both. seen: of identity_set, remembers. */
bool identity_admit(GHashTable *seen, struct story *story);
GHashTable *identity_set(void);

#endif
