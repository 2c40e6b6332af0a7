/* SPDX-License-Identifier: MIT
 *
 * What the children can still do once they have begun: nearly nothing, so that whoever takes one
 * over by what it reads has gained nothing. Landlock holds the files, seccomp the system calls,
 * rlimits the rest, each as far as the kernel has it; what is lacking is left out.
 */
#ifndef PLACARD_FETCH_SANDBOX_H
#define PLACARD_FETCH_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>

struct sandbox_limit {
    int resource; /* RLIMIT_… */
    rlim_t most;
};

/* Lowers the limits, never raising what the operator has set lower. Those of memory are left out in
 * a sanitizer's build, which maps terabytes that it never touches. */
void sandbox_limit(const struct sandbox_limit *limits, size_t count);

enum sandbox_access {
    SANDBOX_READ,  /* a file, or a directory with all in it */
    SANDBOX_LIST,  /* the names in a directory and below */
    SANDBOX_WRITE, /* likewise read, make, rename and remove */
    SANDBOX_RUN,   /* a program */
    SANDBOX_ACCESSES,
};

/* The files that the fetcher goes on having. */
struct sandbox;

/* What a name look-up, TLS and the loader of libraries need. */
struct sandbox *sandbox_new(void);
void sandbox_free(struct sandbox *sandbox); /* NULL is nothing */

/* Adds a path, through symbolic links. One that does not exist adds nothing. */
void sandbox_allow(struct sandbox *sandbox, enum sandbox_access access, const char *path);

/* Confines the process for good: these files and no others, no program but those added, sockets of
 * the internet only, none of the calls that reach into other processes or the kernel. To be called
 * before the first thread and the first byte of a stranger. NULL, or a sentence on what the kernel
 * does not have; g_free. */
char *sandbox_enter_fetcher(const struct sandbox *sandbox);

/* The same for placard-picture, which keeps its open descriptors, memory, and its end. */
void sandbox_enter_picture(void);

#endif
