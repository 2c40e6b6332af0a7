/* SPDX-License-Identifier: MIT
 *
 * Which languages the stories of a source are in. In this order is believed: the config; the text of
 * the story, when it is sure; what the feed or the page says, which is a template's default more
 * often than not; the other stories of the source.
 */
#ifndef PLACARD_FETCHER_LANGUAGE_H
#define PLACARD_FETCHER_LANGUAGE_H

#include <glib.h>

/* Sets the language of each struct story, before which it holds what the story itself is said to be
 * in. configured, and feed for stories of which nothing is said, may be NULL. */
void languages_settle(GPtrArray *stories, const char *configured, const char *feed);

#endif
