/* SPDX-License-Identifier: MIT
 *
 * The cards beside pictures of them that were looked at: tests/fixtures/cards/golden. With
 * PLACARD_GOLDEN_MAKE set, those are made anew. Where a picture differs, golden-NAME.png in the
 * working directory shows by how much.
 */
#include "image.h"
#include "program.h"

#include <glib/gstdio.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#define CARDS PLACARD_FIXTURES "/cards/"
#define GOLDEN CARDS "golden/"

/* Machines draw letters a shade apart. */
enum { LEVELS_MAX = 2 };

/* What draws the letters; with others the pictures are others. */
#define DRAWN_WITH GOLDEN "drawn-with.txt"
#define DRAWS                                                                                      \
    "dpkg-query -W -f '${Package} ${Version}\\n' fonts-inter fonts-noto-core fonts-noto-cjk"       \
    " libfreetype6 libharfbuzz0b libsdl2-ttf-2.0-0 libicu72"

/* Each story in two sizes and both themes, so that each size has each kind of script. */
static const struct golden {
    const char *name;
    unsigned number; /* of the card */
    const char *size;
    const char *make; /* writes the config */
} goldens[] = {
#define STORY(NAME, NUMBER, DARK_SIZE, LIGHT_SIZE)                                                 \
    {NAME "-dark", NUMBER, DARK_SIZE, "sed s/THEME/dark/ " CARDS "stories.json > config.json"},    \
    {                                                                                              \
        NAME "-light", NUMBER, LIGHT_SIZE,                                                         \
            "sed s/THEME/light/ " CARDS "stories.json > config.json"                               \
    }
    STORY("en", 1, "1920x1080", "800x480"),
    STORY("de", 2, "1080x1920", "1920x1080"),
    STORY("fr", 3, "800x480", "1024x600"),
    STORY("el", 4, "1024x600", "1080x1920"),
    STORY("ru", 5, "1920x1080", "800x480"),
    STORY("ar", 6, "1024x600", "1920x1080"),
    STORY("he", 7, "1080x1920", "1024x600"),
    STORY("hi", 8, "800x480", "1920x1080"),
    STORY("th", 9, "1920x1080", "1024x600"),
    STORY("ja", 10, "1080x1920", "1920x1080"),
    STORY("zh", 11, "1024x600", "800x480"),
    STORY("ko", 12, "800x480", "1080x1920"),
    {"en-uhd", 1, "3840x2160", "sed s/THEME/contrast/ " CARDS "stories.json > config.json"},
    {"breaking-dark", 1, "1920x1080",
     "echo '{\"sources\": [{\"url\": \"" CARDS "alarm.xml\", \"priority\": \"breaking\"}],"
     " \"display\": {\"locale\": \"en\", \"timezone\": \"UTC\"}}' > config.json"},
    {"no-match-light", 1, "1024x600",
     "echo '{\"sources\": [{\"url\": \"" CARDS "alarm.xml\", \"block\": [\"water\"]}],"
     " \"display\": {\"theme\": \"light\", \"locale\": \"en\", \"timezone\": \"UTC\"}}'"
     " > config.json"},
    {"night-dark", 1, "800x480",
     "sed 's/\"THEME\",/\"light\", \"night\": {\"from\": \"10:00\", \"to\": \"20:00\"},/' " CARDS
     "stories.json > config.json"},
};

static bool are_tools_the_same(const struct desk *desk)
{
    g_autofree char *known = NULL;
    struct run run = desk_shell(desk, DRAWS);
    bool same =
        g_file_get_contents(DRAWN_WITH, &known, NULL, NULL) && g_strcmp0(run.out, known) == 0;
    run_clear(&run);
    return same;
}

static unsigned level_difference(guint32 a, guint32 b)
{
    unsigned most = 0;
    for (int shift = 0; shift <= 16; shift += 8)
        most = MAX(most, (unsigned)abs((int)(a >> shift & 0xFF) - (int)(b >> shift & 0xFF)));
    return most;
}

/* Black where two pictures are alike, and the brighter the further they are apart. */
static void write_difference(const char *name, const struct image *made, const struct image *golden)
{
    g_autofree char *file = g_strdup_printf("golden-%s.png", name);
    gsize count = (gsize)made->width * (gsize)made->height;
    g_autofree guint8 *grey = g_malloc(count);
    png_image png = {.version = PNG_IMAGE_VERSION,
                     .width = (png_uint_32)made->width,
                     .height = (png_uint_32)made->height,
                     .format = PNG_FORMAT_GRAY};
    for (gsize i = 0; i < count; i++)
        grey[i] = (guint8)level_difference(made->pixels[i], golden->pixels[i]);
    png_image_write_to_file(&png, file, 0, grey, 0, NULL);
    g_test_message("see %s", file);
}

static void assert_alike(const char *name, const char *made_path, const char *golden_path)
{
    struct image made, golden;
    unsigned different = 0;
    image_read(&made, made_path);
    image_read(&golden, golden_path);
    g_assert_cmpint(made.width, ==, golden.width);
    g_assert_cmpint(made.height, ==, golden.height);
    for (gsize i = 0; i < (gsize)made.width * (gsize)made.height; i++)
        different += level_difference(made.pixels[i], golden.pixels[i]) > LEVELS_MAX;
    if (different > 0)
        write_difference(name, &made, &golden);
    g_assert_cmpuint(different, ==, 0);
    image_clear(&made);
    image_clear(&golden);
}

/* As a telephone would read it. */
static void assert_code(const struct desk *desk, const char *picture)
{
    g_autofree char *line = g_strdup_printf(
        "command -v zbarimg >/dev/null || exit 77; zbarimg -q --raw '%s' 2>/dev/null", picture);
    struct run run = desk_shell(desk, line);
    if (run.status == 77)
        g_test_message("zbarimg is not installed: the code is not read");
    else
        g_assert_true(g_str_has_prefix(run.out, "https://example.org/"));
    run_clear(&run);
}

static void test_golden(gconstpointer data)
{
    const struct golden *test = data;
    bool makes = g_getenv("PLACARD_GOLDEN_MAKE") != NULL;
    struct desk desk;
    desk_init(&desk);
    if (!makes && !are_tools_the_same(&desk)) {
        g_test_skip("other versions of the fonts or of what draws them than in " DRAWN_WITH);
        desk_clear(&desk);
        return;
    }
    struct run run = desk_shell(&desk, test->make);
    g_assert_cmpint(run.status, ==, 0);
    run_clear(&run);
    g_autofree char *line = g_strdup_printf(
        "snapshot --now 2026-11-24T12:00:00Z --config config.json --size %s cards", test->size);
    run = desk_run(&desk, line);
    g_assert_cmpint(run.status, ==, 0);
    run_clear(&run);
    g_autofree char *made = g_strdup_printf("%s/cards/%03u.png", desk.directory, test->number);
    g_autofree char *golden = g_strconcat(GOLDEN, test->name, ".png", NULL);
    if (!g_str_has_prefix(test->name, "no-match"))
        assert_code(&desk, made);
    if (makes) {
        g_autofree char *copy =
            g_strdup_printf("cp '%s' '%s' && " DRAWS " > " DRAWN_WITH, made, golden);
        run = desk_shell(&desk, copy);
        g_assert_cmpint(run.status, ==, 0);
        run_clear(&run);
    }
    assert_alike(test->name, made, golden);
    desk_clear(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(goldens); i++) {
        g_autofree char *path = g_strconcat("/golden/", goldens[i].name, NULL);
        g_test_add_data_func(path, &goldens[i], test_golden);
    }
    return g_test_run();
}
