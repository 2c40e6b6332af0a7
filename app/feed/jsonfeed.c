/* SPDX-License-Identifier: MIT
 *
 * Only the outermost object and its list of items are taken apart here; each value in them goes to
 * cJSON alone. So a feed that breaks off gives what came before, and no tree of it all is held.
 */
#include "jsonfeed.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "link.h"
#include "placard/limits.h"
#include "selection.h"
#include "span.h"
#include "values.h"

struct reader {
    const struct feed_input *input;
    struct feed *feed;
    const char *text, *end;
    struct values of_feed;
    const char *base;
    struct selection *selection;
    char *warning;
};

/* What the members mean (jsonfeed.org/version/1.1). */
struct member_row {
    const char *name;
    struct element_row row;
};

#define MEMBER(member_name, ...)                                                                   \
    {                                                                                              \
        .name = (member_name), .row = {.local = (member_name), __VA_ARGS__ }                       \
    }

static const struct member_row feed_members[] = {
    MEMBER("title", .field = FIELD_HEADLINE, .text = ELEMENT_TEXT_PLAIN),
    MEMBER("language", .field = FIELD_LANGUAGE),
    MEMBER("home_page_url", .field = FIELD_LINK),
};

static const struct member_row item_members[] = {
    MEMBER("title", .field = FIELD_HEADLINE, .text = ELEMENT_TEXT_PLAIN),
    MEMBER("summary", .field = FIELD_TEASER, .text = ELEMENT_TEXT_PLAIN),
    MEMBER("content_html", .field = FIELD_BODY),
    MEMBER("content_text", .field = FIELD_BODY, .rank = 1, .text = ELEMENT_TEXT_PLAIN),
    MEMBER("url", .field = FIELD_LINK),
    MEMBER("external_url", .field = FIELD_LINK, .rank = 1),
    MEMBER("id", .field = FIELD_ID),
    MEMBER("date_published", .field = FIELD_PUBLISHED),
    MEMBER("date_modified", .field = FIELD_PUBLISHED, .rank = 1),
    MEMBER("language", .field = FIELD_LANGUAGE),
    MEMBER("image", .field = FIELD_IMAGE),
    MEMBER("banner_image", .field = FIELD_IMAGE, .rank = 1),
};

#undef MEMBER

static const char *space_skip(const char *at, const char *end)
{
    while (at < end && g_ascii_isspace(*at))
        at++;
    return at;
}

/* Behind the string that begins at a quotation mark; NULL when it does not end. */
static const char *string_end(const char *at, const char *end)
{
    for (at++; at < end && *at != '"'; at++)
        at += *at == '\\';
    return at < end ? at + 1 : NULL;
}

/* Behind the value that begins here; NULL when it does not end, or is too deep. */
static const char *value_end(const char *at, const char *end)
{
    int depth = 0;
    while (at < end) {
        if (*at == '"') {
            at = string_end(at, end);
            if (!at || depth == 0)
                return at;
            continue;
        }
        bool is_close = *at == '}' || *at == ']';
        if (depth == 0 && (is_close || *at == ','))
            return at;
        depth += *at == '{' || *at == '[' ? 1 : is_close ? -1 : 0;
        at++;
        if (is_close && depth == 0)
            return at;
        if (depth > LIMIT_DEPTH)
            return NULL;
    }
    return NULL;
}

/* The value of \uXXXX at a place, -1 where there is none. */
static int escape_read(const char *at, const char *end)
{
    int value = 0;
    if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
        return -1;
    for (int i = 2; i < 6; i++) {
        if (!g_ascii_isxdigit(at[i]))
            return -1;
        value = value * 16 + g_ascii_xdigit_value(at[i]);
    }
    return value;
}

/* Half a surrogate pair, as it is left where an emoji was cut, would be an error to cJSON and \u0000
 * the end of the text. */
