/* SPDX-License-Identifier: MIT */
#include "placard/feed/feed.h"

#include "article.h"
#include "charset.h"
#include "edition.h"
#include "jsonfeed.h"
#include "page.h"
#include "placard/limits.h"
#include "placard/text/language.h"
#include "sniff.h"
#include "xmlfeed.h"

G_DEFINE_QUARK(placard - feed - error, feed_error)

/* What is done with each format: it is read, or refused in so many words. */
struct format_row {
    bool (*read)(const struct feed_input *input, const char *text, size_t length_bytes,
                 struct feed *feed, GError **error);
    enum feed_error error;
    const char *found;
};

static bool json_read(const struct feed_input *input, const char *text, size_t length_bytes,
                      struct feed *feed, GError **error)
{
    bool is_feed = jsonfeed_is_one(text, length_bytes);
    return (is_feed ? jsonfeed_read : edition_read)(input, text, length_bytes, feed, error);
}

static const struct format_row formats[] = {
    [FORMAT_XML] = {.read = xmlfeed_read},
    [FORMAT_JSON] = {.read = json_read},
    [FORMAT_TEXT] = {.read = article_read},
    [FORMAT_EMPTY] = {.error = FEED_ERROR_EMPTY, .found = "expected a feed, found nothing"},
    [FORMAT_HTML] = {.read = page_read},
    [FORMAT_MARKUP] = {.error = FEED_ERROR_FORMAT, .found = "expected a feed, found other markup"},
    [FORMAT_BINARY] = {.error = FEED_ERROR_FORMAT,
                       .found = "expected a feed, found bytes that are no text"},
};

static struct feed *feed_new(void)
{
    struct feed *feed = g_new0(struct feed, 1);
    feed->stories = g_ptr_array_new_with_free_func((GDestroyNotify)story_free);
    return feed;
}

static bool text_read(const struct feed_input *input, const char *text, size_t length_bytes,
                      struct feed *feed, GError **error)
{
    size_t line = 0;
    const struct format_row *row = &formats[sniff_format(text, length_bytes, &line)];
    if (row->read)
        return row->read(input, text, length_bytes, feed, error);
    g_set_error(error, FEED_ERROR, (int)row->error, "line %zu: %s", line, row->found);
    return false;
}

struct feed *feed_parse(const struct feed_input *input, GError **error)
{
    if (input->length_bytes > LIMIT_TEXT_BYTES) {
        g_set_error(error, FEED_ERROR, FEED_ERROR_LIMIT, "expected at most %d bytes, found %zu",
                    LIMIT_TEXT_BYTES, input->length_bytes);
        return NULL;
    }
    size_t length_bytes;
    g_autofree char *text =
        charset_decode(input->bytes, input->length_bytes, input->charset, &length_bytes);
    struct feed *feed = feed_new();
    if (!text_read(input, text, length_bytes, feed, error)) {
        feed_free(feed);
        return NULL;
    }
    if (!feed->language && input->language)
        feed->language = language_canonical(input->language);
    return feed;
}

void feed_free(struct feed *feed)
{
    if (!feed)
        return;
    g_free(feed->title);
    g_free(feed->language);
    g_ptr_array_unref(feed->stories);
    g_free(feed->warning);
    g_free(feed->alternate);
    g_free(feed);
}
