/* SPDX-License-Identifier: MIT */
#include "placard/fetch/local.h"

#include "place.h"
#include "placard/limits.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A directory whose own name must not be taken for a pattern. */
static char *local_place(void)
{
    char *place = place_new();
    g_autofree char *odd = place_path(place, "[odd]*");

    g_assert_cmpint(mkdir(odd, 0700), ==, 0);
    place_write(odd, "b.txt", "second");
    place_write(odd, "a.txt", "first");
    place_write(odd, "report [1].txt", "odd");
    place_write(odd, "c.md", "another kind");
    g_autofree char *fifo = place_path(odd, "fifo.txt");
    g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
    g_autofree char *inner = place_path(odd, "inner.txt");
    g_assert_cmpint(mkdir(inner, 0700), ==, 0);
    return place;
}

static char *joined_names(const GPtrArray *paths)
{
    GString *names = g_string_new(NULL);

    for (guint i = 0; i < paths->len; i++) {
        g_autofree char *name = g_path_get_basename(paths->pdata[i]);
        g_string_append_printf(names, "%s%s", i == 0 ? "" : "|", name);
    }
    return g_string_free(names, FALSE);
}

struct expand_case {
    const char *name;
    const char *url;
    const char *found; /* NULL: an error */
    const char *message;
};

static const struct expand_case expand_cases[] = {
    {"path", "a.txt", "a.txt", NULL},
    {"path-with-dots", "./../[odd]*/a.txt", "a.txt", NULL},
    {"glob", "*.txt", "a.txt|b.txt|report [1].txt", NULL},
    {"glob/set", "[ab].txt", "a.txt|b.txt", NULL},
    {"name-like-a-glob", "report [1].txt", "report [1].txt", NULL},
    {"missing", "z.txt", NULL, "*z.txt*no such file*"},
    {"glob/nothing", "*.xml", NULL, "*no file matches*\"*.xml\"*"},
    {"glob/not-regular", "f*.txt", NULL, "*no regular file matches*"},
    {"directory", "inner.txt", NULL, "*expected a regular file, found a directory*"},
    {"fifo", "fifo.txt", NULL, "*expected a regular file, found a FIFO*"},
    {"device", "/dev/zero", NULL, "*expected a regular file, found a device*"},
    {"other-protocol", "ftp://news.example/a.xml", NULL, "*expected an http*ftp:*"},
    {"file-url/elsewhere", "file://news.example/a.txt", NULL, "*file:///PATH*"},
    {"file-url/missing", "file:///nowhere/a.txt", NULL, "*/nowhere/a.txt*no such file*"},
    {"file-url/broken", "file:///a%", NULL, "*file:///PATH*"},
};

static void test_expand(gconstpointer data)
{
    const struct expand_case *test = data;
    char *place = local_place();
    g_autofree char *odd = place_path(place, "[odd]*");
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files = local_expand(test->url, odd, &error);

    if (test->found == NULL) {
        g_assert_null(files);
        g_assert_nonnull(error);
        g_assert_true(error->domain == G_FILE_ERROR);
        if (!g_pattern_match_simple(test->message, error->message))
            g_error("expected \"%s\", found \"%s\"", test->message, error->message);
    } else {
        g_assert_no_error(error);
        g_autofree char *names = joined_names(files);
        g_assert_cmpstr(names, ==, test->found);
    }
    place_free(place);
}

static void test_expand_file_url(void)
{
    char *place = local_place();
    g_autofree char *path = place_path(place, "[odd]*/report [1].txt");
    g_autofree char *url = g_filename_to_uri(path, NULL, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) files = local_expand(url, "/elsewhere", &error);

    g_assert_no_error(error);
    g_assert_cmpuint(files->len, ==, 1);
    g_assert_cmpstr(files->pdata[0], ==, path);
    place_free(place);
}

static void test_expand_too_many(void)
{
    char *place = place_new();
    g_autoptr(GError) error = NULL;

    for (int i = 0; i <= LIMIT_GLOB_FILES; i++) {
        g_autofree char *name = g_strdup_printf("%d.txt", i);
        place_write(place, name, "");
    }
    g_assert_null(local_expand("*.txt", place, &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
    place_free(place);
}

static void test_is_remote(void)
{
    static const char *const remote[] = {"http://a.example", "https://a.example/", "HTTPS://A"};
    static const char *const not_remote[] = {"a.xml",   "http",        "httpd://a", "file:///a",
                                             "ftp://a", "https/*.xml", ""};

    for (size_t i = 0; i < G_N_ELEMENTS(remote); i++)
        g_assert_true(local_is_remote(remote[i]));
    for (size_t i = 0; i < G_N_ELEMENTS(not_remote); i++)
        g_assert_false(local_is_remote(not_remote[i]));
}

static void test_read(void)
{
    char *place = local_place();
    g_autofree char *path = place_path(place, "[odd]*/b.txt");
    g_autoptr(GError) error = NULL;
    struct local_file file;
    char bytes[10];

    g_assert_true(local_open(&file, path, strlen("second"), &error));
    g_assert_no_error(error);
    g_assert_cmpuint(file.length_bytes, ==, strlen("second"));
    g_assert_cmpmem(bytes, local_read(&file, 0, bytes, sizeof bytes), "second", 6);
    g_assert_cmpmem(bytes, local_read(&file, 2, bytes, 3), "con", 3);
    g_assert_cmpuint(local_read(&file, 6, bytes, sizeof bytes), ==, 0);
    local_close(&file);
    place_free(place);
}

static void test_read_too_large(void)
{
    char *place = local_place();
    g_autofree char *path = place_path(place, "[odd]*/b.txt");
    g_autoptr(GError) error = NULL;
    struct local_file file;

    g_assert_false(local_open(&file, path, strlen("second") - 1, &error));
    g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
    g_assert_nonnull(strstr(error->message, "at most 5 bytes, found 6"));
    place_free(place);
}

/* A FIFO without a writer would wait for ever, a device would give for ever. */
static void test_read_not_regular(void)
{
    char *place = local_place();
    g_autofree char *fifo = place_path(place, "[odd]*/fifo.txt");
    g_autofree char *directory = place_path(place, "[odd]*/inner.txt");
    const char *const paths[] = {fifo, directory, "/dev/zero", "/dev/null"};

    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autoptr(GError) error = NULL;
        struct local_file file;
        g_assert_false(local_open(&file, paths[i], 1000, &error));
        g_assert_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
    }
    place_free(place);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(expand_cases); i++) {
        g_autofree char *path = g_strconcat("/fetch/local/expand/", expand_cases[i].name, NULL);
        g_test_add_data_func(path, &expand_cases[i], test_expand);
    }
    g_test_add_func("/fetch/local/expand/file-url", test_expand_file_url);
    g_test_add_func("/fetch/local/expand/too-many", test_expand_too_many);
    g_test_add_func("/fetch/local/is-remote", test_is_remote);
    g_test_add_func("/fetch/local/read", test_read);
    g_test_add_func("/fetch/local/read/too-large", test_read_too_large);
    g_test_add_func("/fetch/local/read/not-regular", test_read_not_regular);
    return g_test_run();
}
