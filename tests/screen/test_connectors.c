/* SPDX-License-Identifier: MIT
 *
 * The kernel's folder of screens, made by hand.
 */
#include "connectors.h"
#include "edid.h"

#include <glib/gstdio.h>
#include <string.h>

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

/* A panel's first block, with what matters here and the sum that makes it whole. */
struct panel {
    int width_cm, height_cm;
    int width_mm, height_mm; /* of the preferred mode */
};

static void panel_edid(const struct panel *panel, guint8 edid[128])
{
    static const guint8 header[] = {0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00};
    memset(edid, 0, 128);
    memcpy(edid, header, sizeof header);
    edid[21] = (guint8)panel->width_cm;
    edid[22] = (guint8)panel->height_cm;
    edid[54] = panel->width_mm > 0;
    edid[66] = (guint8)panel->width_mm;
    edid[67] = (guint8)panel->height_mm;
    edid[68] = (guint8)(panel->width_mm >> 8 << 4 | panel->height_mm >> 8);
    guint8 sum = 0;
    for (int i = 0; i < 127; i++)
        sum = (guint8)(sum + edid[i]);
    edid[127] = (guint8)-sum;
}

static void test_edid(void)
{
    static const struct {
        const char *name;
        struct panel panel;
        int longer_mm, shorter_mm; /* 0: unknown */
    } cases[] = {
        {"a television of 43 inches", {95, 54, 952, 535}, 952, 535},
        {"a screen of 24 inches, by its centimetres", {53, 30, 0, 0}, 530, 300},
        {"a panel that hangs on its side", {0, 0, 86, 154}, 154, 86},
        {"a projector", {0, 0, 0, 0}, 0, 0},
        {"the shape for the size", {16, 9, 160, 90}, 0, 0},
        {"the shape, and the size in centimetres", {121, 68, 160, 90}, 1210, 680},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        guint8 edid[128];
        int longer_mm = 0;
        int shorter_mm = 0;
        g_test_message("%s", cases[i].name);
        panel_edid(&cases[i].panel, edid);
        bool is_known = edid_size_mm(edid, sizeof edid, &longer_mm, &shorter_mm);
        g_assert_cmpint(is_known, ==, cases[i].longer_mm > 0);
        g_assert_cmpint(longer_mm, ==, cases[i].longer_mm);
        g_assert_cmpint(shorter_mm, ==, cases[i].shorter_mm);
        edid[40]++;
        g_assert_false(edid_size_mm(edid, sizeof edid, &longer_mm, &shorter_mm));
        g_assert_false(edid_size_mm(edid, sizeof edid - 1, &longer_mm, &shorter_mm));
    }
}

/* Of two screens nobody knows which one the cards are on. */
static void test_size(void)
{
    static const struct plug plugs[] = {{"card0-HDMI-A-1", "connected\n", "1920x1080\n"},
                                        {"card0-HDMI-A-2", "disconnected\n", ""}};
    static const struct plug another = {"card1-DP-1", "connected\n", "1920x1080\n"};
    g_autofree char *directory = g_dir_make_tmp("placard-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(directory, plugs[0].name, "edid", NULL);
    guint8 edid[128];
    int longer_mm = 0;
    int shorter_mm = 0;

    panel_edid(&(const struct panel){95, 54, 952, 535}, edid);
    for (size_t i = 0; i < G_N_ELEMENTS(plugs); i++)
        plug_write(directory, &plugs[i]);
    g_assert_false(connectors_size_mm(directory, &longer_mm, &shorter_mm));
    g_assert_true(g_file_set_contents(path, (const char *)edid, sizeof edid, NULL));
    g_assert_true(connectors_size_mm(directory, &longer_mm, &shorter_mm));
    g_assert_cmpint(longer_mm, ==, 952);
    g_assert_cmpint(shorter_mm, ==, 535);
    plug_write(directory, &another);
    g_assert_false(connectors_size_mm(directory, &longer_mm, &shorter_mm));
    g_remove(path);
    for (size_t i = 0; i < G_N_ELEMENTS(plugs); i++)
        plug_remove(directory, &plugs[i]);
    plug_remove(directory, &another);
    g_rmdir(directory);
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
    g_test_add_func("/connectors/edid", test_edid);
    g_test_add_func("/connectors/size", test_size);
    g_test_add_func("/connectors/no-kernel", test_no_kernel);
    return g_test_run();
}
