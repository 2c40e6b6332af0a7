/* SPDX-License-Identifier: MIT */
#include "showing.h"

#include "placard/card/theme.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define FIXTURE(NAME) "{\"url\": \"" PLACARD_FIXTURES "/cli/" NAME "\"}"
#define NEWS FIXTURE("news.rss") ", " FIXTURE("news.atom")
#define CONFIG(THEME, SOURCES)                                                                     \
    "{\n \"sources\": [" SOURCES "],\n"                                                            \
    " \"rotation\": {\"dwell_seconds\": 600, \"transition\": \"cut\"},\n"                          \
    " \"display\": {\"progress\": \"none\", \"clock\": false,\n  \"theme\": \"" THEME "\"}\n}\n"
#define DARK CONFIG("dark", NEWS)
#define LIGHT CONFIG("light", NEWS)
#define BROKEN CONFIG("pink", NEWS)
#define COMPLAINT "placard: config.json:5: display.theme: expected "

#define START "preview --now 2026-11-23T15:00:00Z --config config.json --size 800x480"

/* In this order. */
#define FERRY "Ferry timetable grows"
#define SEEDS "Seed library opens"

#define MILL "Old mill grinds"

/* Promised is a second, on a machine that has nothing else to do. */
#define assert_promptly(showing, condition) assert_within(5, showing, condition)

static void write_config(const struct showing *showing, const char *text)
{
    desk_write(&showing->desk, "config.json", text);
}

static char *config_path(const struct showing *showing)
{
    return g_build_filename(showing->desk.directory, "config.json", NULL);
}

static void write_in_place(const struct showing *showing, const char *text)
{
    g_autofree char *path = config_path(showing);
    FILE *file = g_fopen(path, "w");
    g_assert_nonnull(file);
    g_assert_cmpint(fputs(text, file), >=, 0);
    g_assert_cmpint(fclose(file), ==, 0);
}

static void write_anew(const struct showing *showing, const char *text)
{
    g_autofree char *path = config_path(showing);
    g_assert_cmpint(g_unlink(path), ==, 0);
    write_in_place(showing, text);
}

/* As a tool does that manages the files of many machines. */
static void write_by_link(const struct showing *showing, const char *text)
{
    g_autofree char *path = config_path(showing);
    g_autofree char *link = g_strconcat(path, ".link", NULL);
    desk_write(&showing->desk, "managed/config.json", text);
    g_assert_cmpint(symlink("managed/config.json", link), ==, 0);
    g_assert_cmpint(g_rename(link, path), ==, 0);
}

