/* SPDX-License-Identifier: MIT */
#include "markup.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#include "entity.h"
#include "markup_elements.h"
#include "tag.h"

enum {
    /* The first, and as often as text is escaped too often in practice. */
    PASSES_MAX = 3,
    /* A line break of the source, until it is known whether the text has tags. */
    SOURCE_BREAK = '\r',
    /* Of so many paragraphs at least one ends as a sentence does, the others being titles; of the
     * lines that an editor broke, fewer do. */
    LINES_A_SENTENCE = 3,
};

struct pass {
    const char *at, *end;
    GString *out;
    struct tag tag; /* the last one: here, since it is large to be cleared each time */
    bool is_source; /* line breaks are the source's, not paragraphs */
    bool has_tags;
    bool is_cdata;
    bool is_endless[G_N_ELEMENTS(markup_elements)]; /* no end tag of this element is to come */
};

static const struct markup_element *element_of(const struct span *name)
{
    const char first = name->length_bytes > 0 ? g_ascii_tolower(*name->text) : '\0';
    for (size_t i = 0; i < G_N_ELEMENTS(markup_elements); i++)
        if (markup_elements[i].name[0] == first && span_is(name, markup_elements[i].name))
            return &markup_elements[i];
    return NULL;
}

const char *markup_element_name(const char *name)
{
    const struct span span = {.text = name, .length_bytes = strlen(name)};
    const struct markup_element *element = element_of(&span);
    return element ? element->name : NULL;
}

static void text_append(struct pass *pass, const char *at, const char *end)
{
    while (at < end) {
        const char *line_end = at;
        while (line_end < end && *line_end != '\n' && *line_end != '\r')
            line_end++;
        g_string_append_len(pass->out, at, line_end - at);
        if (line_end == end)
            return;
        bool is_pair = *line_end == '\r' && line_end + 1 < end && line_end[1] == '\n';
        if (!is_pair)
            g_string_append_c(pass->out, pass->is_source ? SOURCE_BREAK : *line_end);
        at = line_end + 1;
    }
}

static void effect_apply(struct pass *pass, const struct markup_element *element)
{
    pass->has_tags = true;
    if (element && element->effect == MARKUP_EFFECT_BREAK)
        g_string_append_c(pass->out, '\n');
    else if (element && element->effect == MARKUP_EFFECT_SPACE)
        g_string_append_c(pass->out, ' ');
}

/* Where the end tag of the element begins; NULL when there is none. */
static const char *end_tag_find(const char *at, const char *end, const char *name)
{
    while ((at = span_find(at, end, "</"))) {
        at += strlen("</");
        if (span_begins(at, end, name) &&
            (at + strlen(name) == end || !g_ascii_isalnum(at[strlen(name)])))
            return at - strlen("</");
    }
    return NULL;
}

/* Behind a start tag: passes over what the element holds. One that never ends hides nothing but
 * itself, unless it is code. */
static void content_drop(struct pass *pass, const struct markup_element *element)
{
    size_t index = (size_t)(element - markup_elements);
    const char *close =
        pass->is_endless[index] ? NULL : end_tag_find(pass->at, pass->end, element->name);
    if (close) {
        pass->at = close;
        return;
    }
    pass->is_endless[index] = true;
    if (strcmp(element->name, "script") == 0 || strcmp(element->name, "style") == 0)
        pass->at = pass->end;
}

static void character(struct pass *pass)
{
    text_append(pass, pass->at, pass->at + 1);
    pass->at++;
}

/* A name that HTML does not know is rather text in brackets than an element ("vector<int>"), unless
 * it is written as only markup is. */
static bool is_markup(const struct span *name, size_t attributes)
{
    return attributes > 0 || memchr(name->text, ':', name->length_bytes) ||
           memchr(name->text, '-', name->length_bytes);
}

static void start_tag(struct pass *pass)
{
    struct tag *tag = &pass->tag;
    struct span name = {.text = pass->at + 1};
    name.length_bytes = tag_name_length(name.text, pass->end);
    const struct markup_element *element = name.length_bytes > 0 ? element_of(&name) : NULL;
    enum tag_result result = tag_read(pass->at, pass->end, tag);

    if (result == TAG_RESULT_FOUND && (element || is_markup(&name, tag->count))) {
        effect_apply(pass, element);
        pass->at = tag->end;
        if (element && element->effect == MARKUP_EFFECT_DROP && !tag->is_empty)
            content_drop(pass, element);
    } else if (result == TAG_RESULT_FOUND || result == TAG_RESULT_NONE || !element) {
        character(pass);
    } else {
        const char *close = memchr(pass->at, '>', (size_t)(pass->end - pass->at));
        pass->at = close ? close + 1 : pass->end;
    }
}

