/* SPDX-License-Identifier: MIT
 *
 * The news desk: starts the fetcher when a source is due, reads what it prints, and keeps the best
 * edition there is, over a restart too.
 */
#ifndef PLACARD_COMMAND_NEWS_H
#define PLACARD_COMMAND_NEWS_H

#include "placard/command/setup.h"
#include "placard/edition/edition.h"
#include "placard/fetch/frame.h"

struct news;

/* Begins with the edition that the cache holds, else with the bundled sample where the setup is the
 * built-in default, else with none. The setup and the cache are borrowed; now_utc_s is the fixed
 * time, or INSTANT_UNKNOWN. */
struct news *news_new(const struct setup *setup, struct cache *cache,
                      const struct options *options);
void news_free(struct news *news);

/* The edition in force; NULL while there is none. Borrowed until news_turn has returned true. */
const struct edition *news_edition(const struct news *news);

/* What the sources last said, also when the edition in force is an older one; NULL at first. */
const struct edition *news_reports(const struct news *news);

bool news_is_sample(const struct news *news);

/* A line for whoever keeps the machine: how many stories of what time, and how many sources have
 * none that are new. g_free. */
char *news_describe(const struct news *news);

/* The size of the images that the fetcher is to keep; nothing: none. */
void news_set_image_place(struct news *news, struct frame_size place);

/* True while the fetcher is at work. */
bool news_is_fetching(const struct news *news);

/* Ends a fetcher at work and asks again: all sources, or only those that are due. After a change of
 * the config the next edition is taken as it comes, even without a story. */
void news_ask(struct news *news, bool all, gint64 now_ms);
void news_config_changed(struct news *news, gint64 now_ms);

/* What is due is due by another clock now, and what failed for the clock may succeed: the sources
 * are looked at soon. */
void news_clock_was_set(struct news *news, gint64 now_ms);

/* Does what is to be done now; true when news_edition is another one. The edition before stays
 * alive until the next call. */
bool news_turn(struct news *news, gint64 now_ms, gint64 now_utc_s);

/* −1 when there is nothing to poll. */
int news_descriptor(const struct news *news);
gint64 news_deadline_ms(const struct news *news);

#endif