static void escapes_mend(char *at, const char *end)
{
    static const char replacement[] = {'F', 'F', 'F', 'D'};
    while (at < end && (at = memchr(at, '\\', (size_t)(end - at)))) {
        int value = escape_read(at, end);
        bool is_high = value >= 0xd800 && value < 0xdc00;
        bool is_low = value >= 0xdc00 && value < 0xe000;
        int next = is_high ? escape_read(at + 6, end) : -1;
        bool is_pair = next >= 0xdc00 && next < 0xe000;
        if (value == 0 || is_low || (is_high && !is_pair))
            memcpy(at + 2, replacement, sizeof replacement);
        at += value < 0 ? 2 : is_pair ? 12 : 6;
    }
}

static cJSON *value_parse(const char *text, size_t length_bytes)
{
    g_autofree char *mended = g_memdup2(text, length_bytes);
    if (mended)
        escapes_mend(mended, mended + length_bytes);
    return cJSON_ParseWithLengthOpts(mended, length_bytes, NULL, false);
}

/* The next member of the object that at stands in, with at behind it; false when there is no more.
 * value->length_bytes 0: it does not end. */
static bool member_next(const char **at, const char *end, struct span *name, struct span *value)
{
    const char *start = *at;
    while (start < end && (g_ascii_isspace(*start) || *start == ','))
        start++;
    const char *close = start < end && *start == '"' ? string_end(start, end) : NULL;
    const char *colon = close ? space_skip(close, end) : end;
    if (colon == end || *colon != ':')
        return false;
    *name = (struct span){.text = start + 1, .length_bytes = (size_t)(close - start) - 2};
    value->text = space_skip(colon + 1, end);
    const char *behind = value_end(value->text, end);
    value->length_bytes = behind ? (size_t)(behind - value->text) : 0;
    *at = behind ? behind : end;
    return true;
}

static bool is_name(const struct span *span, const char *name)
{
    return span->length_bytes == strlen(name) && memcmp(span->text, name, strlen(name)) == 0;
}

bool jsonfeed_is_one(const char *text, size_t length_bytes)
{
    const char *const end = text + length_bytes;
    const char *at = space_skip(text, end);
    struct span name, value;
    if (at == end || *at++ != '{')
        return false;
    while (member_next(&at, end, &name, &value)) {
        if (is_name(&name, "edition") || is_name(&name, "stories"))
            return false;
        bool is_list = value.text < end && *value.text == '[';
        bool is_version = is_name(&name, "version") &&
                          span_begins(value.text, end, "\"https://jsonfeed.org/version/");
        if (is_version || (is_name(&name, "items") && is_list))
            return true;
    }
    return false;
}

/* Of what is wrong the first is told. */
static void warn(struct reader *reader, const char *at, const char *what)
{
    size_t line = 1;
    if (reader->warning)
        return;
    for (const char *byte = reader->text; byte < at; byte++)
        line += *byte == '\n';
    reader->warning = g_strdup_printf("line %zu: %s", line, what);
}

static void member_take(struct reader *reader, struct values *values, const struct member_row *row,
                        const cJSON *member)
{
    g_autofree char *number = cJSON_IsNumber(member) && row->row.field == FIELD_ID
                                  ? g_strdup_printf("%.15g", member->valuedouble)
                                  : NULL;
    const char *text = number ? number : cJSON_GetStringValue(member);
    if (!text)
        return;
    g_autoptr(GString) raw = g_string_new(text);
    values_take_raw(values, &row->row, raw, row->row.text, reader->base);
}

static void attachment_take(struct reader *reader, struct values *values, const cJSON *attachment)
{
    static const struct member_row picture = {.row = {.field = FIELD_IMAGE, .rank = 2}};
    const char *type =
        cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(attachment, "mime_type"));
    if (type && g_ascii_strncasecmp(type, "image/", strlen("image/")) == 0)
        member_take(reader, values, &picture, cJSON_GetObjectItemCaseSensitive(attachment, "url"));
}

