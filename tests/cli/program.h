/* SPDX-License-Identifier: MIT
 *
 * The built program run as its operator runs it, in a directory and with a home of its own.
 */
#ifndef PLACARD_TESTS_CLI_PROGRAM_H
#define PLACARD_TESTS_CLI_PROGRAM_H

#include <glib.h>

/* An empty directory that is working directory, home, config home and cache home at once. */
struct desk {
    char *directory;
    char **environment;
};

void desk_init(struct desk *desk);
void desk_clear(struct desk *desk); /* removes the directory and all in it */

/* Puts a file on the desk. */
void desk_write(const struct desk *desk, const char *name, const char *text);

/* What a run left; status −1 when a signal ended it. */
struct run {
    int status;
    char *out;
    char *err;
};

/* Runs placard with the arguments of a line in which words are parted by single blanks; FIXTURES/
 * at the beginning of a word is the folder of this test's fixtures. */
struct run desk_run(const struct desk *desk, const char *line);

/* Runs a line of the shell, in which "$PLACARD" is the program. */
struct run desk_shell(const struct desk *desk, const char *line);

void run_clear(struct run *run);

/* The arguments of desk_run, the program first; g_strfreev. */
char **program_arguments(const char *line);

#endif
