/* SPDX-License-Identifier: MIT */
#include "page_meta.h"

#include <string.h>

#include "jsonld.h"
#include "page_scan.h"
#include "placard/limits.h"

/* What <meta> elements are called, by property, name, itemprop or http-equiv. */
static const struct {
    const char *name;
    enum page_field field;
    enum page_rank rank;
} meta_rows[] = {
    {"og:title", PAGE_FIELD_HEADLINE, PAGE_RANK_CARD},
    {"twitter:title", PAGE_FIELD_HEADLINE, PAGE_RANK_META},
    {"headline", PAGE_FIELD_HEADLINE, PAGE_RANK_META},
    {"dc.title", PAGE_FIELD_HEADLINE, PAGE_RANK_META},
    {"og:description", PAGE_FIELD_TEASER, PAGE_RANK_CARD},
    {"description", PAGE_FIELD_TEASER, PAGE_RANK_META},
    {"twitter:description", PAGE_FIELD_TEASER, PAGE_RANK_META},
    {"dc.description", PAGE_FIELD_TEASER, PAGE_RANK_META},
    {"og:image", PAGE_FIELD_IMAGE, PAGE_RANK_ARTICLE},
    {"og:image:secure_url", PAGE_FIELD_IMAGE, PAGE_RANK_ARTICLE},
    {"og:image:url", PAGE_FIELD_IMAGE, PAGE_RANK_ARTICLE},
    {"twitter:image", PAGE_FIELD_IMAGE, PAGE_RANK_META},
    {"twitter:image:src", PAGE_FIELD_IMAGE, PAGE_RANK_META},
    {"article:published_time", PAGE_FIELD_PUBLISHED, PAGE_RANK_CARD},
    {"og:article:published_time", PAGE_FIELD_PUBLISHED, PAGE_RANK_CARD},
    {"datepublished", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"date", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"pubdate", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"publishdate", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"dc.date", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"dc.date.issued", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"dcterms.created", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"parsely-pub-date", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"sailthru.date", PAGE_FIELD_PUBLISHED, PAGE_RANK_META},
    {"og:locale", PAGE_FIELD_LANGUAGE, PAGE_RANK_META},
    {"content-language", PAGE_FIELD_LANGUAGE, PAGE_RANK_META},
    {"dc.language", PAGE_FIELD_LANGUAGE, PAGE_RANK_META},
    {"inlanguage", PAGE_FIELD_STORY_LANGUAGE, PAGE_RANK_META},
    {"og:site_name", PAGE_FIELD_SITE, PAGE_RANK_ARTICLE},
    {"application-name", PAGE_FIELD_SITE, PAGE_RANK_META},
    {"og:url", PAGE_FIELD_LINK, PAGE_RANK_META},
};

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

static void take_named(struct page_meta *meta, const char *name, const char *content)
{
    for (size_t i = 0; i < G_N_ELEMENTS(meta_rows); i++)
        if (g_ascii_strcasecmp(name, meta_rows[i].name) == 0)
            page_meta_take(meta, meta_rows[i].field, meta_rows[i].rank, g_strdup(content));
    if (g_ascii_strcasecmp(name, "og:type") == 0 && g_ascii_strcasecmp(content, "article") == 0)
        meta->is_article = true;
}

static void on_meta(struct page_meta *meta, const struct tag *tag)
{
    static const char *const attributes[] = {"property", "name", "itemprop", "http-equiv"};
    g_autofree char *content = page_attribute(tag, "content");
    for (size_t i = 0; content && i < G_N_ELEMENTS(attributes); i++) {
        g_autofree char *name = page_attribute(tag, attributes[i]);
        if (name)
            take_named(meta, name, content);
    }
}

static void on_link(struct page_meta *meta, const struct tag *tag)
{
    g_autofree char *relation = page_attribute(tag, "rel");
    alternate_take(&meta->alternate, tag);
    if (relation && g_ascii_strcasecmp(relation, "canonical") == 0)
        page_meta_take(meta, PAGE_FIELD_LINK, PAGE_RANK_ARTICLE, page_attribute(tag, "href"));
    if (relation && g_ascii_strcasecmp(relation, "image_src") == 0)
        page_meta_take(meta, PAGE_FIELD_IMAGE, PAGE_RANK_TEXT, page_attribute(tag, "href"));
}

