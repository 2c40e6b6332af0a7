/* SPDX-License-Identifier: MIT
 *
 * What the elements of feeds mean, whatever the dialect: RSS 0.9x, 1.0, 2.0, Atom 0.3, 1.0, and the
 * modules Dublin Core, Content, Media RSS, iTunes, XHTML.
 */
#ifndef PLACARD_FEED_ELEMENT_H
#define PLACARD_FEED_ELEMENT_H

#include <stdbool.h>

#include "xml.h"

/* What is known of a story or of the feed itself. */
enum field {
    FIELD_HEADLINE,
    FIELD_TEASER,
    FIELD_BODY,
    FIELD_LINK,
    FIELD_ID,
    FIELD_PUBLISHED,
    FIELD_LANGUAGE,
    FIELD_IMAGE,
    FIELD_TTL, /* these three: see rhythm.h */
    FIELD_SKIP_HOUR,
    FIELD_SKIP_DAY,
    FIELD_COUNT,
};

enum element_role {
    ELEMENT_ROLE_FIELD, /* its text, or one of its attributes, is a field */
    ELEMENT_ROLE_STORY, /* holds the fields of a story */
    ELEMENT_ROLE_FEED,  /* holds those of the feed */
    ELEMENT_ROLE_GROUP, /* its children count as its parent's */
};

/* How the text of a field is to be read. */
enum element_text {
    ELEMENT_TEXT_HTML,  /* markup, escaped or not */
    ELEMENT_TEXT_PLAIN, /* as it stands; Atom's default */
    ELEMENT_TEXT_XHTML, /* elements are markup, text is text */
    ELEMENT_TEXT_BASE64,
    ELEMENT_TEXT_NONE, /* pictures and the like */
};

struct element_row {
    int name_space;
    const char *local;
    enum element_role role;
    enum field field;
    int rank;               /* of several elements for a field the lowest counts */
    enum element_text text; /* unless an attribute says otherwise */
    const char *attribute;  /* the field is this attribute's value, not the text; or NULL */
    bool is_media;          /* only what is a picture */
};

/* A rank behind those of all elements. */
enum { ELEMENT_RANK_LAST = 1 << 20 };

/* The row of an element, NULL when it means nothing here; static storage. */
const struct element_row *element_find(const struct xml_name *name);

/* How the text of the element is to be read by its row and its attributes type and mode. */
enum element_text element_text_kind(const struct xml_element *element,
                                    const struct element_row *row);

/* True when the element, a link, enclosure or the like, is about a picture that a story may have. */
bool element_is_picture(const struct xml_element *element);

/* The rank of the picture that the element names: by its row, then the wider one. */
int element_picture_rank(const struct xml_element *element, const struct element_row *row);

/* The value of an attribute without prefix, or of xml:base, xml:lang; NULL when there is none. */
const char *element_attribute(const struct xml_element *element, const char *local);
const char *element_xml_attribute(const struct xml_element *element, const char *local);

#endif
