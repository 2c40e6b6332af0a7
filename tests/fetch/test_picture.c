/* SPDX-License-Identifier: MIT
 *
 * placard-picture as the fetcher and the screen run it: bytes in, a picture out.
 */
#include "outcome.h"

#include <string.h>

static void assert_size(struct frame_size size, unsigned width_px, unsigned height_px)
{
    g_assert_cmpuint(size.width_px, ==, width_px);
    g_assert_cmpuint(size.height_px, ==, height_px);
}

/* R, G, B or W: which of the four colours of the fixtures is there. */
static char colour_at(const struct outcome *outcome, unsigned x, unsigned y)
{
    const guint8 *pixel = outcome->bytes + ((size_t)y * outcome->frame.size.width_px + x) * 3;
    const bool has[] = {pixel[0] > 0x70, pixel[1] > 0x70, pixel[2] > 0x70};

    if (has[0] && has[1] && has[2])
        return 'W';
    return has[0] ? 'R' : has[1] ? 'G' : has[2] ? 'B' : '-';
}

/* The middles of the four quarters in the order of reading. */
static void assert_quarters(const struct outcome *outcome, const char *expected)
{
    const unsigned width = outcome->frame.size.width_px;
    const unsigned height = outcome->frame.size.height_px;
    const char found[] = {colour_at(outcome, width / 4, height / 4),
                          colour_at(outcome, width * 3 / 4, height / 4),
                          colour_at(outcome, width / 4, height * 3 / 4),
                          colour_at(outcome, width * 3 / 4, height * 3 / 4), '\0'};

    g_assert_cmpint(outcome->status, ==, 0);
    g_assert_cmpuint(outcome->length_bytes, ==, (size_t)width * height * 3);
    g_assert_cmpstr(found, ==, expected);
}

/* Every format, as it is, reduced and enlarged, upright and on white. */
static void test_formats(void)
{
    static const struct {
        const char *name;
        const char *quarters;
    } cases[] = {
        {"quarters.png", "RGBW"},    {"quarters.jpg", "RGBW"},     {"quarters.webp", "RGBW"},
        {"lossless.webp", "RGBW"},   {"quarters.gif", "RGBW"},     {"see-through.png", "RWWW"},
        {"see-through.gif", "RWWW"}, {"see-through.webp", "RWWW"},
    };
    static const char *const sizes[] = {"64x48", "32x24", "100x75", "8x6"};

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        for (size_t k = 0; k < G_N_ELEMENTS(sizes); k++) {
            struct outcome outcome = outcome_of_fixture("draw", sizes[k], cases[i].name);

            g_test_message("%s %s", cases[i].name, sizes[k]);
            assert_quarters(&outcome, cases[i].quarters);
            assert_size(outcome.frame.source, 64, 48);
            outcome_clear(&outcome);
        }
    }
}

/* A picture that needs no other size comes through as it is. */
static void test_exact(void)
{
    static const guint8 corners[][3] = {
        {0xC0, 0, 0}, {0, 0xA0, 0}, {0, 0, 0xC0}, {0xE0, 0xE0, 0xE0}};
    struct outcome outcome = outcome_of_fixture("draw", "64x48", "quarters.png");

    for (unsigned i = 0; i < 4; i++) {
        const size_t at = ((size_t)(i / 2) * 47 * 64 + (i % 2) * 63) * 3;

        g_assert_cmpmem(outcome.bytes + at, 3, corners[i], 3);
    }
    outcome_clear(&outcome);
}

