/* SPDX-License-Identifier: MIT */
#include "answers.h"

#include "bomb.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>

#define ANSWERS_LAST_MODIFIED "Mon, 23 Nov 2026 08:15:00 GMT"

enum {
    ANSWERS_DRIP_MS = 100,
    ANSWERS_BLOCK_BYTES = 16 * 1024,
};

/* The behaviour at one path, or at all below one. */
struct answers_route {
    const char *path;
    void (*answer)(const struct answers_request *request, const struct answers_route *route);
    const char *detail;
};

static bool answers_write(const struct answers_request *request, const void *bytes, size_t length)
{
    const char *at = bytes;

    while (length > 0) {
        const ssize_t sent = send(request->socket, at, length, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        at += sent;
        length -= (size_t)sent;
    }
    return true;
}

static bool answers_write_text(const struct answers_request *request, const char *text)
{
    return answers_write(request, text, strlen(text));
}

/* True as long as neither the peer nor the server has gone. */
static bool answers_wait(const struct answers_request *request, int timeout_ms)
{
    struct pollfd waited[] = {{.fd = request->socket, .events = POLLIN},
                              {.fd = request->wake, .events = POLLIN}};

    return poll(waited, G_N_ELEMENTS(waited), timeout_ms) == 0;
}

static void answers_hang(const struct answers_request *request, const struct answers_route *route)
{
    (void)route;
    answers_wait(request, -1);
}

static void answers_drip(const struct answers_request *request, const struct answers_route *route)
{
    bool is_there = answers_write_text(request, route->detail);

    while (is_there && answers_wait(request, ANSWERS_DRIP_MS))
        is_there = answers_write_text(request, " ");
}

static void answers_endless(const struct answers_request *request,
                            const struct answers_route *route)
{
    char block[ANSWERS_BLOCK_BYTES];

    memset(block, 'a', sizeof block);
    if (!answers_write_text(request, route->detail))
        return;
    while (answers_wait(request, 0) && answers_write(request, block, sizeof block))
        continue;
}

static void answers_bomb(const struct answers_request *request, const struct answers_route *route)
{
    guint8 block[BOMB_BLOCK_BYTES];

    bomb_head(block);
    if (!answers_write_text(request, route->detail) ||
        !answers_write(request, block, BOMB_PERIOD_BYTES))
        return;
    bomb_block(block);
    while (answers_wait(request, 0) && answers_write(request, block, sizeof block))
        continue;
}

static void answers_text(const struct answers_request *request, const struct answers_route *route)
{
    answers_write_text(request, route->detail);
}

static void answers_redirect(const struct answers_request *request,
                             const struct answers_route *route)
{
    g_autofree char *text = g_strdup_printf("HTTP/1.1 302 Elsewhere\r\nContent-Length: 0\r\n"
                                            "Connection: close\r\nLocation: %s\r\n\r\n",
                                            request->path + strlen(route->detail));

    answers_write_text(request, text);
}

/* "/away/301/1234/feed.xml": with this status to that path on the loopback port of this number. */
static void answers_away(const struct answers_request *request, const struct answers_route *route)
{
    g_auto(GStrv) parts = g_strsplit(request->path + strlen(route->detail), "/", 3);

    if (g_strv_length(parts) < 3)
        return;
    g_autofree char *text = g_strdup_printf("HTTP/1.1 %s Away\r\nContent-Length: 0\r\n"
                                            "Connection: close\r\n"
                                            "Location: http://127.0.0.1:%s/%s\r\n\r\n",
                                            parts[0], parts[1], parts[2]);
    answers_write_text(request, text);
}

/* What stands in the path after the route is the Content-Type, as libcurl sends it. */
static void answers_charset(const struct answers_request *request,
                            const struct answers_route *route)
{
    g_autofree char *type = g_uri_unescape_string(request->path + strlen(route->detail), NULL);
    g_autofree char *text = g_strdup_printf(
        "HTTP/1.1 200 Here\r\nConnection: close\r\nContent-Type: %s\r\n\r\n<a/>", type);

    answers_write_text(request, text);
}

static bool answers_is_kept(const struct answers_request *request, const char *etag)
{
    g_autofree char *kept_etag = answers_header(request->text, "If-None-Match");
    g_autofree char *kept_date = answers_header(request->text, "If-Modified-Since");

    return kept_etag != NULL ? g_str_equal(kept_etag, etag)
                             : g_strcmp0(kept_date, ANSWERS_LAST_MODIFIED) == 0;
}

static void answers_file(const struct answers_request *request, const struct answers_route *route)
{
    g_autofree char *path = g_build_filename(request->directory, request->path, NULL);
    g_autofree char *content = NULL;
    gsize length;

    if (strstr(request->path, "..") != NULL ||
        !g_file_get_contents(path, &content, &length, NULL)) {
        answers_write_text(request, route->detail);
        return;
    }

    g_autofree char *sum =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)content, length);
    g_autofree char *etag = g_strdup_printf("W/\"%.16s\"", sum);
    const bool is_kept = answers_is_kept(request, etag);
    g_autofree char *head =
        g_strdup_printf("HTTP/1.1 %s\r\nETag: %s\r\nLast-Modified: " ANSWERS_LAST_MODIFIED
                        "\r\nConnection: close\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                        is_kept ? "304 Kept" : "200 Here", etag, is_kept ? 0 : length);
    if (answers_write_text(request, head) && !is_kept)
        answers_write(request, content, length);
}

