/* SPDX-License-Identifier: MIT */
#include "sniff.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "span.h"
#include "tag.h"

enum {
    /* A text may hold a form feed or two, but not more control characters than one in so many. */
    BYTES_PER_CONTROL = 100,
};

static bool is_space(char byte)
{
    return g_ascii_isspace(byte) || byte == '\0';
}

/* A control that no text has, at a rate that no text has; NULL: none. */
static const char *control_find(const char *text, size_t length)
{
    const char *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        bool is_control = g_ascii_iscntrl(text[i]) && !strchr("\t\n\v\f\r\033", text[i]);
        if (text[i] != '\0' && !is_control)
            continue;
        first = first ? first : text + i;
        count++;
    }
    return count * BYTES_PER_CONTROL > length ? first : NULL;
}

/* What the first tag that a table knows says; FORMAT_MARKUP when none is known. In a text a feed's
 * tag counts only with an attribute: junk before a feed, not an article about one. No page holds
 * <rss …>: it is what some wrap around a feed. */
static enum format tags_format(const char *at, const char *end, bool is_text)
{
    static const char *const feeds[] = {"rss", "RDF", "feed", "channel", NULL};
    enum format format = FORMAT_MARKUP;
    bool comments_end = true; /* once one does not, no later one does */

    while (at < end && (at = memchr(at, '<', (size_t)(end - at)))) {
        struct span name = {.text = at + 1};
        name.length_bytes = tag_name_length(at + 1, end);
        struct span local = name.length_bytes > 0 ? span_local_name(&name) : name;
        const char *behind = name.text + name.length_bytes;
        bool is_bare = behind == end || !g_ascii_isspace(*behind);
        if (format == FORMAT_MARKUP ? span_is_any(&local, feeds) && !(is_text && is_bare)
                                    : span_is(&local, "rss") && !is_bare)
            return FORMAT_XML;
        if (span_is(&name, "html") || span_begins(at, end, "<!doctype html"))
            format = FORMAT_HTML;
        bool is_comment = comments_end && span_begins(at, end, "<!--");
        const char *close = is_comment ? span_find(at, end, "-->") : NULL;
        comments_end = comments_end && (!is_comment || close);
        at = close ? close : at + 1;
    }
    return format;
}

/* Tags of text in HTML that has no <html>. */
static bool begins_as_page(const char *at, const char *end)
{
    static const char *const names[] = {"head",  "body",  "p",      "div",     "h1",    "h2",
                                        "table", "title", "meta",   "script",  "style", "a",
                                        "b",     "br",    "center", "article", NULL};
    struct span name = {.text = at + 1};
    name.length_bytes = tag_name_length(at + 1, end);
    return name.length_bytes > 0 && span_is_any(&name, names);
}

static enum format content_format(const char *at, const char *end)
{
    if (at == end)
        return FORMAT_EMPTY;
    if (*at == '{' || (*at == '[' && end - at > 1 && strchr("{[]\"", at[1])))
        return FORMAT_JSON;
    enum format tags = tags_format(at, at + MIN(end - at, SNIFF_HEAD_BYTES), *at != '<');
    if (tags != FORMAT_MARKUP)
        return tags;
    bool is_markup = *at == '<' && (tag_name_length(at + 1, end) > 0 ||
                                    span_begins(at, end, "<?") || span_begins(at, end, "<!"));
    if (!is_markup)
        return FORMAT_TEXT;
    return begins_as_page(at, end) ? FORMAT_HTML : FORMAT_MARKUP;
}

static size_t line_at(const char *text, const char *at)
{
    size_t line = 1;
    for (; text < at; text++)
        line += *text == '\n';
    return line;
}

enum format sniff_format(const char *text, size_t length_bytes, size_t *line)
{
    const char *const end = text + length_bytes;
    const char *start = text;
    while (start < end && is_space(*start))
        start++;

    const char *control = control_find(text, MIN(length_bytes, SNIFF_HEAD_BYTES));
    enum format format = content_format(start, end);
    bool is_binary = control && format != FORMAT_XML && format != FORMAT_EMPTY;
    *line = line_at(text, is_binary ? control : start);
    return is_binary ? FORMAT_BINARY : format;
}
