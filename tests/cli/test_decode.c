/* SPDX-License-Identifier: MIT
 *
 * A picture of the cache on its way to a card, with scripts in the program's place where it is to
 * misbehave. */
#include "placard/command/decode.h"

#include "placard/limits.h"

#include "place.h"
#include "shelf.h"

#include <glib/gstdio.h>
#include <poll.h>
#include <string.h>

#define URL "https://news.example/quarters.jpg"
#define HEAD "placard-picture 1 64 48 64 48\n"

static gint64 clock_ms(void)
{
    return g_get_monotonic_time() / 1000;
}

/* A cache that holds quarters.jpg under URL. */
struct shop {
    char *place;
    struct cache *cache;
    struct decode_request request;
};

static void shop_init(struct shop *shop)
{
    *shop = (struct shop){.place = place_new()};
    shop->cache = shelf_open(shop->place);
    shop->request = (struct decode_request){
        .cache = shop->cache, .program = PLACARD_PICTURE, .url = URL, .place = {32, 24}};
    g_autofree char *jpeg = NULL;
    gsize length;
    g_assert_true(
        g_file_get_contents(PLACARD_FIXTURES "/picture/quarters.jpg", &jpeg, &length, NULL));
    g_autoptr(GString) content = g_string_new(HEAD);
    g_string_append_len(content, jpeg, (gssize)length);
    g_assert_true(
        cache_store(shop->cache, CACHE_KIND_PICTURE, URL, content->str, content->len, NULL));
}

static void shop_clear(struct shop *shop)
{
    cache_free(shop->cache);
    place_free(shop->place);
}

/* As the loop does it. */
static GBytes *shop_decode(const struct shop *shop)
{
    struct decode *decode = decode_start(&shop->request, clock_ms());
    g_assert_nonnull(decode);
    while (!decode_read(decode)) {
        struct pollfd waited = {.fd = decode_descriptor(decode), .events = POLLIN};
        g_assert_cmpint(decode_deadline_ms(decode), >, clock_ms());
        g_assert_cmpint(poll(&waited, 1, LIMIT_PICTURE_MS), ==, 1);
    }
    return decode_finish(decode);
}

static void test_rows(void)
{
    struct shop shop;
    shop_init(&shop);
    g_autoptr(GBytes) rows = shop_decode(&shop);
    g_assert_nonnull(rows);
    g_assert_cmpuint(g_bytes_get_size(rows), ==, 32 * 24 * 3);
    const guint8 *first = g_bytes_get_data(rows, NULL);
    g_assert_cmpuint(first[0], >, 0xA0);
    g_assert_cmpuint(first[1], <, 0x20);
    g_assert_cmpuint(first[2], <, 0x20);
    shop_clear(&shop);
}

static void test_missing(void)
{
    struct shop shop;
    shop_init(&shop);
    shop.request.url = "https://news.example/other.jpg";
    g_assert_null(decode_start(&shop.request, clock_ms()));
    shop.request.url = URL;
    shop.request.program = "/nowhere/placard-picture";
    struct decode *decode = decode_start(&shop.request, clock_ms());
    g_assert_null(decode_finish(decode));
    shop_clear(&shop);
}

/* What a program may do that a stranger has taken over, or that a fault has stopped. */
static void test_bad_program(void)
{
    static const char *const scripts[] = {
        "exit 6",
        "kill -9 $$",
        "cat",
        "printf 'placard-picture 1 32 24 64 48\\n'; head -c 2303 /dev/zero",
        "printf 'placard-picture 1 32 24 64 48\\n'; head -c 2305 /dev/zero",
        "printf 'placard-picture 1 24 32 64 48\\n'; head -c 2304 /dev/zero",
        "printf 'placard-picture 1 32 24 64 48\\n'; cat /dev/zero",
        "exec >&-; while :; do :; done",
    };
    struct shop shop;
    shop_init(&shop);
    g_autofree char *program = place_path(shop.place, "program");
    shop.request.program = program;
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++) {
        g_autofree char *text = g_strconcat("#!/bin/sh\n", scripts[i], "\n", NULL);
        g_test_message("%s", scripts[i]);
        place_write(shop.place, "program", text);
        g_assert_cmpint(g_chmod(program, 0700), ==, 0);
        g_assert_null(shop_decode(&shop));
    }
    shop_clear(&shop);
}

/* One that is not wanted any more is ended, whatever it does. */
static void test_given_up(void)
{
    struct shop shop;
    shop_init(&shop);
    g_autofree char *program = place_path(shop.place, "program");
    place_write(shop.place, "program", "#!/bin/sh\nwhile :; do :; done\n");
    g_assert_cmpint(g_chmod(program, 0700), ==, 0);
    shop.request.program = program;
    struct decode *decode = decode_start(&shop.request, clock_ms());
    g_assert_false(decode_read(decode));
    g_assert_null(decode_finish(decode));
    shop_clear(&shop);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cli/decode/rows", test_rows);
    g_test_add_func("/cli/decode/missing", test_missing);
    g_test_add_func("/cli/decode/bad-program", test_bad_program);
    g_test_add_func("/cli/decode/given-up", test_given_up);
    return g_test_run();
}
