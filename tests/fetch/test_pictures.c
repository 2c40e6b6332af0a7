/* SPDX-License-Identifier: MIT
 *
 * The pictures of the stories: fetched once, kept, and not asked for again where it is no use.
 */
#include "placard/fetch/pictures.h"

#include "placard/limits.h"

#include "place.h"
#include "server.h"
#include "shelf.h"

#include <glib/gstdio.h>
#include <utime.h>

#define FIXTURES PLACARD_FIXTURES "/picture"
#define MINUTES(N) ((gint64)(N)*60)

enum { TEST_NOW_UTC_S = 1800000000, TEST_LIMIT_MS = 60 * 1000 };

/* A server of pictures, a cache for them, and what was told of the last fetch. */
struct gallery {
    struct server *server;
    char *place;
    struct cache *cache;
    struct pictures_request request;
    GPtrArray *urls;
    GPtrArray *own_urls;
    GHashTable *told; /* URL → problem, "" for what is there */
    GError *error;
};

static void gallery_init(struct gallery *gallery)
{
    *gallery = (struct gallery){
        .server = server_new(FIXTURES),
        .place = place_new(),
        .urls = g_ptr_array_new_with_free_func(g_free),
        .told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
        .request = {.program = PLACARD_PICTURE,
                    .place = {32, 24},
                    .transfer = {.timeout_seconds = 20,
                                 .max_bytes = 8 << 20,
                                 .per_host = 4,
                                 .user_agent = "test"},
                    .now_utc_s = TEST_NOW_UTC_S},
    };
    gallery->cache = shelf_open(gallery->place);
    gallery->own_urls = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(gallery->own_urls, server_url(gallery->server, "/feed.xml"));
    gallery->request.own_urls = gallery->own_urls;
}

static void gallery_clear(struct gallery *gallery)
{
    server_free(gallery->server);
    cache_free(gallery->cache);
    place_free(gallery->place);
    g_ptr_array_unref(gallery->urls);
    g_ptr_array_unref(gallery->own_urls);
    g_hash_table_unref(gallery->told);
    g_clear_error(&gallery->error);
}

/* The next story's picture. */
static const char *gallery_add(struct gallery *gallery, const char *path)
{
    char *url = server_url(gallery->server, path);

    g_ptr_array_add(gallery->urls, url);
    return url;
}

static void gallery_on_told(const char *url, const char *problem, void *user)
{
    struct gallery *gallery = user;

    g_assert_true(g_hash_table_insert(gallery->told, g_strdup(url),
                                      g_strdup(problem == NULL ? "" : problem)));
}

static bool gallery_fetch(struct gallery *gallery)
{
    g_hash_table_remove_all(gallery->told);
    g_clear_error(&gallery->error);
    gallery->request.end_ms = g_get_monotonic_time() / 1000 + TEST_LIMIT_MS;
    return pictures_fetch(gallery->cache, gallery->urls, &gallery->request, gallery_on_told,
                          gallery, &gallery->error);
}

/* What was told of a URL; NULL when nothing was. */
static const char *gallery_told(const struct gallery *gallery, const char *url)
{
    return g_hash_table_lookup(gallery->told, url);
}

static bool gallery_has(const struct gallery *gallery, const char *url)
{
    struct frame frame;
    g_autoptr(GBytes) jpeg = pictures_load(gallery->cache, url, &frame);
    return jpeg != NULL;
}

static guint gallery_files(const struct gallery *gallery)
{
    g_autoptr(GPtrArray) names = place_names(gallery->place, "");
    return names->len;
}