/* What is kept is a JPEG of the size that the place needs, and the program takes it back. */
static void test_keep(void)
{
    static const struct {
        const char *place;
        struct frame_size kept;
    } cases[] = {
        {"32x24", {32, 24}}, /* reduced */
        {"16x24", {16, 24}}, /* the sides cut */
        {"64x16", {64, 16}}, /* above and below cut */
        {"96x72", {64, 48}}, /* not enlarged */
        {"80x48", {64, 38}}, /* cut, not enlarged */
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        struct outcome kept = outcome_of_fixture("keep", cases[i].place, "quarters.png");

        g_assert_cmpint(kept.status, ==, 0);
        assert_size(kept.frame.size, cases[i].kept.width_px, cases[i].kept.height_px);
        assert_size(kept.frame.source, 64, 48);
        g_assert_cmpmem(kept.bytes, 3, "\xFF\xD8\xFF", 3);

        g_autoptr(GBytes) jpeg = g_bytes_new(kept.bytes, kept.length_bytes);
        struct outcome drawn = outcome_of("draw", cases[i].place, jpeg);
        g_assert_cmpint(drawn.status, ==, 0);
        assert_size(drawn.frame.source, cases[i].kept.width_px, cases[i].kept.height_px);
        g_assert_cmpint(colour_at(&drawn, 0, 0), ==, 'R');
        outcome_clear(&drawn);
        outcome_clear(&kept);
    }
}

/* Of what is too high a third is cut above and two thirds below: of 48 rows 24 are cut, so that the
 * upper colours go on for 16 of the 24 that are left. */
static void test_focus(void)
{
    struct outcome outcome = outcome_of_fixture("draw", "64x24", "quarters.png");

    g_assert_cmpint(colour_at(&outcome, 0, 14), ==, 'R');
    g_assert_cmpint(colour_at(&outcome, 0, 18), ==, 'B');
    outcome_clear(&outcome);
}

/* quarters.jpg with a note of how the camera was held. */
static GBytes *fixture_turned(unsigned orientation, bool is_big)
{
    guint8 big[] = {0xFF, 0xE1, 0,    34,   'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
                    0,    1,    0x01, 0x12, 0,   3,   0,   0,   0, 1, 0,   0,   0, 0,  0, 0, 0, 0};
    guint8 little[] = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0,    0,    'I', 'I',
                       42,   0,    8, 0,  0,   0,   1,   0,   0x12, 0x01, 3,   0,
                       1,    0,    0, 0,  0,   0,   0,   0,   0,    0,    0,   0};
    g_autoptr(GBytes) plain = outcome_fixture("quarters.jpg");
    gsize length;
    const guint8 *bytes = g_bytes_get_data(plain, &length);
    GByteArray *turned = g_byte_array_new();

    big[29] = (guint8)orientation;
    little[28] = (guint8)orientation;
    g_byte_array_append(turned, bytes, 2);
    g_byte_array_append(turned, is_big ? big : little, sizeof big);
    g_byte_array_append(turned, bytes + 2, (guint)length - 2);
    return g_byte_array_free_to_bytes(turned);
}

/* The quarters as RGB/W lie in the file; TIFF 6.0 tells which edges of the picture its first row
 * and column are. */
static void test_orientation(void)
{
    static const char *const quarters[] = {
        [1] = "RGBW", /* top, left */
        [2] = "GRWB", /* top, right */
        [3] = "WBGR", /* bottom, right */
        [4] = "BWRG", /* bottom, left */
        [5] = "RBGW", /* left, top */
        [6] = "BRWG", /* right, top */
        [7] = "WGBR", /* right, bottom */
        [8] = "GWRB", /* left, bottom */
        [9] = "RGBW", /* unknown */
    };

    for (unsigned i = 1; i < 2 * G_N_ELEMENTS(quarters); i++) {
        const unsigned orientation = MAX(i / 2, 1);
        const bool is_across = orientation >= 5 && orientation <= 8;
        g_autoptr(GBytes) input = fixture_turned(orientation, i % 2 == 0);
        struct outcome outcome = outcome_of("draw", is_across ? "48x64" : "64x48", input);

        g_test_message("orientation %u", orientation);
        assert_quarters(&outcome, quarters[orientation]);
        assert_size(outcome.frame.source, is_across ? 48 : 64, is_across ? 64 : 48);
        outcome_clear(&outcome);
    }
}

/* A GIF of 64 × 64 px in columns of black and white, its codes not compressed: of three bits each, a
 * "clear" (4) before every two pixels keeps them so. Eight codes are three bytes; here 24 are. */
