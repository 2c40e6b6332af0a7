/* SPDX-License-Identifier: MIT */
#include "element.h"

#include <string.h>

#include "picture.h"
#include "placard/limits.h"

enum name_space {
    NAME_SPACE_OTHER,
    NAME_SPACE_RSS, /* or none at all */
    NAME_SPACE_ATOM,
    NAME_SPACE_DC,
    NAME_SPACE_CONTENT,
    NAME_SPACE_MEDIA,
    NAME_SPACE_ITUNES,
    NAME_SPACE_XHTML,
    NAME_SPACE_RDF,
    NAME_SPACE_BURNER,
};

/* URIs without their protocol and a "/" or "#" at the end, as both are often got wrong. */
static const struct {
    const char *uri;
    enum name_space name_space;
} uris[] = {
    {"www.w3.org/2005/Atom", NAME_SPACE_ATOM},
    {"purl.org/atom/ns", NAME_SPACE_ATOM},
    {"purl.org/rss/1.0", NAME_SPACE_RSS},
    {"my.netscape.com/rdf/simple/0.9", NAME_SPACE_RSS},
    {"channel.netscape.com/rdf/simple/0.9", NAME_SPACE_RSS},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", NAME_SPACE_RSS},
    {"backend.userland.com/rss", NAME_SPACE_RSS},
    {"backend.userland.com/rss2", NAME_SPACE_RSS},
    {"blogs.law.harvard.edu/tech/rss", NAME_SPACE_RSS},
    {"cyber.law.harvard.edu/rss/rss.html", NAME_SPACE_RSS},
    {"purl.org/dc/elements/1.0", NAME_SPACE_DC},
    {"purl.org/dc/elements/1.1", NAME_SPACE_DC},
    {"purl.org/dc/terms", NAME_SPACE_DC},
    {"purl.org/rss/1.0/modules/content", NAME_SPACE_CONTENT},
    {"search.yahoo.com/mrss", NAME_SPACE_MEDIA},
    {"www.itunes.com/dtds/podcast-1.0.dtd", NAME_SPACE_ITUNES},
    {"www.w3.org/1999/xhtml", NAME_SPACE_XHTML},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", NAME_SPACE_RDF},
    {"rssnamespace.org/feedburner/ext/1.0", NAME_SPACE_BURNER},
};

/* Where the prefix is not declared, or under a URI that nobody knows. */
static const struct {
    const char *prefix;
    enum name_space name_space;
} prefixes[] = {
    {"rss", NAME_SPACE_RSS},     {"atom", NAME_SPACE_ATOM},         {"atom10", NAME_SPACE_ATOM},
    {"dc", NAME_SPACE_DC},       {"dcterms", NAME_SPACE_DC},        {"content", NAME_SPACE_CONTENT},
    {"media", NAME_SPACE_MEDIA}, {"itunes", NAME_SPACE_ITUNES},     {"xhtml", NAME_SPACE_XHTML},
    {"rdf", NAME_SPACE_RDF},     {"feedburner", NAME_SPACE_BURNER},
};

#define RSS NAME_SPACE_RSS
#define ATOM NAME_SPACE_ATOM
#define DC NAME_SPACE_DC
#define MEDIA NAME_SPACE_MEDIA
#define ITUNES NAME_SPACE_ITUNES
#define PLAIN ELEMENT_TEXT_PLAIN
#define XHTML ELEMENT_TEXT_XHTML

