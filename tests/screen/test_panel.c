/* SPDX-License-Identifier: MIT */
#include "panel.h"

#include <glib.h>
#include <glib/gstdio.h>

static char *state_of(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, "bl_power", NULL);
    char *text = NULL;
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

static void make_backlight(const char *folder, const char *name)
{
    g_autofree char *directory = g_build_filename(folder, name, NULL);
    g_autofree char *path = g_build_filename(directory, "bl_power", NULL);
    g_assert_cmpint(g_mkdir(directory, 0700), ==, 0);
    g_assert_true(g_file_set_contents(path, "0", 1, NULL));
}

static void remove_backlight(const char *folder, const char *name)
{
    g_autofree char *directory = g_build_filename(folder, name, NULL);
    g_autofree char *path = g_build_filename(directory, "bl_power", NULL);
    g_assert_cmpint(g_unlink(path), ==, 0);
    g_assert_cmpint(g_rmdir(directory), ==, 0);
}

static void test_backlights(void)
{
    static const char *const names[] = {"10-0045", "rpi_backlight"};
    g_autofree char *folder = g_dir_make_tmp("placard-panel-XXXXXX", NULL);
    g_assert_false(panel_set_backlights(folder, false));
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        make_backlight(folder, names[i]);
    for (int on = 0; on < 2; on++) {
        g_assert_true(panel_set_backlights(folder, on));
        for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
            g_autofree char *state = state_of(folder, names[i]);
            g_assert_cmpstr(state, ==, on ? "0" : "4");
        }
    }
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        remove_backlight(folder, names[i]);
    g_assert_cmpint(g_rmdir(folder), ==, 0);
}

/* A computer without any, and what is no graphics card. */
static void test_nothing(void)
{
    g_assert_false(panel_set_backlights("/nowhere/at/all", true));
    g_assert_false(panel_set_card(-1, true));
    g_assert_false(panel_set_card(0, false));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/panel/backlights", test_backlights);
    g_test_add_func("/panel/nothing", test_nothing);
    return g_test_run();
}