static void test_kept(void)
{
    static const char *const paths[] = {"/quarters.png",
                                        "/quarters.jpg",
                                        "/quarters.webp",
                                        "/quarters.gif",
                                        "/lossless.webp",
                                        "/see-through.png",
                                        "/redirect/see-through.gif",
                                        "/quarters.png"};
    struct gallery gallery;

    gallery_init(&gallery);
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        gallery_add(&gallery, paths[i]);
    g_assert_true(gallery_fetch(&gallery));
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        struct frame frame;
        g_autoptr(GBytes) jpeg = pictures_load(gallery.cache, gallery.urls->pdata[i], &frame);

        g_assert_cmpstr(gallery_told(&gallery, gallery.urls->pdata[i]), ==, "");
        g_assert_nonnull(jpeg);
        g_assert_cmpuint(frame.size.width_px, ==, 32);
        g_assert_cmpuint(frame.size.height_px, ==, 24);
        g_assert_cmpuint(frame.source.width_px, ==, 64);
        g_assert_cmpmem(g_bytes_get_data(jpeg, NULL), 3, "\xFF\xD8\xFF", 3);
    }
    g_assert_cmpuint(server_requests(gallery.server, "/quarters.png"), ==, 1);

    g_autoptr(GPtrArray) files = place_names(gallery.place, "");
    g_autofree char *file = place_path(gallery.place, files->pdata[0]);
    g_assert_cmpuint(files->len, ==, G_N_ELEMENTS(paths) - 1);
    g_assert_cmpint(shelf_status(file).st_mode & 0777, ==, 0600);
    gallery_clear(&gallery);
}

/* A story must not have the network around the screen asked by its picture. */
static void test_local(void)
{
    struct gallery gallery;
    gallery_init(&gallery);
    const char *url = gallery_add(&gallery, "/quarters.png");
    gallery.request.own_urls = NULL;
    g_assert_true(gallery_fetch(&gallery));
    g_assert_nonnull(strstr(gallery_told(&gallery, url), "address of the local network"));
    g_assert_cmpuint(server_requests(gallery.server, "/quarters.png"), ==, 0);
    gallery_clear(&gallery);
}

/* The second time nobody is asked and nothing is written. */
static void test_once(void)
{
    struct gallery gallery;

    gallery_init(&gallery);
    const char *url = gallery_add(&gallery, "/quarters.png");
    g_assert_true(gallery_fetch(&gallery));
    g_autoptr(GPtrArray) files = place_names(gallery.place, "");
    g_autofree char *file = place_path(gallery.place, files->pdata[0]);
    const struct stat before = shelf_status(file);

    gallery.request.now_utc_s += MINUTES(60 * 24 * 365);
    g_assert_true(gallery_fetch(&gallery));
    g_assert_null(gallery_told(&gallery, url));
    g_assert_cmpuint(server_requests(gallery.server, "/quarters.png"), ==, 1);
    g_assert_cmpuint(shelf_status(file).st_ino, ==, before.st_ino);
    g_assert_cmpuint(gallery_files(&gallery), ==, 1);
    gallery_clear(&gallery);
}

/* A place of another shape, and a file that is damaged, need the picture anew. */
static void test_again(void)
{
    struct gallery gallery;
    struct frame frame;

    gallery_init(&gallery);
    const char *url = gallery_add(&gallery, "/quarters.png");
    g_assert_true(gallery_fetch(&gallery));
    gallery.request.place = (struct frame_size){16, 24};
    g_assert_true(gallery_fetch(&gallery));
    g_assert_cmpuint(server_requests(gallery.server, "/quarters.png"), ==, 2);
    g_bytes_unref(pictures_load(gallery.cache, url, &frame));
    g_assert_cmpuint(frame.size.width_px, ==, 16);

    g_autoptr(GPtrArray) files = place_names(gallery.place, "");
    place_write(gallery.place, files->pdata[0], "placard-cache 1 nothing");
    g_assert_false(gallery_has(&gallery, url));
    g_assert_true(gallery_fetch(&gallery));
    g_assert_cmpuint(server_requests(gallery.server, "/quarters.png"), ==, 3);
    g_assert_true(gallery_has(&gallery, url));
    gallery_clear(&gallery);
}