static const struct element_row rows[] = {
    {RSS, "channel", .role = ELEMENT_ROLE_FEED},
    {ATOM, "feed", .role = ELEMENT_ROLE_FEED},
    {RSS, "item", .role = ELEMENT_ROLE_STORY},
    {ATOM, "entry", .role = ELEMENT_ROLE_STORY},
    {MEDIA, "group", .role = ELEMENT_ROLE_GROUP},

    {RSS, "title", .field = FIELD_HEADLINE},
    {ATOM, "title", .field = FIELD_HEADLINE, .text = PLAIN},
    {DC, "title", .field = FIELD_HEADLINE, .rank = 1},
    {MEDIA, "title", .field = FIELD_HEADLINE, .rank = 2},
    {ITUNES, "title", .field = FIELD_HEADLINE, .rank = 3},

    {RSS, "description", .field = FIELD_TEASER},
    {RSS, "summary", .field = FIELD_TEASER, .rank = 1},
    {ATOM, "summary", .field = FIELD_TEASER, .rank = 1, .text = PLAIN},
    {DC, "description", .field = FIELD_TEASER, .rank = 2},
    {DC, "abstract", .field = FIELD_TEASER, .rank = 2},
    {ITUNES, "summary", .field = FIELD_TEASER, .rank = 3},
    {MEDIA, "description", .field = FIELD_TEASER, .rank = 4},
    {ITUNES, "subtitle", .field = FIELD_TEASER, .rank = 5},

    {NAME_SPACE_CONTENT, "encoded", .field = FIELD_BODY},
    {ATOM, "content", .field = FIELD_BODY, .rank = 1, .text = PLAIN},
    {RSS, "content", .field = FIELD_BODY, .rank = 1},
    {NAME_SPACE_XHTML, "body", .field = FIELD_BODY, .rank = 2, .text = XHTML},
    {NAME_SPACE_XHTML, "div", .field = FIELD_BODY, .rank = 3, .text = XHTML},
    {RSS, "fullitem", .field = FIELD_BODY, .rank = 4},

    {RSS, "link", .field = FIELD_LINK},
    {ATOM, "link", .field = FIELD_LINK},
    {NAME_SPACE_BURNER, "origLink", .field = FIELD_LINK, .rank = 2},

    {RSS, "guid", .field = FIELD_ID},
    {ATOM, "id", .field = FIELD_ID},
    {DC, "identifier", .field = FIELD_ID, .rank = 1},

    {RSS, "pubDate", .field = FIELD_PUBLISHED},
    {ATOM, "published", .field = FIELD_PUBLISHED, .rank = 1},
    {ATOM, "issued", .field = FIELD_PUBLISHED, .rank = 2},
    {DC, "date", .field = FIELD_PUBLISHED, .rank = 3},
    {DC, "issued", .field = FIELD_PUBLISHED, .rank = 3},
    {DC, "created", .field = FIELD_PUBLISHED, .rank = 4},
    {ATOM, "created", .field = FIELD_PUBLISHED, .rank = 4},
    {ATOM, "updated", .field = FIELD_PUBLISHED, .rank = 5},
    {ATOM, "modified", .field = FIELD_PUBLISHED, .rank = 6},
    {DC, "modified", .field = FIELD_PUBLISHED, .rank = 6},

    {RSS, "language", .field = FIELD_LANGUAGE},
    {DC, "language", .field = FIELD_LANGUAGE, .rank = 1},

    {RSS, "ttl", .field = FIELD_TTL},
    {RSS, "skipHours", .role = ELEMENT_ROLE_GROUP},
    {RSS, "hour", .field = FIELD_SKIP_HOUR},
    {RSS, "skipDays", .role = ELEMENT_ROLE_GROUP},
    {RSS, "day", .field = FIELD_SKIP_DAY},

    {MEDIA, "content", .role = ELEMENT_ROLE_GROUP, .field = FIELD_IMAGE, .attribute = "url",
     .is_media = true},
    {RSS, "enclosure", .field = FIELD_IMAGE, .rank = 1, .attribute = "url", .is_media = true},
    {MEDIA, "thumbnail", .field = FIELD_IMAGE, .rank = 2, .attribute = "url"},
    {ITUNES, "image", .field = FIELD_IMAGE, .rank = 3, .attribute = "href"},
};

#undef RSS
#undef ATOM
#undef DC
#undef MEDIA
#undef ITUNES
#undef PLAIN
#undef XHTML

static enum name_space uri_name_space(const char *uri)
{
    static const char *const protocols[] = {"http://", "https://"};
    for (size_t i = 0; i < G_N_ELEMENTS(protocols); i++)
        if (g_str_has_prefix(uri, protocols[i]))
            uri += strlen(protocols[i]);
    size_t length = strlen(uri);
    while (length > 0 && strchr("/#", uri[length - 1]))
        length--;
    for (size_t i = 0; i < G_N_ELEMENTS(uris); i++)
        if (strlen(uris[i].uri) == length && g_ascii_strncasecmp(uri, uris[i].uri, length) == 0)
            return uris[i].name_space;
    return NAME_SPACE_OTHER;
}

static enum name_space name_space_of(const struct xml_name *name)
{
    enum name_space known = name->name_space ? uri_name_space(name->name_space) : NAME_SPACE_OTHER;
    if (known != NAME_SPACE_OTHER)
        return known;
    if (!name->prefix)
        return NAME_SPACE_RSS;
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (g_ascii_strcasecmp(name->prefix, prefixes[i].prefix) == 0)
            return prefixes[i].name_space;
    return NAME_SPACE_OTHER;
}

static const struct element_row *row_find(enum name_space name_space, const char *local)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].name_space == (int)name_space && g_ascii_strcasecmp(local, rows[i].local) == 0)
            return &rows[i];
    return NULL;
}

