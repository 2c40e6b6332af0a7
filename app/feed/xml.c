/* SPDX-License-Identifier: MIT */
#include "xml.h"

#include <libxml/parser.h>
#include <string.h>

#include "placard/feed/feed.h"
#include "placard/limits.h"

/* libxml2 gives an attribute as five pointers. */
enum { PART_LOCAL, PART_PREFIX, PART_NAME_SPACE, PART_VALUE, PART_END, PART_COUNT };

struct xml_parser {
    xmlParserCtxtPtr context;
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
    struct xml_parser *parser = context;
    size_t count = (size_t)CLAMP(attribute_count, 0, LIMIT_TAG_ATTRIBUTES);

    for (size_t i = 0; i < count; i++) {
        const xmlChar **parts = attributes + i * PART_COUNT;
        parser->attributes[i] = (struct xml_attribute){
            .name = {.local = text_of(parts[PART_LOCAL]),
                     .prefix = text_of(parts[PART_PREFIX]),
                     .name_space = text_of(parts[PART_NAME_SPACE])},
            .value = value_copy(parts[PART_VALUE], parts[PART_END]),
        };
    }
    const struct xml_element element = {
        .name = {.local = text_of(local), .prefix = text_of(prefix), .name_space = text_of(uri)},
        .attributes = parser->attributes,
        .count = count,
    };
    parser->open++;
    parser->handler->start(parser->data, &element);
    for (size_t i = 0; i < count; i++)
        g_free(parser->attributes[i].value);
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    (void)local;
    (void)prefix;
    (void)uri;
    struct xml_parser *parser = context;
    parser->handler->end(parser->data);
    parser->open--;
    parser->is_whole = parser->open == 0;
}

static void on_text(void *context, const xmlChar *text, int length)
{
    struct xml_parser *parser = context;
    parser->handler->text(parser->data, text_of(text), (size_t)length);
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

struct xml_parser *xml_parser_new(const struct xml_handler *handler, void *data, GError **error)
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
    struct xml_parser *parser = g_new0(struct xml_parser, 1);

    xmlSetExternalEntityLoader(refuse);
    parser->handler = handler;
    parser->data = data;
    parser->context = xmlCreatePushParserCtxt(&sax, parser, NULL, 0, NULL);
    if (!parser->context) {
        g_free(parser);
        g_set_error(error, FEED_ERROR, FEED_ERROR_LIMIT, "expected a parser, found no memory");
        return NULL;
    }
    xmlCtxtUseOptions(parser->context, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR |
                                           XML_PARSE_NOWARNING);
    return parser;
}

void xml_parser_free(struct xml_parser *parser)
{
    if (!parser)
        return;
    xmlFreeParserCtxt(parser->context);
    g_free(parser);
}

void xml_parser_take(struct xml_parser *parser, const struct span *xml)
{
    xmlParseChunk(parser->context, xml->text, (int)xml->length_bytes, 0);
}

bool xml_parser_finish(struct xml_parser *parser, GError **error)
{
    xmlParseChunk(parser->context, NULL, 0, 1);
    const xmlError *last = xmlCtxtGetLastError(parser->context);
    if (!parser->is_whole)
        g_set_error(error, FEED_ERROR, FEED_ERROR_SYNTAX,
                    "line %d: expected the end of the root element, found none (code %d)",
                    last ? last->line : 1, last ? last->code : 0);
    return parser->is_whole;
}