/* How often a picture is asked for that cannot be had: at once, after minutes, after days. */
static void test_failures(void)
{
    static const struct {
        const char *path;
        const char *told;
        unsigned after_10_minutes, after_20_minutes, after_days;
    } cases[] = {
        {"/inks.jpg", "damaged", 1, 1, 1},
        {"/404", "HTTP 404 (not found)", 1, 2, 3},
        {"/503", NULL, 1, 2, 3},
        {"/close", NULL, 1, 2, 3},
        /* A log-in page passes. */
        {"/charset/text-html", "not a PNG, JPEG, WebP or GIF picture", 1, 2, 3},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct gallery gallery;

        g_test_message("%s", cases[i].path);
        gallery_init(&gallery);
        const char *url = gallery_add(&gallery, cases[i].path);
        g_assert_true(gallery_fetch(&gallery));
        g_assert_nonnull(gallery_told(&gallery, url));
        if (cases[i].told != NULL)
            g_assert_cmpstr(gallery_told(&gallery, url), ==, cases[i].told);
        g_assert_false(gallery_has(&gallery, url));
        const unsigned first = server_requests(gallery.server, cases[i].path);

        g_assert_cmpuint(first, >=, 1);
        gallery.request.now_utc_s += MINUTES(10);
        g_assert_true(gallery_fetch(&gallery));
        g_assert_cmpuint(server_requests(gallery.server, cases[i].path), ==,
                         cases[i].after_10_minutes * first);
        gallery.request.now_utc_s += MINUTES(10);
        g_assert_true(gallery_fetch(&gallery));
        g_assert_cmpuint(server_requests(gallery.server, cases[i].path), ==,
                         cases[i].after_20_minutes * first);
        gallery.request.now_utc_s += MINUTES(60 * 48);
        g_assert_true(gallery_fetch(&gallery));
        g_assert_cmpuint(server_requests(gallery.server, cases[i].path), ==,
                         cases[i].after_days * first);
        gallery_clear(&gallery);
    }
}

/* One that comes through in the end is no longer marked. */
static void test_recovery(void)
{
    struct gallery gallery;

    gallery_init(&gallery);
    const char *url = gallery_add(&gallery, "/quarters.png");
    gallery.request.program = "/nowhere/placard-picture";
    g_assert_true(gallery_fetch(&gallery));
    g_assert_false(gallery_has(&gallery, url));
    gallery.request.program = PLACARD_PICTURE;
    gallery.request.now_utc_s += MINUTES(20);
    g_assert_true(gallery_fetch(&gallery));
    g_assert_true(gallery_has(&gallery, url));
    gallery_clear(&gallery);
}

/* A program in the place of placard-picture; g_free. */
static char *gallery_program(const struct gallery *gallery, const char *script)
{
    g_autofree char *text = g_strconcat("#!/bin/sh\n", script, "\n", NULL);
    char *path = place_path(gallery->place, "program");

    place_write(gallery->place, "program", text);
    g_assert_cmpint(g_chmod(path, 0700), ==, 0);
    return path;
}

/* Whatever the program does, it costs this picture at most. */
static void test_bad_program(void)
{
    static const struct {
        const char *script;
        const char *told;
        bool is_final;
    } cases[] = {
        {"kill -9 $$", "killed its reader", true},
        {"exit 77", "killed its reader", true},
        {"exit 6", "damaged", true},
        {"exit 5", "too small", true},
        {"echo something else", "killed its reader", true},
        {"echo placard-picture 1 9 9 64 48", "killed its reader", true},
        {"head -c 3000000 /dev/zero", "killed its reader", true},
        {"exit 3", "not a PNG, JPEG, WebP or GIF picture", false},
        {"exit 1", "could not be handed on", false},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct gallery gallery;

        g_test_message("%s", cases[i].script);
        gallery_init(&gallery);
        g_autofree char *program = gallery_program(&gallery, cases[i].script);
        const char *url = gallery_add(&gallery, "/quarters.png");
        gallery.request.program = program;
        g_assert_true(gallery_fetch(&gallery));
        g_assert_cmpstr(gallery_told(&gallery, url), ==, cases[i].told);
        g_assert_false(gallery_has(&gallery, url));
        gallery.request.now_utc_s += MINUTES(60 * 48);
        g_assert_true(gallery_fetch(&gallery));
        g_assert_cmpuint(server_requests(gallery.server, "/quarters.png"), ==,
                         cases[i].is_final ? 1 : 2);
        gallery_clear(&gallery);
    }
}

