/* SPDX-License-Identifier: MIT */
#include "repair.h"

#include <string.h>

#include "doctype.h"
#include "entity.h"
#include "placard/feed/feed.h"
#include "span.h"
#include "tag.h"

/* Text that entities of a DTD may add to a feed; beyond, they stand for nothing. */
enum { ENTITY_BYTES_MAX = 1024 * 1024, ENTITY_NAME_BYTES_MAX = 64 };

static const struct limit {
    int value;
    const char *what;
} limit_tag_bytes = {LIMIT_TAG_BYTES, "bytes in a tag"},
  limit_tag_attributes = {LIMIT_TAG_ATTRIBUTES, "attributes in a tag"},
  limit_depth = {LIMIT_DEPTH, "elements within one another"};

/* The elements that everything else stands in; any of them may be the root. */
static const char *const structure_names[] = {"rss",  "RDF",   "feed", "channel",
                                              "item", "entry", NULL};
static const char *const story_names[] = {"item", "entry", NULL};

struct open_element {
    struct span name;
    bool is_story;
};

struct repair {
    const char *start, *at, *end;
    GString *out;
    GArray *open;         /* of struct open_element, the innermost last */
    GHashTable *entities; /* of the DTD: char * to char * */
    size_t entity_bytes;  /* how much they have added */
    bool has_root, is_cut;
    const struct limit *crossed; /* NULL: none, so far */
};

/* One byte of text, escaped where XML needs it; control characters are left out. */
static void byte_append(GString *out, char byte)
{
    switch (byte) {
    case '&':
        g_string_append(out, "&amp;");
        break;
    case '<':
        g_string_append(out, "&lt;");
        break;
    case '>':
        g_string_append(out, "&gt;");
        break;
    case '"':
        g_string_append(out, "&quot;");
        break;
    default:
        if (!g_ascii_iscntrl(byte) || byte == '\t' || byte == '\n' || byte == '\r')
            g_string_append_c(out, byte);
        break;
    }
}

/* U+FFFE and U+FFFF are no characters of XML. */
static bool is_noncharacter(const char *at, const char *end)
{
    return end - at >= 3 &&
           (memcmp(at, "\xef\xbf\xbe", 3) == 0 || memcmp(at, "\xef\xbf\xbf", 3) == 0);
}

static void literal_append(GString *out, const char *at, const char *end)
{
    while (at < end) {
        if (is_noncharacter(at, end))
            at += 3;
        else
            byte_append(out, *at++);
    }
}

static const char *entity_of_dtd(const struct repair *repair, const char *at, const char *end,
                                 size_t *length_bytes)
{
    const char *close = memchr(at, ';', (size_t)MIN(end - at, ENTITY_NAME_BYTES_MAX));
    if (!close || g_hash_table_size(repair->entities) == 0)
        return NULL;
    g_autofree char *name = g_strndup(at + 1, (gsize)(close - at - 1));
    *length_bytes = (size_t)(close + 1 - at);
    return g_hash_table_lookup(repair->entities, name);
}

/* At "&". Returns behind the reference, or behind the "&" when it begins none. What the document
 * declares goes before HTML's names, but not before those of XML. */
static const char *reference_append(struct repair *repair, const char *at, const char *end)
{
    struct entity entity;
    size_t length_bytes;
    char utf8[ENTITY_UTF8_BYTES];

    bool is_known = entity_read(at, (size_t)(end - at), &entity);
    bool is_ascii = is_known && entity.character < 0x80;
    const char *value = is_ascii ? NULL : entity_of_dtd(repair, at, end, &length_bytes);
    if (!value && is_known) {
        literal_append(repair->out, utf8, utf8 + entity_to_utf8(&entity, utf8));
        return at + entity.length_bytes;
    }
    if (!value) {
        byte_append(repair->out, '&');
        return at + 1;
    }
    repair->entity_bytes += strlen(value);
    if (repair->entity_bytes <= ENTITY_BYTES_MAX)
        literal_append(repair->out, value, value + strlen(value));
    return at + length_bytes;
}

static void text_append(struct repair *repair, const char *at, const char *end)
{
    while (at < end) {
        const char *reference = memchr(at, '&', (size_t)(end - at));
        const char *stop = reference ? reference : end;
        literal_append(repair->out, at, stop);
        at = reference ? reference_append(repair, reference, end) : end;
    }
}

static void element_close(struct repair *repair)
{
    guint last = repair->open->len - 1;
    const struct span *name = &g_array_index(repair->open, struct open_element, last).name;
    g_string_append(repair->out, "</");
    g_string_append_len(repair->out, name->text, (gssize)name->length_bytes);
    g_string_append_c(repair->out, '>');
    g_array_set_size(repair->open, last);
}

/* How many elements are open up to and with the innermost of this name; 0: none has it. Only an end
 * of the feed's own structure reaches out of a story. */
static guint element_find(const struct repair *repair, const struct span *name)
{
    struct span local = span_local_name(name);
    bool is_structure = span_is_any(&local, structure_names);
    for (guint i = repair->open->len; i > 0; i--) {
        const struct open_element *open = &g_array_index(repair->open, struct open_element, i - 1);
        if (open->name.length_bytes == name->length_bytes &&
            g_ascii_strncasecmp(open->name.text, name->text, name->length_bytes) == 0)
            return i;
        if (open->is_story && !is_structure)
            return 0;
    }
    return 0;
}

static void element_close_named(struct repair *repair, const struct span *name)
{
    guint depth = element_find(repair, name);
    while (depth > 0 && repair->open->len >= depth)
        element_close(repair);
}