static GBytes *gif_lines(void)
{
    static const char head[] = "GIF89a\x40\0\x40\0\x80\0\0\0\0\0\xFF\xFF\xFF"
                               ",\0\0\0\0\x40\0\x40\0\0\x02";
    guint8 codes[9];
    GByteArray *gif = g_byte_array_new();

    memset(codes, 0, sizeof codes);
    for (unsigned bit = 0; bit < 8 * sizeof codes; bit++) {
        const unsigned code = bit / 3 % 3 == 0 ? 4 : bit / 3 % 3 - 1;

        codes[bit / 8] |= (guint8)((code >> bit % 3 & 1) << bit % 8);
    }
    g_byte_array_append(gif, (const guint8 *)head, sizeof head - 1);
    for (unsigned done = 0; done < 64 * 64; done += 16) {
        g_byte_array_append(gif, (const guint8 *)"\x09", 1);
        g_byte_array_append(gif, codes, sizeof codes);
    }
    g_byte_array_append(gif, (const guint8 *)"\x01\x05\0;", 4);
    return g_byte_array_free_to_bytes(gif);
}

/* Lines finer than a pixel become the grey that has half their light, 188 of 255 and not 127, and
 * make no pattern. */
static void test_lines(void)
{
    g_autoptr(GBytes) input = gif_lines();
    struct outcome outcome = outcome_of("draw", "16x16", input);

    g_assert_cmpint(outcome.status, ==, 0);
    for (unsigned x = 1; x < 15; x++) {
        g_assert_cmpuint(outcome.bytes[x * 3], >=, 186);
        g_assert_cmpuint(outcome.bytes[x * 3], <=, 190);
    }
    outcome_clear(&outcome);
}

static void test_small(void)
{
    struct outcome outcome = outcome_of_fixture("keep", "161x120", "quarters.png");
    g_assert_cmpint(outcome.status, ==, FRAME_STATUS_TOO_SMALL);
    outcome = outcome_of_fixture("keep", "160x120", "quarters.png");
    g_assert_cmpint(outcome.status, ==, FRAME_STATUS_DONE);
    outcome_clear(&outcome);
}

static void test_usage(void)
{
    static const char *const sizes[] = {"", "64", "64x", "0x48", "64x48x", "-64x48", "64x99999"};

    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct outcome outcome = outcome_of_fixture("keep", sizes[i], "quarters.png");
        g_assert_cmpint(outcome.status, ==, FRAME_STATUS_USAGE);
    }
    struct outcome outcome = outcome_of_fixture("show", "64x48", "quarters.png");
    g_assert_cmpint(outcome.status, ==, FRAME_STATUS_USAGE);
}

/* One sentence that says what is wrong, on standard error alone. */
static void test_sentence(void)
{
    g_autofree char *program = g_shell_quote(PLACARD_PICTURE);
    g_autofree char *script = g_strconcat("printf 'GIF but not' | ", program, " keep 1x1", NULL);
    g_autofree char *quoted = g_shell_quote(script);
    g_autofree char *line = g_strconcat("/bin/sh -c ", quoted, NULL);
    g_autofree char *out = NULL;
    g_autofree char *err = NULL;
    g_autoptr(GError) error = NULL;

    g_spawn_command_line_sync(line, &out, &err, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpstr(out, ==, "");
    g_assert_cmpstr(err, ==,
                    "placard-picture: expected a PNG, JPEG, WebP or GIF picture, found "
                    "something else\n");
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fetch/picture/formats", test_formats);
    g_test_add_func("/fetch/picture/exact", test_exact);
    g_test_add_func("/fetch/picture/keep", test_keep);
    g_test_add_func("/fetch/picture/focus", test_focus);
    g_test_add_func("/fetch/picture/orientation", test_orientation);
    g_test_add_func("/fetch/picture/lines", test_lines);
    g_test_add_func("/fetch/picture/small", test_small);
    g_test_add_func("/fetch/picture/usage", test_usage);
    g_test_add_func("/fetch/picture/sentence", test_sentence);
    return g_test_run();
}
