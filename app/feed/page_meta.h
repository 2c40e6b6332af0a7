/* SPDX-License-Identifier: MIT
 *
 * What a page says of itself beside its text: Open Graph, meta elements, JSON-LD, <time>.
 */
#ifndef PLACARD_FEED_PAGE_META_H
#define PLACARD_FEED_PAGE_META_H

#include "alternate.h"

#include <stdbool.h>

enum page_field {
    PAGE_FIELD_HEADLINE,
    PAGE_FIELD_TEASER,
    PAGE_FIELD_IMAGE,
    PAGE_FIELD_PUBLISHED,
    PAGE_FIELD_STORY_LANGUAGE, /* said of the article */
    PAGE_FIELD_LANGUAGE,       /* said of the page: often the template's, not the text's */
    PAGE_FIELD_SITE,
    PAGE_FIELD_LINK,
    PAGE_FIELD_BASE,
    PAGE_FIELD_BODY,
    PAGE_FIELD_COUNT,
};

/* How near to the article a statement stands; the nearest counts, of equals the first. */
enum page_rank {
    PAGE_RANK_ARTICLE, /* JSON-LD */
    PAGE_RANK_CARD,    /* Open Graph: what is shown when the page is passed on */
    PAGE_RANK_META,
    PAGE_RANK_TEXT, /* found in the page */
    PAGE_RANK_TITLE,
};

struct page_meta {
    char *texts[PAGE_FIELD_COUNT]; /* plain, not yet clean; NULL: not said */
    enum page_rank ranks[PAGE_FIELD_COUNT];
    struct alternate alternate;
    GString *heading; /* of the first <h1> under way; NULL: none is */
    bool is_article;  /* said to be an article */
    bool is_paid;     /* said not to be free */
    bool has_login;   /* asks for a password */
};

void page_meta_init(struct page_meta *meta);
void page_meta_clear(struct page_meta *meta);

/* Takes text, which may be NULL, as a field unless one as near is there; frees it. */
void page_meta_take(struct page_meta *meta, enum page_field field, enum page_rank rank, char *text);

/* The events of page_scan.h. */
void page_meta_start(struct page_meta *meta, const struct tag *tag);
void page_meta_end(struct page_meta *meta, const struct span *name);
void page_meta_text(struct page_meta *meta, const char *text, size_t length_bytes);
void page_meta_raw(struct page_meta *meta, const struct tag *tag, const struct span *content);

#endif
