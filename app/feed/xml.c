/* SPDX-License-Identifier: MIT */
#include "xml.h"

#include <libxml/parser.h>
#include <string.h>

#include "placard/feed/feed.h"
#include "placard/limits.h"

/* The parser's working set is a chunk, not the document. */
enum { CHUNK_BYTES = 32 * 1024 };

/* libxml2 gives an attribute as five pointers. */
enum { PART_LOCAL, PART_PREFIX, PART_NAME_SPACE, PART_VALUE, PART_END, PART_COUNT };

struct parse {
    const struct xml_handler *handler;
    void *data;
    size_t open; /* elements that are */
    bool is_whole;
    struct xml_attribute attributes[LIMIT_TAG_ATTRIBUTES];
};

static const char *text_of(const xmlChar *text)
{
    return (const char *)text;
}

/* Where entities are not replaced, libxml2 leaves a "&" of an attribute as "&#38;", and only it. */
static char *value_copy(const xmlChar *start, const xmlChar *end)
{
    static const char reference[] = "&#38;";
    char *value = g_strndup(text_of(start), (gsize)(end - start));
    char *to = value;
    for (const char *from = value; *from; from++) {
        *to++ = *from;
        if (strncmp(from, reference, sizeof reference - 1) == 0)
            from += sizeof reference - 2;
    }
    *to = '\0';
    return value;
}

static void on_start(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes)
{
    (void)namespace_count;
    (void)namespaces;
    (void)defaulted_count;
    struct parse *parse = context;
    size_t count = (size_t)CLAMP(attribute_count, 0, LIMIT_TAG_ATTRIBUTES);

    for (size_t i = 0; i < count; i++) {
        const xmlChar **parts = attributes + i * PART_COUNT;
        parse->attributes[i] = (struct xml_attribute){
            .name = {.local = text_of(parts[PART_LOCAL]),
                     .prefix = text_of(parts[PART_PREFIX]),
                     .name_space = text_of(parts[PART_NAME_SPACE])},
            .value = value_copy(parts[PART_VALUE], parts[PART_END]),
        };
    }
    const struct xml_element element = {
        .name = {.local = text_of(local), .prefix = text_of(prefix), .name_space = text_of(uri)},
        .attributes = parse->attributes,
        .count = count,
    };
    parse->open++;
    parse->handler->start(parse->data, &element);
    for (size_t i = 0; i < count; i++)
        g_free(parse->attributes[i].value);
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)local;
    (void)prefix;
    (void)uri;
    struct parse *parse = context;
    parse->handler->end(parse->data);
    parse->open--;
    parse->is_whole = parse->open == 0;
}

static void on_text(void *context, const xmlChar *text, int length)
{
    struct parse *parse = context;
    parse->handler->text(parse->data, text_of(text), (size_t)length);
}

static xmlEntityPtr on_entity(void *context, const xmlChar *name)
{
    (void)context;
    return xmlGetPredefinedEntity(name);
}

static xmlParserInputPtr refuse(const char *url, const char *id, xmlParserCtxtPtr context)
{
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

static void chunks_parse(xmlParserCtxtPtr parser, const char *xml, size_t length_bytes)
{
    for (size_t at = 0; at < length_bytes; at += CHUNK_BYTES)
        xmlParseChunk(parser, xml + at, (int)MIN(length_bytes - at, CHUNK_BYTES), 0);
    xmlParseChunk(parser, NULL, 0, 1);
}

bool xml_parse(const char *xml, size_t length_bytes, const struct xml_handler *handler, void *data,
               GError **error)
{
    xmlSAXHandler sax = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .getEntity = on_entity,
    };
    struct parse parse = {.handler = handler, .data = data};

    xmlSetExternalEntityLoader(refuse);
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&sax, &parse, NULL, 0, NULL);
    if (!parser) {
        g_set_error(error, FEED_ERROR, FEED_ERROR_LIMIT, "expected a parser, found no memory");
        return false;
    }
    xmlCtxtUseOptions(parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                  XML_PARSE_NOWARNING);
    chunks_parse(parser, xml, length_bytes);
    const xmlError *last = xmlCtxtGetLastError(parser);
    if (!parse.is_whole)
        g_set_error(error, FEED_ERROR, FEED_ERROR_SYNTAX,
                    "line %d: expected the end of the root element, found none (code %d)",
                    last ? last->line : 1, last ? last->code : 0);
    xmlFreeParserCtxt(parser);
    return parse.is_whole;
}