/* Nothing is asked for when it could not be kept, or when the time is over. */
static void test_not_asked(void)
{
    struct gallery gallery;

    gallery_init(&gallery);
    const char *url = gallery_add(&gallery, "/quarters.png");
    gallery.request.end_ms = g_get_monotonic_time() / 1000;
    g_assert_true(pictures_fetch(gallery.cache, gallery.urls, &gallery.request, gallery_on_told,
                                 &gallery, NULL));
    struct cache *nothing = cache_open(NULL, NULL);
    gallery.request.end_ms += TEST_LIMIT_MS;
    g_assert_true(
        pictures_fetch(nothing, gallery.urls, &gallery.request, gallery_on_told, &gallery, NULL));
    cache_free(nothing);
    g_assert_cmpuint(server_requests(gallery.server, "/quarters.png"), ==, 0);
    g_assert_false(gallery_has(&gallery, url));
    g_assert_cmpuint(gallery_files(&gallery), ==, 0);
    gallery_clear(&gallery);
}

/* First those go that no story needs, the oldest before the others, then the last of the edition. */
static void test_room(void)
{
    static const char *const keys[] = {"first", "second", "third", "old", "older"};
    static const struct {
        guint64 max_bytes; /* a file of the ten bytes takes 91 */
        const char *left;
    } cases[] = {
        {10000, "first second third old older"},
        {91 * 4, "first second third old"},
        {91 * 3 + 90, "first second third"},
        {91 * 2, "first second"},
        {0, ""},
    };
    char *place = place_new();
    struct cache *cache = shelf_open(place);
    g_autoptr(GPtrArray) needed = g_ptr_array_new();

    for (unsigned i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_assert_true(cache_store(cache, CACHE_KIND_PICTURE, keys[i], "ten bytes.", 10, NULL));
        if (i < 3)
            g_ptr_array_add(needed, g_strdup(keys[i]));
    }
    g_assert_true(cache_store(cache, CACHE_KIND_SOURCE, "a source", "ten bytes.", 10, NULL));
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, "older", -1);
    g_autofree char *name = g_strdup_printf("picture-%.24s", sum);
    g_autofree char *path = place_path(place, name);
    struct utimbuf past = {1000000000, 1000000000};
    g_assert_cmpint(g_utime(path, &past), ==, 0);

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) left = g_string_new(NULL);

        cache_shrink(cache, CACHE_KIND_PICTURE, needed, cases[i].max_bytes);
        for (size_t k = 0; k < G_N_ELEMENTS(keys); k++) {
            g_autoptr(GBytes) kept = cache_load(cache, CACHE_KIND_PICTURE, keys[k], NULL);

            if (kept != NULL)
                g_string_append_printf(left, "%s%s", left->len > 0 ? " " : "", keys[k]);
        }
        g_assert_cmpstr(left->str, ==, cases[i].left);
    }
    g_autoptr(GBytes) source = cache_load(cache, CACHE_KIND_SOURCE, "a source", NULL);
    g_assert_nonnull(source);
    g_ptr_array_set_free_func(needed, g_free);
    cache_free(cache);
    place_free(place);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_setenv("no_proxy", "*", TRUE);
    g_test_add_func("/fetch/pictures/kept", test_kept);
    g_test_add_func("/fetch/pictures/local", test_local);
    g_test_add_func("/fetch/pictures/once", test_once);
    g_test_add_func("/fetch/pictures/again", test_again);
    g_test_add_func("/fetch/pictures/failures", test_failures);
    g_test_add_func("/fetch/pictures/recovery", test_recovery);
    g_test_add_func("/fetch/pictures/bad-program", test_bad_program);
    g_test_add_func("/fetch/pictures/not-asked", test_not_asked);
    g_test_add_func("/fetch/pictures/room", test_room);
    return g_test_run();
}
