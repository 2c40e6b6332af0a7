/* SPDX-License-Identifier: MIT
 *
 * What the elements of HTML, and those of SVG and MathML that stand in feeds, do to plain text.
 * Included by markup.c alone.
 */
#ifndef PLACARD_FEED_MARKUP_ELEMENTS_H
#define PLACARD_FEED_MARKUP_ELEMENTS_H

enum markup_effect {
    MARKUP_EFFECT_NONE,
    MARKUP_EFFECT_BREAK, /* begins and ends a paragraph */
    MARKUP_EFFECT_SPACE, /* parts words */
    MARKUP_EFFECT_DROP,  /* nothing in it is text of the story */
};

struct markup_element {
    const char *name;
    enum markup_effect effect;
};

static const struct markup_element markup_elements[] = {
    {"address", MARKUP_EFFECT_BREAK},   {"article", MARKUP_EFFECT_BREAK},
    {"aside", MARKUP_EFFECT_BREAK},     {"blockquote", MARKUP_EFFECT_BREAK},
    {"body", MARKUP_EFFECT_BREAK},      {"br", MARKUP_EFFECT_BREAK},
    {"caption", MARKUP_EFFECT_BREAK},   {"center", MARKUP_EFFECT_BREAK},
    {"col", MARKUP_EFFECT_BREAK},       {"colgroup", MARKUP_EFFECT_BREAK},
    {"dd", MARKUP_EFFECT_BREAK},        {"details", MARKUP_EFFECT_BREAK},
    {"dir", MARKUP_EFFECT_BREAK},       {"div", MARKUP_EFFECT_BREAK},
    {"dl", MARKUP_EFFECT_BREAK},        {"dt", MARKUP_EFFECT_BREAK},
    {"fieldset", MARKUP_EFFECT_BREAK},  {"figure", MARKUP_EFFECT_BREAK},
    {"footer", MARKUP_EFFECT_BREAK},    {"form", MARKUP_EFFECT_BREAK},
    {"h1", MARKUP_EFFECT_BREAK},        {"h2", MARKUP_EFFECT_BREAK},
    {"h3", MARKUP_EFFECT_BREAK},        {"h4", MARKUP_EFFECT_BREAK},
    {"h5", MARKUP_EFFECT_BREAK},        {"h6", MARKUP_EFFECT_BREAK},
    {"head", MARKUP_EFFECT_BREAK},      {"header", MARKUP_EFFECT_BREAK},
    {"hgroup", MARKUP_EFFECT_BREAK},    {"hr", MARKUP_EFFECT_BREAK},
    {"html", MARKUP_EFFECT_BREAK},      {"legend", MARKUP_EFFECT_BREAK},
    {"li", MARKUP_EFFECT_BREAK},        {"main", MARKUP_EFFECT_BREAK},
    {"menu", MARKUP_EFFECT_BREAK},      {"nav", MARKUP_EFFECT_BREAK},
    {"ol", MARKUP_EFFECT_BREAK},        {"optgroup", MARKUP_EFFECT_BREAK},
    {"option", MARKUP_EFFECT_BREAK},    {"p", MARKUP_EFFECT_BREAK},
    {"pre", MARKUP_EFFECT_BREAK},       {"section", MARKUP_EFFECT_BREAK},
    {"summary", MARKUP_EFFECT_BREAK},   {"table", MARKUP_EFFECT_BREAK},
    {"tbody", MARKUP_EFFECT_BREAK},     {"tfoot", MARKUP_EFFECT_BREAK},
    {"thead", MARKUP_EFFECT_BREAK},     {"tr", MARKUP_EFFECT_BREAK},
    {"ul", MARKUP_EFFECT_BREAK},        {"td", MARKUP_EFFECT_SPACE},
    {"th", MARKUP_EFFECT_SPACE},        {"applet", MARKUP_EFFECT_DROP},
    {"audio", MARKUP_EFFECT_DROP},      {"canvas", MARKUP_EFFECT_DROP},
    {"figcaption", MARKUP_EFFECT_DROP}, {"frameset", MARKUP_EFFECT_DROP},
    {"iframe", MARKUP_EFFECT_DROP},     {"noscript", MARKUP_EFFECT_DROP},
    {"object", MARKUP_EFFECT_DROP},     {"script", MARKUP_EFFECT_DROP},
    {"select", MARKUP_EFFECT_DROP},     {"style", MARKUP_EFFECT_DROP},
    {"template", MARKUP_EFFECT_DROP},   {"textarea", MARKUP_EFFECT_DROP},
    {"video", MARKUP_EFFECT_DROP},      {"a", MARKUP_EFFECT_NONE},
    {"abbr", MARKUP_EFFECT_NONE},       {"acronym", MARKUP_EFFECT_NONE},
    {"annotation", MARKUP_EFFECT_NONE}, {"area", MARKUP_EFFECT_NONE},
    {"b", MARKUP_EFFECT_NONE},          {"base", MARKUP_EFFECT_NONE},
    {"basefont", MARKUP_EFFECT_NONE},   {"bdi", MARKUP_EFFECT_NONE},
    {"bdo", MARKUP_EFFECT_NONE},        {"big", MARKUP_EFFECT_NONE},
    {"blink", MARKUP_EFFECT_NONE},      {"button", MARKUP_EFFECT_NONE},
    {"circle", MARKUP_EFFECT_NONE},     {"cite", MARKUP_EFFECT_NONE},
    {"code", MARKUP_EFFECT_NONE},       {"data", MARKUP_EFFECT_NONE},
    {"datalist", MARKUP_EFFECT_NONE},   {"defs", MARKUP_EFFECT_NONE},
    {"del", MARKUP_EFFECT_NONE},        {"dfn", MARKUP_EFFECT_NONE},
    {"dialog", MARKUP_EFFECT_NONE},     {"ellipse", MARKUP_EFFECT_NONE},
    {"em", MARKUP_EFFECT_NONE},         {"embed", MARKUP_EFFECT_NONE},
    {"font", MARKUP_EFFECT_NONE},       {"frame", MARKUP_EFFECT_NONE},
    {"g", MARKUP_EFFECT_NONE},          {"i", MARKUP_EFFECT_NONE},
    {"img", MARKUP_EFFECT_NONE},        {"input", MARKUP_EFFECT_NONE},
    {"ins", MARKUP_EFFECT_NONE},        {"kbd", MARKUP_EFFECT_NONE},
    {"label", MARKUP_EFFECT_NONE},      {"line", MARKUP_EFFECT_NONE},
    {"link", MARKUP_EFFECT_NONE},       {"map", MARKUP_EFFECT_NONE},
    {"mark", MARKUP_EFFECT_NONE},       {"marquee", MARKUP_EFFECT_NONE},
    {"math", MARKUP_EFFECT_NONE},       {"meta", MARKUP_EFFECT_NONE},
    {"meter", MARKUP_EFFECT_NONE},      {"mfrac", MARKUP_EFFECT_NONE},
    {"mi", MARKUP_EFFECT_NONE},         {"mn", MARKUP_EFFECT_NONE},
    {"mo", MARKUP_EFFECT_NONE},         {"mover", MARKUP_EFFECT_NONE},
    {"mroot", MARKUP_EFFECT_NONE},      {"mrow", MARKUP_EFFECT_NONE},
    {"ms", MARKUP_EFFECT_NONE},         {"msqrt", MARKUP_EFFECT_NONE},
    {"msub", MARKUP_EFFECT_NONE},       {"msubsup", MARKUP_EFFECT_NONE},
    {"msup", MARKUP_EFFECT_NONE},       {"mtable", MARKUP_EFFECT_NONE},
    {"mtd", MARKUP_EFFECT_NONE},        {"mtext", MARKUP_EFFECT_NONE},
    {"mtr", MARKUP_EFFECT_NONE},        {"munder", MARKUP_EFFECT_NONE},
    {"nobr", MARKUP_EFFECT_NONE},       {"noembed", MARKUP_EFFECT_NONE},
    {"noframes", MARKUP_EFFECT_NONE},   {"output", MARKUP_EFFECT_NONE},
    {"param", MARKUP_EFFECT_NONE},      {"path", MARKUP_EFFECT_NONE},
    {"picture", MARKUP_EFFECT_NONE},    {"polygon", MARKUP_EFFECT_NONE},
    {"polyline", MARKUP_EFFECT_NONE},   {"progress", MARKUP_EFFECT_NONE},
    {"q", MARKUP_EFFECT_NONE},          {"rb", MARKUP_EFFECT_NONE},
    {"rect", MARKUP_EFFECT_NONE},       {"rp", MARKUP_EFFECT_NONE},
    {"rt", MARKUP_EFFECT_NONE},         {"rtc", MARKUP_EFFECT_NONE},
    {"ruby", MARKUP_EFFECT_NONE},       {"s", MARKUP_EFFECT_NONE},
    {"samp", MARKUP_EFFECT_NONE},       {"semantics", MARKUP_EFFECT_NONE},
    {"slot", MARKUP_EFFECT_NONE},       {"small", MARKUP_EFFECT_NONE},
    {"source", MARKUP_EFFECT_NONE},     {"spacer", MARKUP_EFFECT_NONE},
    {"span", MARKUP_EFFECT_NONE},       {"strike", MARKUP_EFFECT_NONE},
    {"strong", MARKUP_EFFECT_NONE},     {"sub", MARKUP_EFFECT_NONE},
    {"sup", MARKUP_EFFECT_NONE},        {"svg", MARKUP_EFFECT_NONE},
    {"text", MARKUP_EFFECT_NONE},       {"time", MARKUP_EFFECT_NONE},
    {"title", MARKUP_EFFECT_NONE},      {"track", MARKUP_EFFECT_NONE},
    {"tspan", MARKUP_EFFECT_NONE},      {"tt", MARKUP_EFFECT_NONE},
    {"u", MARKUP_EFFECT_NONE},          {"use", MARKUP_EFFECT_NONE},
    {"var", MARKUP_EFFECT_NONE},        {"wbr", MARKUP_EFFECT_NONE},
};

#endif
