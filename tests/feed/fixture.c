/* SPDX-License-Identifier: MIT */
#include "fixture.h"

const char *const fixture_names[] = {"ferry.rss",   "garden.atom", "library.rdf",
                                     "broken.rss",  "latin.rss",   "edition.json",
                                     "article.txt", "page.html",   NULL};

char *fixture_read(const char *name, size_t *length_bytes)
{
    g_autofree char *path = g_build_filename(PLACARD_FIXTURES, "feed", name, NULL);
    char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, length_bytes, NULL));
    return bytes;
}

struct feed *fixture_parse(const char *bytes, size_t length_bytes, GError **error)
{
    const struct feed_input input = {
        .bytes = bytes, .length_bytes = length_bytes, .url = "https://news.example/feed"};
    return feed_parse(&input, error);
}
