/* SPDX-License-Identifier: MIT
 *
 * The kernel's folder of screens, made by hand.
 */
#include "connectors.h"

#include <glib/gstdio.h>

struct plug {
    const char *name;
    const char *status;
    const char *modes;
};

static void plug_write(const char *directory, const struct plug *plug)
{
    g_autofree char *folder = g_build_filename(directory, plug->name, NULL);
    g_autofree char *status = g_build_filename(folder, "status", NULL);
    g_autofree char *modes = g_build_filename(folder, "modes", NULL);
    g_mkdir(folder, 0700);
    g_assert_true(!plug->status || g_file_set_contents(status, plug->status, -1, NULL));
    g_assert_true(!plug->modes || g_file_set_contents(modes, plug->modes, -1, NULL));
}

static void plug_remove(const char *directory, const struct plug *plug)
{
    static const char *const files[] = {"status", "modes", ""};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(directory, plug->name, files[i], NULL);
        g_remove(path);
    }
}

static void test_states(void)
{
    static const struct {
        const char *name;
        struct plug plugs[4];
        int card;
        const char *state;
    } cases[] = {
        {"no card", {{.name = "version"}}, -1, ""},
        {"a card without plugs", {{.name = "card0"}, {.name = "renderD128"}}, -1, ""},
        {"nothing plugged in",
         {{"card0-HDMI-A-1", "disconnected\n", ""}, {"card0-HDMI-A-2", "disconnected\n", ""}},
         -1,
         "card0-HDMI-A-1 disconnected \ncard0-HDMI-A-2 disconnected \n"},
        {"a screen on the second plug",
         {{"card0-HDMI-A-2", "connected\n", "1920x1080\n1280x720\n"},
          {"card0-HDMI-A-1", "disconnected\n", ""}},
         0,
         "card0-HDMI-A-1 disconnected \ncard0-HDMI-A-2 connected 1920x1080\n"},
        {"a screen on the second card",
         {{"card0-Writeback-1", "unknown\n", ""}, {"card1-DSI-1", "connected\n", "720x1280\n"}},
         1,
         "card0-Writeback-1 unknown \ncard1-DSI-1 connected 720x1280\n"},
        {"screens on two cards",
         {{"card2-HDMI-A-1", "connected\n", "800x480\n"}, {"card1-DP-1", "connected\n", ""}},
         1,
         "card1-DP-1 connected \ncard2-HDMI-A-1 connected 800x480\n"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *directory = g_dir_make_tmp("placard-XXXXXX", NULL);
        g_test_message("%s", cases[i].name);
        for (size_t j = 0; j < 4 && cases[i].plugs[j].name; j++)
            plug_write(directory, &cases[i].plugs[j]);
        g_autofree char *state = connectors_state(directory);
        g_assert_cmpstr(state, ==, cases[i].state);
        g_assert_cmpint(connectors_card(directory), ==, cases[i].card);
        for (size_t j = 0; j < 4 && cases[i].plugs[j].name; j++)
            plug_remove(directory, &cases[i].plugs[j]);
        g_rmdir(directory);
    }
}

static void test_no_kernel(void)
{
    g_autofree char *state = connectors_state("/nowhere/at/all");
    g_assert_cmpstr(state, ==, "");
    g_assert_cmpint(connectors_card("/nowhere/at/all"), ==, -1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/connectors/states", test_states);
    g_test_add_func("/connectors/no-kernel", test_no_kernel);
    return g_test_run();
}
