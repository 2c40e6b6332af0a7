/* SPDX-License-Identifier: MIT
 *
 * What the elements of a web page do to the text in them. Those not named here change nothing.
 * Included by page_tree.c alone.
 */
#ifndef PLACARD_FEED_PAGE_ELEMENTS_H
#define PLACARD_FEED_PAGE_ELEMENTS_H

#include <stdbool.h>

#include "page_tree.h"

/* Of one group the start of a member ends the last open member, within the same scope (WHATWG HTML,
 * 13.1.2.4). */
enum page_group {
    PAGE_GROUP_NONE,
    PAGE_GROUP_PARAGRAPH, /* ended by every block */
    PAGE_GROUP_ITEM,
    PAGE_GROUP_TERM,
    PAGE_GROUP_CELL,
    PAGE_GROUP_ROW,
    PAGE_GROUP_COUNT,
};

enum page_effect {
    PAGE_EFFECT_BLOCK,
    PAGE_EFFECT_INLINE,
    PAGE_EFFECT_LINK,
    PAGE_EFFECT_HIDE, /* nothing in it is text of the story; it stands within a line */
    PAGE_EFFECT_DROP, /* likewise, and parts paragraphs */
    PAGE_EFFECT_BREAK,
    PAGE_EFFECT_RULE,
    PAGE_EFFECT_VOID, /* has no content and no end tag */
};

struct page_element {
    const char *name;
    enum page_effect effect;
    enum page_block_kind kind;
    enum page_root root;
    enum page_group group;
    bool is_scope; /* what is open outside is not ended from within */
};

#define BLOCK(name)                                                                                \
    {                                                                                              \
        (name), PAGE_EFFECT_BLOCK, PAGE_BLOCK_OTHER, PAGE_ROOT_NONE, PAGE_GROUP_NONE, false        \
    }
#define KIND(name, kind, group)                                                                    \
    {                                                                                              \
        (name), PAGE_EFFECT_BLOCK, (kind), PAGE_ROOT_NONE, (group), false                          \
    }
#define ROOT(name, root)                                                                           \
    {                                                                                              \
        (name), PAGE_EFFECT_BLOCK, PAGE_BLOCK_OTHER, (root), PAGE_GROUP_NONE, false                \
    }
#define SCOPE(name, group)                                                                         \
    {                                                                                              \
        (name), PAGE_EFFECT_BLOCK, PAGE_BLOCK_OTHER, PAGE_ROOT_NONE, (group), true                 \
    }
#define EFFECT(name, effect)                                                                       \
    {                                                                                              \
        (name), (effect), PAGE_BLOCK_OTHER, PAGE_ROOT_NONE, PAGE_GROUP_NONE, false                 \
    }

