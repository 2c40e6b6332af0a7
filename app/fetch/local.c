/* SPDX-License-Identifier: MIT */
#include "placard/fetch/local.h"

#include "file.h"
#include "placard/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCAL_WILDCARDS "*?["

static bool local_is_file_url(const char *url)
{
    return g_ascii_strncasecmp(url, "file://", strlen("file://")) == 0;
}

static char *local_path_of_url(const char *url, GError **error)
{
    g_autofree char *host = NULL;
    g_autofree char *path = g_filename_from_uri(url, &host, NULL);

    if (path == NULL || (host != NULL && g_ascii_strcasecmp(host, "localhost") != 0)) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "expected file:///PATH on this machine, found \"%s\"", url);
        return NULL;
    }
    return g_steal_pointer(&path);
}

/* The base directory is a name, not a pattern. */
static char *local_glob_escape(const char *text)
{
    GString *escaped = g_string_new(NULL);

    for (const char *letter = text; *letter != '\0'; letter++) {
        if (strchr("*?[]\\", *letter) != NULL)
            g_string_append_c(escaped, '\\');
        g_string_append_c(escaped, *letter);
    }
    return g_string_free(escaped, FALSE);
}

static char *local_glob_pattern(const char *url, const char *base_directory)
{
    if (g_path_is_absolute(url))
        return g_strdup(url);

    g_autofree char *base = local_glob_escape(base_directory);
    return g_build_filename(base, url, NULL);
}

static int local_compare(gconstpointer left, gconstpointer right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

static GPtrArray *local_regular_files(char *const *paths, size_t count)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    struct stat status;

    for (size_t i = 0; i < count; i++) {
        if (stat(paths[i], &status) == 0 && S_ISREG(status.st_mode))
            g_ptr_array_add(files, g_strdup(paths[i]));
    }
    g_ptr_array_sort(files, local_compare);
    return files;
}

static GPtrArray *local_glob(const char *url, const char *base_directory, GError **error)
{
    g_autofree char *pattern = local_glob_pattern(url, base_directory);
    glob_t matches;

    if (glob(pattern, GLOB_NOSORT, NULL, &matches) != 0) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no file matches \"%s\"", url);
        return NULL;
    }

    g_autoptr(GPtrArray) files = local_regular_files(matches.gl_pathv, matches.gl_pathc);
    globfree(&matches);
    if (files->len == 0) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no regular file matches \"%s\"", url);
        return NULL;
    }
    if (files->len > LIMIT_GLOB_FILES) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                    "expected at most %d files for \"%s\", found %u", LIMIT_GLOB_FILES, url,
                    files->len);
        return NULL;
    }
    return g_steal_pointer(&files);
}

static GPtrArray *local_single(const char *path, GError **error)
{
    struct stat status;

    if (stat(path, &status) != 0) {
        file_set_error(error, "cannot read", path);
        return NULL;
    }
    if (!S_ISREG(status.st_mode)) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "expected a regular file, found %s: %s", file_kind(status.st_mode), path);
        return NULL;
    }

    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(files, g_strdup(path));
    return files;
}

bool local_is_remote(const char *url)
{
    return g_ascii_strncasecmp(url, "http://", strlen("http://")) == 0 ||
           g_ascii_strncasecmp(url, "https://", strlen("https://")) == 0;
}

/* A name rather than a pattern. */
static bool local_is_name(const char *url, const char *path)
{
    return strpbrk(url, LOCAL_WILDCARDS) == NULL || g_file_test(path, G_FILE_TEST_EXISTS);
}

char *local_glob_directory(const char *url, const char *base_directory)
{
    g_autofree char *path =
        g_path_is_absolute(url) ? g_strdup(url) : g_build_filename(base_directory, url, NULL);

    if (strstr(url, "://") != NULL || local_is_name(url, path))
        return NULL;

    /* As far as it is plain, and a wildcard of the base directory is none. */
    g_autofree char *plain = g_strndup(url, strcspn(url, LOCAL_WILDCARDS "\\"));
    const char *end = strrchr(plain, '/');
    g_autofree char *prefix =
        end == NULL ? g_strdup("") : g_strndup(plain, (gsize)(end - plain) + 1);
    return g_path_is_absolute(url) ? g_steal_pointer(&prefix)
                                   : g_build_filename(base_directory, prefix, NULL);
}

GPtrArray *local_expand(const char *url, const char *base_directory, GError **error)
{
    if (local_is_file_url(url)) {
        g_autofree char *path = local_path_of_url(url, error);
        return path == NULL ? NULL : local_single(path, error);
    }
    if (strstr(url, "://") != NULL) {
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                    "expected an http, https or file URL or a path, found \"%s\"", url);
        return NULL;
    }

    g_autofree char *path =
        g_path_is_absolute(url) ? g_strdup(url) : g_build_filename(base_directory, url, NULL);
    /* "report [1].txt" is first of all a name. */
    if (local_is_name(url, path))
        return local_single(path, error);
    return local_glob(url, base_directory, error);
}

bool local_open(struct local_file *file, const char *path, size_t max_bytes, GError **error)
{
    const int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    size_t length_bytes;

    if (descriptor < 0) {
        file_set_error(error, "cannot open", path);
        return false;
    }
    if (!file_check(descriptor, path, max_bytes, &length_bytes, error)) {
        close(descriptor);
        return false;
    }
    *file = (struct local_file){.descriptor = descriptor, .length_bytes = length_bytes};
    return true;
}

void local_close(struct local_file *file)
{
    close(file->descriptor);
}

size_t local_read(const struct local_file *file, size_t at, char *to, size_t most_bytes)
{
    ssize_t got;

    do
        got = pread(file->descriptor, to, most_bytes, (off_t)at);
    while (got < 0 && errno == EINTR);
    return got > 0 ? (size_t)got : 0;
}