static void item_take(struct reader *reader, const cJSON *item)
{
    struct values values = {.is_id_link = true};
    for (size_t i = 0; i < G_N_ELEMENTS(item_members); i++)
        member_take(reader, &values, &item_members[i],
                    cJSON_GetObjectItemCaseSensitive(item, item_members[i].name));
    const cJSON *attachment;
    cJSON_ArrayForEach(attachment, cJSON_GetObjectItemCaseSensitive(item, "attachments"))
    {
        attachment_take(reader, &values, attachment);
    }
    selection_take(reader->selection, &values);
}

/* The list of items; at stands at its "[". */
static void items_read(struct reader *reader, const char *at)
{
    for (at++; !selection_is_full(reader->selection);) {
        at = space_skip(at, reader->end);
        if (at < reader->end && *at == ']')
            return;
        const char *behind = at < reader->end ? value_end(at, reader->end) : NULL;
        if (!behind) {
            warn(reader, reader->end, "cut short, or an item that does not end");
            return;
        }
        cJSON *item = value_parse(at, (size_t)(behind - at));
        if (item)
            item_take(reader, item);
        else if (behind > at)
            warn(reader, at, "an item is no JSON");
        cJSON_Delete(item);
        at = space_skip(behind, reader->end);
        if (at < reader->end && *at != ',' && *at != ']')
            warn(reader, at, "expected a comma behind an item");
        at += at < reader->end && *at != ']';
    }
}

/* The members around the items, before them: they say where links begin and what the language is. */
static const char *feed_members_read(struct reader *reader)
{
    const char *at = space_skip(reader->text, reader->end) + 1;
    const char *items = NULL;
    struct span name, value;
    while (member_next(&at, reader->end, &name, &value)) {
        bool is_items = is_name(&name, "items") && value.text < reader->end && *value.text == '[';
        if (is_items && !items)
            items = value.text;
        cJSON *json = is_items || value.length_bytes == 0
                          ? NULL
                          : value_parse(value.text, value.length_bytes);
        for (size_t i = 0; json && i < G_N_ELEMENTS(feed_members); i++)
            if (is_name(&name, feed_members[i].name))
                member_take(reader, &reader->of_feed, &feed_members[i], json);
        cJSON_Delete(json);
    }
    at = space_skip(at, reader->end);
    if (at == reader->end)
        warn(reader, at, "cut short");
    else if (*at != '}')
        warn(reader, at, "expected a member or the end of the feed");
    return items;
}

static void feed_finish(struct reader *reader)
{
    struct feed *feed = reader->feed;
    feed->title = g_strdup(reader->of_feed.texts[FIELD_HEADLINE]);
    feed->language = g_strdup(reader->of_feed.texts[FIELD_LANGUAGE]);
    for (guint i = 0; i < feed->stories->len; i++) {
        struct story *story = g_ptr_array_index(feed->stories, i);
        if (!story->language)
            story->language = g_strdup(feed->language);
    }
}

bool jsonfeed_read(const struct feed_input *input, const char *text, size_t length_bytes,
                   struct feed *feed, GError **error)
{
    struct reader reader = {.input = input, .feed = feed, .text = text, .end = text + length_bytes};
    reader.base = input->url;
    const char *items = feed_members_read(&reader);
    if (!input->url || !link_is_web(input->url))
        reader.base = reader.of_feed.texts[FIELD_LINK];
    reader.selection = selection_new(input, feed);
    if (items)
        items_read(&reader, items);
    selection_finish(reader.selection);
    feed_finish(&reader);
    selection_free(reader.selection);
    values_clear(&reader.of_feed);

    if (reader.warning && feed->stories->len == 0) {
        g_set_error(error, FEED_ERROR, FEED_ERROR_SYNTAX, "%s, before the first story",
                    reader.warning);
        g_free(reader.warning);
        return false;
    }
    feed->warning = reader.warning;
    return true;
}
