/* SPDX-License-Identifier: MIT */
#include "scene.h"

#include "place.h"

#include <glib.h>
#include <string.h>
#include <sys/wait.h>

#define FIXTURES PLACARD_FIXTURES "/fetch"

static void scene_settle(struct scene *scene)
{
    scene->environment = g_environ_setenv(NULL, "HOME", scene->place, TRUE);
    scene->environment = g_environ_setenv(scene->environment, "no_proxy", "*", TRUE);
    scene->environment = g_environ_setenv(scene->environment, "PATH", g_getenv("PATH"), TRUE);
}

void scene_init(struct scene *scene)
{
    *scene = (struct scene){.place = place_new(), .server = server_new(FIXTURES)};
    scene_settle(scene);
}

void scene_init_own(struct scene *scene)
{
    char *place = place_new();

    *scene = (struct scene){.place = place, .server = server_new(place)};
    scene_settle(scene);
}

void scene_write(const struct scene *scene, const char *name, const char *text)
{
    g_autofree char *server = g_strdup_printf("http://127.0.0.1:%u", server_port(scene->server));
    g_auto(GStrv) parts = g_strsplit(text, "$SERVER", -1);
    g_autofree char *whole = g_strjoinv(server, parts);

    place_write(scene->place, name, whole);
}

static void scene_forget_run(struct scene *scene)
{
    g_clear_pointer(&scene->out, g_free);
    g_clear_pointer(&scene->err, g_free);
    g_clear_pointer(&scene->edition, edition_free);
}

void scene_clear(struct scene *scene)
{
    scene_forget_run(scene);
    if (scene->server != NULL)
        server_free(scene->server);
    g_strfreev(scene->environment);
    place_free(scene->place);
}

/* Every line must be a whole edition that keeps its promises; nothing else may be printed. */
static void scene_read_editions(struct scene *scene)
{
    g_auto(GStrv) lines = g_strsplit(scene->out, "\n", -1);

    scene->editions = MAX(g_strv_length(lines), 1) - 1;
    g_assert_true(*scene->out == '\0' || g_str_has_suffix(scene->out, "\n"));
    for (guint i = 0; i < scene->editions; i++) {
        g_autoptr(GError) error = NULL;

        g_clear_pointer(&scene->edition, edition_free);
        scene->edition = edition_parse(lines[i], strlen(lines[i]), &error);
        g_assert_no_error(error);
        edition_check(scene->edition, &error);
        g_assert_no_error(error);
    }
}

/* Runs a line of the shell in which $FETCHER is the program and $SERVER the server's address. */
void scene_run(struct scene *scene, const char *line)
{
    g_autofree char *program = g_shell_quote(PLACARD_FETCHER);
    g_autofree char *whole =
        g_strdup_printf("FETCHER=%s SERVER=http://127.0.0.1:%u; %s", program,
                        scene->server == NULL ? 1 : server_port(scene->server), line);
    g_autofree char *quoted = g_shell_quote(whole);
    g_autofree char *command = g_strconcat("/bin/sh -c ", quoted, NULL);
    g_auto(GStrv) argv = NULL;
    g_autoptr(GError) error = NULL;
    int wait_status = 0;

    scene_forget_run(scene);
    g_assert_true(g_shell_parse_argv(command, NULL, &argv, &error));
    g_spawn_sync(scene->place, argv, scene->environment, G_SPAWN_DEFAULT, NULL, NULL, &scene->out,
                 &scene->err, &wait_status, &error);
    g_assert_no_error(error);
    g_assert_true(WIFEXITED(wait_status));
    scene->status = WEXITSTATUS(wait_status);
    scene_read_editions(scene);
}

const struct source_report *scene_source(const struct scene *scene, guint index)
{
    g_assert_nonnull(scene->edition);
    g_assert_cmpuint(index, <, scene->edition->sources->len);
    return scene->edition->sources->pdata[index];
}

void scene_assert_source(const struct scene *scene, guint index, enum source_status status,
                         unsigned stories)
{
    g_assert_cmpint(scene_source(scene, index)->status, ==, status);
    g_assert_cmpuint(scene_source(scene, index)->stories, ==, stories);
}

void scene_assert_said(const struct scene *scene, const char *line)
{
    if (strstr(scene->err, line) == NULL)
        g_error("expected \"%s\" on standard error, found \"%s\"", line, scene->err);
}
