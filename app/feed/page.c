/* SPDX-License-Identifier: MIT */
#include "page.h"

#include <string.h>

#include "date.h"
#include "identity.h"
#include "link.h"
#include "page_meta.h"
#include "page_text.h"
#include "page_title.h"
#include "page_tree.h"
#include "placard/limits.h"
#include "placard/text/clean.h"
#include "placard/text/language.h"
#include "placard/text/words.h"

enum {
    /* A main text of fewer words is no article by itself. */
    BODY_WORDS_MIN = 25,
    /* What a page that asks for a password, or for consent, must say besides. */
    GUARDED_WORDS_MIN = 120,
    TEASER_WORDS_MIN = 5,
    /* The whole text in the description counts where the page shows less than so much of it. */
    SHOWN_PERCENT_MIN = 80,
};

struct page {
    struct page_meta meta;
    struct page_builder *builder;
    struct page_tree tree;
    char *base; /* of relative links */
};

static void on_start(void *data, const struct tag *tag)
{
    struct page *page = data;
    page_meta_start(&page->meta, tag);
    page_builder_start(page->builder, tag);
}

static void on_end(void *data, const struct span *name)
{
    struct page *page = data;
    page_meta_end(&page->meta, name);
    page_builder_end(page->builder, name);
}

static void on_text(void *data, const char *text, size_t length_bytes)
{
    struct page *page = data;
    page_meta_text(&page->meta, text, length_bytes);
    page_builder_text(page->builder, text, length_bytes);
}

static void on_raw(void *data, const struct tag *tag, const struct span *content)
{
    struct page *page = data;
    page_meta_raw(&page->meta, tag, content);
}

static void page_init(struct page *page, const char *url, const char *text, size_t length_bytes)
{
    static const struct page_handler handler = {on_start, on_end, on_text, on_raw};
    page_meta_init(&page->meta);
    page->builder = page_builder_new();
    page_scan(text, length_bytes, &handler, page);
    page_builder_finish(page->builder, &page->tree);
    const char *base = page->meta.texts[PAGE_FIELD_BASE];
    page->base = base ? link_resolve(url, base) : NULL;
    if (!page->base)
        page->base = g_strdup(url);
}

static void page_clear(struct page *page)
{
    page_meta_clear(&page->meta);
    page_tree_clear(&page->tree);
    g_free(page->base);
}

static char *line_clean(const char *text)
{
    g_autofree char *clean = text ? text_clean_line(text, -1) : NULL;
    return clean && *clean ? g_steal_pointer(&clean) : NULL;
}

static unsigned words(const char *text)
{
    return text ? words_budget_length(text) : 0;
}

/* Mostly about cookies, and short: the banner, where it was not known for one. */
static bool is_consent(const char *body)
{
    g_autofree char *lower = g_utf8_strdown(body, -1);
    g_auto(GStrv) lines = g_strsplit(lower, "\n", -1);
    size_t bytes = 0;
    for (char **line = lines; *line; line++)
        bytes += strstr(*line, "cookie") ? strlen(*line) : 0;
    return bytes * 2 > strlen(lower) && words(body) < GUARDED_WORDS_MIN;
}

static char *body_clean(const char *body)
{
    g_autofree char *clean = body ? text_clean_paragraphs(body, (ssize_t)strlen(body)) : NULL;
    return clean && *clean ? g_steal_pointer(&clean) : NULL;
}

/* The text shown, or the one that the page describes itself with where that says much more. */
static char *page_body(const struct page *page, const char *headline)
{
    g_autofree char *found = page_text_find(&page->tree, headline);
    const char *given = page->meta.texts[PAGE_FIELD_BODY];
    bool is_given = given && strlen(given) <= LIMIT_BODY_BYTES &&
                    strlen(given) * SHOWN_PERCENT_MIN > strlen(found) * 100;
    g_autofree char *body = body_clean(is_given ? given : found);
    return body && words(body) >= BODY_WORDS_MIN && !is_consent(body) ? g_steal_pointer(&body)
                                                                      : NULL;
}

static char *page_headline(const struct page *page, const char *url)
{
    const struct page_meta *meta = &page->meta;
    g_autofree char *title = line_clean(meta->texts[PAGE_FIELD_HEADLINE]);
    if (!title || strlen(title) > LIMIT_HEADLINE_BYTES)
        return NULL;
    bool is_raw = meta->ranks[PAGE_FIELD_HEADLINE] == PAGE_RANK_TITLE;
    return page_title_trim(title, meta->texts[PAGE_FIELD_SITE], url, is_raw);
}

