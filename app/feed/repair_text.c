/* SPDX-License-Identifier: MIT */
#include "repair_text.h"

#include <string.h>

#include "entity.h"

/* Text that entities of a DTD may add to a feed; beyond, they stand for nothing. */
enum { ENTITY_BYTES_MAX = 1024 * 1024, ENTITY_NAME_BYTES_MAX = 64 };

#define CDATA_START "<![CDATA["
#define CDATA_END "]]>"

/* Bytes that are not just copied: controls, the marks of markup, and what may begin a
 * non-character. */
static const bool is_special[256] = {
    [0x00] = true, [0x01] = true, [0x02] = true, [0x03] = true, [0x04] = true, [0x05] = true,
    [0x06] = true, [0x07] = true, [0x08] = true, [0x0b] = true, [0x0c] = true, [0x0e] = true,
    [0x0f] = true, [0x10] = true, [0x11] = true, [0x12] = true, [0x13] = true, [0x14] = true,
    [0x15] = true, [0x16] = true, [0x17] = true, [0x18] = true, [0x19] = true, [0x1a] = true,
    [0x1b] = true, [0x1c] = true, [0x1d] = true, [0x1e] = true, [0x1f] = true, [0x7f] = true,
    ['&'] = true,  ['<'] = true,  ['>'] = true,  [0xef] = true,
};

void repair_text_init(struct repair_text *text)
{
    *text = (struct repair_text){
        .xml = g_string_new(NULL),
        .entities = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
    };
}

void repair_text_clear(struct repair_text *text)
{
    g_string_free(text->xml, TRUE);
    g_hash_table_destroy(text->entities);
}

static const char *plain_end(const char *at, const char *end)
{
    while (at < end && !is_special[(guchar)*at])
        at++;
    return at;
}

/* U+FFFE and U+FFFF are no characters of XML. */
static bool is_noncharacter(const char *at, const char *end)
{
    return end - at >= 3 &&
           (memcmp(at, "\xef\xbf\xbe", 3) == 0 || memcmp(at, "\xef\xbf\xbf", 3) == 0);
}

/* How many bytes at a special one are no text of XML. */
static size_t illegal_length(const char *at, const char *end)
{
    if (is_noncharacter(at, end))
        return 3;
    return g_ascii_iscntrl(*at) ? 1 : 0;
}

static const char *entity_of_dtd(const struct repair_text *text, const char *at, const char *end,
                                 size_t *length_bytes)
{
    const char *close = memchr(at, ';', (size_t)MIN(end - at, ENTITY_NAME_BYTES_MAX));
    if (!close || g_hash_table_size(text->entities) == 0)
        return NULL;
    g_autofree char *name = g_strndup(at + 1, (gsize)(close - at - 1));
    *length_bytes = (size_t)(close + 1 - at);
    return g_hash_table_lookup(text->entities, name);
}

static void cdata_begin(struct repair_text *text)
{
    if (!text->is_cdata)
        g_string_append(text->xml, CDATA_START);
    text->is_cdata = true;
}

void repair_text_end(struct repair_text *text)
{
    if (text->is_cdata)
        g_string_append(text->xml, CDATA_END);
    text->is_cdata = false;
}

/* A mark of markup as text. Behind "]]" a ">" would end a section, or be an error. */
static void mark_append(struct repair_text *text, char mark)
{
    GString *xml = text->xml;
    if (mark == '>' && xml->len >= 2 && memcmp(xml->str + xml->len - 2, "]]", 2) == 0) {
        repair_text_end(text);
        cdata_begin(text);
    } else if (mark != '>') {
        cdata_begin(text);
    }
    g_string_append_c(xml, mark);
}

static void literal_append(struct repair_text *text, const char *at, const char *end)
{
    while (at < end) {
        const char *stop = plain_end(at, end);
        g_string_append_len(text->xml, at, stop - at);
        at = stop;
        if (at == end)
            return;
        size_t illegal = illegal_length(at, end);
        if (illegal == 0 && strchr("&<>", *at))
            mark_append(text, *at);
        else if (illegal == 0)
            g_string_append_c(text->xml, *at);
        at += illegal > 0 ? illegal : 1;
    }
}

static void value_append(struct repair_text *text, const char *at, const char *end)
{
    static const struct {
        char mark;
        const char *reference;
    } marks[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};

    while (at < end) {
        size_t illegal = is_special[(guchar)*at] ? illegal_length(at, end) : 0;
        size_t i = 0;
        while (i < G_N_ELEMENTS(marks) && marks[i].mark != *at)
            i++;
        if (i < G_N_ELEMENTS(marks))
            g_string_append(text->xml, marks[i].reference);
        else if (illegal == 0)
            g_string_append_c(text->xml, *at);
        at += illegal > 0 ? illegal : 1;
    }
}

/* Appends text that holds no references. */
typedef void append_text(struct repair_text *text, const char *at, const char *end);

/* At "&". Returns behind the reference, or behind the "&" when it begins none. What the document
 * declares goes before HTML's names, but not before those of XML. */
static const char *reference_append(struct repair_text *text, const char *at, const char *end,
                                    append_text *append)
{
    struct entity entity;
    size_t length_bytes;
    char utf8[ENTITY_UTF8_BYTES];

    bool is_known = entity_read(at, (size_t)(end - at), &entity);
    bool is_ascii = is_known && entity.character < 0x80;
    const char *value = is_ascii ? NULL : entity_of_dtd(text, at, end, &length_bytes);
    if (!value && is_known) {
        append(text, utf8, utf8 + entity_to_utf8(&entity, utf8));
        return at + entity.length_bytes;
    }
    if (!value) {
        append(text, at, at + 1);
        return at + 1;
    }
    text->entity_bytes += strlen(value);
    if (text->entity_bytes <= ENTITY_BYTES_MAX)
        append(text, value, value + strlen(value));
    return at + length_bytes;
}

static void references_append(struct repair_text *text, const char *at, const char *end,
                              append_text *append)
{
    while (at < end) {
        const char *reference = memchr(at, '&', (size_t)(end - at));
        const char *stop = reference ? reference : end;
        append(text, at, stop);
        at = reference ? reference_append(text, reference, end, append) : end;
    }
}

void repair_text_append(struct repair_text *text, const char *at, const char *end,
                        bool has_references)
{
    if (has_references)
        references_append(text, at, end, literal_append);
    else
        literal_append(text, at, end);
}

void repair_text_append_value(struct repair_text *text, const char *at, const char *end)
{
    references_append(text, at, end, value_append);
}
