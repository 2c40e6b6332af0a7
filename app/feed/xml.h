/* SPDX-License-Identifier: MIT
 *
 * XML as a stream of events. Behind it stands libxml2, which nobody else sees: no tree, no network,
 * no external entity, no DTD.
 */
#ifndef PLACARD_FEED_XML_H
#define PLACARD_FEED_XML_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "span.h"

struct xml_name {
    const char *local;
    const char *prefix;     /* NULL when there is none */
    const char *name_space; /* its URI; NULL when there is none, or the prefix is not declared */
};

struct xml_attribute {
    struct xml_name name;
    char *value;
};

struct xml_element {
    struct xml_name name;
    const struct xml_attribute *attributes;
    size_t count;
};

/* What is passed in is borrowed for the call. Text comes in pieces, in UTF-8. */
struct xml_handler {
    void (*start)(void *data, const struct xml_element *element);
    void (*end)(void *data);
    void (*text)(void *data, const char *text, size_t length_bytes);
};

struct xml_parser;

/* NULL with an error when there is no memory. The handler and data must outlive the parser. */
struct xml_parser *xml_parser_new(const struct xml_handler *handler, void *data, GError **error);
void xml_parser_free(struct xml_parser *parser);

/* Takes the next piece of what repair_take gives. */
void xml_parser_take(struct xml_parser *parser, const struct span *xml);

/* When there is no more. True when the root element has been closed; else false with an error that
 * names the line where the parser stood, all before it having been reported. */
bool xml_parser_finish(struct xml_parser *parser, GError **error);

#endif