static void on_base(struct page_meta *meta, const struct tag *tag)
{
    page_meta_take(meta, PAGE_FIELD_BASE, PAGE_RANK_META, page_attribute(tag, "href"));
}

static void on_html(struct page_meta *meta, const struct tag *tag)
{
    page_meta_take(meta, PAGE_FIELD_LANGUAGE, PAGE_RANK_CARD, page_attribute(tag, "lang"));
    page_meta_take(meta, PAGE_FIELD_LANGUAGE, PAGE_RANK_CARD, page_attribute(tag, "xml:lang"));
}

static void on_time(struct page_meta *meta, const struct tag *tag)
{
    page_meta_take(meta, PAGE_FIELD_PUBLISHED, PAGE_RANK_TEXT, page_attribute(tag, "datetime"));
}

static void on_input(struct page_meta *meta, const struct tag *tag)
{
    g_autofree char *type = page_attribute(tag, "type");
    meta->has_login = meta->has_login || (type && g_ascii_strcasecmp(type, "password") == 0);
}

static void on_heading(struct page_meta *meta, const struct tag *tag)
{
    (void)tag;
    bool is_first =
        !meta->texts[PAGE_FIELD_HEADLINE] || meta->ranks[PAGE_FIELD_HEADLINE] > PAGE_RANK_TEXT;
    if (is_first && !meta->heading)
        meta->heading = g_string_new(NULL);
}

static const struct {
    const char *name;
    void (*start)(struct page_meta *meta, const struct tag *tag);
} starts[] = {
    {"meta", on_meta}, {"link", on_link},   {"base", on_base},  {"html", on_html},
    {"time", on_time}, {"input", on_input}, {"h1", on_heading},
};

void page_meta_init(struct page_meta *meta)
{
    *meta = (struct page_meta){0};
    alternate_init(&meta->alternate);
}

void page_meta_clear(struct page_meta *meta)
{
    for (size_t i = 0; i < PAGE_FIELD_COUNT; i++)
        g_free(meta->texts[i]);
    alternate_clear(&meta->alternate);
    if (meta->heading)
        g_string_free(meta->heading, TRUE);
}

void page_meta_take(struct page_meta *meta, enum page_field field, enum page_rank rank, char *text)
{
    if (!text || is_blank(text) || (meta->texts[field] && meta->ranks[field] <= rank)) {
        g_free(text);
        return;
    }
    g_free(meta->texts[field]);
    meta->texts[field] = text;
    meta->ranks[field] = rank;
}

void page_meta_start(struct page_meta *meta, const struct tag *tag)
{
    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++)
        if (span_is(&tag->name, starts[i].name))
            starts[i].start(meta, tag);
}

void page_meta_end(struct page_meta *meta, const struct span *name)
{
    if (!meta->heading || !span_is(name, "h1"))
        return;
    page_meta_take(meta, PAGE_FIELD_HEADLINE, PAGE_RANK_TEXT, g_string_free(meta->heading, FALSE));
    meta->heading = NULL;
}

void page_meta_text(struct page_meta *meta, const char *text, size_t length_bytes)
{
    if (meta->heading && meta->heading->len + length_bytes <= LIMIT_HEADLINE_BYTES)
        g_string_append_len(meta->heading, text, (gssize)length_bytes);
}

void page_meta_raw(struct page_meta *meta, const struct tag *tag, const struct span *content)
{
    g_autofree char *type = page_attribute(tag, "type");
    if (span_is(&tag->name, "title"))
        page_meta_take(meta, PAGE_FIELD_HEADLINE, PAGE_RANK_TITLE, page_decode(content));
    else if (type && g_ascii_strcasecmp(type, "application/ld+json") == 0)
        jsonld_read(content, meta);
}
