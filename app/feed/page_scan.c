/* SPDX-License-Identifier: MIT */
#include "page_scan.h"

#include <glib.h>
#include <string.h>

#include "entity.h"

struct page_scan {
    const char *at, *end;
    const struct page_handler *handler;
    void *data;
    GString *text; /* not yet handed on */
};

/* Elements whose content a browser does not read as markup, or not as part of the page. */
static const char *const raw_names[] = {"script", "style",    "title",   "textarea", "noscript",
                                        "iframe", "noframes", "noembed", "xmp",      NULL};

static void decode(GString *out, const char *at, const char *end)
{
    while (at < end) {
        struct entity entity;
        if (*at == '&' && entity_read(at, (size_t)(end - at), &entity)) {
            char utf8[ENTITY_UTF8_BYTES];
            g_string_append_len(out, utf8, (gssize)entity_to_utf8(&entity, utf8));
            at += entity.length_bytes;
            continue;
        }
        const char *next = memchr(at + 1, '&', (size_t)(end - at - 1));
        next = next ? next : end;
        g_string_append_len(out, at, next - at);
        at = next;
    }
}

static void scan_text(struct page_scan *scan, const char *end)
{
    decode(scan->text, scan->at, end);
    scan->at = end;
}

static void scan_flush(struct page_scan *scan)
{
    if (scan->text->len > 0)
        scan->handler->text(scan->data, scan->text->str, scan->text->len);
    g_string_truncate(scan->text, 0);
}

/* Passes over all up to and with the mark. */
static void scan_skip(struct page_scan *scan, const char *mark)
{
    const char *at = span_find(scan->at, scan->end, mark);
    scan->at = at ? at + strlen(mark) : scan->end;
}

/* Where the end tag of a raw element begins; the end of the page when there is none. */
static const char *raw_end(const struct page_scan *scan, const struct span *name)
{
    const char *at = scan->at;
    while ((at = span_find(at, scan->end, "</"))) {
        struct span found = {.text = at + 2};
        found.length_bytes = tag_name_length(found.text, scan->end);
        if (found.length_bytes == name->length_bytes &&
            g_ascii_strncasecmp(found.text, name->text, name->length_bytes) == 0)
            return at;
        at += 2;
    }
    return scan->end;
}

static void scan_raw(struct page_scan *scan, const struct tag *tag)
{
    const char *close = raw_end(scan, &tag->name);
    const struct span content = {.text = scan->at, .length_bytes = (size_t)(close - scan->at)};
    scan->handler->raw(scan->data, tag, &content);
    scan->at = close;
    scan_skip(scan, ">");
}

static void scan_start(struct page_scan *scan)
{
    struct tag tag;
    switch (tag_read(scan->at, scan->end, &tag)) {
    case TAG_RESULT_NONE:
        scan_text(scan, scan->at + 1);
        return;
    case TAG_RESULT_FOUND:
        break;
    case TAG_RESULT_CUT:
        scan->at = scan->end;
        return;
    default:
        scan_skip(scan, ">");
        return;
    }
    scan_flush(scan);
    scan->at = tag.end;
    if (!tag.is_empty && span_is_any(&tag.name, raw_names))
        scan_raw(scan, &tag);
    else
        scan->handler->start(scan->data, &tag);
}

static void scan_end(struct page_scan *scan)
{
    struct span name = {.text = scan->at + 2};
    name.length_bytes = tag_name_length(name.text, scan->end);
    scan_flush(scan);
    scan_skip(scan, ">");
    if (name.length_bytes > 0)
        scan->handler->end(scan->data, &name);
}

static void scan_markup(struct page_scan *scan)
{
    if (span_begins(scan->at, scan->end, "<!--"))
        scan_skip(scan, "-->");
    else if (span_begins(scan->at, scan->end, "<!") || span_begins(scan->at, scan->end, "<?"))
        scan_skip(scan, ">");
    else if (span_begins(scan->at, scan->end, "</"))
        scan_end(scan);
    else
        scan_start(scan);
}

void page_scan(const char *text, size_t length_bytes, const struct page_handler *handler,
               void *data)
{
    struct page_scan scan = {.at = text,
                             .end = text + length_bytes,
                             .handler = handler,
                             .data = data,
                             .text = g_string_new(NULL)};
    while (scan.at < scan.end) {
        const char *next = memchr(scan.at, '<', (size_t)(scan.end - scan.at));
        scan_text(&scan, next ? next : scan.end);
        if (scan.at < scan.end)
            scan_markup(&scan);
    }
    scan_flush(&scan);
    g_string_free(scan.text, TRUE);
}

char *page_decode(const struct span *span)
{
    GString *out = g_string_new(NULL);
    decode(out, span->text, span->text + span->length_bytes);
    return g_string_free(out, FALSE);
}

char *page_attribute(const struct tag *tag, const char *name)
{
    for (size_t i = 0; i < tag->count; i++)
        if (span_is(&tag->attributes[i].name, name))
            return page_decode(&tag->attributes[i].value);
    return NULL;
}
