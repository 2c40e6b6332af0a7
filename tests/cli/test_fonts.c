/* SPDX-License-Identifier: MIT
 *
 * News that this system has no fonts for: on a system that has only Inter.
 */
#include "program.h"

#include "placard/fetch/cache.h"

#include <stdbool.h>
#include <string.h>

#define FONTS "/usr/share/fonts/opentype/inter"

#define EDITION                                                                                                    \
    "{\"edition\": 1, \"made\": null, \"sources\": [], \"stories\": ["                                             \
    "{\"id\": \"a\", \"source\": \"Post\", \"headline\": \"เรือ 7\", \"language\": \"th\","                \
    " \"sentences\": [{\"text\": \"เรือออกแล้ว\", \"rank\": 1}], \"priority\": \"normal\", " \
    "\"also\": []},"                                                                                               \
    "{\"id\": \"b\", \"source\": \"港新聞\", \"headline\": \"Ferry sails 👋\", \"language\": "                \
    "\"en\","                                                                                                      \
    " \"sentences\": [], \"priority\": \"normal\", \"also\": []}]}"

static const char *const warnings[] = {
    "placard: no font for Thai (U+0E40 and 14 more characters): install fonts-noto-core\n",
    "placard: no font for Han (U+6E2F and 2 more characters): install fonts-noto-cjk\n",
    "placard: no font for emoji (U+1F44B): install fonts-noto-color-emoji\n",
};

static bool lay_desk(struct desk *desk)
{
    desk_init(desk);
    desk_write(desk, "fonts.conf",
               "<?xml version=\"1.0\"?><fontconfig><dir>" FONTS "</dir>"
               "<cachedir prefix=\"xdg\">fontconfig</cachedir></fontconfig>");
    g_autofree char *path = g_build_filename(desk->directory, "fonts.conf", NULL);
    desk->environment = g_environ_setenv(desk->environment, "FONTCONFIG_FILE", path, TRUE);
    if (g_file_test(FONTS, G_FILE_TEST_IS_DIR))
        return true;
    g_test_skip("fonts-inter is not installed");
    desk_clear(desk);
    return false;
}

static void assert_warns(const struct desk *desk, const char *line, bool warns)
{
    struct run run = desk_run(desk, line);
    g_test_message("%s: %s", line, run.err);
    g_assert_cmpint(run.status, ==, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(warnings); i++)
        g_assert_cmpint(strstr(run.err, warnings[i]) != NULL, ==, warns);
    g_assert_null(strstr(run.err, "Latin"));
    run_clear(&run);
}

static void test_list(void)
{
    struct desk desk;
    if (!lay_desk(&desk))
        return;
    desk_write(&desk, "edition.json", EDITION);
    assert_warns(&desk, "list --verbose edition.json", true);
    assert_warns(&desk, "list edition.json", false);
    desk_clear(&desk);
}

/* A check looks at the edition that was shown last. */
static void test_check(void)
{
    struct desk desk;
    if (!lay_desk(&desk))
        return;
    desk_write(&desk, "config.json", "{}");
    assert_warns(&desk, "check --config config.json", false);
    g_autofree char *directory = g_build_filename(desk.directory, "placard", NULL);
    g_autofree char *key = g_strconcat("config\n", desk.directory, "/config.json", NULL);
    struct cache *cache = cache_open(directory, NULL);
    g_assert_true(cache_store(cache, CACHE_KIND_EDITION, key, EDITION, strlen(EDITION), NULL));
    cache_free(cache);
    assert_warns(&desk, "check --config config.json", true);
    desk_clear(&desk);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fonts/list", test_list);
    g_test_add_func("/fonts/check", test_check);
    return g_test_run();
}
