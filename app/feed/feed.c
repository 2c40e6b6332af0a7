/* SPDX-License-Identifier: MIT */
#include "placard/feed/feed.h"

#include "article.h"
#include "edition.h"
#include "jsonfeed.h"
#include "page.h"
#include "pieces.h"
#include "placard/limits.h"
#include "placard/text/language.h"
#include "sniff.h"
#include "xmlfeed.h"

G_DEFINE_QUARK(placard - feed - error, feed_error)

/* What is done with each format but XML: it is read in one, or refused in so many words. */
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
    [FORMAT_XML] = {.error = FEED_ERROR_FORMAT,
                    .found = "expected a feed, found one that changed while it was read"},
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

static bool text_read(const struct feed_input *input, struct pieces *pieces, struct feed *feed,
                      GError **error)
{
    const struct span text = pieces_join(pieces);
    size_t line = 0;
    const struct format_row *row = &formats[sniff_format(text.text, text.length_bytes, &line)];
    if (row->read)
        return row->read(input, text.text, text.length_bytes, feed, error);
    g_set_error(error, FEED_ERROR, (int)row->error, "line %zu: %s", line, row->found);
    return false;
}

/* By its head, white space in front of it aside. */
static bool is_xml(struct pieces *pieces)
{
    g_autoptr(GString) head = g_string_new(NULL);
    struct span text;
    size_t line;
    while (head->len < SNIFF_HEAD_BYTES && pieces_next(pieces, &text)) {
        size_t space = 0;
        while (head->len == 0 && space < text.length_bytes &&
               (g_ascii_isspace(text.text[space]) || text.text[space] == '\0'))
            space++;
        g_string_append_len(head, text.text + space, (gssize)(text.length_bytes - space));
    }
    pieces_rewind(pieces);
    return sniff_format(head->str, head->len, &line) == FORMAT_XML;
}

static bool input_read(const struct feed_input *input, struct feed *feed, GError **error)
{
    struct pieces *pieces = pieces_new(input);
    bool is_read = (is_xml(pieces) ? xmlfeed_read : text_read)(input, pieces, feed, error);
    pieces_free(pieces);
    return is_read;
}

struct feed *feed_parse(const struct feed_input *input, GError **error)
{
    if (input->length_bytes > LIMIT_TEXT_BYTES) {
        g_set_error(error, FEED_ERROR, FEED_ERROR_LIMIT, "expected at most %d bytes, found %zu",
                    LIMIT_TEXT_BYTES, input->length_bytes);
        return NULL;
    }
    struct feed *feed = feed_new();
    if (!input_read(input, feed, error)) {
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
