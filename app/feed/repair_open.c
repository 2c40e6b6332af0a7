/* SPDX-License-Identifier: MIT */
#include "repair_open.h"

void repair_open_init(struct repair_open *open)
{
    open->count = 0;
    open->namespaces = 0;
    open->names = g_string_new(NULL);
}

void repair_open_clear(struct repair_open *open)
{
    g_string_free(open->names, TRUE);
}

bool repair_open_is_structure(const struct span *name)
{
    static const char *const names[] = {"rss", "RDF", "feed", "channel", "item", "entry", NULL};
    struct span local = span_local_name(name);
    return span_is_any(&local, names);
}

bool repair_open_is_story(const struct span *name)
{
    static const char *const names[] = {"item", "entry", NULL};
    struct span local = span_local_name(name);
    return span_is_any(&local, names);
}

static bool is_line(const struct span *name)
{
    static const char *const names[] = {"title", "link",      "guid",    "pubDate",
                                        "id",    "published", "updated", NULL};
    return span_is_any(name, names);
}

void repair_open_push(struct repair_open *open, const struct span *name, unsigned namespaces)
{
    open->elements[open->count++] = (struct repair_element){
        .name_start = open->names->len,
        .name_bytes = name->length_bytes,
        .namespaces = namespaces,
        .is_story = repair_open_is_story(name),
        .is_line = is_line(name),
    };
    open->namespaces += namespaces;
    g_string_append_len(open->names, name->text, (gssize)name->length_bytes);
}

static void innermost_pop(struct repair_open *open, GString *xml)
{
    const struct repair_element *last = &open->elements[--open->count];
    g_string_append(xml, "</");
    g_string_append_len(xml, open->names->str + last->name_start, (gssize)last->name_bytes);
    g_string_append_c(xml, '>');
    g_string_truncate(open->names, last->name_start);
    open->namespaces -= last->namespaces;
}

void repair_open_make_way(struct repair_open *open, const struct span *name, GString *xml)
{
    static const char *const others[] = {"description", "summary",   "content",
                                         "category",    "enclosure", NULL};
    if (open->count > 0 && open->elements[open->count - 1].is_line &&
        (is_line(name) || span_is_any(name, others)))
        innermost_pop(open, xml);
}

/* How many elements are open up to and with the innermost of this name; 0: none has it. */
static unsigned depth_of(const struct repair_open *open, const struct span *name)
{
    bool is_structure = repair_open_is_structure(name);
    for (unsigned depth = open->count; depth > 0; depth--) {
        const struct repair_element *element = &open->elements[depth - 1];
        if (element->name_bytes == name->length_bytes &&
            g_ascii_strncasecmp(open->names->str + element->name_start, name->text,
                                name->length_bytes) == 0)
            return depth;
        if (element->is_story && !is_structure)
            return 0;
    }
    return 0;
}

void repair_open_pop(struct repair_open *open, const struct span *name, GString *xml)
{
    unsigned depth = depth_of(open, name);
    while (depth > 0 && open->count >= depth)
        innermost_pop(open, xml);
}
