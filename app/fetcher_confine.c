/* SPDX-License-Identifier: MIT */
#include "fetcher_confine.h"

#include "fetcher_headers.h"
#include "fetcher_message.h"

#include "placard/fetch/local.h"
#include "placard/fetch/sandbox.h"

static void confine_allow(struct sandbox *sandbox, enum sandbox_access access, const char *path)
{
    if (path != NULL)
        sandbox_allow(sandbox, access, path);
}

static void confine_allow_headers(struct sandbox *sandbox, const struct config *config,
                                  const struct config_source *source)
{
    for (guint i = 0; i < source->headers->len; i++) {
        const struct config_header *header = source->headers->pdata[i];
        g_autofree char *path = header->file == NULL ? NULL : headers_path(config, header);
        confine_allow(sandbox, SANDBOX_READ, path);
    }
}

/* The files that are there now, wherever links lead, and for a glob the directory in which others
 * may appear before it is read. */
static void confine_allow_source(struct sandbox *sandbox, const struct config *config,
                                 const struct config_source *source)
{
    if (local_is_remote(source->url)) {
        confine_allow_headers(sandbox, config, source);
        return;
    }

    g_autofree char *directory = local_glob_directory(source->url, config->directory);
    g_autoptr(GPtrArray) files = local_expand(source->url, config->directory, NULL);
    confine_allow(sandbox, SANDBOX_READ, directory);
    for (guint i = 0; files != NULL && i < files->len; i++)
        confine_allow(sandbox, SANDBOX_READ, files->pdata[i]);
}

void confine_process(const struct config *config, const struct confine_paths *paths,
                     bool is_verbose)
{
    struct sandbox *sandbox = sandbox_new();

    confine_allow(sandbox, SANDBOX_WRITE, paths->disk);
    confine_allow(sandbox, SANDBOX_WRITE, paths->runtime);
    confine_allow(sandbox, SANDBOX_RUN, paths->program);
    g_autofree char *ca_file = config_ca_file(config);
    confine_allow(sandbox, SANDBOX_READ, ca_file);
    for (guint i = 0; i < config->sources->len; i++)
        confine_allow_source(sandbox, config, config->sources->pdata[i]);
    g_autofree char *lacking = sandbox_enter_fetcher(sandbox);
    if (lacking != NULL && is_verbose)
        message_say("%s", lacking);
    sandbox_free(sandbox);
}