static void end_tag(struct pass *pass)
{
    struct span name = {.text = pass->at + strlen("</")};
    name.length_bytes = tag_name_length(name.text, pass->end);
    const struct markup_element *element = name.length_bytes > 0 ? element_of(&name) : NULL;
    if (!element && (name.length_bytes == 0 || !is_markup(&name, 0))) {
        character(pass);
        return;
    }
    const char *at = name.text + name.length_bytes;
    while (at < pass->end && *at != '>' && *at != '<')
        at++;
    effect_apply(pass, element);
    pass->at = at < pass->end && *at == '>' ? at + 1 : at;
}

static void skip_behind(struct pass *pass, const char *close)
{
    const char *at = span_find(pass->at, pass->end, close);
    pass->at = at ? at + strlen(close) : pass->end;
}

static void comment(struct pass *pass)
{
    skip_behind(pass, "-->");
}

static void declaration(struct pass *pass)
{
    skip_behind(pass, ">");
}

/* Wrapped twice: the marks are dropped, the inside is markup as before. */
static void cdata_start(struct pass *pass)
{
    pass->is_cdata = true;
    pass->at += strlen("<![CDATA[");
}

static void cdata_end(struct pass *pass)
{
    if (!pass->is_cdata) {
        character(pass);
        return;
    }
    pass->is_cdata = false;
    pass->at += strlen("]]>");
}

static void reference(struct pass *pass)
{
    struct entity entity;
    char utf8[ENTITY_UTF8_BYTES];
    if (!entity_read(pass->at, (size_t)(pass->end - pass->at), &entity)) {
        character(pass);
        return;
    }
    text_append(pass, utf8, utf8 + entity_to_utf8(&entity, utf8));
    pass->at += entity.length_bytes;
}

/* What is not plain text; the first that fits. */
static const struct {
    const char *start;
    void (*read)(struct pass *pass);
} constructs[] = {
    {"&", reference},   {"<!--", comment},   {"<![CDATA[", cdata_start},
    {"]]>", cdata_end}, {"<!", declaration}, {"<?", declaration},
    {"</", end_tag},    {"<", start_tag},    {"", character},
};

static void pass_run(struct pass *pass)
{
    while (pass->at < pass->end) {
        const char *plain = pass->at;
        while (pass->at < pass->end && *pass->at != '&' && *pass->at != '<' && *pass->at != ']')
            pass->at++;
        text_append(pass, plain, pass->at);
        size_t i = 0;
        while (pass->at < pass->end && !span_begins(pass->at, pass->end, constructs[i].start))
            i++;
        if (pass->at < pass->end)
            constructs[i].read(pass);
    }
}

/* Behind any closing quotation mark or bracket. */
static bool line_ends_sentence(const char *start, const char *end)
{
    static const char *const closings[] = {"\"", "'", ")",  "]",  "”", "’",
                                           "»",  "“", "」", "』", "）"};
    static const char *const stops[] = {".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔"};
    const struct {
        const char *const *marks;
        size_t count;
    } sets[] = {{closings, G_N_ELEMENTS(closings)}, {stops, G_N_ELEMENTS(stops)}};
    bool is_found = false;
    for (size_t set = 0; set < G_N_ELEMENTS(sets); set++) {
        is_found = false;
        for (size_t i = 0; !is_found && i < sets[set].count; i++) {
            size_t length = strlen(sets[set].marks[i]);
            is_found = (size_t)(end - start) >= length &&
                       memcmp(end - length, sets[set].marks[i], length) == 0;
            end -= is_found ? length : 0;
        }
    }
    return is_found;
}

/* Where none goes on in a small letter and many end as sentences do, each line is a paragraph. */
static bool lines_are_paragraphs(const char *text)
{
    size_t lines = 0, ended = 0;
    bool is_open = false; /* the line before ends within a sentence */
    while (*text) {
        const char *stop = strchr(text, SOURCE_BREAK);
        const char *behind = stop ? stop : text + strlen(text);
        const char *end = behind;
        while (text < end && g_ascii_isspace(*text))
            text++;
        while (end > text && g_ascii_isspace(end[-1]))
            end--;
        if (is_open && g_unichar_islower(g_utf8_get_char(text)))
            return false;
        bool is_ended = line_ends_sentence(text, end);
        is_open = end > text && !is_ended;
        lines += end > text;
        ended += is_ended;
        text = stop ? stop + 1 : behind;
    }
    return lines > 1 && LINES_A_SENTENCE * ended >= lines;
}

