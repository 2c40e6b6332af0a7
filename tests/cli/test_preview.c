/* SPDX-License-Identifier: MIT */
#include "showing.h"

#include "placard/card/theme.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#define SOURCES                                                                                    \
    "\"sources\": [{\"url\": \"" PLACARD_FIXTURES "/cli/news.rss\"},"                              \
    "{\"url\": \"" PLACARD_FIXTURES "/cli/news.atom\"}]"
#define STILL "\"display\": {\"progress\": \"none\", \"clock\": false}"
#define PATIENT "\"rotation\": {\"dwell_seconds\": 600, \"transition\": \"cut\"}"

#define NOW "--now 2026-11-23T15:00:00Z --config config.json"
#define PREVIEW "preview " NOW " --size 800x480"

/* In this order. */
#define FERRY "Ferry timetable grows"
#define SEEDS "Seed library opens"
#define LAMPS "New lamps light"

static void configure(const struct showing *showing)
{
    desk_write(&showing->desk, "config.json", "{" SOURCES "," PATIENT "," STILL "}");
}

/* The picture that snapshot makes of a card; image_clear. */
static void draw_card(const struct showing *showing, int width, int height, unsigned number,
                      struct image *image)
{
    g_autofree char *line = g_strdup_printf("snapshot " NOW " --size %dx%d cards", width, height);
    g_autofree char *path = g_strdup_printf("%s/cards/%03u.png", showing->desk.directory, number);
    struct run run = desk_run(&showing->desk, line);
    g_assert_cmpint(run.status, ==, 0);
    image_read(image, path);
    run_clear(&run);
}

/* The window shows what snapshot writes, to the pixel. */
static void test_card(struct showing *showing)
{
    struct image card;
    configure(showing);
    draw_card(showing, 800, 480, 1, &card);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    assert_soon(showing, showing_looks_like(showing, &card));
    image_clear(&card);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

static void test_walk(struct showing *showing)
{
    static const struct {
        const char *key, *title;
    } steps[] = {
        {"Right", SEEDS},
        {"Right", LAMPS},
        {"Right", FERRY},
        {"Left", LAMPS},
        {"Left", SEEDS},
        {"space", "Paused: " SEEDS},
        {"Right", "Paused: " LAMPS},
        {"space", LAMPS},
    };
    configure(showing);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        showing_press(showing, steps[i].key);
        assert_soon(showing, showing_is_titled(showing, steps[i].title));
    }
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* Each of the keys that change the picture puts it back when pressed again. */
static void test_toggles(struct showing *showing)
{
    struct image before;
    guint32 dark = theme_get(THEME_LOOK_DARK)->background;
    configure(showing);
    draw_card(showing, 800, 480, 1, &before);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_looks_like(showing, &before));

    showing_press(showing, "t");
    assert_soon(showing, showing_has_corners(showing, theme_get(THEME_LOOK_LIGHT)->background));
    showing_press(showing, "t");
    assert_soon(showing, showing_looks_like(showing, &before));

    static const char *const help_keys[] = {"question", "h", "F1"};
    for (size_t i = 0; i < G_N_ELEMENTS(help_keys); i++) {
        showing_press(showing, help_keys[i]);
        assert_soon(showing, !showing_looks_like(showing, &before));
        assert_soon(showing, showing_has_corners(showing, dark));
        showing_press(showing, help_keys[i]);
        assert_soon(showing, showing_looks_like(showing, &before));
    }
    image_clear(&before);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* The list of keys stays over the next card and over another theme. */
static void test_help_stays(struct showing *showing)
{
    struct image card, with_help;
    configure(showing);
    draw_card(showing, 800, 480, 2, &card);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    showing_press(showing, "h");
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, SEEDS));
    g_assert_true(showing_look(showing, &with_help));
    struct box box = image_difference(&card, &with_help);
    g_assert_cmpint(box.width, >, 0);
    g_assert_cmpint(box.width, <, 800);
    showing_press(showing, "h");
    assert_soon(showing, showing_looks_like(showing, &card));
    image_clear(&card);
    image_clear(&with_help);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* What is known about the sources and the machine lies over the card, and is renewed. */