#define ANSWERS_STATUS(status, headers)                                                            \
    "HTTP/1.1 " status "\r\n" headers "Connection: close\r\nContent-Length: 6\r\n\r\nsorry\n"

static const struct answers_route answers_routes[] = {
    {"/hang", answers_hang, NULL},
    {"/drip", answers_drip, "HTTP/1.1 200 Slow\r\nConnection: close\r\n\r\n"},
    {"/endless", answers_endless, "HTTP/1.1 200 More\r\nConnection: close\r\n\r\n"},
    {"/gzip-bomb", answers_bomb,
     "HTTP/1.1 200 Small\r\nConnection: close\r\nContent-Encoding: gzip\r\n\r\n"},
    {"/cut", answers_text,
     "HTTP/1.1 200 Cut\r\nConnection: close\r\nContent-Length: 1000\r\n\r\nthe first words"},
    {"/close", answers_text, ""},
    {"/redirect-loop", answers_text,
     "HTTP/1.1 302 Again\r\nContent-Length: 0\r\nConnection: close\r\n"
     "Location: /redirect-loop\r\n\r\n"},
    {"/redirect-ftp", answers_text,
     "HTTP/1.1 302 Away\r\nContent-Length: 0\r\nConnection: close\r\n"
     "Location: ftp://127.0.0.1/news.xml\r\n\r\n"},
    {"/redirect/", answers_redirect, "/redirect"},
    {"/away/", answers_away, "/away/"},
    {"/empty-redirect", answers_text, ANSWERS_STATUS("302 Nowhere", "")},
    {"/charset/", answers_charset, "/charset/"},
    {"/304", answers_text, "HTTP/1.1 304 Kept\r\nConnection: close\r\n\r\n"},
    {"/404", answers_text, ANSWERS_STATUS("404 \x1b[31mNo", "")},
    {"/410", answers_text, ANSWERS_STATUS("410 Gone", "")},
    {"/429", answers_text, ANSWERS_STATUS("429 Often", "Retry-After: 120\r\n")},
    {"/500", answers_text, ANSWERS_STATUS("500 Broken", "")},
    {"/503", answers_text, ANSWERS_STATUS("503 Busy", "Retry-After: 120\r\n")},
    {"/", answers_file, ANSWERS_STATUS("404 None", "")},
};

void answers_send(const struct answers_request *request)
{
    for (size_t i = 0; i < G_N_ELEMENTS(answers_routes); i++) {
        const struct answers_route *route = &answers_routes[i];
        const bool is_tree = g_str_has_suffix(route->path, "/");

        if (is_tree ? g_str_has_prefix(request->path, route->path)
                    : g_str_equal(request->path, route->path)) {
            route->answer(request, route);
            return;
        }
    }
}

char *answers_header(const char *text, const char *name)
{
    g_auto(GStrv) lines = g_strsplit(text, "\r\n", -1);
    const size_t length = strlen(name);

    for (char **line = lines; *line != NULL; line++) {
        if (g_ascii_strncasecmp(*line, name, length) == 0 && (*line)[length] == ':')
            return g_strdup(*line + length + 1 + strspn(*line + length + 1, " "));
    }
    return NULL;
}
