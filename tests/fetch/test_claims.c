/* SPDX-License-Identifier: MIT
 *
 * Pictures that lie, are cut, or are too much: refused before they cost anything.
 */
#include "outcome.h"

#include "placard/limits.h"

#include <string.h>

/* The fixture with a few bytes put in place of its own. */
static GBytes *fixture_changed(const char *name, size_t at, const char *bytes, size_t length)
{
    g_autoptr(GBytes) plain = outcome_fixture(name);
    gsize whole;
    const guint8 *content = g_bytes_get_data(plain, &whole);
    guint8 *changed = g_memdup2(content, whole);

    g_assert_cmpuint(at + length, <=, whole);
    memcpy(changed + at, bytes, length);
    return g_bytes_new_take(changed, whole);
}

/* What a header claims is judged before anything is decoded. */
static void test_claims(void)
{
    static const struct {
        const char *name;
        size_t at;
        const char *bytes;
        size_t length;
        int status;
    } cases[] = {
        {"quarters.png", 16, "\0\0\x10\1", 4, FRAME_STATUS_TOO_LARGE},               /* 4097 wide */
        {"quarters.png", 16, "\xFF\xFF\xFF\xFF", 4, FRAME_STATUS_TOO_LARGE},         /* overflow */
        {"quarters.png", 16, "\0\0\x0F\xFF\0\0\x0B\xB9", 8, FRAME_STATUS_TOO_LARGE}, /* 12.3 M */
        {"quarters.png", 16, "\0\0\0\0", 4, FRAME_STATUS_BROKEN},
        {"quarters.gif", 6, "\xFF\xFF", 2, FRAME_STATUS_TOO_LARGE}, /* its screen */
        {"lossless.webp", 21, "\xFF\xFF\xFF\xFF", 4, FRAME_STATUS_TOO_LARGE},
        {"quarters.webp", 26, "\xFF\x3F\xFF\x3F", 4, FRAME_STATUS_TOO_LARGE},
        {"inks.jpg", 0, "", 0, FRAME_STATUS_BROKEN},
        {"quarters.png", 0, "\x88", 1, FRAME_STATUS_FOREIGN},
        {"quarters.jpg", 0, "<svg", 4, FRAME_STATUS_FOREIGN},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GBytes) input =
            fixture_changed(cases[i].name, cases[i].at, cases[i].bytes, cases[i].length);
        struct outcome outcome = outcome_of("keep", "32x24", input);

        g_test_message("case %" G_GSIZE_FORMAT ": %s", i, cases[i].name);
        g_assert_cmpint(outcome.status, ==, cases[i].status);
        g_assert_null(outcome.output);
    }
}

/* The first image of a GIF need not keep to its screen. */
static void test_gif_image(void)
{
    g_autoptr(GBytes) plain = outcome_fixture("quarters.gif");
    gsize length;
    const guint8 *bytes = g_bytes_get_data(plain, &length);
    size_t at = 13 + (3u << ((bytes[10] & 7) + 1));

    while (at < length && bytes[at] != ',')
        at++;
    g_autoptr(GBytes) input = fixture_changed("quarters.gif", at + 5, "\xFF\xFF\xFF\xFF", 4);
    struct outcome outcome = outcome_of("keep", "32x24", input);
    g_assert_cmpint(outcome.status, ==, FRAME_STATUS_TOO_LARGE);
}

/* Cut anywhere, a picture is refused or shown in part, and never kills its reader. */
static void test_cut(void)
{
    static const char *const names[] = {"quarters.png", "quarters.jpg",  "quarters.webp",
                                        "quarters.gif", "lossless.webp", "see-through.webp"};

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GBytes) whole = outcome_fixture(names[i]);
        const gsize length = g_bytes_get_size(whole);

        for (gsize at = 0; at < length; at += MAX(length / 12, 1)) {
            g_autoptr(GBytes) input = g_bytes_new_from_bytes(whole, 0, at);
            struct outcome outcome = outcome_of("keep", "32x24", input);

            g_test_message("%s cut at %" G_GSIZE_FORMAT, names[i], at);
            g_assert_cmpint(outcome.status, >=, 0);
            g_assert_cmpint(outcome.status, <, FRAME_STATUS_COUNT);
            if (at < 26)
                g_assert_cmpint(outcome.status, !=, FRAME_STATUS_DONE);
            outcome_clear(&outcome);
        }
    }
}

static void test_bytes(void)
{
    g_autofree guint8 *content = g_malloc0(LIMIT_PICTURE_BYTES + 1);
    g_autoptr(GBytes) input = g_bytes_new_take(g_steal_pointer(&content), LIMIT_PICTURE_BYTES + 1);
    struct outcome outcome = outcome_of("keep", "32x24", input);

    g_assert_cmpint(outcome.status, ==, FRAME_STATUS_TOO_LARGE);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/claims/headers", test_claims);
    g_test_add_func("/fetch/claims/gif-image", test_gif_image);
    g_test_add_func("/fetch/claims/cut", test_cut);
    g_test_add_func("/fetch/claims/bytes", test_bytes);
    return g_test_run();
}
