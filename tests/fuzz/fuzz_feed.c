/* SPDX-License-Identifier: MIT
 *
 * Feeds, JSON, pages and articles: stories with clean text, or an error of one line.
 */
#include "fuzz.h"
#include "oracle.h"

#include "placard/feed/feed.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length_bytes)
{
    const struct feed_input input = {
        .bytes = (const char *)bytes,
        .length_bytes = length_bytes,
        .url = "https://news.example/feed",
        .is_file = length_bytes % 2 == 1,
    };
    g_autoptr(GError) error = NULL;
    struct feed *feed = feed_parse(&input, &error);
    g_assert_true((feed != NULL) == (error == NULL));
    for (guint i = 0; feed && i < feed->stories->len; i++)
        oracle_story(feed->stories->pdata[i]);
    feed_free(feed);
    return 0;
}
