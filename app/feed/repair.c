/* SPDX-License-Identifier: MIT
 *
 * A stretch of the text is held in which whatever begins can be judged, however it was cut into
 * pieces: so much of it lies ahead as the longest tag may have. Only comments and CDATA go on for
 * longer, without having to be judged.
 */
#include "repair.h"

#include <string.h>

#include "doctype.h"
#include "placard/feed/feed.h"
#include "repair_open.h"
#include "repair_text.h"
#include "tag.h"

/* A tag is too long only if something comes behind. */
enum { AHEAD_BYTES = LIMIT_TAG_BYTES + 1 };

static const struct limit {
    int value;
    const char *what;
} limit_tag_bytes = {LIMIT_TAG_BYTES, "bytes in a tag"},
  limit_tag_attributes = {LIMIT_TAG_ATTRIBUTES, "attributes in a tag"},
  limit_depth = {LIMIT_DEPTH, "elements within one another"};

/* What goes on up to its end mark, over any length. */
struct section {
    const char *end_mark;
    bool is_text;
};

static const struct section comment = {.end_mark = "-->"},
                            cdata = {.end_mark = "]]>", .is_text = true};

struct repair {
    GString *held; /* of the text */
    const char *at, *end;
    size_t lines; /* before what is held */
    struct repair_text text;
    struct repair_open open;
    struct tag tag; /* the last one: here, since it is large to be cleared each time */
    const struct section *section; /* NULL: in none */
    bool has_root, is_cut, is_last;
    const struct limit *crossed; /* NULL: none, so far */
};

/* How far to look for the end of what begins here. */
static const char *ahead_end(const struct repair *repair)
{
    return repair->at + MIN(repair->end - repair->at, AHEAD_BYTES);
}

static void tag_append(struct repair *repair, const struct tag *tag, bool is_empty,
                       unsigned *namespaces)
{
    GString *xml = repair->text.xml;
    unsigned room = LIMIT_NAMESPACES - repair->open.namespaces;
    repair_text_end(&repair->text);
    g_string_append_c(xml, '<');
    g_string_append_len(xml, tag->name.text, (gssize)tag->name.length_bytes);
    for (size_t i = 0; i < tag->count; i++) {
        const struct tag_attribute *attribute = &tag->attributes[i];
        const char *name_end = attribute->name.text + attribute->name.length_bytes;
        bool is_declaration = span_begins(attribute->name.text, name_end, "xmlns");
        if (is_declaration && *namespaces == room)
            continue;
        *namespaces += is_declaration ? 1 : 0;
        g_string_append_c(xml, ' ');
        g_string_append_len(xml, attribute->name.text, (gssize)attribute->name.length_bytes);
        g_string_append(xml, "=\"");
        repair_text_append_value(&repair->text, attribute->value.text,
                                 attribute->value.text + attribute->value.length_bytes);
        g_string_append_c(xml, '"');
    }
    g_string_append(xml, is_empty ? "/>" : ">");
}

static void tag_close(struct repair *repair, const struct span *name)
{
    repair_text_end(&repair->text);
    repair_open_pop(&repair->open, name, repair->text.xml);
}

static void tag_open(struct repair *repair, const struct tag *tag)
{
    static const char *const voids[] = {"br", "hr", "img", "input", "wbr", NULL};
    unsigned namespaces = 0;

    if (!repair->has_root && !repair_open_is_structure(&tag->name))
        return;
    repair->has_root = true;
    if (repair_open_is_story(&tag->name))
        tag_close(repair, &tag->name);
    repair_text_end(&repair->text);
    repair_open_make_way(&repair->open, &tag->name, repair->text.xml);

    bool is_empty = tag->is_empty || span_is_any(&tag->name, voids);
    if (!is_empty && repair->open.count >= LIMIT_DEPTH) {
        repair->crossed = &limit_depth;
        return;
    }
    tag_append(repair, tag, is_empty, &namespaces);
    if (!is_empty)
        repair_open_push(&repair->open, &tag->name, namespaces);
}

static void text_append(struct repair *repair, const char *end, bool has_references)
{
    if (repair->has_root)
        repair_text_append(&repair->text, repair->at, end, has_references);
    repair->at = end;
}

/* The "<" is a character. */
static void less_append(struct repair *repair)
{
    text_append(repair, repair->at + 1, false);
}

/* What begins here does not end within what may be looked at. */
static void cut(struct repair *repair)
{
    repair->at = ahead_end(repair);
    repair->is_cut = repair->is_last && repair->at == repair->end;
}

static void start_tag(struct repair *repair)
{
    struct tag *tag = &repair->tag;
    switch (tag_read(repair->at, ahead_end(repair), tag)) {
    case TAG_RESULT_FOUND:
        tag_open(repair, tag);
        repair->at = repair->crossed ? repair->at : tag->end;
        break;
    case TAG_RESULT_NONE:
        less_append(repair);
        break;
    case TAG_RESULT_CUT:
        cut(repair);
        break;
    case TAG_RESULT_LONG:
        repair->crossed = &limit_tag_bytes;
        break;
    case TAG_RESULT_MANY:
        repair->crossed = &limit_tag_attributes;
        break;
    }
}

static void end_tag(struct repair *repair)
{
    const char *const end = ahead_end(repair);
    struct span name = {.text = repair->at + 2};
    name.length_bytes = tag_name_length(name.text, end);
    if (name.length_bytes == 0) {
        less_append(repair);
        return;
    }
    const char *at = name.text + name.length_bytes;
    while (at < end && *at != '>' && *at != '<')
        at++;
    if (at == end) {
        cut(repair);
        return;
    }
    tag_close(repair, &name);
    repair->at = *at == '>' ? at + 1 : at;
}

