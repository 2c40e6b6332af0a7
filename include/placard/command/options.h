/* SPDX-License-Identifier: MIT
 *
 * The command line.
 */
#ifndef PLACARD_COMMAND_OPTIONS_H
#define PLACARD_COMMAND_OPTIONS_H

#include <glib.h>
#include <stdbool.h>

#define OPTIONS_ERROR (options_error_quark())
GQuark options_error_quark(void);
enum options_error { OPTIONS_ERROR_USAGE };

enum options_command {
    OPTIONS_COMMAND_RUN,
    OPTIONS_COMMAND_PREVIEW,
    OPTIONS_COMMAND_SNAPSHOT,
    OPTIONS_COMMAND_LIST,
    OPTIONS_COMMAND_CHECK,
    OPTIONS_COMMAND_COUNT
};

enum options_reference {
    OPTIONS_REFERENCE_NONE,
    OPTIONS_REFERENCE_MAN,
    OPTIONS_REFERENCE_MARKDOWN
};

struct options {
    enum options_command command;
    char *answer;      /* text asked for by --help or --version; NULL: the command is to be run */
    char *config_path; /* as given; NULL: by the rule of setup.h */
    gint64 now_utc_s;  /* the fixed time; INSTANT_UNKNOWN: the clock's */
    bool verbose;
    int width_px; /* 0: --size was not given; height_px likewise */
    int height_px;
    bool due;                         /* list: only the sources that are due */
    bool schema;                      /* check: print the JSON Schema */
    enum options_reference reference; /* check: print the reference of the keys */
    char *directory;                  /* snapshot: where the pictures go; else NULL */
    char **sources;                   /* stand in for the config's; ends with NULL, never NULL */
};

/* Reads the arguments, arguments[0] being the program's name. The command is the first one that is
 * no option, when it is a command's name, else run. NULL with one sentence on what is wrong. */
struct options *options_parse(int count, char *const *arguments, GError **error);
void options_free(struct options *options);

#endif
