/* SPDX-License-Identifier: MIT */
#include "gallery.h"

#include "placard/command/decode.h"
#include "placard/command/paths.h"

/* This card and the next; at 1080p each takes 2.5 MB. */
enum { KEPT_MAX = 2 };

struct entry {
    char *url;
    GBytes *rows;
};

struct gallery {
    struct cache *cache;
    char *program;
    struct frame_size place;
    struct entry entries[KEPT_MAX]; /* the newest first */
    char *url;                      /* being decoded */
    struct decode *decode;
};

static void entry_clear(struct entry *entry)
{
    g_free(entry->url);
    g_clear_pointer(&entry->rows, g_bytes_unref);
    *entry = (struct entry){0};
}

struct gallery *gallery_new(struct cache *cache)
{
    struct gallery *gallery = g_new0(struct gallery, 1);
    gallery->cache = cache;
    gallery->program = paths_program("placard-picture");
    return gallery;
}

static void end_decode(struct gallery *gallery)
{
    g_autoptr(GBytes) rows = decode_finish(gallery->decode);
    gallery->decode = NULL;
    if (rows) {
        entry_clear(&gallery->entries[KEPT_MAX - 1]);
        for (unsigned i = KEPT_MAX - 1; i > 0; i--)
            gallery->entries[i] = gallery->entries[i - 1];
        gallery->entries[0] = (struct entry){g_steal_pointer(&gallery->url), g_bytes_ref(rows)};
    }
    g_clear_pointer(&gallery->url, g_free);
}

static void forget(struct gallery *gallery)
{
    end_decode(gallery);
    for (unsigned i = 0; i < KEPT_MAX; i++)
        entry_clear(&gallery->entries[i]);
}

void gallery_free(struct gallery *gallery)
{
    if (!gallery)
        return;
    forget(gallery);
    g_free(gallery->program);
    g_free(gallery);
}

void gallery_set_place(struct gallery *gallery, struct frame_size place)
{
    if (place.width_px == gallery->place.width_px && place.height_px == gallery->place.height_px)
        return;
    forget(gallery);
    gallery->place = place;
}

GBytes *gallery_find(const struct gallery *gallery, const char *url)
{
    for (unsigned i = 0; url && i < KEPT_MAX; i++)
        if (g_strcmp0(gallery->entries[i].url, url) == 0)
            return gallery->entries[i].rows;
    return NULL;
}

bool gallery_awaits(const struct gallery *gallery, const char *url)
{
    return url && g_strcmp0(gallery->url, url) == 0;
}

void gallery_want(struct gallery *gallery, const char *url, gint64 now_ms)
{
    if (!url || gallery->place.width_px == 0 || gallery_find(gallery, url) ||
        gallery_awaits(gallery, url))
        return;
    end_decode(gallery);
    const struct decode_request request = {gallery->cache, gallery->program, url, gallery->place};
    gallery->decode = decode_start(&request, now_ms);
    if (gallery->decode)
        gallery->url = g_strdup(url);
}

void gallery_turn(struct gallery *gallery, gint64 now_ms)
{
    if (!gallery->decode)
        return;
    if (decode_read(gallery->decode) || now_ms >= decode_deadline_ms(gallery->decode))
        end_decode(gallery);
}

int gallery_descriptor(const struct gallery *gallery)
{
    return gallery->decode ? decode_descriptor(gallery->decode) : -1;
}

gint64 gallery_deadline_ms(const struct gallery *gallery)
{
    return gallery->decode ? decode_deadline_ms(gallery->decode) : G_MAXINT64;
}
