/* SPDX-License-Identifier: MIT */
#include "alternate.h"

#include <string.h>

#include "link.h"
#include "page_scan.h"

/* Nobody offers more on one page that differ in more than their topic. */
enum { ALTERNATES_MAX = 16 };

/* Without "application/json": programs' interfaces are offered so, too. */
static const char *const feed_types[] = {
    "application/rss+xml", "application/atom+xml",   "application/feed+json",
    "application/rdf+xml", "application/x.atom+xml", "application/rss",
    "application/atom",    "text/rss+xml",           NULL};

static bool is_feed_type(const char *type)
{
    g_autofree char *bare = g_ascii_strdown(type, (gssize)strcspn(type, ";"));
    return g_strv_contains(feed_types, g_strstrip(bare));
}

static bool has_relation(const char *relations, const char *wanted)
{
    g_autofree char *lower = g_ascii_strdown(relations, -1);
    g_auto(GStrv) words = g_strsplit_set(lower, " \t\r\n\f", -1);
    return g_strv_contains((const char *const *)words, wanted);
}

static bool is_about_comments(const char *href, const char *title)
{
    g_autofree char *both = g_strconcat(href, " ", title ? title : "", NULL);
    g_autofree char *lower = g_utf8_casefold(both, -1);
    return strstr(lower, "comment") || strstr(lower, "kommentar");
}

/* The same but for what the browser keeps to itself. */
static bool is_same_page(const char *url, const char *other)
{
    size_t length = strcspn(url, "#");
    return length == strcspn(other, "#") && strncmp(url, other, length) == 0;
}

void alternate_init(struct alternate *alternate)
{
    alternate->feeds = g_ptr_array_new_with_free_func(g_free);
    alternate->comments = g_ptr_array_new_with_free_func(g_free);
}

void alternate_clear(struct alternate *alternate)
{
    g_ptr_array_unref(alternate->feeds);
    g_ptr_array_unref(alternate->comments);
}

void alternate_take(struct alternate *alternate, const struct tag *link)
{
    g_autofree char *relations = page_attribute(link, "rel");
    g_autofree char *type = page_attribute(link, "type");
    g_autofree char *title = page_attribute(link, "title");
    g_autofree char *href = page_attribute(link, "href");

    if (!relations || !type || !href || !has_relation(relations, "alternate") ||
        !is_feed_type(type))
        return;
    GPtrArray *hrefs = is_about_comments(href, title) ? alternate->comments : alternate->feeds;
    if (hrefs->len < ALTERNATES_MAX)
        g_ptr_array_add(hrefs, g_steal_pointer(&href));
}

char *alternate_choose(const GPtrArray *hrefs, const char *base, const char *page_url)
{
    for (guint i = 0; i < hrefs->len; i++) {
        char *url = link_resolve(base, hrefs->pdata[i]);
        if (url && !(page_url && is_same_page(url, page_url)))
            return url;
        g_free(url);
    }
    return NULL;
}
