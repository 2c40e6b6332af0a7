/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* setgroups */
#include "../../app/command/machine.h"

#include "program.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <pwd.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define CARD "dev/dri/card0"
#define KEYBOARD "dev/input/event0"
#define STATUS "sys/class/drm/card0-HDMI-A-1/status"
#define THROTTLED "sys/devices/platform/soc/soc:firmware/get_throttled"

enum { NOW = 1795521600 };

struct file {
    const char *name, *text;
    int mode; /* 0: as any */
};

static const struct machine_case {
    const char *name;
    struct file files[4];
    bool has_desktop;
    gint64 now_utc_s;
    const char *trouble; /* what the only line begins with; NULL: there is none */
    bool needs_user;     /* for whom a mode means something */
} cases[] = {
    {"all-well",
     {{CARD, ""}, {KEYBOARD, ""}, {STATUS, "connected\n"}, {THROTTLED, "0\n"}},
     false,
     NOW,
     NULL,
     false},
    {"desktop", {{NULL}}, true, NOW, NULL, false},
    {"no-card", {{KEYBOARD, ""}}, false, NOW, "no graphics card is there: ", false},
    {"no-right",
     {{CARD, "", 0111}, {STATUS, "connected\n"}},
     false,
     NOW,
     "no right to use the graphics card: ",
     true},
    {"no-keys",
     {{CARD, ""}, {KEYBOARD, "", 0111}, {STATUS, "connected\n"}},
     false,
     NOW,
     "no right to use keyboard and touch: ",
     true},
    {"no-screen",
     {{CARD, ""}, {STATUS, "disconnected\n"}},
     false,
     NOW,
     "no screen is connected: ",
     false},
    {"clock", {{NULL}}, true, 86400, "the clock says 1970-01-02, ", false},
    {"weak-power", {{THROTTLED, "50005\n"}}, true, NOW, "the power supply is too weak", false},
    {"power-was-weak", {{THROTTLED, "10000\n"}}, true, NOW, "the power supply is too weak", false},
    {"hot-is-not-weak", {{THROTTLED, "80000\n"}}, true, NOW, NULL, false},
};

static void test_troubles(gconstpointer data)
{
    const struct machine_case *test = data;
    struct desk desk;
    if (test->needs_user && geteuid() == 0) {
        g_test_skip("root may use everything");
        return;
    }
    desk_init(&desk);
    for (size_t i = 0; i < G_N_ELEMENTS(test->files) && test->files[i].name != NULL; i++) {
        g_autofree char *path = g_build_filename(desk.directory, test->files[i].name, NULL);
        desk_write(&desk, test->files[i].name, test->files[i].text);
        if (test->files[i].mode != 0)
            g_assert_cmpint(g_chmod(path, test->files[i].mode), ==, 0);
    }
    g_autofree char *devices = g_build_filename(desk.directory, "dev", NULL);
    g_autofree char *kernel = g_build_filename(desk.directory, "sys", NULL);
    g_autofree char *cache = g_build_filename(desk.directory, "not", "yet", NULL);
    const struct machine machine = {devices, kernel, cache, test->has_desktop, test->now_utc_s};
    g_autoptr(GPtrArray) troubles = machine_troubles(&machine);
    g_assert_cmpuint(troubles->len, ==, test->trouble != NULL);
    if (test->trouble != NULL)
        g_assert_true(g_str_has_prefix(g_ptr_array_index(troubles, 0), test->trouble));
    desk_clear(&desk);
}

/* A folder that must not be written to, and the cache in it: there, or not yet. */
static void test_cache(void)
{
    static const struct {
        const char *cache, *remedy;
    } rows[] = {{"shut", "chown -R"}, {"shut/placard", "install -d -o"}};
    struct desk desk;
    if (geteuid() == 0) {
        g_test_skip("root may use everything");
        return;
    }
    desk_init(&desk);
    g_autofree char *shut = g_build_filename(desk.directory, "shut", NULL);
    g_assert_cmpint(g_mkdir(shut, 0555), ==, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *cache = g_build_filename(desk.directory, rows[i].cache, NULL);
        const struct machine machine = {"/dev", "/sys", cache, true, NOW};
        g_autoptr(GPtrArray) troubles = machine_troubles(&machine);
        g_autofree char *told = g_strdup_printf(
            "the cache %s cannot be written to, so no news is kept over a restart: sudo %s %s %s",
            cache, rows[i].remedy, g_get_user_name(), cache);
        g_assert_cmpuint(troubles->len, >=, 1);
        g_assert_cmpstr(g_ptr_array_index(troubles, 0), ==, told);
    }
    desk_clear(&desk);
}

/* Most of it is about what a user may not. */
static void be_nobody(void)
{
    const struct passwd *nobody = geteuid() == 0 ? getpwnam("nobody") : NULL;
    if (nobody == NULL || setgroups(0, NULL) != 0 || setgid(nobody->pw_gid) != 0 ||
        setuid(nobody->pw_uid) != 0)
        return;
    /* What a sanitizer does at the end needs it. */
    prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
}

int main(int argc, char **argv)
{
    be_nobody();
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/machine/troubles/", cases[i].name, NULL);
        g_test_add_data_func(path, &cases[i], test_troubles);
    }
    g_test_add_func("/machine/cache", test_cache);
    return g_test_run();
}
