/* SPDX-License-Identifier: MIT */
#include "page_names.h"

#include "page_scan.h"

#include <glib.h>
#include <string.h>

/* Longer ones are not written by hand. */
enum { WORD_BYTES_MAX = 32 };

/* Words of names that are enough by themselves. */
static const char *const hard_words[] = {
    "ad",           "adbox",    "ads",        "adslot",    "advert",       "advertisement",
    "advertising",  "caption",  "catlinks",   "comment",   "commentlist",  "comments",
    "consent",      "cookie",   "cookies",    "disqus",    "editsection",  "figcaption",
    "gdpr",         "hatnote",  "infobox",    "navbox",    "newsletter",   "newsletters",
    "noprint",      "outbrain", "references", "reflist",   "screenreader", "share",
    "sharebar",     "sharing",  "signup",     "sponsored", "subscribe",    "taboola",
    "thumbcaption", "toc",      NULL,
};
static const char *const soft_words[] = {
    "author",   "banner", "bio",    "breadcrumb",   "breadcrumbs", "byline",     "copyright",
    "credit",   "footer", "login",  "masthead",     "menu",        "metadata",   "modal",
    "mostread", "nav",    "navbar", "navigation",   "pager",       "pagination", "paywall",
    "popular",  "popup",  "promo",  "recirc",       "recommended", "related",    "recommendations",
    "sidebar",  "skip",   "social", "subscription", "tags",        "toolbar",    "trending",
    "widget",   NULL,
};
/* Behind these a word says what the element has, not what it is. */
static const char *const owning_words[] = {"has", "with", "no", "without", "open", "not", NULL};
static const char *const hard_roles[] = {"navigation", "banner",  "contentinfo", "complementary",
                                         "search",     "dialog",  "alertdialog", "menu",
                                         "menubar",    "toolbar", "tablist",     "note",
                                         "status",     "alert",   NULL};

static bool is_any(const char *word, const char *const *words)
{
    return g_strv_contains(words, word);
}

/* Takes the next word of a list of names, in lower case; NULL at the end. */
static const char *word_next(const char *at, char word[static WORD_BYTES_MAX])
{
    size_t length = 0;
    while (*at && !g_ascii_isalnum(*at))
        at++;
    if (!*at)
        return NULL;
    for (; g_ascii_isalnum(*at); at++) {
        bool is_hump = length > 0 && g_ascii_isupper(*at) && g_ascii_islower(at[-1]);
        if (is_hump)
            break;
        if (length + 1 < WORD_BYTES_MAX)
            word[length++] = g_ascii_tolower(*at);
    }
    word[length] = '\0';
    return at;
}

static enum page_names names_judge(const char *names)
{
    char word[WORD_BYTES_MAX] = "";
    enum page_names judged = PAGE_NAMES_NONE;
    bool is_owned = false;
    for (const char *at = names; (at = word_next(at, word));) {
        if (is_any(word, hard_words) && !is_owned)
            return PAGE_NAMES_HARD;
        if (is_any(word, soft_words) && !is_owned)
            judged = PAGE_NAMES_SOFT;
        is_owned = is_any(word, owning_words);
    }
    return judged;
}

enum page_names page_names_judge(const struct tag *tag)
{
    static const char *const attributes[] = {"class", "id", "data-component", NULL};
    enum page_names judged = PAGE_NAMES_NONE;
    g_autofree char *role = page_attribute(tag, "role");
    if (role && is_any(role, hard_roles))
        return PAGE_NAMES_HARD;
    for (size_t i = 0; attributes[i]; i++) {
        g_autofree char *names = page_attribute(tag, attributes[i]);
        judged = MAX(judged, names ? names_judge(names) : PAGE_NAMES_NONE);
    }
    return judged;
}

static bool style_hides(const char *style)
{
    g_autofree char *dense = g_ascii_strdown(style, -1);
    char *to = dense;
    for (const char *from = dense; *from; from++)
        if (!g_ascii_isspace(*from))
            *to++ = *from;
    *to = '\0';
    return strstr(dense, "display:none") || strstr(dense, "visibility:hidden");
}

bool page_names_is_hidden(const struct tag *tag)
{
    g_autofree char *hidden = page_attribute(tag, "hidden");
    g_autofree char *aria = page_attribute(tag, "aria-hidden");
    g_autofree char *style = page_attribute(tag, "style");
    return hidden || (aria && g_ascii_strcasecmp(aria, "true") == 0) ||
           (style && style_hides(style));
}