/* Line breaks of the source are spaces where tags part the text; where nothing else does, blank
 * lines or all of them end paragraphs. */
static void breaks_settle(GString *text, bool has_tags)
{
    bool are_paragraphs = !has_tags && lines_are_paragraphs(text->str);
    char *last = NULL; /* the one before, when only white space stands between */
    for (char *at = text->str; *at; at++) {
        if (*at == SOURCE_BREAK) {
            bool is_paragraph = are_paragraphs || (last && !has_tags);
            *at = is_paragraph ? '\n' : ' ';
            last = at;
        } else if (!g_ascii_isspace(*at)) {
            last = NULL;
        }
    }
}

/* A tag of an element that HTML knows stands here, escaped or not; of start tags only the one that
 * is never about itself. */
static bool is_tag_at(const char *at, const char *end, bool any_start)
{
    static const char *const brackets[] = {"<", "&lt;"};
    for (size_t i = 0; i < G_N_ELEMENTS(brackets); i++) {
        if (!span_begins(at, end, brackets[i]))
            continue;
        struct span name = {.text = at + strlen(brackets[i])};
        bool is_end = span_begins(name.text, end, "/");
        name.text += is_end ? 1 : 0;
        name.length_bytes = tag_name_length(name.text, end);
        return name.length_bytes > 0 && (is_end || any_start || span_is(&name, "br")) &&
               element_of(&name);
    }
    return false;
}

static bool holds_tag(const char *text)
{
    const char *const end = text + strlen(text);
    for (const char *at = text; (at = strpbrk(at, "&<")); at++)
        if (is_tag_at(at, end, false))
            return true;
    return false;
}

static bool begins_with_tag(const char *text)
{
    while (g_ascii_isspace(*text))
        text++;
    return is_tag_at(text, text + strlen(text), true);
}

static GString *markup_decode(const GString *markup, bool is_source, bool *has_tags)
{
    struct pass pass = {.at = markup->str,
                        .end = markup->str + markup->len,
                        .out = g_string_sized_new(markup->len),
                        .is_source = is_source};
    pass_run(&pass);
    if (is_source)
        breaks_settle(pass.out, pass.has_tags);
    *has_tags = *has_tags || pass.has_tags;
    return pass.out;
}

/* Plain text all through: only its line breaks have to be judged. */
static GString *plain_decode(const GString *plain)
{
    struct pass pass = {.out = g_string_sized_new(plain->len), .is_source = true};
    text_append(&pass, plain->str, plain->str + plain->len);
    breaks_settle(pass.out, false);
    return pass.out;
}

/* Decodes references that are left over; not those to brackets, which a text about HTML shows. NULL
 * when there are none. */
static GString *references_decode(const GString *text)
{
    const char *const end = text->str + text->len;
    const char *from = text->str;
    GString *out = NULL;
    for (const char *at = from; (at = strchr(at, '&')); at++) {
        struct entity entity;
        char utf8[ENTITY_UTF8_BYTES];
        if (!entity_read(at, (size_t)(end - at), &entity) || entity.character == '<' ||
            entity.character == '>')
            continue;
        out = out ? out : g_string_sized_new(text->len);
        g_string_append_len(out, from, at - from);
        g_string_append_len(out, utf8, (gssize)entity_to_utf8(&entity, utf8));
        from = at + entity.length_bytes;
        at = from - 1;
    }
    return out ? g_string_append_len(out, from, end - from) : NULL;
}

/* What was escaped once more than it should be; NULL when that is not so. Behind tags the text was
 * escaped right, and tags in it are what it is about, unless it is nothing but them. */
static GString *escaped_decode(const GString *text, bool *has_tags)
{
    bool is_markup = *has_tags ? begins_with_tag(text->str) : holds_tag(text->str);
    return is_markup ? markup_decode(text, false, has_tags) : references_decode(text);
}

char *markup_to_text(const char *markup, size_t length_bytes, enum markup_kind kind)
{
    bool has_tags = false;
    GString *text = g_string_new_len(markup, (gssize)length_bytes);
    bool is_markup = kind == MARKUP_KIND_HTML || holds_tag(text->str);
    GString *decoded = is_markup ? markup_decode(text, true, &has_tags) : plain_decode(text);
    for (int i = 1; i < PASSES_MAX && decoded; i++) {
        g_string_free(text, TRUE);
        text = decoded;
        decoded = escaped_decode(text, &has_tags);
    }
    if (!decoded)
        return g_string_free(text, FALSE);
    g_string_free(text, TRUE);
    return g_string_free(decoded, FALSE);
}
