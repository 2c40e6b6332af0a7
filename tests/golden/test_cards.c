/* SPDX-License-Identifier: MIT
 *
 * Twelve stories in as many languages, each on every kind of screen in both themes.
 */
#include "golden.h"
#include "program.h"

#include <string.h>

#define CARDS PLACARD_FIXTURES "/cards/"

static const char *const languages[] = {"en", "de", "fr", "el", "ru", "ar",
                                        "he", "hi", "th", "ja", "zh", "ko"};
static const char *const sizes[] = {"1920x1080", "1080x1920", "800x480", "1024x600", "3840x2160"};

struct album {
    const char *size, *theme;
};

/* One card of its own. */
static const struct state {
    const char *name, *size;
    const char *make; /* writes the config */
} states[] = {
    {"en-contrast", "3840x2160", "sed s/THEME/contrast/ " CARDS "stories.json > config.json"},
    {"breaking-dark", "1920x1080",
     "echo '{\"sources\": [{\"url\": \"" CARDS "alarm.xml\", \"priority\": \"breaking\"}],"
     " \"display\": {\"locale\": \"en\", \"timezone\": \"UTC\"}}' > config.json"},
    {"no-match-light", "1024x600",
     "echo '{\"sources\": [{\"url\": \"" CARDS "alarm.xml\", \"block\": [\"water\"]}],"
     " \"display\": {\"theme\": \"light\", \"locale\": \"en\", \"timezone\": \"UTC\"}}'"
     " > config.json"},
    {"night-dark", "800x480",
     "sed 's/\"THEME\",/\"light\", \"night\": {\"from\": \"10:00\", \"to\": \"20:00\"},/' " CARDS
     "stories.json > config.json"},
};

static void run_well(const struct desk *desk, const char *line)
{
    struct run run = desk_shell(desk, line);
    g_assert_cmpstr(run.err, ==, "");
    g_assert_cmpint(run.status, ==, 0);
    run_clear(&run);
}

static void take_snapshot(const struct desk *desk, const char *size)
{
    g_autofree char *line = g_strdup_printf(
        "snapshot --now 2026-11-24T12:00:00Z --config config.json --size %s cards", size);
    struct run run = desk_run(desk, line);
    g_assert_cmpint(run.status, ==, 0);
    run_clear(&run);
}

/* As a telephone would read them, one on each card. */
static void assert_codes(const struct desk *desk, guint count)
{
    struct run run = desk_shell(desk, "command -v zbarimg >/dev/null || exit 77;"
                                      " zbarimg -q --raw cards/*.png 2>/dev/null | sort -u");
    g_auto(GStrv) links = g_strsplit(g_strstrip(run.out), "\n", -1);
    if (run.status == 77)
        g_test_message("zbarimg is not installed: the codes are not read");
    else
        g_assert_cmpuint(g_strv_length(links), ==, count);
    for (guint i = 0; run.status != 77 && links[i]; i++)
        g_assert_true(g_str_has_prefix(links[i], "https://example.org/"));
    run_clear(&run);
}

static void test_album(gconstpointer data)
{
    const struct album *album = data;
    struct desk desk;
    if (golden_skips())
        return;
    desk_init(&desk);
    g_autofree char *make =
        g_strdup_printf("sed s/THEME/%s/ " CARDS "stories.json > config.json", album->theme);
    run_well(&desk, make);
    take_snapshot(&desk, album->size);
    assert_codes(&desk, G_N_ELEMENTS(languages));
    for (guint i = 0; i < G_N_ELEMENTS(languages); i++) {
        g_autofree char *path = g_strdup_printf("%s/cards/%03u.png", desk.directory, i + 1);
        g_autofree char *name =
            g_strdup_printf("%s-%s-%s", languages[i], album->size, album->theme);
        golden_check(name, path);
    }
    desk_clear(&desk);
}

static void test_state(gconstpointer data)
{
    const struct state *state = data;
    struct desk desk;
    if (golden_skips())
        return;
    desk_init(&desk);
    run_well(&desk, state->make);
    take_snapshot(&desk, state->size);
    g_autofree char *path = g_build_filename(desk.directory, "cards", "001.png", NULL);
    golden_check(state->name, path);
    desk_clear(&desk);
}

static void add_albums(const char *theme)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
        g_autofree char *path = g_strdup_printf("/golden/%s/%s", theme, sizes[i]);
        struct album *album = g_new(struct album, 1);
        *album = (struct album){sizes[i], theme};
        g_test_add_data_func_full(path, album, test_album, g_free);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add_albums("dark");
    add_albums("light");
    for (size_t i = 0; i < G_N_ELEMENTS(states); i++) {
        g_autofree char *path = g_strconcat("/golden/states/", states[i].name, NULL);
        g_test_add_data_func(path, &states[i], test_state);
    }
    return g_test_run();
}