static void tag_append(struct repair *repair, const struct tag *tag, bool is_empty)
{
    g_string_append_c(repair->out, '<');
    g_string_append_len(repair->out, tag->name.text, (gssize)tag->name.length_bytes);
    for (size_t i = 0; i < tag->count; i++) {
        const struct tag_attribute *attribute = &tag->attributes[i];
        g_string_append_c(repair->out, ' ');
        g_string_append_len(repair->out, attribute->name.text,
                            (gssize)attribute->name.length_bytes);
        g_string_append(repair->out, "=\"");
        text_append(repair, attribute->value.text,
                    attribute->value.text + attribute->value.length_bytes);
        g_string_append_c(repair->out, '"');
    }
    g_string_append(repair->out, is_empty ? "/>" : ">");
}

static void tag_open(struct repair *repair, const struct tag *tag)
{
    static const char *const voids[] = {"br", "hr", "img", "input", "wbr", NULL};
    struct span local = span_local_name(&tag->name);

    if (!repair->has_root && !span_is_any(&local, structure_names))
        return;
    repair->has_root = true;
    const struct open_element element = {.name = tag->name,
                                         .is_story = span_is_any(&local, story_names)};
    if (element.is_story)
        element_close_named(repair, &tag->name);

    bool is_empty = tag->is_empty || span_is_any(&tag->name, voids);
    if (!is_empty && repair->open->len >= LIMIT_DEPTH) {
        repair->crossed = &limit_depth;
        return;
    }
    tag_append(repair, tag, is_empty);
    if (!is_empty)
        g_array_append_val(repair->open, element);
}

/* The "<" is a character. */
static void less_append(struct repair *repair)
{
    if (repair->has_root)
        byte_append(repair->out, '<');
    repair->at++;
}

static void cut(struct repair *repair)
{
    repair->is_cut = true;
    repair->at = repair->end;
}

static void start_tag(struct repair *repair)
{
    struct tag tag;
    switch (tag_read(repair->at, repair->end, &tag)) {
    case TAG_RESULT_FOUND:
        tag_open(repair, &tag);
        repair->at = repair->crossed ? repair->at : tag.end;
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
    struct span name = {.text = repair->at + 2};
    name.length_bytes = tag_name_length(name.text, repair->end);
    if (name.length_bytes == 0) {
        less_append(repair);
        return;
    }
    const char *at = name.text + name.length_bytes;
    while (at < repair->end && *at != '>' && *at != '<')
        at++;
    if (at == repair->end) {
        cut(repair);
        return;
    }
    element_close_named(repair, &name);
    repair->at = *at == '>' ? at + 1 : at;
}

static void comment(struct repair *repair)
{
    const char *close = span_find(repair->at + strlen("<!--"), repair->end, "-->");
    if (close)
        repair->at = close + strlen("-->");
    else
        cut(repair);
}

static void cdata(struct repair *repair)
{
    const char *start = repair->at + strlen("<![CDATA[");
    const char *close = span_find(start, repair->end, "]]>");
    if (repair->has_root)
        literal_append(repair->out, start, close ? close : repair->end);
    if (close)
        repair->at = close + strlen("]]>");
    else
        cut(repair);
}

static void doctype(struct repair *repair)
{
    repair->at += doctype_read(repair->at, (size_t)(repair->end - repair->at), repair->entities);
}

/* Ends with "?>"; with ">" where the "?" was forgotten; at the latest where a tag begins. */
static void instruction(struct repair *repair)
{
    const char *start = repair->at + 1;
    const char *next = memchr(start, '<', (size_t)(repair->end - start));
    const char *last = next ? next : repair->end;
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
    {"<!--", comment},   {"<![CDATA[", cdata}, {"<!DOCTYPE", doctype},
    {"<?", instruction}, {"</", end_tag},      {"<", start_tag},
};

static void construct_repair(struct repair *repair)
{
    size_t i = 0;
    while (!span_begins(repair->at, repair->end, constructs[i].start))
        i++;
    constructs[i].repair(repair);
}

static void text_repair(struct repair *repair)
{
    const char *next = memchr(repair->at, '<', (size_t)(repair->end - repair->at));
    const char *stop = next ? next : repair->end;
    if (repair->has_root)
        text_append(repair, repair->at, stop);
    repair->at = stop;
}

static void document_repair(struct repair *repair)
{
    while (repair->at < repair->end && !repair->crossed) {
        if (repair->has_root && repair->open->len == 0)
            return;
        if (*repair->at == '<')
            construct_repair(repair);
        else
            text_repair(repair);
    }
}

static size_t line_number(const struct repair *repair)
{
    size_t line = 1;
    for (const char *at = repair->start; at < repair->at; at++)
        line += *at == '\n';
    return line;
}

bool repair_xml(const char *text, size_t length_bytes, struct repaired *repaired, GError **error)
{
    struct repair repair = {
        .start = text,
        .at = text,
        .end = text + length_bytes,
        .out = g_string_sized_new(length_bytes),
        .open = g_array_new(FALSE, FALSE, sizeof(struct open_element)),
        .entities = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
    };
    document_repair(&repair);
    bool is_open = repair.open->len > 0;

    g_array_free(repair.open, TRUE);
    g_hash_table_destroy(repair.entities);
    if (repair.crossed) {
        g_string_free(repair.out, TRUE);
        g_set_error(error, FEED_ERROR, FEED_ERROR_LIMIT,
                    "line %zu: expected at most %d %s, found more", line_number(&repair),
                    repair.crossed->value, repair.crossed->what);
        return false;
    }
    *repaired = (struct repaired){
        .length_bytes = repair.out->len,
        .is_cut = is_open || repair.is_cut,
    };
    repaired->xml = g_string_free(repair.out, FALSE);
    return true;
}

void repaired_clear(struct repaired *repaired)
{
    g_free(repaired->xml);
    *repaired = (struct repaired){0};
}