/* Whoever holds the file open may still be writing: only the signal says that it is whole. */
static void write_and_signal(const struct showing *showing, const char *text)
{
    g_autofree char *path = config_path(showing);
    int file = g_open(path, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
    g_assert_cmpint(file, >=, 0);
    g_assert_cmpint(write(file, text, strlen(text)), ==, strlen(text));
    g_assert_cmpint(kill(showing->process, SIGHUP), ==, 0);
    assert_promptly(showing, showing_has_corners(showing, theme_get(THEME_LOOK_LIGHT)->background));
    close(file);
}

struct way {
    void (*write)(const struct showing *showing, const char *text);
};

static const struct way by_rename = {write_config}, in_place = {write_in_place},
                        anew = {write_anew}, by_link = {write_by_link},
                        by_signal = {write_and_signal};

/* However the config is changed, the change is seen, and nothing but the change. */
static void test_way(struct showing *showing)
{
    const struct way *way = showing->data;
    write_config(showing, DARK);
    showing_start(showing, START);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    showing_press(showing, "Right");
    showing_press(showing, "space");
    assert_soon(showing, showing_is_titled(showing, "Paused: " SEEDS));
    way->write(showing, LIGHT);
    assert_promptly(showing, showing_has_corners(showing, theme_get(THEME_LOOK_LIGHT)->background));
    assert_soon(showing, showing_said(showing, "placard: config.json: changes taken\n"));
    g_assert_true(showing_is_titled(showing, "Paused: " SEEDS));
    way->write(showing, CONFIG("light", FIXTURE("article.txt")));
    assert_soon(showing, showing_is_titled(showing, "Paused: " MILL));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* Two pictures that differ in the upper rail and nowhere else. */
static bool is_marked(const struct image *before, const struct image *after)
{
    struct box changed = image_difference(before, after);
    return changed.width > 0 && changed.y >= after->height * 4 / 100 &&
           changed.y + changed.height <= after->height * 14 / 100;
}

/* What is shown is the picture of before with the mark. */
static bool shows_mark(const struct showing *showing, const struct image *before)
{
    struct image after;
    if (!showing_look(showing, &after))
        return false;
    bool marked = is_marked(before, &after);
    image_clear(&after);
    return marked;
}

/* A line in a box over the foot, for a while. */
static bool shows_notice(const struct showing *showing, const struct image *before)
{
    struct image after;
    if (!showing_look(showing, &after))
        return false;
    struct box changed = image_difference(before, &after);
    int bottom = changed.y + changed.height;
    image_clear(&after);
    return bottom > before->height * 9 / 10 && bottom < before->height;
}

/* A slip costs nothing but a mark, which stays until it is mended. */
static void test_broken(struct showing *showing)
{
    struct image before;
    write_config(showing, DARK);
    showing_start(showing, START);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    showing_press(showing, "Right");
    assert_soon(showing, showing_is_titled(showing, SEEDS));
    g_assert_true(showing_look(showing, &before));

    write_config(showing, BROKEN);
    assert_promptly(showing, shows_notice(showing, &before));
    assert_soon(showing, shows_mark(showing, &before));
    g_assert_true(showing_is_titled(showing, SEEDS));
    g_assert_true(showing_said(showing, COMPLAINT));

    write_config(showing, DARK);
    assert_soon(showing, showing_looks_like(showing, &before));
    image_clear(&before);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* On the wall a mark is all that is seen of it. */
static void test_removed(struct showing *showing)
{
    struct image before, after;
    g_autofree char *path = config_path(showing);
    write_config(showing, DARK);
    showing_start(showing, "run --now 2026-11-23T15:00:00Z --config config.json");
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_true(showing_look(showing, &before));
    g_assert_cmpint(g_unlink(path), ==, 0);
    assert_promptly(showing, !showing_looks_like(showing, &before));
    g_assert_true(showing_look(showing, &after));
    g_assert_true(is_marked(&before, &after));
    g_assert_true(showing_said(showing, "placard: config.json: "));
    write_config(showing, DARK);
    assert_promptly(showing, showing_looks_like(showing, &before));
    image_clear(&before);
    image_clear(&after);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* The last good config is remembered over a restart. */
static void test_broken_at_start(struct showing *showing)
{
    struct image before, after;
    write_config(showing, LIGHT);
    showing_start(showing, START);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_true(showing_look(showing, &before));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);

    write_config(showing, BROKEN);
    showing_start(showing, START);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_true(showing_look(showing, &after));
    g_assert_true(is_marked(&before, &after));
    g_assert_true(showing_said(showing, COMPLAINT));
    write_config(showing, LIGHT);
    assert_promptly(showing, showing_looks_like(showing, &before));
    image_clear(&before);
    image_clear(&after);
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* Where there never was a good config a page tells what is wrong; the keys do no harm there, and it
 * gives way to the cards as soon as it can. */
static void test_never_good(struct showing *showing)
{
    static const char *const keys[] = {"Right", "Left", "space", "space", "o", "r", "h", "h", "t"};
    const struct theme *theme = theme_get(THEME_LOOK_DARK);
    struct image page;
    write_config(showing, BROKEN);
    showing_start(showing, START);
    assert_soon(showing, showing_has_corners(showing, theme->background));
    assert_soon(showing, showing_said(showing, COMPLAINT));
    g_assert_true(showing_is_titled(showing, "placard"));
    g_assert_true(showing_look(showing, &page));
    struct box trouble = image_spot(&page, image_box(&page), theme->coral);
    g_assert_cmpint(trouble.width, >, 0);
    image_clear(&page);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        showing_press(showing, keys[i]);
    assert_soon(showing, showing_has_corners(showing, theme_get(THEME_LOOK_LIGHT)->background));
    showing_press(showing, "t");
    write_config(showing, DARK);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    g_assert_true(showing_has_corners(showing, theme->background));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

/* Began without a config, and somebody writes one. The proxy, which is not there, keeps the
 * built-in sources on this machine. */
static void test_first_config(struct showing *showing)
{
    static const char *const proxies[] = {"http_proxy", "https_proxy"};
    if (g_file_test("/etc/placard/config.json", G_FILE_TEST_EXISTS)) {
        g_test_skip("this machine has a config in /etc");
        return;
    }
    g_autofree char *settings = g_build_filename(showing->desk.directory, "settings", NULL);
    char **environment = showing->desk.environment;
    environment = g_environ_setenv(environment, "XDG_CONFIG_HOME", settings, TRUE);
    for (size_t i = 0; i < G_N_ELEMENTS(proxies); i++)
        environment = g_environ_setenv(environment, proxies[i], "http://127.0.0.1:1", TRUE);
    showing->desk.environment = environment;
    showing_start(showing, "preview --size 800x480");
    assert_soon(showing, showing_has_corners(showing, theme_get(THEME_LOOK_DARK)->background));
    g_assert_false(showing_is_titled(showing, "placard"));
    desk_write(&showing->desk, "settings/placard/config.json", LIGHT);
    assert_soon(showing, showing_is_titled(showing, FERRY));
    assert_soon(showing, showing_has_corners(showing, theme_get(THEME_LOOK_LIGHT)->background));
    g_assert_cmpint(showing_end(showing, SIGTERM), ==, 0);
}

int main(int argc, char **argv)
{
    static const struct showing_test tests[] = {
        {"/reload/way/rename", test_way, &by_rename},
        {"/reload/way/in-place", test_way, &in_place},
        {"/reload/way/anew", test_way, &anew},
        {"/reload/way/link", test_way, &by_link},
        {"/reload/way/signal", test_way, &by_signal},
        {"/reload/broken", test_broken},
        {"/reload/removed", test_removed},
        {"/reload/broken-at-start", test_broken_at_start},
        {"/reload/never-good", test_never_good},
        {"/reload/first-config", test_first_config},
    };
    g_test_init(&argc, &argv, NULL);
    return showing_test_all(tests, G_N_ELEMENTS(tests), SHOWING_PLACE_DESKTOP);
}
