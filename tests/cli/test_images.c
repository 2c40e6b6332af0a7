/* SPDX-License-Identifier: MIT
 *
 * Images on cards, seen in the pictures that snapshot writes and in a window. They come from the
 * cache: how they get there is tested with the fetcher.
 */
#include "placard/card/theme.h"
#include "placard/fetch/cache.h"
#include "showing.h"

#include <signal.h>
#include <string.h>

#define URL "http://127.0.0.1:9/quarters.jpg"
/* Red and green above blue and white, large enough for every place. */
#define HEAD "placard-picture 1 2000 1080 2000 1080\n"
#define NOW " --now 2026-11-24T12:00:00Z --config config.json"

static void put_picture(const struct desk *desk)
{
    g_autofree char *jpeg = NULL;
    gsize length;
    g_assert_true(
        g_file_get_contents(PLACARD_FIXTURES "/picture/quarters-large.jpg", &jpeg, &length, NULL));
    g_autofree char *directory = g_build_filename(desk->directory, "placard", NULL);
    struct cache *cache = cache_open(directory, NULL);
    g_autoptr(GString) content = g_string_new(HEAD);
    g_string_append_len(content, jpeg, (gssize)length);
    g_assert_true(cache_store(cache, CACHE_KIND_PICTURE, URL, content->str, content->len, NULL));
    cache_free(cache);
}

static void configure(const struct desk *desk, const char *language, const char *display)
{
    g_autofree char *json = g_strdup_printf(
        "{\"sources\": [], \"rotation\": {\"dwell_seconds\": 600, \"transition\": \"cut\"}, "
        "\"display\": {%s},"
        " \"cards\": [{\"headline\": \"Ferry\", \"language\": \"en\"},"
        " {\"headline\": \"The harbour library opens again\","
        " \"summary\": \"Its reading room has a glass roof now. Sixty thousand volumes stand on the"
        " shelves.\", \"image\": \"" URL "\", \"language\": \"%s\"}]}",
        display, language);
    desk_write(desk, "config.json", json);
}

/* The main colour of a pixel: 'r', 'g', 'b', or '-' for none. */
static char colour_at(const struct image *image, double x, double y)
{
    guint32 pixel = image_pixel(image, (int)(x * image->width), (int)(y * image->height));
    unsigned red = pixel >> 16 & 0xFF, green = pixel >> 8 & 0xFF, blue = pixel & 0xFF;
    if (red > 0x60 && green < 0x50 && blue < 0x50)
        return 'r';
    if (green > 0x60 && red < 0x50 && blue < 0x50)
        return 'g';
    return blue > 0x60 && red < 0x50 && green < 0x50 ? 'b' : '-';
}

static const struct image_case {
    const char *name, *size, *language, *display;
    double x, y;   /* a point in its upper left quarter */
    double x2, y2; /* and one in the upper right */
    bool is_there;
} cases[] = {
    {"landscape", "1920x1080", "en", "", 0.62, 0.1, 0.95, 0.1, true},
    {"landscape-edges", "1920x1080", "en", "", 0.602, 0.001, 0.999, 0.001, true},
    {"right-to-left", "1920x1080", "ar", "", 0.02, 0.1, 0.38, 0.1, true},
    {"portrait", "1080x1920", "en", "", 0.1, 0.05, 0.9, 0.05, true},
    {"touch", "800x480", "en", "", 0.62, 0.1, 0.95, 0.1, true},
    {"bar", "1920x480", "en", "", 0.62, 0.1, 0.95, 0.1, true},
    {"square", "1000x1000", "en", "", 0.62, 0.1, 0.95, 0.1, false},
    {"switched-off", "1920x1080", "en", "\"images\": false", 0.62, 0.1, 0.95, 0.1, false},
};

static void test_place(gconstpointer data)
{
    const struct image_case *test = data;
    struct desk desk;
    struct image with, without;
    desk_init(&desk);
    put_picture(&desk);
    configure(&desk, test->language, test->display);
    g_autofree char *line = g_strdup_printf("snapshot" NOW " --size %s cards", test->size);
    struct run run = desk_run(&desk, line);
    g_assert_cmpint(run.status, ==, 0);
    run_clear(&run);
    g_autofree char *first = g_build_filename(desk.directory, "cards/001.png", NULL);
    g_autofree char *second = g_build_filename(desk.directory, "cards/002.png", NULL);
    image_read(&without, first);
    image_read(&with, second);
    g_assert_cmpint(colour_at(&without, test->x, test->y), ==, '-');
    g_assert_cmpint(colour_at(&with, test->x, test->y), ==, test->is_there ? 'r' : '-');
    g_assert_cmpint(colour_at(&with, test->x2, test->y2), ==, test->is_there ? 'g' : '-');
    image_clear(&with);
    image_clear(&without);
    desk_clear(&desk);
}

static bool has_image(const struct showing *showing)
{
    struct image seen;
    if (!showing_look(showing, &seen))
        return false;
    bool there = colour_at(&seen, 0.62, 0.1) == 'r' && colour_at(&seen, 0.95, 0.1) == 'g';
    image_clear(&seen);
    return there;
}

static bool is_light(const struct showing *showing)
{
    struct image seen;
    if (!showing_look(showing, &seen))
        return false;
    bool light = image_pixel(&seen, 5, 5) == theme_get(THEME_LOOK_LIGHT)->background;
    image_clear(&seen);
    return light;
}

/* Goes on until the card comes with its image; the first time it may not have been decoded yet. */
static bool turns_to_image(const struct showing *showing)
{
    if (has_image(showing))
        return true;
    showing_press(showing, "Right");
    return false;
}

/* In a window: there when its card comes, and still there in another theme and another size. */
static void test_window(struct showing *showing)
{
    put_picture(&showing->desk);
    configure(&showing->desk, "en", "\"progress\": \"none\"");
    showing_start(showing, "preview" NOW " --size 800x480");
    assert_soon(showing, showing_is_titled(showing, "Ferry"));
    assert_soon(showing, turns_to_image(showing));
    assert_soon(showing, showing_is_titled(showing, "The harbour library"));
    showing_press(showing, "t");
    assert_soon(showing, is_light(showing));
    assert_soon(showing, has_image(showing));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

int main(int argc, char **argv)
{
    static const struct showing_test tests[] = {{"/images/window", test_window}};
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/images/place/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i], test_place);
    }
    return showing_test_all(tests, G_N_ELEMENTS(tests), SHOWING_PLACE_DESKTOP);
}