static char *page_teaser(const struct page *page, const char *headline)
{
    g_autofree char *teaser = line_clean(page->meta.texts[PAGE_FIELD_TEASER]);
    bool is_good = teaser && words(teaser) >= TEASER_WORDS_MIN && g_strcmp0(teaser, headline) != 0;
    return is_good ? g_steal_pointer(&teaser) : NULL;
}

/* The address that the page gives itself, when it is one of the same site. */
static char *page_link(const struct page *page, const char *url)
{
    g_autofree char *own = link_resolve(NULL, url);
    g_autofree char *said = link_resolve(page->base, page->meta.texts[PAGE_FIELD_LINK]);
    return said && (!own || link_is_same_site(said, own)) ? g_steal_pointer(&said)
                                                          : g_steal_pointer(&own);
}

static struct story *page_story(const struct page *page, const char *url)
{
    const struct page_meta *meta = &page->meta;
    struct story *story = story_new();
    story->headline = page_headline(page, url);
    story->teaser = page_teaser(page, story->headline);
    story->body = page_body(page, story->headline);
    /* What is shown of a text that is for sale is a few lines, perhaps of the offer. */
    if (meta->is_paid && story->teaser && words(story->body) < GUARDED_WORDS_MIN)
        g_clear_pointer(&story->body, g_free);
    story->link = page_link(page, url);
    story->image = link_resolve(page->base, meta->texts[PAGE_FIELD_IMAGE]);
    story->published_utc_s = meta->texts[PAGE_FIELD_PUBLISHED]
                                 ? date_parse(meta->texts[PAGE_FIELD_PUBLISHED])
                                 : INSTANT_UNKNOWN;
    if (meta->texts[PAGE_FIELD_STORY_LANGUAGE])
        story->language = language_canonical(meta->texts[PAGE_FIELD_STORY_LANGUAGE]);
    story->id = identity_hash(*url ? url : story->body ? story->body : "");
    return story;
}

/* A page with running text, or one that says that it is an article and what of. */
static bool story_is_article(const struct story *story, bool is_said, bool is_suspect)
{
    unsigned least = is_suspect && !is_said ? GUARDED_WORDS_MIN : BODY_WORDS_MIN;
    bool is_text = story->body && words(story->body) >= least;
    return is_text || (is_said && story->headline && story->teaser);
}

static bool page_is_suspect(const struct page *page, const struct feed_input *input)
{
    bool is_elsewhere =
        input->url && input->asked_url && !link_is_same_site(input->url, input->asked_url);
    return page->meta.has_login || is_elsewhere;
}

static char *page_alternate(const struct page *page, const char *url, bool is_article)
{
    const struct alternate *alternate = &page->meta.alternate;
    char *feed = alternate_choose(alternate->feeds, page->base, url);
    /* What readers say is no news, but more than a page without any. */
    return feed || is_article ? feed : alternate_choose(alternate->comments, page->base, url);
}

bool page_read(const struct feed_input *input, const char *text, size_t length_bytes,
               struct feed *feed, GError **error)
{
    const char *url = input->url ? input->url : "";
    struct page page = {0};
    page_init(&page, url, text, length_bytes);
    struct story *story = page_story(&page, url);
    bool is_suspect = page_is_suspect(&page, input);
    bool is_article = story_is_article(story, page.meta.is_article, is_suspect);
    char *alternate = page_alternate(&page, url, is_article);

    if (is_article || alternate) {
        feed->is_page = true;
        feed->is_suspect = is_suspect;
        feed->alternate = alternate;
        feed->title = line_clean(page.meta.texts[PAGE_FIELD_SITE]);
        if (page.meta.texts[PAGE_FIELD_LANGUAGE])
            feed->language = language_canonical(page.meta.texts[PAGE_FIELD_LANGUAGE]);
    } else {
        g_set_error(error, FEED_ERROR, FEED_ERROR_PAGE, "got a web page instead of a feed%s",
                    is_suspect ? " (log-in page?)" : "");
    }
    if (is_article)
        g_ptr_array_add(feed->stories, story);
    else
        story_free(story);
    page_clear(&page);
    return is_article || alternate;
}