const struct element_row *element_find(const struct xml_name *name)
{
    enum name_space name_space = name_space_of(name);
    const struct element_row *row = row_find(name_space, name->local);
    /* RSS and Atom borrow from one another, and feeds mix their namespaces up. */
    if (!row && name_space == NAME_SPACE_ATOM)
        row = row_find(NAME_SPACE_RSS, name->local);
    if (!row && name_space == NAME_SPACE_RSS)
        row = row_find(NAME_SPACE_ATOM, name->local);
    return row;
}

const char *element_attribute(const struct xml_element *element, const char *local)
{
    for (size_t i = 0; i < element->count; i++) {
        const struct xml_attribute *attribute = &element->attributes[i];
        if (!attribute->name.prefix && g_ascii_strcasecmp(attribute->name.local, local) == 0)
            return attribute->value;
    }
    return NULL;
}

const char *element_xml_attribute(const struct xml_element *element, const char *local)
{
    for (size_t i = 0; i < element->count; i++) {
        const struct xml_attribute *attribute = &element->attributes[i];
        if (attribute->name.prefix && strcmp(attribute->name.prefix, "xml") == 0 &&
            strcmp(attribute->name.local, local) == 0)
            return attribute->value;
    }
    return NULL;
}

static enum element_text type_text(const char *type, enum element_text otherwise)
{
    static const struct {
        const char *start;
        enum element_text text;
    } types[] = {
        {"xhtml", ELEMENT_TEXT_XHTML},      {"application/xhtml", ELEMENT_TEXT_XHTML},
        {"html", ELEMENT_TEXT_HTML},        {"text/html", ELEMENT_TEXT_HTML},
        {"text/xhtml", ELEMENT_TEXT_XHTML}, {"text", ELEMENT_TEXT_PLAIN},
        {"image/", ELEMENT_TEXT_NONE},      {"audio/", ELEMENT_TEXT_NONE},
        {"video/", ELEMENT_TEXT_NONE},      {"application/octet-stream", ELEMENT_TEXT_BASE64},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        if (g_ascii_strncasecmp(type, types[i].start, strlen(types[i].start)) == 0)
            return types[i].text;
    return otherwise;
}

enum element_text element_text_kind(const struct xml_element *element,
                                    const struct element_row *row)
{
    /* Atom 0.3 says with mode how the text is wrapped, with type only what it is. */
    const char *mode = element_attribute(element, "mode");
    if (mode && g_ascii_strcasecmp(mode, "base64") == 0)
        return ELEMENT_TEXT_BASE64;
    if (mode && g_ascii_strcasecmp(mode, "escaped") == 0)
        return ELEMENT_TEXT_HTML;
    const char *type = element_attribute(element, "type");
    return type ? type_text(type, row->text) : row->text;
}

/* The end of a URL's path. */
static bool has_picture_ending(const char *url)
{
    static const char *const endings[] = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"};
    size_t length = strcspn(url, "?#");
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t ending = strlen(endings[i]);
        if (length > ending && g_ascii_strncasecmp(url + length - ending, endings[i], ending) == 0)
            return true;
    }
    return false;
}

/* By type, else medium, else the URL; a type that says nothing does not count. */
static bool is_said_picture(const struct xml_element *element, const char *url)
{
    static const char *const others[] = {"audio/", "video/", "text/", "application/pdf"};
    const char *type = element_attribute(element, "type");
    const char *medium = element_attribute(element, "medium");
    if (type && g_ascii_strncasecmp(type, "image", strlen("image")) == 0)
        return true;
    for (size_t i = 0; type && i < G_N_ELEMENTS(others); i++)
        if (g_ascii_strncasecmp(type, others[i], strlen(others[i])) == 0)
            return false;
    return medium ? g_ascii_strcasecmp(medium, "image") == 0 : has_picture_ending(url);
}

bool element_is_picture(const struct xml_element *element)
{
    static const char *const places[] = {"url", "href"};
    const char *url = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(places) && !url; i++)
        url = element_attribute(element, places[i]);
    return url && is_said_picture(element, url) && picture_is_real(url) &&
           picture_side_is_real(element_attribute(element, "width")) &&
           picture_side_is_real(element_attribute(element, "height"));
}

int element_picture_rank(const struct xml_element *element, const struct element_row *row)
{
    const char *width = element_attribute(element, "width");
    guint64 pixels = width ? g_ascii_strtoull(width, NULL, 10) : 0;
    return (row->rank + 1) * LIMIT_SIDE_PX - (int)MIN(pixels, LIMIT_SIDE_PX - 1);
}