static const struct page_element page_elements[] = {
    KIND("p", PAGE_BLOCK_PARAGRAPH, PAGE_GROUP_PARAGRAPH),
    BLOCK("div"),
    EFFECT("a", PAGE_EFFECT_LINK),
    EFFECT("span", PAGE_EFFECT_INLINE),
    KIND("li", PAGE_BLOCK_ITEM, PAGE_GROUP_ITEM),
    SCOPE("td", PAGE_GROUP_CELL),
    SCOPE("th", PAGE_GROUP_CELL),
    KIND("tr", PAGE_BLOCK_OTHER, PAGE_GROUP_ROW),
    SCOPE("table", PAGE_GROUP_NONE),
    SCOPE("ul", PAGE_GROUP_NONE),
    SCOPE("ol", PAGE_GROUP_NONE),
    SCOPE("dl", PAGE_GROUP_NONE),
    KIND("dt", PAGE_BLOCK_ITEM, PAGE_GROUP_TERM),
    KIND("dd", PAGE_BLOCK_ITEM, PAGE_GROUP_TERM),
    EFFECT("br", PAGE_EFFECT_BREAK),
    ROOT("html", PAGE_ROOT_PAGE),
    ROOT("body", PAGE_ROOT_PAGE),
    ROOT("main", PAGE_ROOT_MAIN),
    ROOT("article", PAGE_ROOT_ARTICLE),
    BLOCK("section"),
    BLOCK("center"),
    BLOCK("form"),
    BLOCK("fieldset"),
    BLOCK("figure"),
    BLOCK("tbody"),
    BLOCK("details"),
    BLOCK("address"),
    KIND("blockquote", PAGE_BLOCK_PARAGRAPH, PAGE_GROUP_NONE),
    KIND("pre", PAGE_BLOCK_PARAGRAPH, PAGE_GROUP_NONE),
    KIND("h1", PAGE_BLOCK_TITLE, PAGE_GROUP_NONE),
    KIND("h2", PAGE_BLOCK_HEADING, PAGE_GROUP_NONE),
    KIND("h3", PAGE_BLOCK_HEADING, PAGE_GROUP_NONE),
    KIND("h4", PAGE_BLOCK_HEADING, PAGE_GROUP_NONE),
    KIND("h5", PAGE_BLOCK_HEADING, PAGE_GROUP_NONE),
    KIND("h6", PAGE_BLOCK_HEADING, PAGE_GROUP_NONE),
    EFFECT("hr", PAGE_EFFECT_RULE),
    EFFECT("img", PAGE_EFFECT_VOID),
    EFFECT("input", PAGE_EFFECT_VOID),
    EFFECT("link", PAGE_EFFECT_VOID),
    EFFECT("meta", PAGE_EFFECT_VOID),
    EFFECT("base", PAGE_EFFECT_VOID),
    EFFECT("wbr", PAGE_EFFECT_VOID),
    EFFECT("source", PAGE_EFFECT_VOID),
    EFFECT("track", PAGE_EFFECT_VOID),
    EFFECT("area", PAGE_EFFECT_VOID),
    EFFECT("col", PAGE_EFFECT_VOID),
    EFFECT("embed", PAGE_EFFECT_VOID),
    EFFECT("param", PAGE_EFFECT_VOID),
    EFFECT("head", PAGE_EFFECT_DROP),
    EFFECT("nav", PAGE_EFFECT_DROP),
    EFFECT("header", PAGE_EFFECT_DROP),
    EFFECT("footer", PAGE_EFFECT_DROP),
    EFFECT("aside", PAGE_EFFECT_DROP),
    EFFECT("figcaption", PAGE_EFFECT_DROP),
    EFFECT("caption", PAGE_EFFECT_DROP),
    EFFECT("dialog", PAGE_EFFECT_DROP),
    EFFECT("template", PAGE_EFFECT_HIDE),
    EFFECT("button", PAGE_EFFECT_HIDE),
    EFFECT("select", PAGE_EFFECT_HIDE),
    EFFECT("label", PAGE_EFFECT_HIDE),
    EFFECT("legend", PAGE_EFFECT_DROP),
    EFFECT("object", PAGE_EFFECT_HIDE),
    EFFECT("applet", PAGE_EFFECT_HIDE),
    EFFECT("video", PAGE_EFFECT_HIDE),
    EFFECT("audio", PAGE_EFFECT_HIDE),
    EFFECT("canvas", PAGE_EFFECT_HIDE),
    EFFECT("svg", PAGE_EFFECT_HIDE),
    EFFECT("map", PAGE_EFFECT_HIDE),
    EFFECT("rt", PAGE_EFFECT_HIDE),
    EFFECT("rp", PAGE_EFFECT_HIDE),
    EFFECT("menu", PAGE_EFFECT_DROP),
    EFFECT("amp-ad", PAGE_EFFECT_DROP),
    EFFECT("amp-sidebar", PAGE_EFFECT_DROP),
    EFFECT("amp-consent", PAGE_EFFECT_DROP),
    EFFECT("amp-social-share", PAGE_EFFECT_DROP),
    EFFECT("amp-user-notification", PAGE_EFFECT_DROP),
    EFFECT("amp-carousel", PAGE_EFFECT_DROP),
    EFFECT("amp-iframe", PAGE_EFFECT_DROP),
    EFFECT("amp-img", PAGE_EFFECT_DROP),
    EFFECT("amp-list", PAGE_EFFECT_DROP),
};

#undef BLOCK
#undef KIND
#undef ROOT
#undef SCOPE
#undef EFFECT

#endif
