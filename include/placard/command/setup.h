/* SPDX-License-Identifier: MIT
 *
 * Which config is in force: that of --config, else $XDG_CONFIG_HOME/placard/config.json, else
 * ~/.config/placard/config.json, else /etc/placard/config.json, else the built-in default; with the
 * SOURCE arguments in place of its sources; and the last good one while the file is broken.
 */
#ifndef PLACARD_COMMAND_SETUP_H
#define PLACARD_COMMAND_SETUP_H

#include "placard/card/catalogue.h"
#include "placard/command/options.h"
#include "placard/config/config.h"
#include "placard/edition/edition.h"
#include "placard/fetch/cache.h"

struct setup {
    struct config *config; /* in force; NULL when the file is broken and there was no good one */
    GBytes *json;          /* what the fetcher gets; NULL with config; empty: the defaults */
    char *directory;       /* where the fetcher's relative paths start */
    char **sources;        /* the SOURCE arguments; ends with NULL, never NULL */
    char *path;            /* the config, absolute; NULL: the built-in default */
    char *file_name;       /* how messages name it: as given, else its path */
    GPtrArray *problems;   /* of struct config_problem: of the file as it is now; empty when good */
    bool from_last_good;   /* config is the last good one, not what the file says */
    struct catalogues *catalogues; /* the words of the interface in other languages */
    char *edition_key;             /* under which the cache keeps the edition made of this setup */
};

/* Reads the config in force. With a cache, a good config is kept there and a broken one gives way
 * to the last good one (run, preview); without (NULL), a broken one leaves config NULL. Never
 * NULL: look at problems. */
struct setup *setup_load(const struct options *options, struct cache *cache);
void setup_free(struct setup *setup);

/* The file whose changes setup_reload takes: the config, or where the user's would be while the
 * built-in default is in force; NULL when there is none; g_free. */
char *setup_watched_path(const struct setup *setup);

enum setup_change {
    SETUP_CHANGE_NONE,    /* as before; also a file that is broken in the same way */
    SETUP_CHANGE_ADOPTED, /* config, json and problems are new: what was borrowed from them is gone */
    SETUP_CHANGE_BROKEN, /* the old config goes on; problems tell why */
};

/* Reads the same file again after it may have changed. A file that is missing is a broken one. The
 * built-in default gives way to the user's or the system's config when there is one now. */
enum setup_change setup_reload(struct setup *setup, struct cache *cache);

/* Takes another config, if that is what the file holds, else the file or URL in place of the
 * sources. False, and nothing is changed, when the config in force would be lost by it. */
bool setup_open(struct setup *setup, const char *source, struct cache *cache);

/* The bundled stories with which the built-in default begins until a source has answered; NULL for
 * any other setup. edition_free. */
struct edition *setup_load_sample(const struct setup *setup);

/* The last edition made of this setup that the cache keeps, checked; NULL when there is none.
 * edition_free. */
struct edition *setup_load_kept(const struct setup *setup, struct cache *cache);

/* Prints every problem to standard error. */
void setup_print_problems(const struct setup *setup);

#endif
