/* SPDX-License-Identifier: MIT */
#include "server.h"

#include "answers.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    SERVER_BACKLOG = 128,
    SERVER_REQUEST_BYTES = 64 * 1024,
};

struct server {
    int socket;
    int wake[2]; /* closing the writing end ends every connection */
    unsigned port;
    char *directory;
    GThread *thread;
    GMutex lock;          /* of what follows */
    GCond ended;          /* a connection has */
    GHashTable *requests; /* path → GPtrArray of the whole text of each request */
    unsigned open;
    unsigned peak;
};

struct connection {
    struct server *server;
    int socket;
};

static void server_note(struct server *server, const char *path, const char *text)
{
    g_mutex_lock(&server->lock);
    GPtrArray *requests = g_hash_table_lookup(server->requests, path);
    if (requests == NULL) {
        requests = g_ptr_array_new_with_free_func(g_free);
        g_hash_table_insert(server->requests, g_strdup(path), requests);
    }
    g_ptr_array_add(requests, g_strdup(text));
    g_mutex_unlock(&server->lock);
}

/* Waits until the peer has sent something; false when the server ends first. */
static bool connection_wait(const struct connection *connection)
{
    struct pollfd waited[] = {{.fd = connection->socket, .events = POLLIN},
                              {.fd = connection->server->wake[0], .events = POLLIN}};

    return poll(waited, G_N_ELEMENTS(waited), -1) > 0 && waited[1].revents == 0;
}

/* The text of a request up to its empty line, or NULL. */
static char *connection_read(const struct connection *connection)
{
    g_autoptr(GString) text = g_string_new(NULL);
    char chunk[1024];

    while (strstr(text->str, "\r\n\r\n") == NULL) {
        if (text->len > SERVER_REQUEST_BYTES || !connection_wait(connection))
            return NULL;
        const ssize_t got = recv(connection->socket, chunk, sizeof chunk, 0);
        if (got <= 0)
            return NULL;
        g_string_append_len(text, chunk, got);
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void connection_serve(const struct connection *connection)
{
    g_autofree char *text = connection_read(connection);
    g_auto(GStrv) words = text == NULL ? NULL : g_strsplit_set(text, " \r", 3);

    if (words == NULL || g_strv_length(words) < 3)
        return;
    server_note(connection->server, words[1], text);
    const struct answers_request request = {
        .path = words[1],
        .text = text,
        .directory = connection->server->directory,
        .socket = connection->socket,
        .wake = connection->server->wake[0],
    };
    answers_send(&request);
}

static gpointer connection_run(gpointer data)
{
    struct connection *connection = data;
    struct server *server = connection->server;

    connection_serve(connection);
    close(connection->socket);
    g_free(connection);
    g_mutex_lock(&server->lock);
    server->open--;
    g_cond_signal(&server->ended);
    g_mutex_unlock(&server->lock);
    return NULL;
}

static gpointer server_run(gpointer data)
{
    struct server *server = data;
    const struct connection listening = {.server = server, .socket = server->socket};

    while (connection_wait(&listening)) {
        const int accepted = accept(server->socket, NULL, NULL);
        if (accepted < 0)
            continue;
        struct connection *connection = g_new0(struct connection, 1);
        *connection = (struct connection){.server = server, .socket = accepted};
        g_mutex_lock(&server->lock);
        server->open++;
        server->peak = MAX(server->peak, server->open);
        g_mutex_unlock(&server->lock);
        g_thread_unref(g_thread_new("connection", connection_run, connection));
    }
    return NULL;
}

struct server *server_new(const char *directory)
{
    struct server *server = g_new0(struct server, 1);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;

    server->socket = socket(AF_INET, SOCK_STREAM, 0);
    if (server->socket < 0 || pipe(server->wake) != 0 ||
        bind(server->socket, (struct sockaddr *)&address, length) != 0 ||
        listen(server->socket, SERVER_BACKLOG) != 0 ||
        getsockname(server->socket, (struct sockaddr *)&address, &length) != 0)
        g_error("expected a port on loopback, found %s", g_strerror(errno));
    server->port = ntohs(address.sin_port);
    server->directory = g_strdup(directory);
    server->requests =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    g_mutex_init(&server->lock);
    g_cond_init(&server->ended);
    server->thread = g_thread_new("server", server_run, server);
    return server;
}

void server_free(struct server *server)
{
    close(server->wake[1]);
    g_thread_join(server->thread);
    g_mutex_lock(&server->lock);
    while (server->open > 0)
        g_cond_wait(&server->ended, &server->lock);
    g_mutex_unlock(&server->lock);
    g_mutex_clear(&server->lock);
    g_cond_clear(&server->ended);
    close(server->wake[0]);
    close(server->socket);
    g_hash_table_unref(server->requests);
    g_free(server->directory);
    g_free(server);
}

unsigned server_port(const struct server *server)
{
    return server->port;
}

char *server_url(const struct server *server, const char *path)
{
    return g_strdup_printf("http://127.0.0.1:%u%s", server->port, path);
}

unsigned server_requests(struct server *server, const char *path)
{
    g_mutex_lock(&server->lock);
    const GPtrArray *requests = g_hash_table_lookup(server->requests, path);
    const unsigned count = requests == NULL ? 0 : requests->len;
    g_mutex_unlock(&server->lock);
    return count;
}

unsigned server_peak(struct server *server)
{
    g_mutex_lock(&server->lock);
    const unsigned peak = server->peak;
    g_mutex_unlock(&server->lock);
    return peak;
}

char *server_header(struct server *server, const char *path, const char *name)
{
    g_mutex_lock(&server->lock);
    const GPtrArray *requests = g_hash_table_lookup(server->requests, path);
    char *value =
        requests == NULL ? NULL : answers_header(requests->pdata[requests->len - 1], name);
    g_mutex_unlock(&server->lock);
    return value;
}
