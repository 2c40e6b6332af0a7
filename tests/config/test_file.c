/* SPDX-License-Identifier: MIT */
#include "placard/config/config.h"

#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "placard/limits.h"

struct fixture {
    char *directory;
    char *path;
    GPtrArray *problems;
};

static void set_up(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->directory = g_dir_make_tmp("placard-XXXXXX", NULL);
    g_assert_nonnull(fixture->directory);
    fixture->path = g_build_filename(fixture->directory, "config.json", NULL);
    fixture->problems = g_ptr_array_new_with_free_func((GDestroyNotify)config_problem_free);
}

static void tear_down(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    (void)g_remove(fixture->path);
    g_assert_cmpint(g_rmdir(fixture->directory), ==, 0);
    g_free(fixture->directory);
    g_free(fixture->path);
    g_ptr_array_unref(fixture->problems);
}

static void write_file(const char *path, const char *text, gssize length_bytes)
{
    g_autoptr(GError) error = NULL;
    g_file_set_contents(path, text, length_bytes, &error);
    g_assert_no_error(error);
}

/* The path cannot be read, for the reason of which the message has a fragment. */
static void assert_unread(const struct fixture *fixture, const char *path, const char *fragment)
{
    GBytes *bytes = config_read(path, fixture->problems);
    const struct config_problem *problem = NULL;

    g_assert_null(bytes);
    g_assert_cmpuint(fixture->problems->len, ==, 1);
    problem = g_ptr_array_index(fixture->problems, 0);
    g_assert_cmpuint(problem->line, ==, 0);
    g_assert_null(problem->key);
    if (strstr(problem->message, fragment) == NULL) {
        g_error("\"%s\" is not in \"%s\"", fragment, problem->message);
    }
}

static void test_read(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_file(fixture->path, "{}\n", -1);
    g_autoptr(GBytes) bytes = config_read(fixture->path, fixture->problems);

    g_assert_nonnull(bytes);
    g_assert_cmpmem(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "{}\n", 3);
    g_assert_cmpuint(fixture->problems->len, ==, 0);
}

static void test_empty(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_file(fixture->path, "", 0);
    g_autoptr(GBytes) bytes = config_read(fixture->path, fixture->problems);

    g_assert_nonnull(bytes);
    g_assert_cmpuint(g_bytes_get_size(bytes), ==, 0);
    g_assert_null(config_parse(g_bytes_get_data(bytes, NULL), 0, ".", fixture->problems));
    g_assert_cmpuint(fixture->problems->len, ==, 1);
}

static void test_through_a_link(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *target = g_build_filename(fixture->directory, "target.json", NULL);
    write_file(target, "{}", -1);
    g_assert_cmpint(symlink("target.json", fixture->path), ==, 0);
    g_autoptr(GBytes) bytes = config_read(fixture->path, fixture->problems);

    g_assert_nonnull(bytes);
    (void)g_remove(target);
}

static void test_largest(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *blanks = g_strnfill(LIMIT_CONFIG_BYTES + 1, ' ');
    write_file(fixture->path, blanks, LIMIT_CONFIG_BYTES);
    g_autoptr(GBytes) bytes = config_read(fixture->path, fixture->problems);

    g_assert_nonnull(bytes);
    g_assert_cmpuint(g_bytes_get_size(bytes), ==, LIMIT_CONFIG_BYTES);
    write_file(fixture->path, blanks, LIMIT_CONFIG_BYTES + 1);
    assert_unread(fixture, fixture->path, "at most 1048576 bytes");
}

static void test_missing(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    assert_unread(fixture, fixture->path, "readable file");
}

static void test_unreadable(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    write_file(fixture->path, "{}", -1);
    g_assert_cmpint(g_chmod(fixture->path, 0), ==, 0);
    if (g_access(fixture->path, R_OK) == 0) {
        g_test_skip("this user may read everything");
        return;
    }
    assert_unread(fixture, fixture->path, "readable file");
}

static void test_fifo(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    g_assert_cmpint(mkfifo(fixture->path, 0600), ==, 0);
    assert_unread(fixture, fixture->path, "regular file, got a FIFO");
}

static void test_directory(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    assert_unread(fixture, fixture->directory, "regular file, got a directory");
}

static void test_device(struct fixture *fixture, gconstpointer data)
{
    (void)data;
    assert_unread(fixture, "/dev/zero", "regular file, got a device");
}

static void test_socket(struct fixture *fixture, gconstpointer data)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);

    (void)data;
    g_strlcpy(address.sun_path, fixture->path, sizeof address.sun_path);
    if (bind(descriptor, (const struct sockaddr *)&address, sizeof address) == 0) {
        assert_unread(fixture, fixture->path, "regular file, got a socket");
    } else {
        g_test_skip("no sockets in this directory");
    }
    close(descriptor);
}

static const struct {
    const char *path;
    void (*run)(struct fixture *fixture, gconstpointer data);
} tests[] = {
    {"/config/file/read", test_read},
    {"/config/file/empty", test_empty},
    {"/config/file/through-a-link", test_through_a_link},
    {"/config/file/largest", test_largest},
    {"/config/file/missing", test_missing},
    {"/config/file/unreadable", test_unreadable},
    {"/config/file/fifo", test_fifo},
    {"/config/file/directory", test_directory},
    {"/config/file/device", test_device},
    {"/config/file/socket", test_socket},
};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_test_add(tests[i].path, struct fixture, NULL, set_up, tests[i].run, tear_down);
    }
    return g_test_run();
}