static void test_about(struct showing *showing)
{
    struct image card, with_about;
    configure(showing);
    draw_card(showing, 800, 480, 1, &card);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    assert_soon(showing, showing_looks_like(showing, &card));
    showing_press(showing, "i");
    assert_soon(showing, !showing_looks_like(showing, &card));
    g_assert_true(showing_look(showing, &with_about));
    struct box box = image_difference(&card, &with_about);
    g_assert_cmpint(box.width, >, 300);
    g_assert_cmpint(box.width, <, 800);
    g_assert_cmpint(box.height, <, 480);
    showing_press(showing, "h");
    assert_soon(showing, !showing_looks_like(showing, &with_about));
    showing_press(showing, "i");
    showing_press(showing, "i");
    assert_soon(showing, showing_looks_like(showing, &card));
    image_clear(&card);
    image_clear(&with_about);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

static bool is_there(const struct showing *showing, const char *name)
{
    g_autofree char *path = g_build_filename(showing->desk.directory, name, NULL);
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* Out of its hours the panel is told to be off, and is black; the first key only wakes it. */
static void test_power(struct showing *showing)
{
    desk_write(&showing->desk, "config.json",
               "{" SOURCES "," PATIENT ", \"display\": {\"progress\": \"none\", \"clock\": false,"
               "\"timezone\": \"UTC\", \"power\": {\"on\": \"07:00\", \"off\": \"14:00\","
               "\"command_off\": \"touch 'is off'\", \"command_on\": \"touch 'is on'\"}}}");
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_has_corners(showing, 0x000000));
    assert_soon(showing, is_there(showing, "is off"));
    g_assert_false(is_there(showing, "is on"));
    showing_press(showing, "Right");
    assert_soon(showing, showing_has_corners(showing, theme_get(THEME_LOOK_DARK)->background));
    assert_soon(showing, is_there(showing, "is on"));
    assert_soon(showing, showing_is_titled(showing, FERRY));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, SEEDS));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

static void test_night(struct showing *showing)
{
    const struct theme night = theme_dimmed(theme_get(THEME_LOOK_DARK), 0.5);
    desk_write(&showing->desk, "config.json",
               "{" SOURCES "," PATIENT
               ", \"display\": {\"theme\": \"light\", \"timezone\": \"UTC\","
               "\"night\": {\"from\": \"14:00\", \"to\": \"06:00\", \"brightness\": 0.5}}}");
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_has_corners(showing, night.background));
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* The file's path, once it is there; g_free. */
static char *saved_path(const struct showing *showing)
{
    char *path = NULL;
    g_autoptr(GDir) directory = g_dir_open(showing->desk.directory, 0, NULL);
    for (const char *name; path == NULL && (name = g_dir_read_name(directory)) != NULL;)
        if (g_str_has_prefix(name, "placard-2") && g_str_has_suffix(name, ".png"))
            path = g_build_filename(showing->desk.directory, name, NULL);
    return path;
}

static void test_save(struct showing *showing)
{
    struct image card, saved;
    configure(showing);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    showing_press(showing, "s");
    assert_soon(showing, showing_said(showing, "placard: saved "));
    g_autofree char *path = saved_path(showing);
    g_assert_nonnull(path);
    image_read(&saved, path);
    g_assert_true(showing_look(showing, &card));
    g_assert_true(image_equals(&saved, &card));
    image_clear(&saved);
    image_clear(&card);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* A browser in name only, which writes down where it was sent. */
static void test_open(struct showing *showing)
{
    configure(showing);
    desk_write(&showing->desk, "tools/xdg-open",
               "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" >opened.part\nmv opened.part opened\n");
    g_autofree char *tools = g_build_filename(showing->desk.directory, "tools", NULL);
    g_autofree char *program = g_build_filename(tools, "xdg-open", NULL);
    g_autofree char *opened = g_build_filename(showing->desk.directory, "opened", NULL);
    g_autofree char *path = g_strconcat(tools, ":", g_getenv("PATH"), NULL);
    g_assert_cmpint(g_chmod(program, 0700), ==, 0);
    showing->desk.environment = g_environ_setenv(showing->desk.environment, "PATH", path, TRUE);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, SEEDS));
    showing_press(showing, "o");
    assert_soon(showing, g_file_test(opened, G_FILE_TEST_EXISTS));
    g_autofree char *text = NULL;
    g_assert_true(g_file_get_contents(opened, &text, NULL, NULL));
    g_assert_cmpstr(text, ==, "1\nhttps://garden.example/seeds\n");
    assert_soon(showing, showing_children(showing).ended == 0);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

static void test_fullscreen(struct showing *showing)
{
    struct image small, large;
    configure(showing);
    draw_card(showing, 800, 480, 1, &small);
    draw_card(showing, DESKTOP_WIDTH, DESKTOP_HEIGHT, 1, &large);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_looks_like(showing, &small));
    showing_press(showing, "f");
    assert_soon(showing, showing_looks_like(showing, &large));
    showing_press(showing, "f");
    assert_soon(showing, showing_looks_like(showing, &small));
    image_clear(&small);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);

    showing_start(showing, "run " NOW);
    assert_soon(showing, showing_looks_like(showing, &large));
    g_assert_true(showing_is_titled(showing, FERRY));
    image_clear(&large);
    showing_press(showing, "q");
    g_assert_cmpint(showing_end(showing, 0), ==, 0);
}

