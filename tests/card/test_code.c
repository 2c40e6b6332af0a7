/* SPDX-License-Identifier: MIT
 *
 * The QR code of a link: large enough to be read, in no one's way, and left out where it cannot be.
 */
#include "example.h"

static const char link[] = "https://news.example/garden-opens";

static const struct {
    int width_px, height_px;
    int least_module_px; /* 0: no code has room */
} screens[] = {
    {1920, 1080, 4}, {1080, 1920, 4}, {800, 480, 3},  {1024, 600, 3},
    {3840, 2160, 4}, {480, 800, 3},   {1920, 360, 0}, {320, 240, 0},
};

static struct card *make_card(struct card_style *style, const char *headline, const char *summary,
                              const char *address)
{
    struct story *story = example_story("en", headline, summary);
    g_free(story->link);
    story->link = g_strdup(address);
    style->codes = true;
    struct card *card = example_card(style, story);
    story_free(story);
    return card;
}

/* With its quiet zone. */
static struct area tile_of(const struct code *code)
{
    int quiet = 4 * code->module_px;
    int side = (int)code->modules * code->module_px + 2 * quiet;
    return (struct area){code->x_px - quiet, code->y_px - quiet, side, side};
}

static void assert_apart(const struct card *card, const struct area *tile)
{
    for (guint i = 0; i < card->still->runs->len; i++) {
        struct extent extent = example_extent(&g_array_index(card->still->runs, struct run, i));
        g_assert_true(extent.right <= tile->x || extent.left >= tile->x + tile->width ||
                      extent.bottom <= tile->y || extent.top >= tile->y + tile->height);
    }
}

static void assert_inside(const struct card *card, const struct area *tile)
{
    g_assert_cmpint(tile->x, >=, 0.04 * card->style->width_px);
    g_assert_cmpint(tile->x + tile->width, <=, 0.96 * card->style->width_px);
    g_assert_cmpint(tile->y, >=, 0.04 * card->style->height_px);
    if (card->progress_area.width > 0)
        g_assert_cmpint(tile->y + tile->height, <=, card->progress_area.y);
}

static void test_place(void)
{
    static const struct {
        const char *headline, *summary;
    } texts[] = {
        {"Garden opens", "It opens again. "},
        {"Garden opens after two years of work on the old wall beside the river", "It opens. "},
        {"Garden opens", NULL},
        {"Garden opens again after the long winter", "It opens again to all who want to see. "},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(screens); i++) {
        for (size_t k = 0; k < G_N_ELEMENTS(texts); k++) {
            struct card_style style = example_style(screens[i].width_px, screens[i].height_px);
            g_autofree char *summary =
                texts[k].summary ? example_repeat(texts[k].summary, 4) : NULL;
            struct card *card = make_card(&style, texts[k].headline, summary, link);
            g_test_message("%dx%d, %s", style.width_px, style.height_px, texts[k].headline);
            g_assert_cmpuint(card->still->codes->len, ==, screens[i].least_module_px > 0);
            if (card->still->codes->len > 0) {
                const struct code *code = &g_array_index(card->still->codes, struct code, 0);
                struct area tile = tile_of(code);
                g_assert_cmpint(code->module_px, >=, screens[i].least_module_px);
                assert_apart(card, &tile);
                assert_inside(card, &tile);
            }
            card_free(card);
        }
    }
}

/* The three corners by which readers find a code (ISO/IEC 18004, 6.3.3). */
static void test_corners(void)
{
    struct card_style style = example_style(1920, 1080);
    struct card *card = make_card(&style, "Garden opens", "It opens again.", link);
    const struct code *code = &g_array_index(card->still->codes, struct code, 0);
    unsigned n = code->modules;
    const unsigned corners[][2] = {{0, 0}, {n - 7, 0}, {0, n - 7}};
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) {
        for (unsigned k = 0; k < 7; k++) {
            unsigned x = corners[i][0], y = corners[i][1];
            g_assert_cmpuint(code->dark[y * n + x + k], ==, 1);
            g_assert_cmpuint(code->dark[(y + k) * n + x], ==, 1);
            g_assert_cmpuint(code->dark[(y + 3) * n + x + k], ==, k != 1 && k != 5);
        }
    }
    card_free(card);
}

static void test_left_out(void)
{
    g_autofree char *path = example_repeat("long/", 60);
    g_autofree char *address = g_strconcat("https://news.example/", path, NULL);
    const char *const addresses[] = {NULL, address};
    struct card_style style = example_style(1920, 1080);
    for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
        struct card *card = make_card(&style, "Garden opens", "It opens again.", addresses[i]);
        g_assert_cmpuint(card->still->codes->len, ==, 0);
        card_free(card);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/card/code/place", test_place);
    g_test_add_func("/card/code/corners", test_corners);
    g_test_add_func("/card/code/left-out", test_left_out);
    return g_test_run();
}
