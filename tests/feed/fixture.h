/* SPDX-License-Identifier: MIT
 *
 * Feeds of tests/fixtures/feed.
 */
#ifndef PLACARD_TESTS_FEED_FIXTURE_H
#define PLACARD_TESTS_FEED_FIXTURE_H

#include "placard/feed/feed.h"

/* Names of all fixtures, NULL behind the last. */
extern const char *const fixture_names[];

/* The bytes of a fixture, to be freed with g_free. */
char *fixture_read(const char *name, size_t *length_bytes);

/* Parses bytes as those of "https://news.example/feed". */
struct feed *fixture_parse(const char *bytes, size_t length_bytes, GError **error);

#endif