/* Laid out anew for every size, however quickly one follows another. */
static void test_resize(struct showing *showing)
{
    static const struct {
        int width, height;
    } sizes[] = {{480, 800}, {1024, 600}, {320, 240}, {700, 700}, {1280, 720}};
    configure(showing);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    unsigned long window = desktop_find(showing->desktop, showing->process);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        struct image card;
        draw_card(showing, sizes[i].width, sizes[i].height, 1, &card);
        desktop_resize(showing->desktop, window, 640, 480);
        desktop_resize(showing->desktop, window, sizes[i].width, sizes[i].height);
        assert_soon(showing, showing_looks_like(showing, &card));
        image_clear(&card);
    }
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* The progress moves and nothing else does, until the next card comes by itself. */
static void test_by_itself(struct showing *showing)
{
    struct image first, later;
    desk_write(&showing->desk, "config.json",
               "{" SOURCES ", \"rotation\": {\"dwell_seconds\": 4, \"transition\": \"cut\"},"
               "\"display\": {\"clock\": false}}");
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_true(showing_look(showing, &first));
    assert_soon(showing, !showing_looks_like(showing, &first));
    g_assert_true(showing_look(showing, &later));
    if (showing_is_titled(showing, FERRY)) {
        struct box changed = image_difference(&first, &later);
        g_assert_cmpint(changed.y, >, 480 * 9 / 10);
    }
    assert_soon(showing, showing_is_titled(showing, SEEDS));
    assert_soon(showing, showing_is_titled(showing, LAMPS));
    image_clear(&first);
    image_clear(&later);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* What a fade ends in is the card, and nothing of the one before. */
static void test_fade(struct showing *showing)
{
    struct image card;
    desk_write(&showing->desk, "config.json",
               "{" SOURCES ", \"rotation\": {\"dwell_seconds\": 600}, " STILL "}");
    draw_card(showing, 800, 480, 2, &card);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    showing_press(showing, "Right");
    assert_soon(showing, showing_looks_like(showing, &card));
    image_clear(&card);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

struct ending {
    const char *key; /* NULL: the window is closed, or a signal sent */
    int signal;
};

static const struct ending by_q = {"q", 0}, by_escape = {"Escape", 0}, by_closing = {NULL, 0},
                           by_term = {NULL, SIGTERM}, by_int = {NULL, SIGINT};

static void test_ending(struct showing *showing)
{
    const struct ending *ending = showing->data;
    configure(showing);
    showing_start(showing, PREVIEW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    if (ending->key != NULL)
        showing_press(showing, ending->key);
    else if (ending->signal == 0)
        desktop_close(showing->desktop, desktop_find(showing->desktop, showing->process));
    g_assert_cmpint(showing_end(showing, ending->signal), ==, 0);
    g_assert_false(showing_said(showing, "placard"));
}

/* Without a display there is nothing to go on for: whoever started placard is told. */
static void test_display_lost(struct showing *showing)
{
    configure(showing);
    struct desktop *desktop = desktop_new();
    showing->desktop = desktop;
    showing->desk.environment =
        g_environ_setenv(showing->desk.environment, "DISPLAY", desktop_name(desktop), TRUE);
    showing_start(showing, "run " NOW);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    desktop_kill(desktop);
    g_assert_cmpint(showing_end(showing, 0), ==, 3);
    g_assert_true(showing_said(showing, "placard: the display was lost\n"));
    desktop_free(desktop);
}

int main(int argc, char **argv)
{
    static const struct showing_test tests[] = {
        {"/preview/card", test_card},
        {"/preview/walk", test_walk},
        {"/preview/toggles", test_toggles},
        {"/preview/help-stays", test_help_stays},
        {"/preview/about", test_about},
        {"/preview/power", test_power},
        {"/preview/night", test_night},
        {"/preview/save", test_save},
        {"/preview/open", test_open},
        {"/preview/fullscreen", test_fullscreen},
        {"/preview/resize", test_resize},
        {"/preview/by-itself", test_by_itself},
        {"/preview/fade", test_fade},
        {"/preview/ending/q", test_ending, &by_q},
        {"/preview/ending/escape", test_ending, &by_escape},
        {"/preview/ending/close", test_ending, &by_closing},
        {"/preview/ending/term", test_ending, &by_term},
        {"/preview/ending/int", test_ending, &by_int},
        {"/preview/display-lost", test_display_lost},
    };
    g_test_init(&argc, &argv, NULL);
    return showing_test_all(tests, G_N_ELEMENTS(tests), SHOWING_PLACE_DESKTOP);
}
