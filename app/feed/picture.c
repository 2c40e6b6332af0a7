/* SPDX-License-Identifier: MIT */
#include "picture.h"

#include <glib.h>
#include <string.h>

#include "entity.h"
#include "link.h"
#include "tag.h"

enum {
    /* Smaller ones are icons, faces and counters of readers. */
    SIDE_PX_MIN = 65,
    /* Of the sizes to choose from: no screen is wider by far, and a cache is small. */
    WIDTH_PX_MAX = 2048,
};

bool picture_is_real(const char *url)
{
    static const char *const others[] = {"1x1",
                                         "pixel.gif",
                                         "pixel.png",
                                         "/pixel?",
                                         "/pixel/",
                                         "pixel.wp.com",
                                         "stats.wordpress.com",
                                         "spacer.",
                                         "blank.gif",
                                         "blank.png",
                                         "transparent.",
                                         "placeholder.",
                                         "/track/",
                                         "/tracking/",
                                         "/tracker/",
                                         "gravatar.com/",
                                         "/avatar/",
                                         "/avatars/",
                                         "twemoji",
                                         "/emoji/",
                                         "/smilies/",
                                         "/smiley/",
                                         "click.net/",
                                         "/counter/",
                                         "google-analytics",
                                         "feedburner.com",
                                         "feedsportal.com",
                                         ".svg",
                                         ".ico",
                                         NULL};
    g_autofree char *folded = g_ascii_strdown(url, -1);
    for (const char *const *other = others; *other; other++)
        if (strstr(folded, *other))
            return false;
    return true;
}

bool picture_side_is_real(const char *side)
{
    char *end;
    if (!side || !g_ascii_isdigit(*side))
        return true;
    gint64 pixels = g_ascii_strtoll(side, &end, 10);
    bool is_pixels = *end == '\0' || g_ascii_strcasecmp(end, "px") == 0;
    return !is_pixels || pixels >= SIDE_PX_MIN;
}

/* The value of an attribute with its references decoded; NULL when there is none or it is empty. */
static char *attribute_take(const struct tag *tag, const char *name)
{
    for (size_t i = 0; i < tag->count; i++) {
        const struct span *value = &tag->attributes[i].value;
        if (!span_is(&tag->attributes[i].name, name) || value->length_bytes == 0)
            continue;
        g_autoptr(GString) text = g_string_sized_new(value->length_bytes);
        for (size_t at = 0; at < value->length_bytes;) {
            struct entity entity;
            char utf8[ENTITY_UTF8_BYTES];
            bool is_entity = entity_read(value->text + at, value->length_bytes - at, &entity);
            size_t bytes = is_entity ? entity_to_utf8(&entity, utf8) : 1;
            g_string_append_len(text, is_entity ? utf8 : value->text + at, (gssize)bytes);
            at += is_entity ? entity.length_bytes : 1;
        }
        return g_strdup(text->str);
    }
    return NULL;
}

/* "a.jpg 480w, b.jpg 2x" (WHATWG HTML, 4.8.4.2.1): the URL of the widest that a screen has use for. */
static char *srcset_best(const char *srcset)
{
    g_auto(GStrv) candidates = g_strsplit_set(srcset, " \t\r\n", -1);
    const char *best = NULL, *url = NULL;
    double best_width = -1;
    for (char **part = candidates; *part; part++) {
        bool is_last = g_str_has_suffix(*part, ",");
        if (is_last)
            (*part)[strlen(*part) - 1] = '\0';
        if (**part == '\0')
            continue;
        double width = url ? g_ascii_strtod(*part, NULL) : 0;
        url = url ? url : *part;
        if (width <= WIDTH_PX_MAX && width > best_width) {
            best = url;
            best_width = width;
        }
        if (is_last || *part != url)
            url = NULL;
    }
    return g_strdup(best);
}

/* By its class: shown beside the text, not for it. */
static bool has_real_class(const struct tag *tag)
{
    static const char *const others[] = {"emoji", "smiley", "avatar", "tracking", "spacer", NULL};
    g_autofree char *names = attribute_take(tag, "class");
    for (const char *const *other = others; names && *other; other++)
        if (strstr(names, *other))
            return false;
    return true;
}

static bool has_real_sides(const struct tag *tag)
{
    g_autofree char *width = attribute_take(tag, "width");
    g_autofree char *height = attribute_take(tag, "height");
    return picture_side_is_real(width) && picture_side_is_real(height);
}

static char *image_link(const struct tag *tag, const char *base)
{
    /* What a script puts in the place of src, before src itself, which fills the space till then. */
    static const struct {
        const char *name;
        bool is_set;
    } sources[] = {
        {"data-src"},          {"data-lazy-src"},          {"data-original"}, {"src"},
        {"data-srcset", true}, {"data-lazy-srcset", true}, {"srcset", true},
    };
    if (!has_real_sides(tag) || !has_real_class(tag))
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(sources); i++) {
        g_autofree char *value = attribute_take(tag, sources[i].name);
        g_autofree char *reference =
            value && sources[i].is_set ? srcset_best(value) : g_steal_pointer(&value);
        g_autofree char *link = link_resolve(base, reference);
        if (link && picture_is_real(link))
            return g_steal_pointer(&link);
    }
    return NULL;
}

char *picture_find(const char *markup, size_t length_bytes, const char *base)
{
    const char *const end = markup + length_bytes;
    struct tag *tag = g_new(struct tag, 1);
    char *link = NULL;

    for (const char *at = markup; !link && at < end; at++) {
        at = memchr(at, '<', (size_t)(end - at));
        if (!at)
            break;
        struct span name = {.text = at + 1, .length_bytes = tag_name_length(at + 1, end)};
        if (!span_is(&name, "img"))
            continue;
        /* A tag without end takes all that follows: looking on from each "<" in it would not be
         * linear. */
        if (tag_read(at, end, tag) != TAG_RESULT_FOUND)
            break;
        link = image_link(tag, base);
        at = tag->end - 1;
    }
    g_free(tag);
    return link;
}
