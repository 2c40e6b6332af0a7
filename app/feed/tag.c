/* SPDX-License-Identifier: MIT */
#include "tag.h"

#include <glib.h>
#include <string.h>

struct scan {
    const char *at, *end;
    const char *limit; /* where the tag would be too long */
};

static bool is_name_start(char byte)
{
    return g_ascii_isalpha(byte) || byte == '_';
}

static size_t part_length(const char *text, const char *end)
{
    const char *at = text;
    if (at == end || !is_name_start(*at))
        return 0;
    while (at < end && (is_name_start(*at) || g_ascii_isdigit(*at) || *at == '-' || *at == '.'))
        at++;
    return (size_t)(at - text);
}

size_t tag_name_length(const char *text, const char *end)
{
    size_t length = part_length(text, end);
    if (length == 0 || text + length == end || text[length] != ':')
        return length;
    size_t local = part_length(text + length + 1, end);
    return local > 0 ? length + 1 + local : 0;
}

static void scan_space(struct scan *scan)
{
    while (scan->at < scan->end && g_ascii_isspace(*scan->at))
        scan->at++;
}

/* Up to white space or the end of the tag. */
static struct span value_bare(struct scan *scan)
{
    struct span value = {.text = scan->at};
    while (scan->at < scan->end && !g_ascii_isspace(*scan->at) && *scan->at != '>') {
        if (*scan->at == '/' && scan->at + 1 < scan->end && scan->at[1] == '>')
            break;
        scan->at++;
    }
    value.length_bytes = (size_t)(scan->at - value.text);
    return value;
}

/* A value that goes on over ">" and then "<" lacks its closing quote: it found the opening one of
 * another tag. */
static bool runs_over(const char *start, const char *close)
{
    const char *greater = memchr(start, '>', (size_t)(close - start));
    const char *less = memchr(start, '<', (size_t)(close - start));
    return greater && less && greater < less;
}

static enum tag_result value_read(struct scan *scan, struct span *value)
{
    if (scan->at == scan->end)
        return TAG_RESULT_CUT;
    if (*scan->at != '"' && *scan->at != '\'') {
        *value = value_bare(scan);
        return TAG_RESULT_FOUND;
    }

    char quote = *scan->at++;
    const char *last = MIN(scan->end, scan->limit);
    const char *close = scan->at < last ? memchr(scan->at, quote, (size_t)(last - scan->at)) : NULL;
    if (close && !runs_over(scan->at, close)) {
        *value = (struct span){.text = scan->at, .length_bytes = (size_t)(close - scan->at)};
        scan->at = close + 1;
        return TAG_RESULT_FOUND;
    }
    if (!close && scan->limit < scan->end)
        return TAG_RESULT_LONG;
    if (!close && (scan->at >= last || !memchr(scan->at, '>', (size_t)(last - scan->at))))
        return TAG_RESULT_CUT;
    *value = value_bare(scan);
    return TAG_RESULT_FOUND;
}

static enum tag_result attribute_read(struct scan *scan, struct tag_attribute *attribute)
{
    *attribute = (struct tag_attribute){.name = {.text = scan->at}, .value = {.text = ""}};
    while (scan->at < scan->end && !g_ascii_isspace(*scan->at) && !strchr("=<>/\"'", *scan->at))
        scan->at++;
    attribute->name.length_bytes = (size_t)(scan->at - attribute->name.text);

    struct scan ahead = *scan;
    scan_space(&ahead);
    if (ahead.at == ahead.end || *ahead.at != '=')
        return TAG_RESULT_FOUND;
    ahead.at++;
    scan_space(&ahead);
    *scan = ahead;
    return value_read(scan, &attribute->value);
}

static bool is_proper(const struct span *name)
{
    return name->length_bytes > 0 &&
           tag_name_length(name->text, name->text + name->length_bytes) == name->length_bytes;
}

/* Passes over one character that belongs to no attribute. */
static bool stray_skip(struct scan *scan)
{
    if (*scan->at != '/' && *scan->at != '"' && *scan->at != '\'' && *scan->at != '\0')
        return false;
    scan->at++;
    return true;
}

static enum tag_result attributes_read(struct scan *scan, struct tag *tag)
{
    size_t count = 0;
    for (;;) {
        scan_space(scan);
        if (scan->at >= scan->limit)
            return TAG_RESULT_LONG;
        if (scan->at == scan->end)
            return TAG_RESULT_CUT;
        if (*scan->at == '<')
            return TAG_RESULT_NONE;
        if (*scan->at == '>')
            break;
        if (stray_skip(scan))
            continue;

        struct tag_attribute attribute;
        enum tag_result result = attribute_read(scan, &attribute);
        if (result != TAG_RESULT_FOUND)
            return result;
        if (!is_proper(&attribute.name))
            continue;
        if (count < LIMIT_TAG_ATTRIBUTES)
            tag->attributes[count] = attribute;
        count++;
    }
    tag->count = MIN(count, LIMIT_TAG_ATTRIBUTES);
    return count > LIMIT_TAG_ATTRIBUTES ? TAG_RESULT_MANY : TAG_RESULT_FOUND;
}

enum tag_result tag_read(const char *text, const char *end, struct tag *tag)
{
    size_t name_bytes = tag_name_length(text + 1, end);
    struct scan scan = {.at = text + 1 + name_bytes, .end = end, .limit = text + LIMIT_TAG_BYTES};
    if (name_bytes == 0)
        return TAG_RESULT_NONE;
    if (scan.at == end)
        return TAG_RESULT_CUT;
    if (!g_ascii_isspace(*scan.at) && *scan.at != '/' && *scan.at != '>')
        return TAG_RESULT_NONE;

    tag->name = (struct span){.text = text + 1, .length_bytes = name_bytes};
    enum tag_result result = attributes_read(&scan, tag);
    if (result != TAG_RESULT_FOUND)
        return result;
    tag->is_empty = scan.at[-1] == '/';
    tag->end = scan.at + 1;
    return TAG_RESULT_FOUND;
}
