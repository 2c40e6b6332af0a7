/* SPDX-License-Identifier: MIT */
#include "placard/command/paths.h"

#include "placard/fetch/cache.h"

#include <glib.h>
#include <stdbool.h>

/* PREFIX of PREFIX/bin/placard, through symbolic links; "/usr" where /proc is not mounted. */
static char *path_prefix(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    if (program == NULL)
        return g_strdup("/usr");
    g_autofree char *directory = g_path_get_dirname(program);
    return g_path_get_dirname(directory);
}

char *paths_program(const char *name)
{
    g_autofree char *prefix = path_prefix();
    return g_build_filename(prefix, "libexec", "placard", name, NULL);
}

char *paths_asset(const char *name)
{
    g_autofree char *prefix = path_prefix();
    return g_build_filename(prefix, "share", "placard", name, NULL);
}

/* A link whose target is missing is there, too: as a config it is broken, not absent. */
static bool path_is_there(const char *path)
{
    return g_file_test(path, G_FILE_TEST_EXISTS) || g_file_test(path, G_FILE_TEST_IS_SYMLINK);
}

/* The XDG base directory specification: a path that is not absolute is to be ignored. */
char *paths_user_config(void)
{
    const char *base = g_getenv("XDG_CONFIG_HOME");
    if (base != NULL && g_path_is_absolute(base))
        return g_build_filename(base, "placard", "config.json", NULL);
    const char *home = g_get_home_dir();
    return home == NULL ? NULL : g_build_filename(home, ".config", "placard", "config.json", NULL);
}

char *paths_config(void)
{
    g_autofree char *user = paths_user_config();
    if (user != NULL && path_is_there(user))
        return g_steal_pointer(&user);
    const char *system = "/etc/placard/config.json";
    return path_is_there(system) ? g_strdup(system) : NULL;
}

char *paths_cache(void)
{
    return cache_directory(g_getenv("CACHE_DIRECTORY"), g_getenv("XDG_CACHE_HOME"),
                           g_get_home_dir());
}
