/* SPDX-License-Identifier: MIT */
#include "machine.h"

#include "placard/limits.h"

#include <fcntl.h>
#include <stdarg.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Editions, records and pictures of a few dozen sources. */
static const guint64 cache_least_bytes = (guint64)20 * 1024 * 1024;

/* Of the state that a Raspberry Pi's firmware tells: under-voltage now, and since the start. */
enum { VOLTAGE_IS_LOW = 1 << 0, VOLTAGE_WAS_LOW = 1 << 16 };

struct machine machine_this(const char *cache)
{
    return (struct machine){
        .devices = "/dev",
        .kernel = "/sys",
        .cache = cache,
        .has_desktop = g_getenv("DISPLAY") || g_getenv("WAYLAND_DISPLAY"),
        .now_utc_s = g_get_real_time() / G_USEC_PER_SEC,
    };
}

static void G_GNUC_PRINTF(2, 3) add(GPtrArray *troubles, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_ptr_array_add(troubles, g_strdup_vprintf(format, arguments));
    va_end(arguments);
}

/* How many entries of a folder begin so, and how many of these may be read and written. */
struct devices {
    unsigned there, usable;
};

static struct devices count_devices(const char *base, const char *folder, const char *beginning)
{
    struct devices devices = {0};
    g_autofree char *path = g_build_filename(base, folder, NULL);
    g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
    for (const char *name; directory && (name = g_dir_read_name(directory)) != NULL;) {
        if (!g_str_has_prefix(name, beginning))
            continue;
        g_autofree char *device = g_build_filename(path, name, NULL);
        devices.there++;
        devices.usable += access(device, R_OK | W_OK) == 0;
    }
    return devices;
}

static bool is_any_connected(const char *kernel)
{
    bool connected = false;
    g_autofree char *path = g_build_filename(kernel, "class", "drm", NULL);
    g_autoptr(GDir) directory = g_dir_open(path, 0, NULL);
    for (const char *name;
         directory && !connected && (name = g_dir_read_name(directory)) != NULL;) {
        g_autofree char *file = g_build_filename(path, name, "status", NULL);
        g_autofree char *status = NULL;
        connected = g_file_get_contents(file, &status, NULL, NULL) &&
                    g_str_equal(g_strstrip(status), "connected");
    }
    return connected;
}

static void look_at_screen(const struct machine *machine, GPtrArray *troubles)
{
    struct devices cards = count_devices(machine->devices, "dri", "card");
    struct devices keyboards = count_devices(machine->devices, "input", "event");

    if (cards.there == 0)
        add(troubles, "no graphics card is there: on a Raspberry Pi, dtoverlay=vc4-kms-v3d must "
                      "stand in /boot/firmware/config.txt");
    else if (cards.usable == 0)
        add(troubles,
            "no right to use the graphics card: sudo usermod -aG video,render %s, "
            "then log in again",
            g_get_user_name());
    else if (!is_any_connected(machine->kernel))
        add(troubles, "no screen is connected: plug one in, or have the kernel believe in one by "
                      "video=HDMI-A-1:1920x1080@60D in /boot/firmware/cmdline.txt");
    if (keyboards.there > 0 && keyboards.usable == 0)
        add(troubles,
            "no right to use keyboard and touch: sudo usermod -aG input %s, then log "
            "in again",
            g_get_user_name());
}

static void look_at_clock(const struct machine *machine, GPtrArray *troubles)
{
    g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc(machine->now_utc_s);

    if (machine->now_utc_s >= LIMIT_CLOCK_EARLIEST_UTC_S)
        return;
    g_autofree char *date = now ? g_date_time_format(now, "%Y-%m-%d") : g_strdup("?");
    add(troubles,
        "the clock says %s, so https fails and ages are wrong: sudo timedatectl set-ntp true",
        date);
}

/* The folder, or what of its path is there. */
static char *existing_part(const char *path)
{
    char *part = g_strdup(path);
    while (access(part, F_OK) != 0 && !g_str_equal(part, "/") && !g_str_equal(part, ".")) {
        char *parent = g_path_get_dirname(part);
        g_free(part);
        part = parent;
    }
    return part;
}

static void look_at_cache(const struct machine *machine, GPtrArray *troubles)
{
    struct statvfs disk;

    if (!machine->cache)
        return;
    g_autofree char *part = existing_part(machine->cache);
    if (statvfs(part, &disk) != 0)
        return;
    bool is_full = disk.f_blocks > 0 && disk.f_bavail * (guint64)disk.f_frsize < cache_least_bytes;
    if (disk.f_flag & ST_RDONLY)
        add(troubles,
            "the disk of the cache %s is read-only, so no news is kept over a restart: mount a "
            "tmpfs there, or the disk writable",
            machine->cache);
    else if (access(part, W_OK) != 0)
        add(troubles,
            "the cache %s cannot be written to, so no news is kept over a restart: sudo %s %s %s",
            machine->cache, g_str_equal(part, machine->cache) ? "chown -R" : "install -d -o",
            g_get_user_name(), machine->cache);
    else if (is_full)
        add(troubles,
            "the disk of %s is full: sudo apt clean, or sudo journalctl --vacuum-size=50M", part);
}

static void look_at_power(const struct machine *machine, GPtrArray *troubles)
{
    g_autofree char *text = NULL;
    g_autofree char *path = g_build_filename(machine->kernel, "devices", "platform", "soc",
                                             "soc:firmware", "get_throttled", NULL);

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    guint64 state = g_ascii_strtoull(text, NULL, 16);
    if (state & (VOLTAGE_IS_LOW | VOLTAGE_WAS_LOW))
        add(troubles,
            "the power supply is too weak, which ruins SD cards: use the one that is made "
            "for this model");
}

GPtrArray *machine_troubles(const struct machine *machine)
{
    GPtrArray *troubles = g_ptr_array_new_with_free_func(g_free);

    if (!machine->has_desktop)
        look_at_screen(machine, troubles);
    look_at_clock(machine, troubles);
    look_at_cache(machine, troubles);
    look_at_power(machine, troubles);
    return troubles;
}