static void comment_start(struct repair *repair)
{
    repair->section = &comment;
    repair->at += strlen("<!--");
}

static void cdata_start(struct repair *repair)
{
    repair->section = &cdata;
    repair->at += strlen("<![CDATA[");
}

static void doctype(struct repair *repair)
{
    repair->at +=
        doctype_read(repair->at, (size_t)(ahead_end(repair) - repair->at), repair->text.entities);
}

/* Ends with "?>"; with ">" where the "?" was forgotten; at the latest where a tag begins. */
static void instruction(struct repair *repair)
{
    const char *const end = ahead_end(repair);
    const char *start = repair->at + 1;
    const char *next = memchr(start, '<', (size_t)(end - start));
    const char *last = next ? next : end;
    const char *close = span_find(start, last, "?>");
    const char *greater = close ? close + 1 : memchr(start, '>', (size_t)(last - start));

    if (greater)
        repair->at = greater + 1;
    else if (next)
        repair->at = next;
    else
        cut(repair);
}

/* What a "<" may begin; the first that fits. */
static const struct {
    const char *start;
    void (*repair)(struct repair *repair);
} constructs[] = {
    {"<!--", comment_start}, {"<![CDATA[", cdata_start},
    {"<!DOCTYPE", doctype},  {"<?", instruction},
    {"</", end_tag},         {"<", start_tag},
};

static void construct_repair(struct repair *repair)
{
    size_t i = 0;
    while (!span_begins(repair->at, repair->end, constructs[i].start))
        i++;
    constructs[i].repair(repair);
}

/* Over the section that goes on, as far as it shows. */
static void section_repair(struct repair *repair)
{
    const struct section *section = repair->section;
    const size_t mark_bytes = strlen(section->end_mark);
    const char *close = span_find(repair->at, repair->end, section->end_mark);
    const char *stop = close ? close : repair->end;
    /* The last bytes may begin the end, and no character is parted. */
    if (!close && !repair->is_last)
        for (stop -= mark_bytes; ((guchar)*stop & 0xc0) == 0x80; stop--)
            continue;

    if (section->is_text)
        text_append(repair, stop, false);
    repair->at = close ? close + mark_bytes : stop;
    repair->section = close ? NULL : section;
    repair->is_cut = !close && repair->is_last;
}

/* Up to a tag, or what may be the beginning of a reference only. */
static void text_repair(struct repair *repair)
{
    const char *stop = memchr(repair->at, '<', (size_t)(repair->end - repair->at));
    const char *tail = repair->end - REPAIR_TEXT_REFERENCE_BYTES;
    if (!stop && !repair->is_last)
        stop = memchr(tail, '&', REPAIR_TEXT_REFERENCE_BYTES);
    text_append(repair, stop ? stop : repair->end, true);
}

static bool goes_on(const struct repair *repair)
{
    bool is_enough =
        repair->is_last ? repair->at < repair->end : repair->end - repair->at >= AHEAD_BYTES;
    return is_enough && !repair->crossed && !repair_is_done(repair);
}

static void document_repair(struct repair *repair)
{
    while (goes_on(repair)) {
        if (repair->section)
            section_repair(repair);
        else if (*repair->at == '<')
            construct_repair(repair);
        else
            text_repair(repair);
    }
    repair_text_end(&repair->text);
    /* Nor does a ">" make an end of sections of what comes next. */
    if (repair->text.xml->len > 0 && repair->text.xml->str[repair->text.xml->len - 1] == ']')
        g_string_append(repair->text.xml, "<![CDATA[]]>");
}

static size_t lines_count(const char *at, const char *end)
{
    size_t lines = 0;
    while ((at = memchr(at, '\n', (size_t)(end - at)))) {
        lines++;
        at++;
    }
    return lines;
}

/* Takes a piece to what is held, of which what is done with goes when it is the larger part. */
static void piece_hold(struct repair *repair, const struct span *text)
{
    size_t used = (size_t)(repair->at - repair->held->str);
    if (used * 2 >= repair->held->len) {
        repair->lines += lines_count(repair->held->str, repair->at);
        g_string_erase(repair->held, 0, (gssize)used);
        used = 0;
    }
    if (text)
        g_string_append_len(repair->held, text->text, (gssize)text->length_bytes);
    repair->is_last = !text;
    repair->at = repair->held->str + used;
    repair->end = repair->held->str + repair->held->len;
}

struct repair *repair_new(void)
{
    struct repair *repair = g_new0(struct repair, 1);
    repair->held = g_string_new(NULL);
    repair->at = repair->held->str;
    repair_text_init(&repair->text);
    repair_open_init(&repair->open);
    return repair;
}

void repair_free(struct repair *repair)
{
    g_string_free(repair->held, TRUE);
    repair_text_clear(&repair->text);
    repair_open_clear(&repair->open);
    g_free(repair);
}

bool repair_is_done(const struct repair *repair)
{
    return repair->has_root && repair->open.count == 0;
}

bool repair_is_cut(const struct repair *repair)
{
    return repair->is_cut || repair->open.count > 0;
}

bool repair_take(struct repair *repair, const struct span *text, struct span *xml, GError **error)
{
    piece_hold(repair, text);
    g_string_truncate(repair->text.xml, 0);
    document_repair(repair);
    if (repair->crossed) {
        size_t line = 1 + repair->lines + lines_count(repair->held->str, repair->at);
        g_set_error(error, FEED_ERROR, FEED_ERROR_LIMIT,
                    "line %zu: expected at most %d %s, found more", line, repair->crossed->value,
                    repair->crossed->what);
        return false;
    }
    *xml = (struct span){.text = repair->text.xml->str, .length_bytes = repair->text.xml->len};
    return true;
}
