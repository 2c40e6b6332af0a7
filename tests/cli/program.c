/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <glib/gstdio.h>
#include <stdbool.h>
#include <sys/wait.h>

void desk_init(struct desk *desk)
{
    g_autoptr(GError) error = NULL;
    desk->directory = g_dir_make_tmp("placard-XXXXXX", &error);
    g_assert_no_error(error);
    static const char *const own[] = {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                      "XDG_RUNTIME_DIR"};
    static const char *const none[] = {"CACHE_DIRECTORY", "RUNTIME_DIRECTORY"};
    desk->environment = g_get_environ();
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++)
        desk->environment = g_environ_setenv(desk->environment, own[i], desk->directory, TRUE);
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++)
        desk->environment = g_environ_unsetenv(desk->environment, none[i]);
    desk->environment = g_environ_setenv(desk->environment, "PLACARD", PLACARD_PROGRAM, TRUE);
}

static void directory_remove(const char *path)
{
    GDir *directory = g_dir_open(path, 0, NULL);
    for (const char *name; directory != NULL && (name = g_dir_read_name(directory)) != NULL;) {
        g_autofree char *inner = g_build_filename(path, name, NULL);
        if (g_file_test(inner, G_FILE_TEST_IS_DIR) && !g_file_test(inner, G_FILE_TEST_IS_SYMLINK))
            directory_remove(inner);
        else
            g_unlink(inner);
    }
    if (directory != NULL)
        g_dir_close(directory);
    g_rmdir(path);
}

void desk_clear(struct desk *desk)
{
    directory_remove(desk->directory);
    g_free(desk->directory);
    g_strfreev(desk->environment);
}

void desk_write(const struct desk *desk, const char *name, const char *text)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename(desk->directory, name, NULL);
    g_autofree char *directory = g_path_get_dirname(path);
    g_assert_cmpint(g_mkdir_with_parents(directory, 0700), ==, 0);
    g_file_set_contents(path, text, -1, &error);
    g_assert_no_error(error);
}

static struct run desk_spawn(const struct desk *desk, char **arguments)
{
    g_autoptr(GError) error = NULL;
    struct run run = {.status = -1};
    int wait_status;
    g_spawn_sync(desk->directory, arguments, desk->environment, G_SPAWN_SEARCH_PATH, NULL, NULL,
                 &run.out, &run.err, &wait_status, &error);
    g_assert_no_error(error);
    if (WIFEXITED(wait_status))
        run.status = WEXITSTATUS(wait_status);
    g_test_message("status %d, standard error: %s", run.status, run.err);
    return run;
}

char **program_arguments(const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    g_autoptr(GPtrArray) arguments = g_ptr_array_new();
    g_ptr_array_add(arguments, g_strdup(PLACARD_PROGRAM));
    for (char **word = words; *word != NULL; word++) {
        bool fixture = g_str_has_prefix(*word, "FIXTURES/");
        g_ptr_array_add(arguments, fixture ? g_strconcat(PLACARD_FIXTURES "/cli", *word + 8, NULL)
                                           : g_strdup(*word));
    }
    g_ptr_array_add(arguments, NULL);
    return (char **)g_ptr_array_steal(arguments, NULL);
}

struct run desk_run(const struct desk *desk, const char *line)
{
    g_auto(GStrv) arguments = program_arguments(line);
    return desk_spawn(desk, arguments);
}

struct run desk_shell(const struct desk *desk, const char *line)
{
    g_autofree char *own = g_strdup(line);
    char *arguments[] = {(char[]){"sh"}, (char[]){"-c"}, own, NULL};
    return desk_spawn(desk, arguments);
}

void run_clear(struct run *run)
{
    g_free(run->out);
    g_free(run->err);
}
