/* SPDX-License-Identifier: MIT */
#include "article.h"

#include <string.h>

#include "identity.h"
#include "link.h"
#include "placard/limits.h"
#include "placard/text/clean.h"

/* Shorter answers of servers are about something else. */
enum { ANSWER_BYTES_MIN = 200 };

bool article_read(const struct feed_input *input, const char *text, size_t length_bytes,
                  struct feed *feed, GError **error)
{
    g_autofree char *body = text_clean_plain(text, (ssize_t)MIN(length_bytes, LIMIT_BODY_BYTES));
    if (!input->is_file && strlen(body) < ANSWER_BYTES_MIN) {
        g_set_error(error, FEED_ERROR, FEED_ERROR_FORMAT,
                    "line 1: expected a feed or an article, found %zu bytes of text", length_bytes);
        return false;
    }
    if (*body == '\0') {
        g_set_error(error, FEED_ERROR, FEED_ERROR_EMPTY, "expected an article, found no text");
        return false;
    }

    const char *url = input->url ? input->url : "";
    struct story *story = story_new();
    story->id = identity_hash(*url ? url : body);
    story->link = link_resolve(NULL, url);
    story->body = g_steal_pointer(&body);
    g_ptr_array_add(feed->stories, story);
    return true;
}
