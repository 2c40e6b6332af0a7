/* SPDX-License-Identifier: MIT
 *
 * The two walls of the sandbox, one file each.
 */
#ifndef PLACARD_FETCH_SANDBOX_PARTS_H
#define PLACARD_FETCH_SANDBOX_PARTS_H

#include "placard/fetch/sandbox.h"

struct sandbox_rule {
    enum sandbox_access access;
    char *path;
};

/* Landlock: these rules and nothing else. False when the kernel has it not. */
bool sandbox_files_close(const struct sandbox_rule *rules, size_t count);

/* Seccomp: what the fetcher has no use for is refused. False when the kernel has it not. */
bool sandbox_calls_close_fetcher(bool runs_programs);

/* Seccomp: what is not needed for reading, writing and memory is refused. */
bool sandbox_calls_close_picture(void);

#endif
